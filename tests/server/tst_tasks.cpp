// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

/// Opened by the test; tasks wait before it.
class Gate final
{
public:
    void wait()
    {
        ++m_waiting;
        m_open.acquire();
        m_open.release();
    }
    void open() { m_open.release(); }
    int waiting() const { return m_waiting; }

private:
    QSemaphore m_open;
    std::atomic<int> m_waiting = 0;
};

Settings tasks(int threads, int queue = 1000)
{
    Settings settings = testSettings();
    settings.taskWorkers = threads;
    settings.taskQueueMax = queue;
    return settings;
}

int throws() { throw std::runtime_error("on purpose"); }

} // namespace

/// Tasks on threads of their own, and what workers do for each other.
class TestTasks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsAndExceptions();
    void runElsewhereAndComeBack();
    void callbacks();
    void callbackThatThrows();
    void timeOut();
    void allResults();
    void queueIsBounded();
    void counts();
    void clientLeavesMeanwhile();
    void endWaitsForRunningOnes();
    void beforeStart();
    void workerMessages();
    void deferred();
    void deferredForEver();
    void timerList();
};

void TestTasks::resultsAndExceptions()
{
    RecordedServer recorded(tasks(2));
    Server &server = recorded.server();
    recorded.server().onMessage([&](Frame frame) -> QCoro::Task<> {
        const int number = co_await server.task([] { return 42; });
        const auto owned = co_await server.task([] { return std::make_unique<int>(7); });
        co_await server.task([] {});
        QString said;
        try {
            co_await server.task(throws);
        } catch (const std::runtime_error &error) {
            said = QString::fromLatin1(error.what());
        }
        server.push(frame.client, QStringLiteral("%1 %2 %3").arg(number).arg(*owned).arg(said));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "a"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("42 7 on purpose"));
}

void TestTasks::runElsewhereAndComeBack()
{
    std::atomic<bool> elsewhere = false;
    std::atomic<bool> back = false;
    RecordedServer recorded(tasks(2));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(0ms, [&]() -> QCoro::Task<> {
        QThread *home = QThread::currentThread();
        elsewhere = co_await server.task([] { return QThread::currentThread(); }) != home;
        back = QThread::currentThread() == home;
    });
    QTRY_VERIFY(back);
    QVERIFY(elsewhere);
}

void TestTasks::callbacks()
{
    RecordedServer recorded(tasks(1));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(0ms, [&] {
        QThread *home = QThread::currentThread();
        server.task([] { return 1; },
                    [&, home](const TaskResult<int> &result) {
                        const bool here = QThread::currentThread() == home;
                        recorded.write(QStringLiteral("plain %1 %2").arg(result.value()).arg(here));
                    });
        server.task(throws, [&](const TaskResult<int> &result) -> QCoro::Task<> {
            co_await server.sleep(1ms);
            recorded.write(QStringLiteral("coroutine %1").arg(result.state() == TaskState::Threw));
        });
    });
    QTRY_COMPARE(recorded.lines(), QStringList({QStringLiteral("plain 1 1"), QStringLiteral("coroutine 1")}));
    int here = 0;
    QVERIFY(server.task([] { return 3; }, [&](const TaskResult<int> &result) { here = result.value(); }));
    QTRY_COMPARE(here, 3);
}

void TestTasks::callbackThatThrows()
{
    std::atomic<int> runs = 0;
    RecordedServer recorded(tasks(1));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    QTest::ignoreMessage(QtWarningMsg, "A handler threw: on purpose.");
    server.after(0ms, [&] {
        server.task(throws, [&](const TaskResult<int> &result) {
            ++runs;
            (void)result.value();
        });
    });
    QTRY_COMPARE(runs, 1);
    server.stop();
    QTRY_COMPARE(server.finalTotals().handlerErrors, 1u);
}

void TestTasks::timeOut()
{
    Gate gate;
    RecordedServer recorded(tasks(1));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(0ms, [&]() -> QCoro::Task<> {
        const auto work = [&gate] {
            gate.wait();
            return 1;
        };
        const auto late = co_await server.task(work, 5ms);
        QString said;
        try {
            (void)late.value();
        } catch (const TaskError &error) {
            said = QString::fromLatin1(error.what());
        }
        recorded.write(said);
        gate.open();
        const auto good = co_await server.task(work, 1h);
        recorded.write(QString::number(good ? good.value() : -1));
    });
    QTRY_COMPARE(recorded.last(), QStringLiteral("1"));
    QCOMPARE(recorded.lines().constFirst(), QStringLiteral("the task timed out"));
    QCOMPARE(server.taskCounts().late, 1u);
}

void TestTasks::allResults()
{
    Gate gate;
    RecordedServer recorded(tasks(2));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(0ms, [&]() -> QCoro::Task<> {
        std::vector<std::function<int()>> works;
        for (int number = 0; number < 20; ++number)
            works.push_back([number] { return number == 5 ? throws() : number * number; });
        const auto results = co_await server.taskAll(works);
        QString said;
        for (const auto &result : results)
            said += result ? QString::number(result.value()) + QLatin1Char(' ') : QStringLiteral("threw ");
        recorded.write(said.trimmed());

        works.assign(2, [] { return 1; });
        works[1] = [&gate] {
            gate.wait();
            return 2;
        };
        const auto some = co_await server.taskAll(works, 50ms);
        recorded.write(QStringLiteral("%1 %2").arg(some[0].value()).arg(some[1].state() == TaskState::TimedOut));
        const auto none = co_await server.taskAll(std::vector<std::function<void()>>());
        recorded.write(QStringLiteral("none %1").arg(none.size()));
    });
    QTRY_COMPARE(recorded.last(), QStringLiteral("none 0"));
    gate.open();
    QCOMPARE(recorded.lines().at(0),
             QStringLiteral("0 1 4 9 16 threw 36 49 64 81 100 121 144 169 196 225 256 289 324 361"));
    QCOMPARE(recorded.lines().at(1), QStringLiteral("1 1"));
    QTRY_COMPARE(server.taskCounts().late, 1u);
}

void TestTasks::queueIsBounded()
{
    Gate gate;
    RecordedServer recorded(tasks(1, 2));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(0ms, [&]() -> QCoro::Task<> {
        const auto work = [&gate] {
            gate.wait();
            return 1;
        };
        std::vector<Wait<TaskResult<int>>> waits;
        waits.push_back(server.task(work, 0ms));
        while (gate.waiting() == 0)
            co_await server.sleep(1ms);
        for (int number = 0; number < 3; ++number)
            waits.push_back(server.task(work, 0ms));
        const bool refused = !server.task(work, [](const TaskResult<int> &) {});
        gate.open();
        QString said = QStringLiteral("%1:").arg(refused);
        for (auto &wait : waits)
            said += QString::number(int((co_await wait).state())) + QLatin1Char(' ');
        try {
            co_await server.task([] {});
            said += QStringLiteral("ran");
        } catch (const TaskError &) { }
        recorded.write(said);
    });
    QTRY_COMPARE(recorded.last(), QStringLiteral("1:0 0 0 3 ran"));
    QCOMPARE(server.taskCounts().refused, 2u);
}

void TestTasks::counts()
{
    Gate gate;
    RecordedServer recorded(tasks(2));
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    for (int number = 0; number < 5; ++number)
        QVERIFY(server.task([&gate] { gate.wait(); }, [](const TaskResult<void> &) {}));
    QTRY_COMPARE(server.taskCounts().running, 2);
    QCOMPARE(server.taskCounts().waiting, 3);
    gate.open();
    QTRY_COMPARE(server.taskCounts().finished, 5u);
    QCOMPARE(server.taskCounts().running, 0);
    QCOMPARE(server.taskCounts().waiting, 0);
}

void TestTasks::clientLeavesMeanwhile()
{
    Gate gate;
    RecordedServer recorded(tasks(1));
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        co_await server.task([&gate] { gate.wait(); });
        recorded.write(QString::fromLatin1(name(server.push(frame.client, QStringLiteral("late"))).data()));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "a"));
    QTRY_COMPARE(gate.waiting(), 1);
    client.reset();
    QTRY_VERIFY(!server.isEstablished({1}));
    gate.open();
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("close")));
    QCOMPARE(recorded.lines().at(1), QStringLiteral("unknown client"));
}

