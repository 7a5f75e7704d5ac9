// SPDX-License-Identifier: MIT
#include "server/protocol/handshake.h"

#include <QTest>

using namespace porthole::protocol;

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

const Fields goodFields{{"Host", "server.example.com"},
                        {"Upgrade", "websocket"},
                        {"Connection", "Upgrade"},
                        {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                        {"Sec-WebSocket-Version", "13"}};

Fields without(const QByteArray &name)
{
    Fields fields = goodFields;
    fields.removeIf([&](const auto &field) { return field.first == name; });
    return fields;
}

Fields with(const QByteArray &name, const QByteArray &value) { return without(name) << std::pair(name, value); }

Fields twice(const QByteArray &name, const QByteArray &value) { return Fields(goodFields) << std::pair(name, value); }

QByteArray request(const Fields &fields, const QByteArray &line = "GET /chat HTTP/1.1")
{
    QByteArray bytes = line + "\r\n";
    for (const auto &[name, value] : fields)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n";
}

QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

// Keeps the bytes that a judgement borrows from.
struct Judged
{
    explicit Judged(QByteArray sent) : request(std::move(sent))
    {
        parser.parse({request.constData(), std::size_t(request.size())});
        if (parser.state() == HeadParser::State::Complete)
            judgement = judge(parser.head());
    }
    QByteArray request;
    HeadParser parser;
    Judgement judgement = Refusal{0, "not a request", {}};
};

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void plainRequests_data();
    void plainRequests();
    void anotherVersionIsToldOurs();
    void whatIsOffered();
    void acceptKeyOfTheRfc();
    void choosesSubprotocol_data();
    void choosesSubprotocol();
    void writesTheAnswer();
};

void TestHandshake::accepts_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("4.2.1 the least") << request(goodFields);
    QTest::newRow("4.2.1.3 Upgrade in any case") << request(with("Upgrade", "WebSocket"));
    QTest::newRow("4.2.1.3 Upgrade lists more") << request(with("Upgrade", "foo/2, websocket"));
    QTest::newRow("4.2.1.4 Connection lists more") << request(with("Connection", "keep-alive, Upgrade"));
    QTest::newRow("4.2.1.4 Connection in small letters") << request(with("Connection", "upgrade"));
    QTest::newRow("4.2.1.4 Connection in two fields") << request(twice("Connection", "keep-alive"));
    QTest::newRow("4.2.1.1 a later HTTP/1.x") << request(goodFields, "GET / HTTP/1.2");
    QTest::newRow("4.2.1.1 absolute-form") << request(goodFields, "GET ws://server.example.com/chat HTTP/1.1");
    QTest::newRow("4.2.1.10 other fields") << request(twice("Cookie", "a=b"));
    QTest::newRow("9112 6.2 a body of no bytes") << request(twice("Content-Length", "0"));
    QTest::newRow("4.2.1.5 another key") << request(with("Sec-WebSocket-Key", "AQIDBAUGBwgJCgsMDQ4PEC=="));
}

void TestHandshake::accepts()
{
    QFETCH(QByteArray, sent);
    const Judged judged(sent);
    QVERIFY(std::holds_alternative<Upgrade>(judged.judgement));
    QVERIFY(judged.parser.head().value("Sec-WebSocket-Key") == std::get<Upgrade>(judged.judgement).key);
}

