// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

#include <thread>

namespace porthole::test {

namespace {

using namespace std::chrono_literals;

void openMessageClose()
{
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/chat"));
    client.write(textFrame("hello"));
    QVERIFY(receives(client, "hello"));
    client.write(RawClient::closeFrame(1000, "done"));
    QCOMPARE(receivesClose(client), 1000);
    const QString id = QStringLiteral("#%1").arg(server.lastOpened().value);
    QTRY_COMPARE(server.lines(),
                 QStringList({QStringLiteral("open %1 /chat").arg(id), QStringLiteral("message %1 text hello").arg(id),
                              QStringLiteral("close %1 1000 clean client \"peer close\" done").arg(id)}));
}

void closeSaysWhy()
{
    std::optional<Closed> closed;
    std::mutex mutex;
    RecordedServer server(testSettings());
    server.whenClose = [&](const Closed &told) {
        const std::lock_guard lock(mutex);
        closed = told;
    };
    const auto last = [&] {
        const std::lock_guard lock(mutex);
        return closed;
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(opened(server, client));
    client.reset();
    QTRY_VERIFY(last());
    QCOMPARE(last()->code, quint16(1006));
    QVERIFY(!last()->clean);
    QCOMPARE(last()->initiator, Initiator::Network);
    QCOMPARE(last()->cause, Cause::Reset);
    QCOMPARE(last()->systemError, ECONNRESET);
}

void order()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake() + textFrame("1") + textFrame("2") + RawClient::closeFrame(1000));
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QStringList kinds;
    for (const QString &line : server.lines())
        kinds << line.section(QLatin1Char(' '), 0, 0);
    QCOMPARE(kinds,
             QStringList({QStringLiteral("open"), QStringLiteral("message"), QStringLiteral("message"),
                          QStringLiteral("close")}));
}

void pushFromAnyThread()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    PushResult result = PushResult::UnknownClient;
    std::thread([&] { result = server.server().push(id, QStringLiteral("from afar")); }).join();
    QCOMPARE(result, PushResult::Queued);
    QVERIFY(receives(client, "from afar"));
    QCOMPARE(server.server().push(id, Message::binary("\1\2")), PushResult::Queued);
    QVERIFY(receives(client, "\1\2"));
}

void pushErrors()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    QCOMPARE(server.server().push(ClientId{4711}, QStringLiteral("x")), PushResult::UnknownClient);
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(plain.waitForConnected());
    RawClient later(server.port());
    const ClientId id = opened(server, later);
    QTRY_VERIFY(server.server().exists(ClientId{id.value - 1}));
    QCOMPARE(server.server().push(ClientId{id.value - 1}, QStringLiteral("x")), PushResult::NotEstablished);
    QCOMPARE(server.server().push(id, Message::ping(QByteArray(126, 'x'))), PushResult::NotAllowed);
    QCOMPARE(server.server().push(id, Message(Opcode::Close, {})), PushResult::NotAllowed);
}

void broadcast()
{
    Settings settings = testSettings();
    settings.workers = 2;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient a(server.port());
    RawClient b(server.port());
    RawClient c(server.port());
    const ClientId first = opened(server, a);
    QVERIFY(opened(server, b) && opened(server, c));
    QVERIFY(accepted(server.server().broadcast(QStringLiteral("to the others"), first)));
    QVERIFY(accepted(server.server().broadcast(QStringLiteral("to all"))));
    QVERIFY(receives(b, "to the others") && receives(b, "to all"));
    QVERIFY(receives(c, "to the others") && receives(c, "to all"));
    QVERIFY(receives(a, "to all"));
}

