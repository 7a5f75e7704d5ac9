// SPDX-License-Identifier: MIT
#include "server/protocol/httpparser.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

QByteArray get(const QByteArray &fields) { return "GET / HTTP/1.1\r\n" + fields + "\r\n"; }

// All that a parser says, in one text; the bytes move between the calls, as a growing buffer's do.
std::string told(const tests::Pieces &pieces, HeadLimits limits)
{
    HeadParser parser(limits);
    std::string bytes;
    std::string moved;
    for (const std::string_view piece : pieces) {
        bytes += piece;
        if (parser.state() != HeadParser::State::Incomplete)
            continue;
        moved = bytes;
        if (parser.parse(moved) != HeadParser::State::Complete)
            continue;
        const RequestHead &head = parser.head();
        std::string all = std::string(head.method) + '|' + std::string(head.target) + '|' + std::string(head.path) + '|'
            + std::string(head.query) + '|' + std::string(head.host) + '|' + std::to_string(head.minorVersion) + '|'
            + std::to_string(head.size) + '|' + std::to_string(head.contentLength) + (head.chunked ? "|chunked" : "|");
        for (const Field &field : head.fields)
            all.append("|").append(field.name).append("=").append(field.value);
        bytes = all;
        return all;
    }
    if (parser.state() == HeadParser::State::Incomplete)
        return "incomplete";
    return std::to_string(parser.fault().status) + ' ' + std::string(parser.fault().sentence);
}

} // namespace

class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void limits_data();
    void limits();
    void refusesAtTheFirstBadByte();
    void incompleteUntilTheLastByte();
    void looksUpFields();
};

void TestHttpParser::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("9112 3 request line", "GET /a?b=c HTTP/1.1\r\nHost: h\r\n\r\n", "GET|/a?b=c|/a|b=c|h|1|32|0||Host=h");
    row("9112 2.2 one empty line before", "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET|/|/||h|1|29|0||Host=h");
    row("9112 3.2 HTTP/1.0 needs no Host", "GET / HTTP/1.0\r\n\r\n", "GET|/|/|||0|18|0|");
    row("9110 2.5 a later minor version", "GET / HTTP/1.9\r\nHost: h\r\n\r\n", "GET|/|/||h|9|27|0||Host=h");
    row("9112 5.1 white space around a value", get("Host: \t h \t\r\n"), "GET|/|/||h|1|31|0||Host=h");
    row("9112 5.1 no white space", get("Host:h\r\n"), "GET|/|/||h|1|26|0||Host=h");
    row("9110 5.5 empty value", get("Host: h\r\nX:\r\nY: \r\n"), "GET|/|/||h|1|36|0||Host=h|X=|Y=");
    row("9110 5.5 bytes above ASCII in a value", get("Host: h\r\nX: \xC3\xBC\r\n"),
        "GET|/|/||h|1|34|0||Host=h|X=\xC3\xBC");
    row("9110 5.3 order is kept", get("B: 1\r\nHost: h\r\nb: 2\r\nA: a:b\r\n"),
        "GET|/|/||h|1|47|0||B=1|Host=h|b=2|A=a:b");
    row("9112 3.2.2 absolute-form", "GET http://x.y:1/p?q HTTP/1.1\r\nHost: other\r\n\r\n",
        "GET|http://x.y:1/p?q|/p|q|x.y:1|1|46|0||Host=other");
    row("9112 3.2.2 absolute-form without a path", "GET WS://x?q HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET|WS://x?q|/|q|x|1|34|0||Host=x");
    row("9112 3.2.3 authority-form", "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n", "CONNECT|h:1|||h:1|1|33|0||Host=h");
    row("9112 3.2.4 asterisk-form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "OPTIONS|*|*||h|1|31|0||Host=h");
    row("9112 6.2 Content-Length", "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789",
        "PUT|/|/||h|1|47|10||Host=h|Content-Length=10");
    row("9112 6.3 the same Content-Length twice", get("Host: h\r\nContent-Length: 1\r\ncontent-length: 1\r\n"),
        "GET|/|/||h|1|65|1||Host=h|Content-Length=1|content-length=1");
    row("9112 6.1 chunked", get("Host: h\r\nTransfer-Encoding: Chunked\r\n"),
        "GET|/|/||h|1|55|0|chunked|Host=h|Transfer-Encoding=Chunked");
    row("9112 2.1 what follows is not looked at", get("Host: h\r\n") + QByteArray("\x81\x80\0\n\r\n", 6),
        "GET|/|/||h|1|27|0||Host=h");
}

