// SPDX-License-Identifier: MIT
#include "loopthread.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QTimerEvent>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <random>

using namespace porthole::test;

namespace {

constexpr int anyId = 0x40000000;

/// Tells what its timers do.
class Owner : public QObject
{
public:
    std::function<void(int id)> on = [](int) {};
    QList<int> fired;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        fired.append(event->timerId());
        on(event->timerId());
    }
};

void passUntil(const std::function<bool()> &done)
{
    while (!done())
        pass(QEventLoop::WaitForMoreEvents);
}

/// Starts that many timers and returns when all are overdue and none has fired.
QList<int> overdue(QObject &owner, int count)
{
    QList<int> ids;
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < count; ++i)
        ids.append(owner.startTimer(1, Qt::PreciseTimer));
    while (since.elapsed() < 3) { }
    return ids;
}

} // namespace

class TestLoopTimers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDispatchers(); }

    void neverEarly_data();
    void neverEarly();
    void dueWithinWhatTheTypeAllows_data();
    void dueWithinWhatTheTypeAllows();
    void inTheOrderTheyAreDue();
    void zeroTimerOncePerPass();
    void startedInATimerEventWaitsForTheNextPass();
    void killedInItsOwnEvent();
    void restartedInItsOwnEvent();
    void ownerDeletedInItsOwnEvent();
    void killedByATimerThatIsDueBeforeIt();
    void notFiredAgainWhileItsEventIsHandled();
    void skipsThePeriodsItMissed();
    void remainingTime();
    void registeredTimers_data();
    void registeredTimers();
    void unregister();
    void moveAlongWithTheirOwner();
    void tenThousand();
};

void TestLoopTimers::neverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("qtIsEarlyBy");

    QTest::newRow("precise 1 ms") << Qt::PreciseTimer << 1 << 0;
    QTest::newRow("precise 7 ms") << Qt::PreciseTimer << 7 << 0;
    QTest::newRow("precise 60 ms") << Qt::PreciseTimer << 60 << 0;
    QTest::newRow("coarse 3 ms") << Qt::CoarseTimer << 3 << 0;
    QTest::newRow("coarse 120 ms") << Qt::CoarseTimer << 120 << 6;
    QTest::newRow("very coarse 1 s") << Qt::VeryCoarseTimer << 1000 << 501;
}

void TestLoopTimers::neverEarly()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, interval);
    QFETCH(int, qtIsEarlyBy);
    onLoop([&] {
        const int early = isOurs() ? 0 : qtIsEarlyBy;
        Owner owner;
        QElapsedTimer since;
        since.start();
        owner.startTimer(interval, type);
        passUntil([&] { return !owner.fired.isEmpty(); });
        QVERIFY2(since.nsecsElapsed() >= qint64(interval - early) * 1'000'000,
                 qPrintable(QString::number(since.nsecsElapsed())));
    });
}

void TestLoopTimers::dueWithinWhatTheTypeAllows_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("slack");

    QTest::newRow("precise: to the millisecond") << Qt::PreciseTimer << 10'000 << 1;
    QTest::newRow("coarse: 5 %") << Qt::CoarseTimer << 10'000 << 500;
    QTest::newRow("coarse, short: 5 %") << Qt::CoarseTimer << 1'000 << 50;
    QTest::newRow("coarse, very long: about half a second") << Qt::CoarseTimer << 3'600'000 << 513;
    QTest::newRow("very coarse: about half a second") << Qt::VeryCoarseTimer << 5'000 << 513;
}

void TestLoopTimers::dueWithinWhatTheTypeAllows()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, interval);
    QFETCH(int, slack);
    onLoop([&] {
        Owner owner;
        QElapsedTimer since;
        since.start();
        const int id = owner.startTimer(interval, type);
        const qint64 left = dispatcher()->remainingTime(id);
        const qint64 passed = since.elapsed() + 1;
        QVERIFY2(left <= interval + slack, qPrintable(QString::number(left)));
        QVERIFY2(left + passed >= interval - (isOurs() ? 0 : slack), qPrintable(QString::number(left)));
    });
}

void TestLoopTimers::inTheOrderTheyAreDue()
{
    onLoop([] {
        QList<int> intervals(40);
        std::iota(intervals.begin(), intervals.end(), 1);
        std::shuffle(intervals.begin(), intervals.end(), std::mt19937(7));
        Owner owner;
        QHash<int, int> intervalOf;
        owner.on = [&owner](int id) { owner.killTimer(id); };
        for (const int interval : std::as_const(intervals))
            intervalOf.insert(owner.startTimer(5 * interval, Qt::PreciseTimer), interval);
        passUntil([&] { return owner.fired.size() == intervals.size(); });

        QList<int> order;
        for (const int id : std::as_const(owner.fired))
            order.append(intervalOf.value(id));
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    });
}

void TestLoopTimers::zeroTimerOncePerPass()
{
    onLoop([] {
        Owner owner;
        const int id = owner.startTimer(0);
        for (int i = 1; i <= 3; ++i) {
            pass();
            QCOMPARE(owner.fired, QList<int>(i, id));
        }
    });
}

void TestLoopTimers::startedInATimerEventWaitsForTheNextPass()
{
    onLoop([] {
        Owner owner;
        owner.on = [&](int id) {
            owner.killTimer(id);
            owner.startTimer(0);
        };
        owner.startTimer(0);
        pass();
        QCOMPARE(owner.fired.size(), 1);
        pass();
        QCOMPARE(owner.fired.size(), 2);
    });
}

void TestLoopTimers::killedInItsOwnEvent()
{
    onLoop([] {
        Owner owner;
        owner.on = [&](int id) { owner.killTimer(id); };
        const int id = owner.startTimer(0);
        pass();
        pass();
        QCOMPARE(owner.fired, QList<int>{id});
        QVERIFY(dispatcher()->registeredTimers(&owner).isEmpty());
    });
}