void TestHandshake::refuses_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("4.2.1.1 POST") << request(goodFields, "POST / HTTP/1.1");
    QTest::newRow("4.2.1.1 method in small letters") << request(goodFields, "get / HTTP/1.1");
    QTest::newRow("4.2.1.1 HTTP/1.0") << request(goodFields, "GET / HTTP/1.0");
    QTest::newRow("4.2.1.2 Host is empty") << request(with("Host", ""));
    QTest::newRow("4.2.1.3 no Upgrade") << request(without("Upgrade"));
    QTest::newRow("4.2.1.3 another Upgrade") << request(with("Upgrade", "h2c"));
    QTest::newRow("4.2.1.3 Upgrade names a version") << request(with("Upgrade", "websocket/13"));
    QTest::newRow("4.2.1.4 no Connection") << request(without("Connection"));
    QTest::newRow("4.2.1.4 another Connection") << request(with("Connection", "keep-alive"));
    QTest::newRow("4.2.1.5 no key") << request(without("Sec-WebSocket-Key"));
    QTest::newRow("4.2.1.5 empty key") << request(with("Sec-WebSocket-Key", ""));
    QTest::newRow("4.2.1.5 key of 15 bytes") << request(with("Sec-WebSocket-Key", "AQIDBAUGBwgJCgsMDQ4P"));
    QTest::newRow("4.2.1.5 key of 17 bytes") << request(with("Sec-WebSocket-Key", "AQIDBAUGBwgJCgsMDQ4PEBE="));
    QTest::newRow("4.2.1.5 key is not Base64") << request(with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ!!"));
    QTest::newRow("4.2.1.5 key without padding") << request(with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ"));
    QTest::newRow("11.3.1 two keys") << request(twice("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));
    QTest::newRow("4.2.1.6 no version") << request(without("Sec-WebSocket-Version"));
    QTest::newRow("11.3.5 two versions") << request(twice("Sec-WebSocket-Version", "13"));
    QTest::newRow("6454 7.3 two Origins") << request(twice("Origin", "http://a") << std::pair("Origin", "http://b"));
    QTest::newRow("11.3.4 subprotocol is not a token") << request(twice("Sec-WebSocket-Protocol", "a b"));
    QTest::newRow("4.1.10 a subprotocol twice") << request(twice("Sec-WebSocket-Protocol", "a, b, a"));
    QTest::newRow("11.3.4 no subprotocol named") << request(twice("Sec-WebSocket-Protocol", " , "));
    QTest::newRow("11.3.4 empty subprotocol") << request(twice("Sec-WebSocket-Protocol", ""));
    QTest::newRow("9.1 extension is not a token") << request(twice("Sec-WebSocket-Extensions", "a b"));
    QTest::newRow("9.1 parameter without a name") << request(twice("Sec-WebSocket-Extensions", "a; =1"));
    QTest::newRow("9.1 unfinished quotes") << request(twice("Sec-WebSocket-Extensions", "a; b=\"1"));
    QTest::newRow("9112 6.2 a body") << request(twice("Content-Length", "5"));
    QTest::newRow("9112 6.1 a body in chunks") << request(twice("Transfer-Encoding", "chunked"));
}

void TestHandshake::refuses()
{
    QFETCH(QByteArray, sent);
    const Judged judged(sent);
    QVERIFY(std::holds_alternative<Refusal>(judged.judgement));
    const auto &refusal = std::get<Refusal>(judged.judgement);
    QCOMPARE(refusal.status, 400);
    QVERIFY(refusal.sentence.ends_with('.'));
}

void TestHandshake::plainRequests_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("a page") << request({{"Host", "h"}});
    QTest::newRow("HTTP/1.0") << request({}, "GET / HTTP/1.0");
    QTest::newRow("a form") << request({{"Host", "h"}, {"Content-Length", "3"}}, "POST /f HTTP/1.1");
    QTest::newRow("9110 7.8 upgrade to something else")
        << request({{"Host", "h"}, {"Upgrade", "h2c"}, {"Connection", "Upgrade"}});
}

void TestHandshake::plainRequests()
{
    QFETCH(QByteArray, sent);
    QVERIFY(std::holds_alternative<NotUpgrade>(Judged(sent).judgement));
}

void TestHandshake::anotherVersionIsToldOurs()
{
    for (const char *version : {"8", "7", "0", "14", "13, 8", "013", "x", ""}) {
        const Judged judged(request(with("Sec-WebSocket-Version", version)));
        QVERIFY(std::holds_alternative<Refusal>(judged.judgement));
        const auto &refusal = std::get<Refusal>(judged.judgement);
        QCOMPARE(refusal.status, 426);
        QCOMPARE(refusal.fields.size(), std::size_t(1));
        QVERIFY(refusal.fields[0].name == "Sec-WebSocket-Version");
        QVERIFY(refusal.fields[0].value == "13");
    }
}

void TestHandshake::whatIsOffered()
{
    Fields fields = goodFields;
    fields << std::pair("Sec-WebSocket-Protocol", "chat, , superchat") << std::pair("Origin", "http://example.com")
           << std::pair("Sec-WebSocket-Extensions", "foo") << std::pair("Sec-WebSocket-Protocol", "mqtt")
           << std::pair("sec-websocket-extensions", "bar; baz=2, x");
    const Judged judged(request(fields));
    QVERIFY(std::holds_alternative<Upgrade>(judged.judgement));
    const auto &upgrade = std::get<Upgrade>(judged.judgement);
    QVERIFY((upgrade.subprotocols == std::vector<std::string_view>{"chat", "superchat", "mqtt"}));
    QVERIFY(upgrade.origin == "http://example.com");
    QCOMPARE(upgrade.extensions, std::string("foo, bar; baz=2, x"));
    const Judged bare(request(goodFields));
    QVERIFY(!std::get<Upgrade>(bare.judgement).origin);
    QVERIFY(std::get<Upgrade>(bare.judgement).extensions.empty());
}

void TestHandshake::acceptKeyOfTheRfc()
{
    QCOMPARE(bytes(acceptKey("dGhlIHNhbXBsZSBub25jZQ==")), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

void TestHandshake::choosesSubprotocol_data()
{
    QTest::addColumn<QByteArrayList>("spoken");
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArray>("chosen");
    QTest::newRow("none spoken") << QByteArrayList{} << QByteArrayList{"a"} << QByteArray("");
    QTest::newRow("none offered") << QByteArrayList{"a"} << QByteArrayList{} << QByteArray("");
    QTest::newRow("nothing in common") << QByteArrayList{"a"} << QByteArrayList{"b"} << QByteArray("");
    QTest::newRow("our order counts") << QByteArrayList{"a", "b"} << QByteArrayList{"b", "a"} << QByteArray("a");
    QTest::newRow("4.1.10 case counts") << QByteArrayList{"Chat"} << QByteArrayList{"chat"} << QByteArray("");
}

void TestHandshake::choosesSubprotocol()
{
    QFETCH(QByteArrayList, spoken);
    QFETCH(QByteArrayList, offered);
    QFETCH(QByteArray, chosen);
    std::vector<std::string> ours;
    std::vector<std::string_view> theirs;
    for (const QByteArray &name : spoken)
        ours.push_back(name.toStdString());
    for (const QByteArray &name : offered)
        theirs.emplace_back(name.constData(), std::size_t(name.size()));
    QCOMPARE(bytes(chooseSubprotocol(ours, theirs)), chosen);
}

void TestHandshake::writesTheAnswer()
{
    const Field more[] = {{"Server", "Porthole"}};
    QCOMPARE(bytes(writeUpgradeResponse("dGhlIHNhbXBsZSBub25jZQ==", "chat", "permessage-deflate", more).value()),
             QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: chat\r\n"
                        "Sec-WebSocket-Extensions: permessage-deflate\r\nServer: Porthole\r\n\r\n"));
    QVERIFY(writeUpgradeResponse("k").value().find("Protocol:") == std::string::npos);
    QVERIFY(!writeUpgradeResponse("k", "a\r\nb"));
}

QTEST_APPLESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