void TestHttpParser::accepts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes)))
        QCOMPARE(QByteArray::fromStdString(told(pieces, {})), expected);
}

void TestHttpParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("9112 2.2 bare LF ends the request line", "GET / HTTP/1.1\nHost: h\r\n\r\n");
    row("9112 2.2 bare LF ends a field", get("Host: h\n"));
    row("9112 2.2 bare LF ends the head", "GET / HTTP/1.1\r\nHost: h\r\n\n");
    row("9112 2.2 bare CR in a value", get("Host: h\r\nX: a\rb\r\n"));
    row("9112 2.2 CR CR LF", get("Host: h\r\r\n"));
    row("9112 2.2 two empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 2.2 space before the first field", "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
    row("9112 3 no version", "GET /\r\nHost: h\r\n\r\n");
    row("9112 3 two spaces", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3 leading space", " GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3 trailing space", "GET / HTTP/1.1 \r\nHost: h\r\n\r\n");
    row("9112 3 space in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3 tab for a space", "GET\t/\tHTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.1 method is not a token", "G@T / HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2 fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2 byte above ASCII in the target", "GET /\xC3\xBC HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2.1 neither slash nor address", "GET a HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2.4 asterisk without OPTIONS", "GET * HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2.3 CONNECT without a port", "CONNECT h HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2.2 unknown scheme", "GET ftp://h/ HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 3.2.2 no host", "GET http:///a HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9110 4.2.4 user in the address", "GET http://u@h/ HTTP/1.1\r\nHost: h\r\n\r\n");
    row("9112 2.3 version in small letters", "GET / http/1.1\r\nHost: h\r\n\r\n");
    row("9112 2.3 version too long", "GET / HTTP/1.10\r\nHost: h\r\n\r\n");
    row("9112 2.3 version without a point", "GET / HTTP/1x1\r\nHost: h\r\n\r\n");
    row("9110 15.6.6 HTTP/2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("9110 15.6.6 HTTP/0.9", "GET / HTTP/0.9\r\n\r\n", 505);
    row("9112 5.1 space before the colon", get("Host : h\r\n"));
    row("9112 5.1 tab before the colon", get("Host: h\r\nX\t: a\r\n"));
    row("9112 5.2 folded line", get("Host: h\r\nX: a\r\n b\r\n"));
    row("9112 5.2 folded with a tab", get("Host: h\r\nX: a\r\n\tb\r\n"));
    row("9112 5 no colon", get("Host: h\r\nX\r\n"));
    row("9110 5.1 empty name", get("Host: h\r\n: a\r\n"));
    row("9110 5.1 name is not a token", get("Host: h\r\nX(y): a\r\n"));
    row("9110 5.1 byte above ASCII in a name", get("Host: h\r\n\xC3\xBC: a\r\n"));
    row("9110 5.5 NUL in a value", get(QByteArray("Host: h\r\nX: a\0b\r\n", 17)));
    row("9110 5.5 control character in a value", get("Host: h\r\nX: a\x01\r\n"));
    row("9110 5.5 DEL in a value", get("Host: h\r\nX: a\x7F\r\n"));
    row("9112 3.2 no Host", get(""));
    row("9112 3.2 two Hosts", get("Host: h\r\nhost: h\r\n"));
    row("9112 3.2 two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n");
    row("9112 3.2 Host is not one", get("Host: a b\r\n"));
    row("9112 3.2 Host with a path", get("Host: h/x\r\n"));
    row("9112 6.3 two different Content-Lengths", get("Host: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n"));
    row("9112 6.3 a list of Content-Lengths", get("Host: h\r\nContent-Length: 1, 1\r\n"));
    row("9110 8.6 Content-Length with a sign", get("Host: h\r\nContent-Length: +1\r\n"));
    row("9110 8.6 negative Content-Length", get("Host: h\r\nContent-Length: -1\r\n"));
    row("9110 8.6 empty Content-Length", get("Host: h\r\nContent-Length:\r\n"));
    row("9110 8.6 Content-Length in hexadecimal", get("Host: h\r\nContent-Length: 0x10\r\n"));
    row("9110 8.6 Content-Length past 64 bits", get("Host: h\r\nContent-Length: 18446744073709551616\r\n"));
    row("9112 6.1 both lengths", get("Host: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n"));
    row("9112 6.1 both lengths, other order", get("Host: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n"));
    row("9112 6.1 Transfer-Encoding in HTTP/1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("9112 6.1 coding not understood", get("Host: h\r\nTransfer-Encoding: gzip, chunked\r\n"), 501);
    row("9112 6.1 two Transfer-Encodings", get("Host: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"),
        501);
    row("a TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7));
    row("a frame without a handshake", QByteArray("\x81\x85\x01\x02\x03\x04", 6));
}

void TestHttpParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const std::string atOnce = told(tests::whole(view(bytes)), {});
    QVERIFY2(atOnce.starts_with(std::to_string(status) + ' '), atOnce.c_str());
    QVERIFY(atOnce.ends_with('.'));
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes)))
        QCOMPARE(QByteArray::fromStdString(told(pieces, {})), QByteArray::fromStdString(atOnce));
}

