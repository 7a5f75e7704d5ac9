// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/monitor/monitor.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <stdexcept>
#include <thread>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// The facade: life of a server, events, push from everywhere, timers.
class TestServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startAndStopInOrder();
    void startFails_data();
    void startFails();
    void eventsOfOneClientInOrder();
    void leastLoadedWorkerGetsTheNext();
    void pushResults();
    void pushFromAnotherThread();
    void pushFromAnotherThreadIsBounded();
    void broadcastReachesAllButOne();
    void disconnectChecks_data();
    void disconnectChecks();
    void throwingHandlerCostsItsClientOnly();
    void throwingTick();
    void tickOfAClientDiesWithIt();
    void timersRunWhereTheyBelong();
    void stopCloses();
    void stopCutsAfterTheGrace();
    void handlerThatSpinsALoopKeepsTheOrder();
    void destructorCuts();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

Settings workers(int count)
{
    Settings settings = testSettings();
    settings.workers = count;
    return settings;
}

} // namespace

void TestServer::startAndStopInOrder()
{
    RecordedServer recorded(workers(2));
    Server &server = recorded.server();
    server.onStart([&] { recorded.write(QStringLiteral("start")); });
    server.onShutdown([&] { recorded.write(QStringLiteral("shutdown")); });
    server.onWorkerStart([&](int) { recorded.write(QStringLiteral("worker start")); });
    server.onWorkerStop([&](int) { recorded.write(QStringLiteral("worker stop")); });

    QVERIFY(recorded.start());
    QVERIFY(server.port() != 0);
    const QString scheme = wantsTls() ? QStringLiteral("wss") : QStringLiteral("ws");
    QCOMPARE(server.url().toString(), QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(server.port()));
    QVERIFY2(!server.start(), "a server starts once");
    server.stop();

    QTRY_COMPARE(recorded.lines().size(), 6);
    QCOMPARE(recorded.lines(),
             QStringList({QStringLiteral("worker start"), QStringLiteral("worker start"), QStringLiteral("start"),
                          QStringLiteral("worker stop"), QStringLiteral("worker stop"), QStringLiteral("shutdown")}));
}

void TestServer::startFails_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("says");
    QTest::newRow("port taken") << QStringLiteral("127.0.0.1") << true << QStringLiteral("is taken");
    QTest::newRow("address not ours") << QStringLiteral("192.0.2.1") << false
                                      << QStringLiteral("not an address of this");
    QTest::newRow("no address") << QStringLiteral("example") << false << QStringLiteral("host is \"example\"");
}

void TestServer::startFails()
{
    QFETCH(const QString, host);
    QFETCH(const bool, taken);
    QFETCH(const QString, says);
    QTcpServer other;
    Settings settings = testSettings();
    settings.host = host;
    if (taken) {
        QVERIFY(other.listen(QHostAddress::LocalHost));
        settings.port = other.serverPort();
    }
    Server server(settings);
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(says), qPrintable(started.error().message));
}

void TestServer::eventsOfOneClientInOrder()
{
    RecordedServer server(workers(2));
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/chat?room=1"));
    for (const char *word : {"a", "b", "c"})
        client.write(text(word));
    client.write(RawClient::closeFrame(1000));
    QVERIFY(client.waitForEnd());

    QTRY_COMPARE(server.lines().size(), 5);
    const QString id = QStringLiteral("#%1").arg(server.lastOpened().value);
    QCOMPARE(server.lines(),
             QStringList({QStringLiteral("open %1 /chat?room=1").arg(id), QStringLiteral("message %1 text a").arg(id),
                          QStringLiteral("message %1 text b").arg(id), QStringLiteral("message %1 text c").arg(id),
                          QStringLiteral("close %1 1000 clean client \"peer close\"").arg(id)}));
}

