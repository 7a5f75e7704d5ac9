// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

Settings quickSettings()
{
    Settings settings = testSettings();
    settings.closeTimeout = 200ms;
    settings.handshakeTimeout = 200ms;
    settings.messageMaxBytes = 64 * 1024;
    return settings;
}

} // namespace

/// What every engine owes, a row a rule, over a real socket. Where an engine cannot, the row says so and why.
class TestContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_data();
    void frames();
    void ends_data();
    void ends();
    void refusals_data();
    void refusals();
    void handshakeTooSlow();
    void framesInOneWriteWithTheHandshake();
    void subprotocolIsOursAndOffered();
    void pingIsAnswered();
    void waitsForThePeersCloseFrame();
    void dropsWhatComesAfterItsCloseFrame();
    void peerThatNeverAnswersIsCut();
    void slowReaderIsCut();
    void closeIsAReset();
    void disconnectInsideAMessageWithACloseBehindIt();
    void closeInsideOpen();
    void backlogFullAndDrain();
    void queuePolicies_data();
    void queuePolicies();
    void answersWaitForASlowReader_data();
    void answersWaitForASlowReader();
    void pingsAndRoundTripTime();
    void silentPeers_data();
    void silentPeers();
    void protectedPeerMayBeSilent();
};

/// Echo: what goes in comes out, however the peer cuts it.
void TestContract::frames_data()
{
    QTest::addColumn<QByteArrayList>("writes");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");

    const QByteArray utf8("h\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x8c\x8a");
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte.append(char(byte));
    const auto row = [](const char *rule, const QByteArrayList &writes, Opcode opcode, const QByteArray &payload) {
        QTest::newRow(rule) << writes << int(opcode) << payload;
    };
    QByteArrayList dribbled;
    for (const char byte : text("hello"))
        dribbled.append(QByteArray(1, byte));

    row("5.6 text", {text("hello")}, Opcode::Text, "hello");
    row("5.6 text in UTF-8", {text(utf8)}, Opcode::Text, utf8);
    row("5.6 empty text", {text("")}, Opcode::Text, "");
    row("5.6 binary, every byte", {RawClient::frame(Opcode::Binary, everyByte)}, Opcode::Binary, everyByte);
    row("5.2 length in 7 bits, the longest", {text(QByteArray(125, 'a'))}, Opcode::Text, QByteArray(125, 'a'));
    row("5.2 length in 16 bits, the shortest", {text(QByteArray(126, 'a'))}, Opcode::Text, QByteArray(126, 'a'));
    row("5.2 length in 16 bits, the longest", {text(QByteArray(65535, 'a'))}, Opcode::Text, QByteArray(65535, 'a'));
    row("5.2 length in 64 bits", {text(QByteArray(65536, 'a'))}, Opcode::Text, QByteArray(65536, 'a'));
    row("5.4 fragments", {RawClient::frame(Opcode::Text, "he", false), RawClient::frame(Opcode::Continuation, "llo")},
        Opcode::Text, "hello");
    row("5.4 a ping between fragments",
        {RawClient::frame(Opcode::Text, "he", false) + RawClient::frame(Opcode::Pong, "unasked")
         + RawClient::frame(Opcode::Continuation, "llo")},
        Opcode::Text, "hello");
    row("5.2 byte by byte", dribbled, Opcode::Text, "hello");
}

void TestContract::frames()
{
    QFETCH(const QByteArrayList, writes);
    QFETCH(const int, opcode);
    QFETCH(const QByteArray, payload);
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());

    for (const QByteArray &bytes : writes)
        client.write(bytes);
    const auto reply = client.readFrame();

    QVERIFY(reply);
    QCOMPARE(int(reply->opcode), opcode);
    QCOMPARE(reply->payload, payload);
    QVERIFY(reply->fin);
}