void TestTasks::endWaitsForRunningOnes()
{
    Gate gate;
    std::atomic<int> ran = 0;
    int answers = 0;
    {
        RecordedServer recorded(tasks(1));
        Server &server = recorded.server();
        QVERIFY(recorded.start());
        for (int number = 0; number < 3; ++number) {
            const auto work = [&] {
                gate.wait();
                ++ran;
            };
            QVERIFY(server.task(work, [&](const TaskResult<void> &result) {
                answers += result.state() == TaskState::NotRun ? 10 : 1;
            }));
        }
        QTRY_COMPARE(gate.waiting(), 1);
        server.after(0ms, [&gate] { gate.open(); });
        server.stop(0ms);
        QTRY_VERIFY(answers > 0);
    }
    QVERIFY(ran >= 1);
    QVERIFY2(answers / 10 + answers % 10 == 3, "each is answered, those that were forgotten too");
}

void TestTasks::beforeStart()
{
    Server server(testSettings());
    QVERIFY(!server.task([] { return 1; }, [](const TaskResult<int> &) {}));
    QVERIFY(server.task([] { return 1; }, 0ms).await_ready());
    QVERIFY(!server.sendMessage(0, 1));
    QVERIFY(server.sleep(1ms).await_ready());
    QVERIFY(server.timers().await_ready());
    QCOMPARE(server.taskCounts().running, 0);
}