void TestHttpParser::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("maxBytes");
    QTest::addColumn<int>("maxFields");
    QTest::addColumn<QByteArray>("begins");
    const QByteArray head = get("Host: h\r\nA: 1\r\nB: 2\r\n");
    const int size = int(head.size());
    QTest::newRow("9110 15.5.15 a target too long") << "GET /" + QByteArray(100, 'x') << 64 << 9 << QByteArray("414 ");
    QTest::newRow("6585 5 a field too long")
        << get("Host: h\r\nX: " + QByteArray(100, 'x')) << 64 << 9 << QByteArray("431 ");
    QTest::newRow("6585 5 as many fields as allowed") << head << 999 << 3 << QByteArray("GET|");
    QTest::newRow("6585 5 one field too many") << head << 999 << 2 << QByteArray("431 ");
    QTest::newRow("6585 5 as long as allowed") << head << size << 9 << QByteArray("GET|");
    QTest::newRow("6585 5 one byte too long") << head << size - 1 << 9 << QByteArray("431 ");
}

void TestHttpParser::limits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, maxBytes);
    QFETCH(int, maxFields);
    QFETCH(QByteArray, begins);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes))) {
        const std::string said = told(pieces, {std::size_t(maxBytes), std::size_t(maxFields)});
        QVERIFY2(said.starts_with(view(begins)), said.c_str());
    }
}

void TestHttpParser::refusesAtTheFirstBadByte()
{
    HeadParser parser;
    QCOMPARE(parser.parse("GET / HTTP/1.1\r\nHost: h\r\nX : "), HeadParser::State::Incomplete);
    QCOMPARE(parser.parse("GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n"), HeadParser::State::Failed);
    QCOMPARE(HeadParser().parse("\x16\x03"), HeadParser::State::Failed);
    QCOMPARE(HeadParser().parse("GET / HTTP/1.1\n"), HeadParser::State::Failed);
}

void TestHttpParser::incompleteUntilTheLastByte()
{
    const QByteArray bytes = get("Host: h\r\n");
    HeadParser parser;
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QCOMPARE(parser.parse(view(bytes).substr(0, std::size_t(size))), HeadParser::State::Incomplete);
    QCOMPARE(parser.parse(view(bytes)), HeadParser::State::Complete);
}

void TestHttpParser::looksUpFields()
{
    const QByteArray bytes = get("Host: h\r\nConnection: keep-alive\r\nCONNECTION: x, Upgrade\r\n");
    HeadParser parser;
    QCOMPARE(parser.parse(view(bytes)), HeadParser::State::Complete);
    const RequestHead &head = parser.head();
    QVERIFY(head.value("connection") == "keep-alive");
    QVERIFY(!head.value("connectio"));
    QCOMPARE(head.count("Connection"), std::size_t(2));
    QVERIFY(head.hasToken("Connection", "upgrade"));
    QVERIFY(head.hasToken("Connection", "Keep-Alive"));
    QVERIFY(!head.hasToken("Connection", "keep"));
    QVERIFY(!head.hasToken("Upgrade", "upgrade"));
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"