/// What the peer does to end it, which close frame it is sent, and what onClose is told.
void TestContract::ends_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("then");
    QTest::addColumn<int>("closeFrame");
    QTest::addColumn<QString>("told");

    constexpr int none = 0;
    const auto row = [](const char *rule, const QByteArray &bytes, const char *then, int closeFrame, const char *told) {
        QTest::newRow(rule) << bytes << QString::fromLatin1(then) << closeFrame << QString::fromLatin1(told);
    };
    row("7.1 close frame", RawClient::closeFrame(1000, "bye"), "", 1000, "1000 clean client \"peer close\" bye");
    row("7.4.2 private code", RawClient::closeFrame(4001, "mine"), "", 4001, "4001 clean client \"peer close\" mine");
    row("7.1.5 close frame without a code is 1005, fact 3", RawClient::frame(Opcode::Close, ""), "", -1,
        "1005 clean client \"peer close\"");
    row("7.1.5 FIN alone is 1006, fact 3", "", "finish", none, "1006 unclean network \"end of stream\"");
    row("7.1.5 RST is 1006, fact 3", "", "reset", none, "1006 unclean network \"reset\"");
    row("7.1.5 FIN in the middle of a frame is 1006", text("hello").first(4), "finish", none,
        "1006 unclean network \"end of stream\"");
    row("5.1 unmasked frame, fact 2", QByteArray("\x81\x02hi", 4), "", 1002, "1002 unclean server \"protocol error\"");
    row("5.2 reserved bit", QByteArray("\xC1\x80\0\0\0\0", 6), "", 1002, "1002 unclean server \"protocol error\"");
    row("5.2 reserved opcode", QByteArray("\x83\x80\0\0\0\0", 6), "", 1002, "1002 unclean server \"protocol error\"");
    row("5.2 length with the top bit set", QByteArray("\x82\xFF\x80\0\0\0\0\0\0\1\0\0\0\0", 14), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("5.2 length all ones", QByteArray("\x82\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0\0\0", 14), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("5.5 fragmented ping", RawClient::frame(Opcode::Ping, "", false), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("5.5 ping over 125 bytes", RawClient::frame(Opcode::Ping, QByteArray(126, 'a')), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("5.4 continuation of nothing", RawClient::frame(Opcode::Continuation, "a"), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("5.4 text within fragments", RawClient::frame(Opcode::Text, "a", false) + text("b"), "", 1002,
        "1002 unclean server \"protocol error\"");
    row("8.1 bad UTF-8", text("\xC3\x28"), "", 1007, "1007 unclean server \"bad UTF-8\"");
    row("message over the limit, fact 7", RawClient::frame(Opcode::Binary, QByteArray(64 * 1024 + 1, 'a')), "", 1009,
        "1009 unclean server \"too big\"");
    row("fragments over the limit together, fact 7",
        RawClient::frame(Opcode::Binary, QByteArray(40'000, 'a'), false)
            + RawClient::frame(Opcode::Continuation, QByteArray(40'000, 'a')),
        "", 1009, "1009 unclean server \"too big\"");
}

void TestContract::ends()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, then);
    QFETCH(const int, closeFrame);
    QFETCH(const QString, told);
    RecordedServer server(quickSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());

    client.write(bytes);
    if (then == QLatin1String("finish"))
        client.finish();
    if (then == QLatin1String("reset"))
        client.reset();
    if (closeFrame != 0) {
        const auto frame = client.readFrame();
        QVERIFY(frame);
        QCOMPARE(frame->opcode, Opcode::Close);
        if (closeFrame > 0)
            QCOMPARE(int(frame->closeCode()), closeFrame);
        client.write(RawClient::closeFrame(frame->closeCode()));
    }
    if (then != QLatin1String("reset"))
        QVERIFY(client.waitForEnd());
    client.socket().close();

    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    const QString line = server.lines(QStringLiteral("close")).constFirst();
    QVERIFY2(line.startsWith(QStringLiteral("#1 ") + told), qPrintable(line));
    QVERIFY(server.lines(QStringLiteral("message")).isEmpty());
    QVERIFY(!server.server().exists({1}));
}

/// Fact 15 and 16: requests that are no handshake get a whole HTTP answer that says why.
void TestContract::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QString>("cause");

    const QByteArray good = RawClient::handshake();
    const auto without = [&](const char *line) { return QByteArray(good).replace(line, ""); };
    const auto with = [&](const char *line, const char *other) { return QByteArray(good).replace(line, other); };
    const auto row = [](const char *rule, const QByteArray &request, const char *status, const char *says,
                        const char *cause) {
        QTest::newRow(rule) << request << QByteArray(status) << QByteArray(says) << QString::fromLatin1(cause);
    };
    row("plain GET is no handshake, fact 16", "GET / HTTP/1.0\r\n\r\n", "404", "Content-Length", "not an upgrade");
    row("4.2.1 method", with("GET", "PUT"), "400", "", "bad handshake");
    row("4.2.1 HTTP/1.0", with("HTTP/1.1", "HTTP/1.0"), "400", "", "bad handshake");
    row("4.2.1 no Host", without("Host: 127.0.0.1\r\n"), "400", "Host", "bad handshake");
    row("4.2.1 no Connection", without("Connection: Upgrade\r\n"), "400", "Connection", "bad handshake");
    row("4.2.1 no key", without("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), "400", "Sec-WebSocket-Key",
        "bad handshake");
    row("4.2.1 key of 15 bytes", with("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25j"), "400", "Sec-WebSocket-Key",
        "bad handshake");
    row("4.4 another version is 426 and names ours", with("Version: 13", "Version: 8"), "426",
        "Sec-WebSocket-Version: 13", "bad handshake");
    row("not HTTP", "\x16\x03\x01\x02\x00\r\n\r\n", "400", "", "bad handshake");
    row("head over the limit is 431", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'a'), "431", "",
        "bad handshake");
}

void TestContract::refusals()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, says);
    QFETCH(const QString, cause);
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());

    client.write(request);
    const auto answer = client.readToEnd();
    client.socket().close();

    QVERIFY(answer);
    QVERIFY2(answer->startsWith("HTTP/1.1 " + status + ' '), answer->constData());
    QVERIFY2(answer->contains(says), answer->constData());
    QVERIFY2(answer->trimmed().endsWith('.'), "the answer ends with a sentence");
    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).size(), 1);
    QVERIFY(server.last().contains(cause));
    QVERIFY(server.lines(QStringLiteral("close")).isEmpty());
}