void TestTasks::workerMessages()
{
    Settings settings = testSettings();
    settings.workers = 3;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onWorkerMessage([&](int worker, int from, const QVariant &value) -> QCoro::Task<> {
        co_await server.sleep(1ms);
        recorded.write(QStringLiteral("%1 %2 %3").arg(worker).arg(from).arg(value.toString()));
        if (value.toInt() == 1)
            server.sendMessage(worker + 1, 2);
    });
    QVERIFY(recorded.start());
    QVERIFY(server.sendMessage(1, 1));
    QTRY_COMPARE(recorded.lines(), QStringList({QStringLiteral("1 -1 1"), QStringLiteral("2 1 2")}));
    QVERIFY(!server.sendMessage(3, 1));
    QVERIFY(!server.sendMessage(-1, 1));
}

void TestTasks::deferred()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) {
        const QString word = frame.text();
        server.defer([&, word] { recorded.write(QStringLiteral("deferred ") + word); });
        recorded.write(word);
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "a") + RawClient::frame(Opcode::Text, "b"));
    QTRY_COMPARE(recorded.lines().size(), 5);
    QCOMPARE(recorded.lines().mid(1).join(QLatin1Char(' ')), QStringLiteral("a deferred a b deferred b"));
    server.defer([&] { recorded.write(QStringLiteral("from afar")); });
    QTRY_COMPARE(recorded.last(), QStringLiteral("from afar"));
}

/// What defers itself does not keep the worker from its clients.
void TestTasks::deferredForEver()
{
    std::atomic<int> runs = 0;
    std::function<void()> again;
    RecordedServer recorded(testSettings(), true);
    Server &server = recorded.server();
    again = [&] {
        ++runs;
        server.defer(again);
    };
    QVERIFY(recorded.start());
    server.defer(again);
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "a"));
    QVERIFY(client.readFrame());
    QVERIFY(runs > 0);
}

void TestTasks::timerList()
{
    std::atomic<int> ticks = 0;
    Settings settings = testSettings();
    settings.workers = 2;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    QTRY_VERIFY(recorded.lastOpened());
    const ClientId to = recorded.lastOpened();
    const TimerId fast = server.tick(1ms, [&] { ++ticks; });
    const TimerId slow = server.tick(to, 1h, [] {});
    const TimerId once = server.after(2h, [] {});
    QTRY_VERIFY(ticks > 3);

    QHash<TimerId, TimerInfo> list;
    const auto look = [&]() -> QCoro::Task<> {
        const auto unlisted = server.sleep(1h);
        for (const TimerInfo &timer : co_await server.timers())
            list.insert(timer.id, timer);
    };
    look();
    QTRY_COMPARE(list.size(), 3);
    QVERIFY(list[fast].interval == 1ms && list[fast].next <= 1ms && list[fast].rounds > 3 && !list[fast].client);
    QVERIFY(list[slow].interval == 1h && list[slow].next > 59min && list[slow].rounds == 0);
    QCOMPARE(list[slow].client, to);
    QVERIFY(list[once].interval == 0ms && list[once].next > 119min);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
