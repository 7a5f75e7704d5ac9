// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"
#include "tests/server/protocol/frames.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace porthole::tests;

namespace {

using Lines = QList<QByteArray>;

/// The example of 1.2, whose answer is known.
const Lines example{"GET /chat HTTP/1.1",
                    "Host: server.example.com",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13"};

QByteArray head(const Lines &lines) { return lines.join("\r\n") + "\r\n\r\n"; }

/// The example with the line of that beginning replaced by others.
Lines with(const QByteArray &beginning, const Lines &others)
{
    Lines lines;
    for (const QByteArray &line : example) {
        if (line.startsWith(beginning))
            lines += others;
        else
            lines.append(line);
    }
    return lines;
}

Lines and_(const Lines &more) { return example + more; }

} // namespace

/// RFC 6455 section 4, the opening handshake.
class TestRfc6455Opening final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void answer();
    void fieldsOfTheAnswer_data();
    void fieldsOfTheAnswer();

private:
    EchoServer m_server{[] {
        Settings settings = EchoServer::echoSettings();
        settings.subprotocols = {QStringLiteral("chat.v2"), QStringLiteral("chat")};
        return settings;
    }()};
};

void TestRfc6455Opening::accepted_data()
{
    QTest::addColumn<Lines>("lines");
    const auto row = [](const char *rule, const Lines &lines) { QTest::newRow(rule) << lines; };
    row("1.2 the example", example);
    row("4.1 fields in any order", {example[0], example[5], example[4], example[3], example[2], example[1]});
    row("4.2.1 1 the root", with("GET", {"GET / HTTP/1.1"}));
    row("4.2.1 1 with a query", with("GET", {"GET /chat?room=a%20b&x=/?:@ HTTP/1.1"}));
    row("4.2.1 1 an absolute target", with("GET", {"GET http://server.example.com/chat HTTP/1.1"}));
    row("4.2.1 2 Host with a port", with("Host", {"Host: server.example.com:8080"}));
    row("4.2.1 3 Upgrade in other letters", with("Upgrade", {"Upgrade: WebSocket"}));
    row("4.2.1 3 Upgrade is a list", with("Upgrade", {"Upgrade: h2c, websocket"}));
    row("4.2.1 3 Upgrade in two lines", with("Upgrade", {"Upgrade: h2c", "Upgrade: websocket"}));
    row("4.2.1 4 Connection in other letters", with("Connection", {"Connection: uPGRADE"}));
    row("4.2.1 4 Connection is a list", with("Connection", {"Connection: keep-alive, Upgrade"}));
    row("4.2.1 4 Connection in two lines", with("Connection", {"Connection: keep-alive", "Connection: Upgrade"}));
    row("4.2.1 5 another key", with("Sec-WebSocket-Key", {"Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA=="}));
    row("4.2.1 7 with an origin", and_({"Origin: http://example.com"}));
    row("4.2.1 8 subprotocols that are not spoken", and_({"Sec-WebSocket-Protocol: soap, wamp"}));
    row("4.2.1 9 extensions that are not spoken", and_({"Sec-WebSocket-Extensions: x-frames; a=1, x-other"}));
    row("4.2.1 10 cookies and more", and_({"Cookie: a=1", "User-Agent: x", "X-Anything: at all"}));
    row("9110 5.1 names in other letters",
        {"GET / HTTP/1.1", "hOST: a", "UPGRADE: websocket", "connection: Upgrade",
         "sec-websocket-KEY: dGhlIHNhbXBsZSBub25jZQ==", "SEC-WEBSOCKET-VERSION: 13"});
    row("9112 5 blanks around a value", with("Upgrade", {"Upgrade:  \t websocket \t "}));
    row("9112 5 no blank before a value", with("Upgrade", {"Upgrade:websocket"}));
    row("9112 2.2 an empty line before the request", Lines{""} + example);
}

void TestRfc6455Opening::accepted()
{
    QFETCH(const Lines, lines);
    for (const Writing writing : {Writing::Whole, Writing::Dribbled}) {
        RawClient client(m_server.port());
        write(client, head(lines) + tests::text("at once"), writing);
        const QByteArray answer = client.readHead();
        QVERIFY2(answer.startsWith("HTTP/1.1 101 Switching Protocols\r\n"), answer.constData());
        const auto echo = client.readFrame();
        QVERIFY(echo);
        QCOMPARE(wordOf(*echo), QByteArray("text(at once)"));
    }
}