void TestServer::leastLoadedWorkerGetsTheNext()
{
    RecordedServer server(workers(3));
    std::mutex mutex;
    QList<QPair<quint64, QThread *>> seen;
    server.whenOpen = [&](const Request &request) {
        const std::lock_guard lock(mutex);
        seen.append({request.client.value, QThread::currentThread()});
    };
    QVERIFY(server.start());
    std::vector<std::unique_ptr<RawClient>> clients;
    quint64 before = 0;
    for (int index = 0; index < 9; ++index) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        QVERIFY(clients.back()->open());
        QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), index + 1);
        QVERIFY2(server.lastOpened().value > before, "ids grow");
        before = server.lastOpened().value;
    }
    QMap<quint64, QThread *> threadOf;
    QMap<QThread *, int> counts;
    for (const auto &[id, thread] : seen) {
        QCOMPARE(threadOf.value(id % 3, thread), thread);
        threadOf[id % 3] = thread;
        ++counts[thread];
    }
    QCOMPARE(counts.values(), QList<int>({3, 3, 3}));
}

void TestServer::pushResults()
{
    RecordedServer server(testSettings());
    QList<PushResult> results;
    server.whenMessage = [&](const Frame &frame) {
        Server &api = server.server();
        results.append(api.push(frame.client, QStringLiteral("text")));
        results.append(api.push(frame.client, QJsonArray{1, QStringLiteral("two")}));
        results.append(api.push(frame.client, Message::binary("\x00\x01")));
        results.append(api.push({frame.client.value + 1}, QStringLiteral("nobody")));
        results.append(api.push({}, QStringLiteral("nobody")));
        results.append(api.push(frame.client, Opcode::Binary, QByteArray(api.settings().messageMaxBytes + 1, 'a')));
        QVERIFY(api.disconnect(frame.client));
        results.append(api.push(frame.client, QStringLiteral("late")));
        server.write(QStringLiteral("done"));
    };
    QVERIFY(server.start());
    QCOMPARE(server.server().push({1}, QStringLiteral("nobody yet")), PushResult::UnknownClient);
    RawClient half(server.port());
    QTRY_VERIFY(server.server().exists({1}));
    QCOMPARE(server.server().push({1}, QStringLiteral("too early")), PushResult::NotEstablished);
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(text("go"));

    QTRY_COMPARE(server.last(), QStringLiteral("done"));
    QCOMPARE(results,
             QList<PushResult>({PushResult::Sent, PushResult::Sent, PushResult::Sent, PushResult::UnknownClient,
                                PushResult::UnknownClient, PushResult::TooBig, PushResult::NotEstablished}));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("text"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("[1,\"two\"]"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).opcode, Opcode::Binary);
}

void TestServer::pushFromAnotherThread()
{
    RecordedServer server(workers(2));
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());
    const ClientId id = server.lastOpened();

    constexpr int threads = 4;
    constexpr int each = 250;
    std::vector<std::thread> pushers;
    for (int thread = 0; thread < threads; ++thread)
        pushers.emplace_back([&server, id, thread] {
            for (int index = 0; index < each; ++index)
                server.server().push(id, QStringLiteral("%1 %2").arg(thread).arg(index));
        });
    for (std::thread &pusher : pushers)
        pusher.join();

    QMap<int, int> next;
    for (int index = 0; index < threads * each; ++index) {
        const QList<QByteArray> words = client.readFrame().value_or(WireFrame()).payload.split(' ');
        QCOMPARE(words.size(), 2);
        QCOMPARE(words[1].toInt(), next[words[0].toInt()]++);
    }
}

void TestServer::pushFromAnotherThreadIsBounded()
{
    Settings settings = testSettings();
    settings.queueMaxBytes = 128 * 1024;
    settings.queuePolicy = QueuePolicy::Block;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    const Message block = Message::binary(QByteArray(16 * 1024, 'b'));
    int taken = 0;
    PushResult result = PushResult::Sent;
    for (; accepted(result = server.server().push({1}, block)); ++taken) { }
    QCOMPARE(result, PushResult::BacklogFull);

    client.socket().setReadBufferSize(0);
    for (int index = 0; index < 8; ++index)
        QCOMPARE(client.readFrame().value_or(WireFrame()).payload.size(), 16 * 1024);
    QVERIFY(taken >= 8);
    QTRY_VERIFY2(accepted(server.server().push({1}, block)), "there is room again once it reads");
}