void TestLoopTimers::restartedInItsOwnEvent()
{
    onLoop([] {
        QTimer timer;
        int fired = 0;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            ++fired;
            timer.start(fired < 3 ? 0 : 3'600'000);
        });
        timer.start(0);
        for (int i = 0; i < 6; ++i)
            pass();
        QCOMPARE(fired, 3);
        QCOMPARE(dispatcher()->registeredTimers(&timer).size(), 1);
    });
}

void TestLoopTimers::ownerDeletedInItsOwnEvent()
{
    onLoop([] {
        auto *owner = new Owner;
        int events = 0;
        owner->on = [&](int) {
            ++events;
            delete std::exchange(owner, nullptr);
        };
        overdue(*owner, 3);
        pass();
        pass();
        QCOMPARE(events, 1);
    });
}

void TestLoopTimers::killedByATimerThatIsDueBeforeIt()
{
    onLoop([] {
        Owner owner;
        const QList<int> ids = overdue(owner, 5);
        owner.on = [&](int) {
            for (const int id : ids)
                owner.killTimer(id);
        };
        pass();
        QCOMPARE(owner.fired, QList<int>{ids.first()});
    });
}

void TestLoopTimers::notFiredAgainWhileItsEventIsHandled()
{
    onLoop([] {
        Owner owner;
        const int outer = owner.startTimer(0);
        owner.on = [&](int id) {
            if (id != outer)
                return;
            const int inner = owner.startTimer(1, Qt::PreciseTimer);
            passUntil([&] { return owner.fired.count(inner) == 3; });
            owner.killTimer(inner);
        };
        pass();
        QCOMPARE(owner.fired.count(outer), 1);
        pass();
        QCOMPARE(owner.fired.count(outer), 2);
    });
}

void TestLoopTimers::skipsThePeriodsItMissed()
{
    onLoop([] {
        Owner owner;
        int left = 0;
        owner.on = [&](int id) { left = dispatcher()->remainingTime(id); };
        QElapsedTimer since;
        since.start();
        const int id = owner.startTimer(100, Qt::PreciseTimer);
        while (since.elapsed() < 210) { }
        pass();
        QCOMPARE(owner.fired, QList<int>{id});
        QVERIFY(left > 0);
    });
}

void TestLoopTimers::remainingTime()
{
    onLoop([] {
        Owner owner;
        QCOMPARE(dispatcher()->remainingTime(anyId), -1);
        QCOMPARE(dispatcher()->remainingTime(overdue(owner, 1).first()), 0);

        const int id = owner.startTimer(3'600'000, Qt::PreciseTimer);
        QVERIFY(dispatcher()->remainingTime(id) > 3'500'000);
        QVERIFY(dispatcher()->remainingTime(id) <= 3'600'000);
        owner.killTimer(id);
        QCOMPARE(dispatcher()->remainingTime(id), -1);
    });
}

void TestLoopTimers::registeredTimers_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("interval");

    QTest::newRow("precise") << Qt::PreciseTimer << 123;
    QTest::newRow("coarse") << Qt::CoarseTimer << 1234;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer << 5000;
    QTest::newRow("zero") << Qt::PreciseTimer << 0;
}

void TestLoopTimers::registeredTimers()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, interval);
    onLoop([&] {
        Owner owner;
        Owner other;
        other.startTimer(77);
        const int id = owner.startTimer(interval, type);
        const auto timers = dispatcher()->registeredTimers(&owner);
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QCOMPARE(timers.first().interval, interval);
        QCOMPARE(timers.first().timerType, type);
    });
}

void TestLoopTimers::unregister()
{
    onLoop([] {
        Owner owner;
        Owner other;
        const QList<int> ids = overdue(owner, 3);
        const int kept = overdue(other, 1).first();
        QVERIFY(dispatcher()->unregisterTimer(ids.at(1)));
        QVERIFY(!dispatcher()->unregisterTimer(ids.at(1)));
        QVERIFY(!dispatcher()->unregisterTimer(anyId));
        QCOMPARE(dispatcher()->registeredTimers(&owner).size(), 2);
        QVERIFY(dispatcher()->unregisterTimers(&owner));
        QVERIFY(dispatcher()->registeredTimers(&owner).isEmpty());
        pass();
        QVERIFY(owner.fired.isEmpty());
        QCOMPARE(other.fired, QList<int>{kept});
    });
}

void TestLoopTimers::moveAlongWithTheirOwner()
{
    QThread target;
    setDispatcher(target);
    target.start();
    auto *owner = new Owner;
    std::atomic<QThread *> firedOn = nullptr;
    owner->on = [&](int) { firedOn = QThread::currentThread(); };
    owner->startTimer(1);
    owner->moveToThread(&target);
    QTRY_COMPARE(firedOn.load(), &target);
    owner->deleteLater();
    target.quit();
    QVERIFY(target.wait());
}

void TestLoopTimers::tenThousand()
{
    onLoop([] {
        constexpr int count = 10'000;
        Owner owner;
        owner.on = [&owner](int id) { owner.killTimer(id); };
        QSet<int> expected;
        for (int i = 0; i < count; ++i)
            expected.insert(owner.startTimer(1 + i % 50, i % 2 ? Qt::CoarseTimer : Qt::PreciseTimer));
        passUntil([&] { return owner.fired.size() == count; });
        QCOMPARE(QSet<int>(owner.fired.cbegin(), owner.fired.cend()), expected);
        QVERIFY(dispatcher()->registeredTimers(&owner).isEmpty());
    });
}

QTEST_GUILESS_MAIN(TestLoopTimers)
#include "tst_looptimers.moc"