/// Fact 17.
void TestContract::handshakeTooSlow()
{
    RecordedServer server(quickSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake().first(30));

    const auto answer = client.readToEnd();
    client.socket().close();

    QVERIFY(answer);
    QVERIFY2(answer->startsWith("HTTP/1.1 408 "), answer->constData());
    QTRY_VERIFY(server.last().contains(QStringLiteral("handshake timeout")));
}

/// Fact 13.
void TestContract::framesInOneWriteWithTheHandshake()
{
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient client(server.port());

    client.write(RawClient::handshake("/one?two") + text("first") + text("second") + RawClient::closeFrame(1000));

    QVERIFY(client.readHead().startsWith("HTTP/1.1 101 "));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("first"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("second"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).opcode, Opcode::Close);
    client.socket().close();
    QTRY_COMPARE(server.lines().size(), 4);
    QCOMPARE(server.lines(),
             QStringList({QStringLiteral("open #1 /one?two"), QStringLiteral("message #1 text first"),
                          QStringLiteral("message #1 text second"),
                          QStringLiteral("close #1 1000 clean client \"peer close\"")}));
}

void TestContract::subprotocolIsOursAndOffered()
{
    Settings settings = testSettings();
    settings.subprotocols = {QStringLiteral("v2"), QStringLiteral("v1")};
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient both(server.port());
    both.write(RawClient::handshake("/", "Sec-WebSocket-Protocol: v1, v2\r\n"));
    QVERIFY(both.readHead().contains("Sec-WebSocket-Protocol: v2\r\n"));
    RawClient other(server.port());
    other.write(RawClient::handshake("/", "Sec-WebSocket-Protocol: v9\r\n"));
    QVERIFY(!other.readHead().contains("Sec-WebSocket-Protocol"));
}