void autoPong()
{
    Settings settings = testSettings();
    settings.pingFrames = settings.pongFrames = settings.closeFrames = true;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    const QByteArray longest(125, 'p');
    client.write(textFrame("before") + RawClient::frame(Opcode::Ping, longest) + RawClient::frame(Opcode::Pong, "own")
                 + textFrame("between") + RawClient::closeFrame(1001, "leaving"));
    const auto pong = client.readFrame();
    QVERIFY(pong && pong->opcode == Opcode::Pong);
    QCOMPARE(pong->payload, longest);
    QCOMPARE(receivesClose(client), 1001);
    const QString of = QStringLiteral("#%1 ").arg(id.value);
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QCOMPARE(
        server.lines(QStringLiteral("message")),
        QStringList({of + QStringLiteral("text before"), of + QStringLiteral("ping ") + QString::fromLatin1(longest),
                     of + QStringLiteral("pong own"), of + QStringLiteral("text between"),
                     of + QStringLiteral("close ")
                         + QString::fromUtf8("\x03\xE9"
                                             "leaving")}));
}

void pings()
{
    Settings settings = testSettings();
    settings.pingInterval = 20ms;
    settings.pongTimeout = 200ms;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    const auto ping = client.readFrame();
    QVERIFY(ping && ping->opcode == Opcode::Ping);
    client.write(RawClient::frame(Opcode::Pong, ping->payload));
    QTRY_VERIFY(server.server().clientInfo(id)->rtt >= 0);
    QCOMPARE(server.server().push(id, Message::ping("by hand")), PushResult::Queued);
    int code = 0;
    bool seen = false;
    while (code == 0) {
        const auto frame = client.readFrame();
        QVERIFY(frame);
        seen = seen || frame->payload == "by hand";
        code = frame->opcode == Opcode::Close ? frame->closeCode() : 0;
    }
    QVERIFY(seen);
    QCOMPARE(code, 3012);
}