void TestServer::broadcastReachesAllButOne()
{
    RecordedServer server(workers(2));
    server.whenMessage = [&](const Frame &frame) {
        server.server().broadcast(Message(frame.opcode, frame.data()), frame.client);
    };
    QVERIFY(server.start());
    RawClient clients[] = {RawClient(server.port()), RawClient(server.port()), RawClient(server.port())};
    for (RawClient &client : clients)
        QVERIFY(client.open());
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 3);

    clients[0].write(text("from 0"));
    QCOMPARE(clients[1].readFrame().value_or(WireFrame()).payload, QByteArray("from 0"));
    QCOMPARE(clients[2].readFrame().value_or(WireFrame()).payload, QByteArray("from 0"));
    clients[1].write(text("from 1"));
    QCOMPARE(clients[0].readFrame().value_or(WireFrame()).payload, QByteArray("from 1"));
    QCOMPARE(clients[2].readFrame().value_or(WireFrame()).payload, QByteArray("from 1"));
}

void TestServer::disconnectChecks_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("good");
    const QString fits = QString(61, QChar(0xE9)) + QLatin1Char('a');
    for (const int code : {1000, 1003, 1007, 1014, 3000, 4999})
        QTest::addRow("code %d may be sent", code) << code << QString() << true;
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
        QTest::addRow("code %d may not", code) << code << QString() << false;
    QTest::newRow("reason of 123 bytes of UTF-8") << 1000 << fits << true;
    QTest::newRow("reason of 124 bytes of UTF-8") << 1000 << fits + QLatin1Char('a') << false;
}

void TestServer::disconnectChecks()
{
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    QFETCH(const bool, good);
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    const auto done = server.server().disconnect({1}, quint16(code), reason);

    QCOMPARE(bool(done), good);
    if (!good) {
        QVERIFY(done.error().message.endsWith(QLatin1Char('.')));
        QVERIFY(server.server().isEstablished({1}));
        return;
    }
    const auto frame = client.readFrame();
    QVERIFY(frame);
    QCOMPARE(int(frame->closeCode()), code);
    QCOMPARE(frame->closeReason(), reason.toUtf8());
}

void TestServer::throwingHandlerCostsItsClientOnly()
{
    RecordedServer server(testSettings(), true);
    server.whenMessage = [](const Frame &frame) {
        if (frame.text() == QLatin1String("throw"))
            throw std::runtime_error("as asked");
    };
    QVERIFY(server.start());
    RawClient other(server.port());
    RawClient client(server.port());
    QVERIFY(other.open() && client.open());
    QTest::ignoreMessage(QtWarningMsg, "A handler of client #2 threw: as asked.");
    client.write(text("throw"));

    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("throw"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).closeCode(), 1011);
    client.write(RawClient::closeFrame(1011));
    QTRY_VERIFY(server.last().startsWith(QStringLiteral("close #2 1011 clean server \"handler error\"")));
    other.write(text("still here"));
    QCOMPARE(other.readFrame().value_or(WireFrame()).payload, QByteArray("still here"));
    server.server().stop(0ms);
    QTRY_COMPARE(server.server().finalTotals().handlerErrors, 1u);
}

void TestServer::throwingTick()
{
    RecordedServer server(testSettings());
    server.whenOpen = [&](const Request &request) { server.server().tick(request.client, 1ms, [] { throw 42; }); };
    QTest::ignoreMessage(QtWarningMsg, "A handler of client #1 threw: something that is no std::exception.");
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QCOMPARE(client.readFrame().value_or(WireFrame()).closeCode(), 1011);
}