void TestRfc6455Opening::refused_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<int>("status");
    const auto row = [](const char *rule, const Lines &lines, int status) { QTest::newRow(rule) << lines << status; };
    const QByteArray key = "Sec-WebSocket-Key";
    row("4.2.1 1 POST", with("GET", {"POST /chat HTTP/1.1"}), 400);
    row("4.2.1 1 get in small letters", with("GET", {"get /chat HTTP/1.1"}), 400);
    row("4.2.1 1 HTTP/1.0", with("GET", {"GET /chat HTTP/1.0"}), 400);
    row("4.2.1 1 no version", with("GET", {"GET /chat"}), 400);
    row("4.2.1 1 a target with a blank", with("GET", {"GET /ch at HTTP/1.1"}), 400);
    row("3 a target with a fragment", with("GET", {"GET /chat#top HTTP/1.1"}), 400);
    row("4.2.1 2 no Host", with("Host", {}), 400);
    row("4.2.1 2 two Hosts", with("Host", {"Host: a", "Host: b"}), 400);
    row("4.2.1 3 no Upgrade", with("Upgrade", {}), 400);
    row("4.2.1 3 another Upgrade", with("Upgrade", {"Upgrade: h2c"}), 400);
    row("4.2.1 3 websocket within a word", with("Upgrade", {"Upgrade: mywebsocket"}), 400);
    row("4.2.1 4 no Connection", with("Connection", {}), 400);
    row("4.2.1 4 another Connection", with("Connection", {"Connection: keep-alive"}), 400);
    row("4.2.1 4 upgrade within a word", with("Connection", {"Connection: NoUpgrade"}), 400);
    row("4.2.1 5 no key", with(key, {}), 400);
    row("4.2.1 5 an empty key", with(key, {"Sec-WebSocket-Key:"}), 400);
    row("4.2.1 5 a key of 15 bytes", with(key, {"Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4P"}), 400);
    row("4.2.1 5 a key of 17 bytes", with(key, {"Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEBE="}), 400);
    row("4.2.1 5 no Base64", with(key, {"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j!!=="}), 400);
    row("11.3.1 two keys", with(key, {example[4], "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA=="}), 400);
    row("4.2.1 6 no version", with("Sec-WebSocket-Version", {}), 400);
    row("4.4 version 8", with("Sec-WebSocket-Version", {"Sec-WebSocket-Version: 8"}), 426);
    row("4.4 version 14", with("Sec-WebSocket-Version", {"Sec-WebSocket-Version: 14"}), 426);
    row("4.4 version in words", with("Sec-WebSocket-Version", {"Sec-WebSocket-Version: thirteen"}), 426);
    row("4.4 version 013", with("Sec-WebSocket-Version", {"Sec-WebSocket-Version: 013"}), 426);
    row("11.3.5 two versions", with("Sec-WebSocket-Version", {example[5], "Sec-WebSocket-Version: 8"}), 400);
    row("9112 5.1 a blank before the colon", with("Upgrade", {"Upgrade : websocket"}), 400);
    row("9112 5.2 a folded line", with("Upgrade", {"Upgrade:", " websocket"}), 400);
    row("9112 5 a line without a colon", and_({"nonsense"}), 400);
    row("9110 5.5 a zero byte in a value", and_({QByteArray("X: a\0b", 6)}), 400);
    row("4.2.1 7 two origins", and_({"Origin: http://a", "Origin: http://b"}), 400);
    row("11.3.4 an empty subprotocol", and_({"Sec-WebSocket-Protocol: chat,,x y"}), 400);
    row("9.1 extensions that are no list", and_({"Sec-WebSocket-Extensions: a;;=b"}), 400);
}

void TestRfc6455Opening::refused()
{
    QFETCH(const Lines, lines);
    QFETCH(const int, status);
    for (const Writing writing : {Writing::Whole, Writing::Dribbled}) {
        RawClient client(m_server.port());
        write(client, head(lines), writing);
        const WireAnswer answer = client.readAnswer();
        QCOMPARE(answer.status(), status);
        QVERIFY2(answer.body.size() > 10, "a refusal says why");
        if (status == 426)
            QCOMPARE(answer.field("Sec-WebSocket-Version"), QByteArray("13"));
        client.finish();
        QVERIFY(client.waitForEnd());
    }
}

/// 4.2.2 5: what the answer consists of.
void TestRfc6455Opening::answer()
{
    RawClient client(m_server.port());
    client.write(head(example));
    const WireAnswer answer{client.readHead(), {}};
    QCOMPARE(answer.status(), 101);
    QCOMPARE(answer.field("Upgrade"), QByteArray("websocket"));
    QCOMPARE(answer.field("Connection"), QByteArray("Upgrade"));
    QCOMPARE(answer.field("Sec-WebSocket-Accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QVERIFY(!answer.head.contains("Sec-WebSocket-Extensions"));
    QVERIFY(!answer.head.contains("Content-Length"));
}

void TestRfc6455Opening::fieldsOfTheAnswer_data()
{
    QTest::addColumn<Lines>("more");
    QTest::addColumn<QByteArray>("protocol");
    QTest::newRow("4.2.2 none offered") << Lines{} << QByteArray();
    QTest::newRow("4.2.2 none of ours offered") << Lines{"Sec-WebSocket-Protocol: soap"} << QByteArray();
    QTest::newRow("4.2.2 one of ours") << Lines{"Sec-WebSocket-Protocol: soap, chat"} << QByteArray("chat");
    QTest::newRow("4.2.2 the one we like best")
        << Lines{"Sec-WebSocket-Protocol: chat, chat.v2"} << QByteArray("chat.v2");
    QTest::newRow("11.3.4 in two lines") << Lines{"Sec-WebSocket-Protocol: x", "Sec-WebSocket-Protocol: chat"}
                                         << QByteArray("chat");
    QTest::newRow("4.1 letters count") << Lines{"Sec-WebSocket-Protocol: CHAT"} << QByteArray();
}

void TestRfc6455Opening::fieldsOfTheAnswer()
{
    QFETCH(const Lines, more);
    QFETCH(const QByteArray, protocol);
    RawClient client(m_server.port());
    client.write(head(and_(more)));
    const WireAnswer answer{client.readHead(), {}};
    QCOMPARE(answer.status(), 101);
    QCOMPARE(answer.field("Sec-WebSocket-Protocol"), protocol);
}

QTEST_GUILESS_MAIN(TestRfc6455Opening)
#include "tst_rfc6455opening.moc"