void validation()
{
    struct Fault
    {
        const char *rule;
        QByteArray bytes;
        int code;
    };
    const Fault faults[] = {{"unmasked", QByteArray("\x81\x01x"), 1002},
                            {"reserved bit", QByteArray("\xC1\x80\0\0\0\0", 6), 1002},
                            {"reserved opcode", QByteArray("\x83\x80\0\0\0\0", 6), 1002},
                            {"continuation of nothing", RawClient::frame(Opcode::Continuation, "x"), 1002},
                            {"bad UTF-8", textFrame("\xFF"), 1007},
                            {"length with its top bit set", QByteArray("\x82\xFF\x80\0\0\0\0\0\0\1", 10), 1002},
                            {"length of all ones", QByteArray("\x82\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10), 1002}};
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    for (const Fault &fault : faults) {
        RawClient client(server.port());
        QVERIFY(client.open());
        client.write(fault.bytes);
        QVERIFY2(receivesClose(client) == fault.code, fault.rule);
    }
}

void tooBig()
{
    Settings settings = testSettings();
    settings.messageMaxBytes = 1000;
    RecordedServer server(settings);
    QVERIFY(server.start());
    const QByteArray half(600, 'x');
    for (const QByteArray &bytes :
         {RawClient::frame(Opcode::Binary, QByteArray(1001, 'x')),
          RawClient::frame(Opcode::Binary, half, false) + RawClient::frame(Opcode::Continuation, half)}) {
        RawClient client(server.port());
        QVERIFY(client.open());
        client.write(bytes);
        QCOMPARE(receivesClose(client), 1009);
    }
}

void hugeLength()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(QByteArray("\x82\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10) + "keys");
    QCOMPARE(receivesClose(client), 1009);
}

// Pushed on the worker's own thread a message is with the kernel or in the queue when push() returns.
void backpressure()
{
    std::atomic<int> full = 0;
    std::atomic<int> drains = 0;
    std::atomic<qint64> queued = 0;
    Settings settings = testSettings();
    settings.queueMaxBytes = 256 * 1024;
    settings.queuePolicy = QueuePolicy::Block;
    const QByteArray block(64 * 1024, 'b');
    RecordedServer server(settings);
    server.server().onBufferFull([&](ClientId) { ++full; });
    server.server().onDrain([&](ClientId) { ++drains; });
    server.whenMessage = [&](const Frame &frame) {
        while (accepted(server.server().push(frame.client, Opcode::Binary, block))) { }
        queued = server.server().queuedBytes(frame.client);
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(opened(server, client));
    client.write(textFrame("go"));
    QTRY_COMPARE(full.load(), 1);
    QTRY_VERIFY(queued > settings.queueMaxBytes - 2 * block.size() && queued <= settings.queueMaxBytes);
    while (drains == 0)
        QVERIFY(client.readFrame());
}

void queuesOfAll()
{
    Settings settings = testSettings();
    settings.queueTotalMaxBytes = 256 * 1024;
    settings.closeTimeout = 100ms;
    std::vector<ClientId> ids;
    const QByteArray block(64 * 1024, 'b');
    RecordedServer server(settings);
    server.whenMessage = [&](const Frame &) {
        while (accepted(server.server().push(ids[0], Opcode::Binary, block))
               && accepted(server.server().push(ids[1], Opcode::Binary, block))) { }
    };
    QVERIFY(server.start());
    RawClient first(server.port());
    RawClient second(server.port());
    ids = {opened(server, first), opened(server, second)};
    first.write(textFrame("go"));
    QTRY_COMPARE(server.lines(QStringLiteral("close")).filter(QStringLiteral(" 3008 ")).size(), 1);
    QVERIFY(server.lines(QStringLiteral("close")).first().contains(QStringLiteral("\"queues full\"")));
}

void fragmentsByHand()
{
    std::vector<PushResult> results;
    std::atomic<bool> done = false;
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) {
        const auto push = [&](const Message &message) {
            results.push_back(server.server().push(frame.client, message));
        };
        push(Message::fragment(Opcode::Continuation, "of nothing", true));
        push(Message::fragment(Opcode::Text, "one ", false));
        push(QStringLiteral("between"));
        push(Message::ping("may"));
        push(Message::fragment(Opcode::Continuation, "two", true));
        push(QStringLiteral("after"));
        done = true;
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(opened(server, client));
    client.write(textFrame("go"));
    QTRY_VERIFY(done);
    QCOMPARE(results,
             (std::vector{PushResult::NotAllowed, PushResult::Sent, PushResult::NotAllowed, PushResult::Sent,
                          PushResult::Sent, PushResult::Sent}));
    QByteArray wire;
    for (int index = 0; index < 4; ++index) {
        const auto frame = client.readFrame();
        QVERIFY(frame);
        wire += QByteArray::number(int(frame->opcode)) + (frame->fin ? "! " : "- ") + frame->payload + ';';
    }
    QCOMPARE(wire, QByteArray("1- one ;9! may;0! two;1! after;"));
}

} // namespace

QList<Capability> messageRows()
{
    return {{"Open / Message / Close events with connection object", openMessageClose},
            {"Close event with code, reason, wasClean, initiator, errno", closeSaysWhy},
            {"Guaranteed per-connection order Open -> Message* -> Close, no overlap", order},
            {"push text/binary from any thread, result enum", pushFromAnyThread},
            {"push to unknown / unestablished -> distinct error codes", pushErrors},
            {"Broadcast / rooms / topics primitive, encode once", broadcast},
            {"Auto-pong (<=125 B, from I/O thread), optional delivery of ping/pong/close frames", autoPong},
            {"Ping API + automatic server ping, RTT, pong timeout", pings},
            {"Unmasked/RSV/opcode/fragment/UTF-8 validation -> 1002/1007", validation},
            {"Max frame / message (incl. inflated) -> 1009", tooBig},
            {"64-bit length overflow safe", hugeLength},
            {"Back-pressure: per-conn + global byte limit, watermark events, policy, bufferedAmount", backpressure},
            {"Back-pressure of all clients together", queuesOfAll},
            {"Manual fragments / FIN flag, raw opcode send", fragmentsByHand}};
}

} // namespace porthole::test
