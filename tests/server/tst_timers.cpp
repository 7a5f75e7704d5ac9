// SPDX-License-Identifier: MIT
#include "server/timers.h"

#include <QTest>
#include <QThread>

#include <algorithm>

using namespace porthole;
using namespace std::chrono_literals;

class TestTimers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runInOrderOfTime();
    void afterRunsOnce();
    void lateTicksAreCoalesced();
    void removeInsideACallback_data();
    void removeInsideACallback();
    void removeAllOfAnOwner();
    void manyTimers();
    void costDoesNotGrowWithTheCount();
    void list();
};

void TestTimers::runInOrderOfTime()
{
    Timers timers;
    QStringList order;
    timers.addAfter({1}, {}, 15ms, [&] { order << QStringLiteral("15"); });
    timers.addAfter({2}, {}, 5ms, [&] { order << QStringLiteral("5"); });
    timers.addAfter({3}, {}, 0ms, [&] { order << QStringLiteral("0"); });
    timers.addAfter({4}, {}, 10ms, [&] { order << QStringLiteral("10"); });
    QTRY_COMPARE(order.size(), 4);
    QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("0 5 10 15"));
}

void TestTimers::afterRunsOnce()
{
    Timers timers;
    int runs = 0;
    int others = 0;
    timers.addAfter({1}, {}, 1ms, [&] { ++runs; });
    timers.addTick({2}, {}, 1ms, [&] { ++others; });
    QTRY_VERIFY(others > 5);
    QCOMPARE(runs, 1);
    QVERIFY(!timers.remove({1}));
}

void TestTimers::lateTicksAreCoalesced()
{
    Timers timers;
    QList<Clock::time_point> runs;
    const Clock::time_point begin = Clock::now();
    timers.addTick({1}, {}, 10ms, [&] { runs.append(Clock::now()); });
    while (Clock::now() - begin < 55ms)
        QThread::yieldCurrentThread();
    QTRY_VERIFY(runs.size() >= 2);
    QVERIFY2(runs[1] - runs[0] > 1ms, "five missed ticks run once, and the next comes at its time");
}

void TestTimers::removeInsideACallback_data()
{
    QTest::addColumn<quint64>("removed");
    QTest::addColumn<int>("left");
    QTest::newRow("itself") << quint64(1) << 1;
    QTest::newRow("another that is due now") << quint64(2) << 1;
    QTest::newRow("one that is not there") << quint64(3) << 2;
}

void TestTimers::removeInsideACallback()
{
    QFETCH(const quint64, removed);
    QFETCH(const int, left);
    Timers timers;
    int runs = 0;
    timers.addTick({1}, {}, 1ms, [&] {
        if (++runs == 1)
            QCOMPARE(timers.remove({removed}), removed != 3);
    });
    timers.addTick({2}, {}, 1ms, [] {});
    QTRY_VERIFY(runs > 0);
    QCOMPARE(int(timers.count()), left);
}

void TestTimers::removeAllOfAnOwner()
{
    Timers timers;
    int owned = 0;
    int others = 0;
    for (quint64 id = 1; id <= 10; ++id)
        timers.addTick({id}, {id % 2 + 1}, 1ms, [&, id] { ++(id % 2 ? owned : others); });
    timers.removeAllOf({2});
    QCOMPARE(timers.count(), 5);
    QTRY_VERIFY(others > 10);
    QCOMPARE(owned, 0);
}

void TestTimers::manyTimers()
{
    Timers timers;
    constexpr quint64 count = 100'000;
    for (quint64 id = 1; id <= count; ++id)
        timers.addTick({id}, {}, 1h, [] {});
    for (quint64 id = 1; id < count; ++id)
        QVERIFY(timers.remove({id}));
    QCOMPARE(timers.count(), 1);
}

/// A timer among a million costs what the logarithm and the caches ask for; were it O(n), it would cost a thousand
/// times as much as among a thousand.
void TestTimers::costDoesNotGrowWithTheCount()
{
    const auto costOfOne = [](quint64 among) {
        constexpr quint64 probes = 20'000;
        Timers timers;
        for (quint64 id = 1; id <= among; ++id)
            timers.addTick({id}, {id % 1000}, std::chrono::milliseconds(3'600'000 + id * 7919 % 1'000'000), [] {});
        const Clock::time_point begin = Clock::now();
        for (quint64 id = among + 1; id <= among + probes; ++id) {
            timers.addAfter({id}, {id % 1000}, std::chrono::milliseconds(3'600'000 + id * 104729 % 1'000'000), [] {});
            timers.remove({id - among / 2});
        }
        return std::chrono::duration<double, std::micro>(Clock::now() - begin).count() / probes;
    };
    costOfOne(1'000);
    const double few = costOfOne(1'000);
    const double many = costOfOne(1'000'000);
    qInfo("one timer among 1,000: %.2f us, among 1,000,000: %.2f us, ratio %.1f", few, many, many / few);
    QVERIFY2(many < 50 * few, qPrintable(QString::number(many / few)));
}

void TestTimers::list()
{
    Timers timers;
    int runs = 0;
    timers.addTick({1}, {}, 1ms, [&] { ++runs; });
    timers.addAfter({2}, {7}, 1h, [] {});
    timers.addAfter(
        {3}, {}, 1h, [] {}, Timers::Listed::No);
    QTRY_VERIFY(runs > 2);
    QList<TimerInfo> list = timers.list();
    std::sort(list.begin(), list.end(), [](const TimerInfo &a, const TimerInfo &b) { return a.id < b.id; });
    QCOMPARE(list.size(), 2);
    QVERIFY(list[0].interval == 1ms && list[0].rounds == quint64(runs) && list[0].next <= 1ms);
    QVERIFY(list[1].interval == 0ms && list[1].client == ClientId{7} && list[1].next > 59min);
}

QTEST_GUILESS_MAIN(TestTimers)
#include "tst_timers.moc"