void TestContract::pingIsAnswered()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());

    client.write(RawClient::frame(Opcode::Ping, QByteArray(125, 'p')));
    const auto pong = client.readFrame();

    QVERIFY(pong);
    QCOMPARE(pong->opcode, Opcode::Pong);
    QCOMPARE(pong->payload, QByteArray(125, 'p'));
}

/// Fact 4.
void TestContract::waitsForThePeersCloseFrame()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    QVERIFY(server.server().disconnect(server.lastOpened(), 4001, QStringLiteral("go")));
    const auto close = client.readFrame();
    QVERIFY(close);
    QCOMPARE(close->opcode, Opcode::Close);
    QCOMPARE(close->closeCode(), 4001);
    QCOMPARE(close->closeReason(), QByteArray("go"));
    QVERIFY(!client.socket().waitForDisconnected(50));
    QVERIFY(server.server().exists(server.lastOpened()));
    QVERIFY(!server.server().isEstablished(server.lastOpened()));
    QCOMPARE(server.server().push(server.lastOpened(), QStringLiteral("late")), PushResult::NotEstablished);

    client.write(RawClient::closeFrame(4001));
    QVERIFY(client.waitForEnd());
    QTRY_COMPARE(server.last(), QStringLiteral("close #1 4001 clean server \"server close\" go"));
}

void TestContract::dropsWhatComesAfterItsCloseFrame()
{
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) {
        if (frame.text() == QLatin1String("stop"))
            QVERIFY(server.server().disconnect(frame.client, 4000));
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());

    client.write(text("stop") + text("more"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).closeCode(), 4000);
    client.write(text("even more") + RawClient::closeFrame(4000));
    QVERIFY(client.waitForEnd());

    QTRY_VERIFY(server.last().startsWith(QStringLiteral("close #1 4000 clean")));
    QCOMPARE(server.lines(QStringLiteral("message")), QStringList(QStringLiteral("#1 text stop")));
}

void TestContract::peerThatNeverAnswersIsCut()
{
    RecordedServer server(quickSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    QVERIFY(server.server().disconnect(server.lastOpened(), 4001));
    QVERIFY(client.waitForEnd());

    QTRY_COMPARE(server.last(), QStringLiteral("close #1 4001 unclean server \"server close\""));
}

/// Fact 5: what waits for a slow reader does not keep its connection open.
void TestContract::slowReaderIsCut()
{
    Settings settings = quickSettings();
    settings.queuePolicy = QueuePolicy::Block;
    RecordedServer server(settings);
    server.whenMessage = [&](const Frame &frame) {
        const QByteArray block(60'000, 'b');
        while (server.server().push(frame.client, Opcode::Binary, block) != PushResult::BacklogFull) { }
        server.server().disconnect(frame.client, 4002);
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    QVERIFY(client.open());

    client.write(text("flood"));

    QTRY_COMPARE(server.last(), QStringLiteral("close #1 4002 unclean server \"server close\""));
}

void TestContract::closeIsAReset()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    QVERIFY(server.server().close(server.lastOpened()));
    QCOMPARE(client.readToEnd().value_or("?"), QByteArray());

    QTRY_COMPARE(server.last(), QStringLiteral("close #1 1006 unclean server \"aborted\""));
}

/// One close frame of ours, not two, when the peer's stands behind the message that made us close.
void TestContract::disconnectInsideAMessageWithACloseBehindIt()
{
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) { QVERIFY(server.server().disconnect(frame.client, 4003)); };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());

    client.write(text("a") + RawClient::closeFrame(1000));
    const auto rest = client.readToEnd();

    QVERIFY(rest);
    QCOMPARE(rest->size(), 4);
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
}

void TestContract::closeInsideOpen()
{
    RecordedServer server(testSettings());
    server.whenOpen = [&](const Request &request) { QVERIFY(server.server().close(request.client)); };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake() + text("never seen"));
    client.waitForEnd();

    QTRY_COMPARE(server.last(), QStringLiteral("close #1 1006 unclean server \"aborted\""));
    QVERIFY(server.lines(QStringLiteral("message")).isEmpty());
}