void TestServer::tickOfAClientDiesWithIt()
{
    RecordedServer server(testSettings());
    std::atomic<int> ofClient = 0;
    std::atomic<int> ofServer = 0;
    server.whenOpen = [&](const Request &request) { server.server().tick(request.client, 1ms, [&] { ++ofClient; }); };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(ofClient > 3);

    client.reset();
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    const int atTheEnd = ofClient;
    server.server().tick(1ms, [&] { ++ofServer; });
    QTRY_VERIFY(ofServer > 10);
    QCOMPARE(ofClient.load(), atTheEnd);
    QVERIFY(!server.server().tick(ClientId(), 1ms, [] {}));
}

void TestServer::timersRunWhereTheyBelong()
{
    RecordedServer server(workers(2));
    std::atomic<QThread *> handlerThread = nullptr;
    std::atomic<QThread *> tickThread = nullptr;
    std::atomic<int> ticks = 0;
    std::atomic<TimerId> tick{};
    server.whenMessage = [&](const Frame &) {
        handlerThread = QThread::currentThread();
        tick = server.server().tick(1ms, [&] {
            tickThread = QThread::currentThread();
            if (++ticks == 3)
                server.write(QStringLiteral("cleared %1").arg(server.server().clearTimer(tick)));
        });
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(text("go"));
    QTRY_COMPARE(server.last(), QStringLiteral("cleared 1"));
    QCOMPARE(tickThread.load(), handlerThread.load());

    std::atomic<bool> after = false;
    server.server().after(1ms, [&] { after = true; });
    QTRY_VERIFY(after);
    QCOMPARE(ticks.load(), 3);
    QVERIFY(!server.server().clearTimer({}));
}

void TestServer::stopCloses()
{
    RecordedServer server(workers(2));
    QVERIFY(server.start());
    RawClient client(server.port());
    RawClient half(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());

    server.server().stop();
    const auto close = client.readFrame();
    QVERIFY(close);
    QCOMPARE(close->closeCode(), 1001);
    client.write(RawClient::closeFrame(1001));
    QVERIFY(half.waitForEnd());

    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QVERIFY(
        server.lines(QStringLiteral("close")).constFirst().contains(QStringLiteral("1001 clean server \"shutdown\"")));
    RawClient late(server.port());
    QCOMPARE(late.socket().state(), QAbstractSocket::UnconnectedState);
}

void TestServer::stopCutsAfterTheGrace()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());
    bool done = false;
    server.server().onShutdown([&] { done = true; });

    server.server().stop(50ms);

    QTRY_VERIFY(done);
    QVERIFY(server.last().contains(QStringLiteral("1001 unclean server \"shutdown\"")));
    const Totals totals = server.server().finalTotals();
    QCOMPARE(totals.accepted, 1u);
    QCOMPARE(totals.closed, 1u);
    QCOMPARE(totals.clients, 0u);
}

/// A handler may wait in an event loop of its own; its client's next events wait for it.
void TestServer::handlerThatSpinsALoopKeepsTheOrder()
{
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) {
        const QString word = frame.text();
        server.write(QStringLiteral("begin ") + word);
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
        server.write(QStringLiteral("end ") + word);
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(text("a") + text("b"));
    client.write(text("c"));
    QTRY_VERIFY(!server.lines(QStringLiteral("begin")).isEmpty());
    client.reset();

    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    const QStringList lines = server.lines().filter(QRegularExpression(QStringLiteral("^(begin|end|close)")));
    for (int index = 0; index + 1 < lines.size(); index += 2) {
        QVERIFY(lines[index].startsWith(QStringLiteral("begin")));
        QCOMPARE(lines[index + 1], QString(lines[index]).replace(QStringLiteral("begin"), QStringLiteral("end")));
    }
    QVERIFY(lines.constLast().startsWith(QStringLiteral("close")));
}

void TestServer::destructorCuts()
{
    std::unique_ptr<RawClient> client;
    {
        RecordedServer server(workers(2));
        QVERIFY(server.start());
        client = std::make_unique<RawClient>(server.port());
        QVERIFY(client->open());
    }
    QVERIFY(client->waitForEnd());
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
