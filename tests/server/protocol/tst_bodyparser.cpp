// SPDX-License-Identifier: MIT
#include "server/protocol/bodyparser.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

constexpr std::uint64_t most = 1000;

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

RequestHead chunked()
{
    RequestHead head;
    head.chunked = true;
    return head;
}

RequestHead sized(std::uint64_t length)
{
    RequestHead head;
    head.contentLength = length;
    return head;
}

// All that a parser says: its body and how many bytes it took, or its fault.
QByteArray told(const RequestHead &head, const tests::Pieces &pieces)
{
    BodyParser parser(head, most);
    std::size_t taken = 0;
    for (const std::string_view piece : pieces)
        taken += parser.feed(piece);
    switch (parser.state()) {
    case BodyParser::State::Incomplete: return "incomplete";
    case BodyParser::State::Failed: return QByteArray::number(parser.fault().status);
    case BodyParser::State::Complete: break;
    }
    return QByteArray::number(qulonglong(taken)) + ' ' + QByteArray::fromStdString(parser.takeBody());
}

} // namespace

class TestBodyParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byLength_data();
    void byLength();
    void inChunks_data();
    void inChunks();
    void leavesTheNextRequest();
    void holdsNoMoreThanItsLimit();
};

void TestBodyParser::byLength_data()
{
    QTest::addColumn<qulonglong>("length");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("9112 6.3 none") << 0ULL << QByteArray("GET") << QByteArray("0 ");
    QTest::newRow("9112 6.3 all of it") << 5ULL << QByteArray("hello") << QByteArray("5 hello");
    QTest::newRow("9112 6.3 more behind it") << 5ULL << QByteArray("helloGET /") << QByteArray("5 hello");
    QTest::newRow("9112 8 not all of it") << 5ULL << QByteArray("hell") << QByteArray("incomplete");
    QTest::newRow("9110 15.5.14 at the limit") << 1000ULL << QByteArray(1000, 'x') << "1000 " + QByteArray(1000, 'x');
    QTest::newRow("9110 15.5.14 over the limit") << 1001ULL << QByteArray() << QByteArray("413");
    QTest::newRow("largest number") << ~0ULL << QByteArray("x") << QByteArray("413");
}

void TestBodyParser::byLength()
{
    QFETCH(const qulonglong, length);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes)))
        QCOMPARE(told(sized(length), pieces), expected);
}

/// RFC 9112 7.1. What two servers could read in two ways is refused.
void TestBodyParser::inChunks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *rule, const QByteArray &bytes, const QByteArray &expected) {
        QTest::newRow(rule) << bytes << expected;
    };
    row("chunks", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "26 hello world");
    row("no chunk", "0\r\n\r\n", "5 ");
    row("size in letters of both kinds", "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n", "35 01234567890123456789");
    row("size with zeros before it", "0005\r\nhello\r\n000\r\n\r\n", "20 hello");
    row("data of line breaks", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "14 \r\n\r\n");
    row("7.1.1 extensions", "5;a;b=c;d=\"e\"\r\nhello\r\n0 ; f\r\n\r\n", "31 hello");
    row("7.1.2 trailers", "0\r\nX: 1\r\nY:\r\n\r\n", "15 ");
    row("not the end", "5\r\nhello\r\n0\r\n", "incomplete");
    row("not the trailers' end", "0\r\nX: 1\r\n", "incomplete");
    row("at the limit", "3E8\r\n" + QByteArray(1000, 'x') + "\r\n0\r\n\r\n", "1012 " + QByteArray(1000, 'x'));
    row("over the limit at once", "3E9\r\n", "413");
    row("over the limit in the end", "3E8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\n", "413");
    row("size over 64 bits", "10000000000000005\r\nhello\r\n", "400");
    row("largest size", "FFFFFFFFFFFFFFFF\r\n", "413");
    row("no size", "\r\nhello\r\n", "400");
    row("extension without a size", ";a\r\n", "400");
    row("size with a sign", "+5\r\nhello\r\n0\r\n\r\n", "400");
    row("size below zero", "-5\r\nhello\r\n0\r\n\r\n", "400");
    row("size as in C", "0x5\r\nhello\r\n0\r\n\r\n", "400");
    row("size with an underscore", "1_0\r\n", "400");
    row("space before the size", " 5\r\nhello\r\n0\r\n\r\n", "400");
    row("space behind the size", "5 \r\nhello\r\n0\r\n\r\n", "400");
    row("size that is none", "hello\r\n", "400");
    row("line feed alone behind the size", "5\nhello\r\n0\r\n\r\n", "400");
    row("carriage return alone behind the size", "5\rhello\r\n0\r\n\r\n", "400");
    row("line feed alone behind the data", "5\r\nhello\n0\r\n\r\n", "400");
    row("nothing behind the data", "5\r\nhello0\r\n\r\n", "400");
    row("more data than the size", "5\r\nhello!\r\n0\r\n\r\n", "400");
    row("NUL in an extension", QByteArray("5;a\0b\r\nhello\r\n0\r\n\r\n", 20), "400");
    row("trailer without a colon", "0\r\nGET / HTTP/1.1\r\n\r\n", "400");
    row("trailer with a space before its colon", "0\r\nX : 1\r\n\r\n", "400");
    row("folded trailer", "0\r\nX: 1\r\n y\r\n\r\n", "400");
    row("extension without an end", "5;" + QByteArray(300, 'a'), "400");
    row("trailers without an end", "0\r\n" + QByteArray("X: 1234567890\r\n").repeated(1000), "431");
}

void TestBodyParser::inChunks()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes)))
        QCOMPARE(told(chunked(), pieces), expected);
}

void TestBodyParser::leavesTheNextRequest()
{
    const std::string_view bytes = "2\r\nhi\r\n0\r\nX: y\r\n\r\nGET / HTTP/1.1\r\n";
    BodyParser parser(chunked(), most);
    const std::size_t taken = parser.feed(bytes);
    QCOMPARE(parser.state(), BodyParser::State::Complete);
    QVERIFY(bytes.substr(taken) == "GET / HTTP/1.1\r\n");
    QCOMPARE(parser.feed("more"), std::size_t(0));
    QVERIFY(parser.takeBody() == "hi");
}

void TestBodyParser::holdsNoMoreThanItsLimit()
{
    BodyParser parser(chunked(), most);
    std::size_t taken = 0;
    for (int round = 0; round < 10'000 && parser.state() == BodyParser::State::Incomplete; ++round)
        taken += parser.feed("1;extension\r\nx\r\n");
    QCOMPARE(parser.fault().status, 413);
    QCOMPARE(taken, std::size_t(1000 * 16 + 13));
}

QTEST_APPLESS_MAIN(TestBodyParser)
#include "tst_bodyparser.moc"