void TestContract::backlogFullAndDrain()
{
    Settings settings = testSettings();
    settings.queueMaxBytes = 256 * 1024;
    settings.queuePolicy = QueuePolicy::Block;
    RecordedServer server(settings);
    server.server().onBufferFull(
        [&](ClientId client) { server.write(QStringLiteral("buffer full #%1").arg(client.value)); });
    server.server().onDrain([&](ClientId client) { server.write(QStringLiteral("drain #%1").arg(client.value)); });
    std::atomic<int> accepted = 0;
    server.whenMessage = [&](const Frame &frame) {
        const QByteArray block(32 * 1024, 'b');
        while (porthole::accepted(server.server().push(frame.client, Opcode::Binary, block)))
            ++accepted;
        server.write(QStringLiteral("full"));
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(64 * 1024);
    QVERIFY(client.open());
    client.write(text("flood"));
    QTRY_COMPARE(server.lines(QStringLiteral("buffer")).size(), 1);

    client.socket().setReadBufferSize(0);
    for (int index = 0; index < accepted; ++index)
        QCOMPARE(client.readFrame().value_or(WireFrame()).payload.size(), 32 * 1024);
    QVERIFY(accepted > 8);
    QTRY_COMPARE(server.last(), QStringLiteral("drain #1"));
    QCOMPARE(server.server().queuedBytes({1}), 0);
    QTRY_VERIFY(porthole::accepted(server.server().push({1}, QStringLiteral("again"))));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("again"));
}

/// Numbered messages to a peer that does not read until it is told how many were taken; which of them it then gets.
void TestContract::queuePolicies_data()
{
    QTest::addColumn<QueuePolicy>("policy");
    QTest::addColumn<QString>("gets");
    QTest::newRow("close: 3008 and the cause") << QueuePolicy::Close << QStringLiteral("closed");
    QTest::newRow("drop newest: the first ones, in order") << QueuePolicy::DropNewest << QStringLiteral("front");
    QTest::newRow("drop oldest: the last one, in order") << QueuePolicy::DropOldest << QStringLiteral("back");
    QTest::newRow("block: the first ones, in order") << QueuePolicy::Block << QStringLiteral("front");
}

void TestContract::queuePolicies()
{
    QFETCH(const QueuePolicy, policy);
    QFETCH(const QString, gets);
    constexpr int messages = 600;
    Settings settings = testSettings();
    settings.queueMaxBytes = 256 * 1024;
    settings.queuePolicy = policy;
    RecordedServer server(settings);
    std::atomic<int> refused = 0;
    server.whenMessage = [&](const Frame &frame) {
        QByteArray block(32 * 1024, 'b');
        for (int index = 0; index < messages; ++index) {
            const QByteArray number = QByteArray::number(index).rightJustified(8);
            block.replace(0, 8, number);
            refused += accepted(server.server().push(frame.client, Opcode::Binary, block)) ? 0 : 1;
        }
        server.write(QStringLiteral("pushed"));
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(64 * 1024);
    QVERIFY(client.open());
    client.write(text("flood"));
    QTRY_VERIFY(server.lines().contains(QStringLiteral("pushed")));
    QCOMPARE(refused > 0, policy != QueuePolicy::DropOldest);

    int last = -1;
    int got = 0;
    for (auto frame = client.readFrame(); frame; frame = client.readFrame()) {
        if (frame->opcode == Opcode::Close) {
            QCOMPARE(int(frame->closeCode()), 3008);
            client.write(RawClient::closeFrame(3008));
            break;
        }
        const int number = frame->payload.first(8).trimmed().toInt();
        QVERIFY(number > last);
        last = number;
        ++got;
        if (gets != QLatin1String("closed") && (number == messages - 1 || got == messages - refused))
            break;
    }

    if (gets == QLatin1String("closed"))
        QTRY_VERIFY(server.last().contains(QStringLiteral("3008 clean server \"slow consumer\"")));
    else if (gets == QLatin1String("front"))
        QCOMPARE(last, got - 1);
    else
        QCOMPARE(last, messages - 1);
    QVERIFY(got < messages);
}

/// Who sends and does not read is not read from for a while; no echo of it is lost, whatever its queue may hold.
void TestContract::answersWaitForASlowReader_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("messages");
    QTest::newRow("short ones") << 1'000 << 10'000;
    QTest::newRow("longer than a gathering") << 5'000 << 2'000;
    QTest::newRow("longer than a read") << 300'000 << 40;
    QTest::newRow("longer than the queue") << 900'000 << 15;
}

