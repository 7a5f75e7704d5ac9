// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace porthole::test {

namespace {

using namespace std::chrono_literals;

void startAndShutdown()
{
    QStringList events;
    RecordedServer server(testSettings());
    server.server().onStart([&] { events << QStringLiteral("start"); });
    server.server().onShutdown([&] { events << QStringLiteral("shutdown"); });
    QVERIFY(server.start());
    server.server().stop();
    QTRY_COMPARE(events, QStringList({QStringLiteral("start"), QStringLiteral("shutdown")}));
}

void timers()
{
    std::atomic<int> ticks = 0;
    std::atomic<int> afters = 0;
    std::atomic<int> deferred = 0;
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    const TimerId tick = server.server().tick(1ms, [&] { ++ticks; });
    const TimerId later = server.server().after(1h, [&] { ++afters; });
    server.server().after(1ms, [&] { ++afters; });
    server.server().defer([&] { ++deferred; });
    QTRY_VERIFY(ticks > 2 && afters == 1 && deferred == 1);
    const QList<TimerInfo> list = told(server.server().timers());
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].id, tick);
    QVERIFY(list[0].rounds > 2);
    QCOMPARE(list[0].interval, 1ms);
    QCOMPARE(list[1].id, later);
    QVERIFY(list[1].next > 59min);
    QVERIFY(server.server().clearTimer(tick));
    QTRY_COMPARE(told(server.server().timers()).size(), 1);
}

void stats()
{
    Settings settings = testSettings();
    settings.workers = 2;
    settings.maxClients = 77;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    RawClient leaving(server.port());
    QVERIFY(opened(server, client) && opened(server, leaving));
    client.write(textFrame("12345") + RawClient::frame(Opcode::Ping, {}));
    QVERIFY(client.readFrame() && client.readFrame()); // the echo and the pong
    leaving.write(RawClient::closeFrame(4321));
    QCOMPARE(receivesClose(leaving), 4321);
    QTRY_COMPARE(told(server.server().stats()).total().closed, quint64(1));
    const Stats stats = told(server.server().stats());
    const Counts total = stats.total();
    QCOMPARE(total.clients, quint64(1));
    QCOMPARE(total.connections, quint64(1));
    QCOMPARE(total.accepted, quint64(2));
    QCOMPARE(total.opened, quint64(2));
    QCOMPARE(total.messagesIn, quint64(1));
    QCOMPARE(total.messagesOut, quint64(1));
    QCOMPARE(total.bytesIn, quint64(5));
    QCOMPARE(total.bytesOut, quint64(5));
    QCOMPARE(total.framesIn, quint64(3));
    QCOMPARE(total.framesOut, quint64(3));
    QVERIFY(total.wireBytesIn > 300 && total.wireBytesOut > 200);
    QCOMPARE(total.handlersRun, quint64(4));
    QCOMPARE(total.endedFor(Cause::PeerClose), quint64(1));
    QCOMPARE(total.closeCodes, (std::map<quint16, quint64>{{4321, 1}}));
    QCOMPARE(stats.maxClients, 77);
    QCOMPARE(stats.workers.size(), 2);
    QVERIFY(stats.startedAt > 0 && stats.uptime() >= 0);
    const QJsonObject json = stats.toJson();
    QCOMPARE(json[QStringLiteral("messagesIn")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("workers")].toArray().size(), 2);
    const QByteArray metrics = stats.toOpenMetrics();
    QVERIFY(metrics.contains("\nporthole_closed_total{cause=\"peer close\"} 1\n"));
    QVERIFY(metrics.endsWith("# EOF\n"));
}

void tasks()
{
    Settings settings = testSettings();
    settings.taskWorkers = 2;
    std::atomic<int> viaCallback = 0;
    RecordedServer server(settings);
    QVERIFY(server.start());
    std::vector<std::function<int()>> works;
    for (int number = 0; number < 5; ++number)
        works.emplace_back([number] { return number * number; });
    QList<int> squares;
    for (const TaskResult<int> &result : told(server.server().taskAll(works)))
        squares << result.value();
    QCOMPARE(squares, QList({0, 1, 4, 9, 16}));
    QVERIFY(
        server.server().task([] { return 42; }, [&](const TaskResult<int> &result) { viaCallback = result.value(); }));
    QTRY_COMPARE(viaCallback.load(), 42);
    QTRY_COMPARE(told(server.server().stats()).tasks.finished, quint64(6));
}

void workersAreThreads()
{
    Settings settings = testSettings();
    settings.workers = 3;
    std::atomic<int> started = 0;
    RecordedServer server(settings);
    server.server().onWorkerStart([&](int) { ++started; });
    QVERIFY(server.start());
    QCOMPARE(started.load(), 3);
    QCOMPARE(server.server().settings().workers, 3);
    QVERIFY(Settings().workerCount() >= 1);
}

void messagesBetweenWorkers()
{
    Settings settings = testSettings();
    settings.workers = 2;
    RecordedServer server(settings);
    server.server().onWorkerMessage([&](int to, int from, const QVariant &value) {
        server.write(QStringLiteral("%1 %2 %3").arg(to).arg(from).arg(value.toString()));
        if (to == 1)
            server.server().sendMessage(0, QStringLiteral("back"));
    });
    QVERIFY(server.start());
    QVERIFY(server.server().sendMessage(1, QStringLiteral("there")));
    QVERIFY(!server.server().sendMessage(2, 0));
    QTRY_COMPARE(server.lines(), QStringList({QStringLiteral("1 -1 there"), QStringLiteral("0 1 back")}));
}

} // namespace

QList<Capability> workRows()
{
    return {{"Start / Shutdown events", startAndShutdown},
            {"tick / after / clearTimer / defer / timer list", timers},
            {"stats(): counters, lag, accepted/active/closed, JSON + OpenMetrics", stats},
            {"Tasks: task, taskwait, taskCo, taskWaitMulti, finish, idle/tasking counts", tasks},
            {"worker_num / reactor_num", workersAreThreads},
            {"sendMessage / PipeMessage", messagesBetweenWorkers}};
}

} // namespace porthole::test