void TestContract::answersWaitForASlowReader()
{
    QFETCH(const int, size);
    QFETCH(const int, messages);
    Settings settings = testSettings();
    settings.queueMaxBytes = 512 * 1024;
    RecordedServer server(settings);
    std::atomic<int> refused = 0;
    std::atomic<int> told = 0;
    server.whenMessage = [&](const Frame &frame) {
        refused += accepted(server.server().push(frame.client, frame.opcode, frame.view())) ? 0 : 1;
        ++told;
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    QVERIFY(client.open());

    client.socket().write(RawClient::frame(Opcode::Binary, QByteArray(size, 'e')).repeated(messages));
    const auto isStuck = [&, before = 0, times = 0]() mutable {
        times = told > 0 && told == std::exchange(before, told) ? times + 1 : 0;
        return times == 3;
    };
    QVERIFY(QTest::qWaitFor(isStuck, 20'000));
    QVERIFY(told < messages);

    client.socket().setReadBufferSize(0);
    for (int number = 0; number < messages; ++number)
        QCOMPARE(client.readFrame().value_or(WireFrame()).payload.size(), size);
    QCOMPARE(refused, 0);
}

void TestContract::pingsAndRoundTripTime()
{
    Settings settings = testSettings();
    settings.pingInterval = 20ms;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    for (const char *payload : {"1", "2", "3"}) {
        const auto ping = client.readFrame();
        QVERIFY(ping);
        QCOMPARE(ping->opcode, Opcode::Ping);
        QCOMPARE(ping->payload, QByteArray(payload));
        client.write(RawClient::frame(Opcode::Pong, ping->payload));
    }
    QVERIFY(server.lines(QStringLiteral("message")).isEmpty());
}

void TestContract::silentPeers_data()
{
    QTest::addColumn<int>("pingInterval");
    QTest::addColumn<int>("idleTimeout");
    QTest::addColumn<QString>("told");
    QTest::newRow("no pong") << 20 << 0 << QStringLiteral("#1 3012 unclean server \"no pong\"");
    QTest::newRow("idle, though it answers pings") << 0 << 60 << QStringLiteral("#1 1001 unclean server \"idle\"");
}

void TestContract::silentPeers()
{
    QFETCH(const int, pingInterval);
    QFETCH(const int, idleTimeout);
    QFETCH(const QString, told);
    Settings settings = quickSettings();
    settings.pingInterval = std::chrono::milliseconds(pingInterval);
    settings.pongTimeout = 40ms;
    settings.idleTimeout = std::chrono::milliseconds(idleTimeout);
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QVERIFY2(server.lines(QStringLiteral("close")).constFirst().startsWith(told), qPrintable(server.last()));
}

void TestContract::protectedPeerMayBeSilent()
{
    Settings settings = quickSettings();
    settings.pingInterval = 10ms;
    settings.pongTimeout = 20ms;
    settings.idleTimeout = 20ms;
    RecordedServer server(settings);
    server.whenOpen = [&](const Request &request) {
        if (request.target == "/protected")
            server.server().protect(request.client);
    };
    QVERIFY(server.start());
    RawClient silent(server.port());
    QVERIFY(silent.open("/protected"));
    RawClient other(server.port());
    QVERIFY(other.open("/other"));
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QVERIFY(server.lines(QStringLiteral("close")).constFirst().startsWith(QStringLiteral("#2 ")));
    QVERIFY(server.server().isEstablished({1}));
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
