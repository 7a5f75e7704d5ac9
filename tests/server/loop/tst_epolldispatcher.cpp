// SPDX-License-Identifier: MIT
#include "descriptors.h"
#include "epollthread.h"
#include "loopthread.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <random>
#include <thread>
#include <vector>

using namespace porthole;
using namespace porthole::test;

namespace {

/// A timer that has been waited for again and again, with something to read in between: an alarm is set for it.
struct Awaited
{
    explicit Awaited(int milliseconds)
    {
        QObject::connect(&counter.notifier(), &QSocketNotifier::activated, [this] { pair.here.read(); });
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        timer.start(milliseconds);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(pair.there.write());
            pass(QEventLoop::WaitForMoreEvents);
        }
    }

    Pair pair = streamPair();
    Counter counter{pair.here.number(), QSocketNotifier::Read};
    QTimer timer;
};

void waitUntilDue(const QTimer &timer)
{
    while (timer.remainingTime() > 0)
        std::this_thread::yield();
}

} // namespace

/// What Qt's dispatcher does not have: how little is asked of the kernel, and files that live on.
class TestEpollDispatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatAThreadGets();
    void idleSocketsCostNothing();
    void interestThatComesAndGoesCostsNothing();
    void writingWhatFitsCostsNoChange();
    void writingWhatDoesNotFitIsWaitedFor();
    void interestsAreAppliedTogether();
    void wakeUpsInAPassCostOneMorePass();
    void closedFileThatLivesOnIsForgotten();
    void closedFileThatLivesOnIsNotTakenForTheNext();
    void numberThatReturnsToItsFile();
    void refusedNumberReusedByASocket();
    void troubleIsToldFirst();
    void deferredDeleteIsNotSleptOn();
    void nestedPassTakesTheInterruptOfTheLoop_data();
    void nestedPassTakesTheInterruptOfTheLoop();
    void ringIsNotLostInANestedLoop();
    void timersComeThoughSocketsAreAlwaysReady_data();
    void timersComeThoughSocketsAreAlwaysReady();
    void ringWhileTimersAreExcluded();
    void ringOfATimerThatIsGone();
    void noTimerIsLeft();
    void hundredThousandTimers();
    void timersOfManyClientsComeDueTogether();
};

void TestEpollDispatcher::isWhatAThreadGets() { QVERIFY(qobject_cast<EpollDispatcher *>(makeEventDispatcher().get())); }

void TestEpollDispatcher::idleSocketsCostNothing()
{
    QList<EpollDispatcher::Statistics> costs;
    for (const size_t idle : {size_t(0), size_t(300)}) {
        onEpoll([&] {
            const Pair end = streamPair();
            std::vector<Descriptor> copies(idle);
            std::vector<std::unique_ptr<Counter>> counters;
            for (Descriptor &copy : copies) {
                copy = Descriptor(dup(end.here.number()));
                counters.push_back(std::make_unique<Counter>(copy.number(), QSocketNotifier::Read));
            }
            const Pair busy = streamPair();
            Counter counter(busy.here.number(), QSocketNotifier::Read);
            connect(&counter.notifier(), &QSocketNotifier::activated, [&] { busy.here.read(); });
            pass();

            const auto before = epoll()->statistics();
            for (int i = 0; i < 100; ++i) {
                QVERIFY(busy.there.write());
                pass(QEventLoop::WaitForMoreEvents);
            }
            const auto after = epoll()->statistics();
            QCOMPARE(counter.count(), 100);
            costs.append({{.waits = after.waits - before.waits,
                           .changes = after.changes - before.changes,
                           .probes = after.probes - before.probes,
                           .ready = after.ready - before.ready},
                          after.passes - before.passes});
        });
    }
    for (const auto &cost : std::as_const(costs)) {
        QCOMPARE(cost.passes, 100u);
        QCOMPARE(cost.waits, 100u);
        QCOMPARE(cost.ready, 100u);
        QCOMPARE(cost.changes, 0u);
        QCOMPARE(cost.probes, 0u);
    }
}

void TestEpollDispatcher::interestThatComesAndGoesCostsNothing()
{
    onEpoll([] {
        const Pair pair = streamPair();
        Counter read(pair.here.number(), QSocketNotifier::Read);
        Counter write(pair.here.number(), QSocketNotifier::Write);
        write.notifier().setEnabled(false);
        pass();
        const auto before = epoll()->statistics();
        for (int i = 0; i < 10; ++i) {
            write.notifier().setEnabled(true);
            write.notifier().setEnabled(false);
            pass();
        }
        QCOMPARE(epoll()->statistics().changes, before.changes);
        QCOMPARE(write.count(), 0);
    });
}

void TestEpollDispatcher::writingWhatFitsCostsNoChange()
{
    onEpoll([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        while (pass()) { }

        const auto before = epoll()->statistics();
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(client.write("hello"), 5);
            pass();
            QCOMPARE(client.bytesToWrite(), 0);
        }
        QCOMPARE(epoll()->statistics().changes, before.changes);
        QCOMPARE(epoll()->statistics().probes, before.probes + 10);
    });
}

void TestEpollDispatcher::writingWhatDoesNotFitIsWaitedFor()
{
    onEpoll([] {
        const Pair pair = streamPair();
        while (pair.here.write()) { }
        Counter read(pair.here.number(), QSocketNotifier::Read);
        Counter write(pair.here.number(), QSocketNotifier::Write);
        write.notifier().setEnabled(false);
        pass();
        write.notifier().setEnabled(true);
        const auto before = epoll()->statistics();
        for (int i = 0; i < 3; ++i)
            QVERIFY(!pass());
        QCOMPARE(epoll()->statistics().probes, before.probes + 1);
        QCOMPARE(epoll()->statistics().changes, before.changes + 1);
        while (pair.there.read()) { }
        QVERIFY(pass(QEventLoop::WaitForMoreEvents));
        QCOMPARE(write.count(), 1);
    });
}

void TestEpollDispatcher::interestsAreAppliedTogether()
{
    onEpoll([] {
        const Pair pair = streamPair();
        const auto before = epoll()->statistics();
        Counter read(pair.here.number(), QSocketNotifier::Read);
        Counter write(pair.here.number(), QSocketNotifier::Write);
        Counter exception(pair.here.number(), QSocketNotifier::Exception);
        QCOMPARE(epoll()->statistics().changes, before.changes);
        pass();
        QCOMPARE(epoll()->statistics().changes, before.changes + 1);
    });
}

void TestEpollDispatcher::wakeUpsInAPassCostOneMorePass()
{
    onEpoll([] {
        QObject context;
        QEventLoop loop;
        constexpr int calls = 1'000;
        int called = 0;
        QTimer::singleShot(0, &context, [&] {
            for (int i = 0; i < calls; ++i)
                QMetaObject::invokeMethod(
                    &context, [&] { called += 1; }, Qt::QueuedConnection);
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        const auto before = epoll()->statistics();
        loop.exec();
        QCOMPARE(called, calls);
        QVERIFY(epoll()->statistics().passes - before.passes <= 3);
        QVERIFY(epoll()->statistics().waits - before.waits <= 3);
    });
}

void TestEpollDispatcher::closedFileThatLivesOnIsForgotten()
{
    onEpoll([] {
        Pair pair = streamPair();
        const Descriptor copy(dup(pair.here.number()));
        const Pair other = streamPair();
        Counter counter(other.here.number(), QSocketNotifier::Read);
        {
            const Counter doomed(pair.here.number(), QSocketNotifier::Read);
            pass();
        }
        pair.here.reset();
        QVERIFY(pair.there.write());
        pass();
        pass();
        QCOMPARE(epoll()->statistics().rebuilds, 1u);
        const quint64 ready = epoll()->statistics().ready;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!pass());
        QCOMPARE(epoll()->statistics().ready, ready);
        QCOMPARE(epoll()->statistics().rebuilds, 1u);
        QVERIFY(other.there.write());
        QVERIFY(pass());
        QCOMPARE(counter.count(), 1);
    });
}

void TestEpollDispatcher::closedFileThatLivesOnIsNotTakenForTheNext()
{
    onEpoll([] {
        const Pair old = streamPair();
        const Descriptor copy(dup(old.here.number()));
        const Pair next = streamPair();
        {
            const Counter doomed(old.here.number(), QSocketNotifier::Read);
            pass();
        }
        reuse(old.here, next.here);
        Counter counter(old.here.number(), QSocketNotifier::Read);
        QVERIFY(old.there.write());
        for (int i = 0; i < 3; ++i)
            pass();
        QCOMPARE(counter.count(), 0);
        QVERIFY(next.there.write());
        pass();
        QCOMPARE(counter.count(), 1);
    });
}

void TestEpollDispatcher::numberThatReturnsToItsFile()
{
    onEpoll([] {
        Pair pair = streamPair();
        const int number = pair.here.number();
        const Descriptor copy(dup(number));
        {
            const Counter doomed(number, QSocketNotifier::Read);
            pass();
        }
        pair.here.reset();
        pass();
        QCOMPARE(dup3(copy.number(), number, O_CLOEXEC), number);
        pair.here = Descriptor(number);
        Counter counter(number, QSocketNotifier::Read);
        pass();
        QVERIFY(pair.there.write());
        pass();
        QCOMPARE(counter.count(), 1);
        QCOMPARE(epoll()->statistics().rebuilds, 0u);
    });
}

void TestEpollDispatcher::refusedNumberReusedByASocket()
{
    onEpoll([] {
        const Descriptor file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
        const Pair pair = streamPair();
        {
            Counter always(file.number(), QSocketNotifier::Read);
            QVERIFY(pass());
            QCOMPARE(always.count(), 1);
        }
        reuse(file, pair.here);
        Counter counter(file.number(), QSocketNotifier::Read);
        QVERIFY(!pass());
        QVERIFY(pair.there.write());
        QVERIFY(pass());
        QCOMPARE(counter.count(), 1);
    });
}

void TestEpollDispatcher::troubleIsToldFirst()
{
    onEpoll([] {
        using Type = QSocketNotifier::Type;
        Pair pair = streamPair();
        QList<Type> told;
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        for (const Type type : {QSocketNotifier::Write, QSocketNotifier::Read, QSocketNotifier::Exception}) {
            notifiers.push_back(std::make_unique<QSocketNotifier>(pair.here.number(), type));
            connect(notifiers.back().get(), &QSocketNotifier::activated, [&told, type] { told.append(type); });
        }
        pair.there.reset();
        pass();
        QCOMPARE(told, (QList<Type>{QSocketNotifier::Exception, QSocketNotifier::Read, QSocketNotifier::Write}));
    });
}

void TestEpollDispatcher::deferredDeleteIsNotSleptOn()
{
    onEpoll([] {
        auto *const doomed = new QObject;
        QObject context;
        QEventLoop loop;
        connect(doomed, &QObject::destroyed, &loop, &QEventLoop::quit);
        const auto nest = [doomed] {
            doomed->deleteLater();
            pass();
        };
        QMetaObject::invokeMethod(&context, nest, Qt::QueuedConnection);
        QCOMPARE(loop.exec(), 0);
    });
}

void TestEpollDispatcher::nestedPassTakesTheInterruptOfTheLoop_data()
{
    QTest::addColumn<bool>("isTimer");

    QTest::newRow("inside a posted event") << false;
    QTest::newRow("inside a timer event") << true;
}

void TestEpollDispatcher::nestedPassTakesTheInterruptOfTheLoop()
{
    QFETCH(bool, isTimer);
    onEpoll([isTimer] {
        QObject context;
        QEventLoop loop;
        bool isLate = false;
        const auto stop = [&loop] {
            loop.quit();
            pass();
        };
        if (isTimer)
            QTimer::singleShot(1, &context, stop);
        else
            QMetaObject::invokeMethod(&context, stop, Qt::QueuedConnection);
        QTimer::singleShot(5'000, &context, [&] {
            isLate = true;
            loop.quit();
        });
        loop.exec();
        QVERIFY(!isLate);
    });
}

void TestEpollDispatcher::ringIsNotLostInANestedLoop()
{
    onEpoll([] {
        Awaited awaited(50);
        QEventLoop inner;
        connect(&awaited.timer, &QTimer::timeout, &inner, &QEventLoop::quit);
        connect(&awaited.counter.notifier(), &QSocketNotifier::activated, &inner, [&] { inner.exec(); });
        QVERIFY(awaited.timer.isActive());
        QVERIFY(awaited.pair.there.write());
        waitUntilDue(awaited.timer); // the socket is ready first, then the alarm rings
        pass(QEventLoop::WaitForMoreEvents);
        QVERIFY(!awaited.timer.isActive());
    });
}

void TestEpollDispatcher::timersComeThoughSocketsAreAlwaysReady_data()
{
    QTest::addColumn<size_t>("sockets");

    QTest::newRow("one") << size_t(1);
    QTest::newRow("more than one wait finds") << size_t(600);
}

void TestEpollDispatcher::timersComeThoughSocketsAreAlwaysReady()
{
    QFETCH(size_t, sockets);
    onEpoll([&] {
        const Pair ready = streamPair();
        QVERIFY(ready.there.write());
        std::vector<Descriptor> copies(sockets);
        std::vector<std::unique_ptr<Counter>> counters;
        for (Descriptor &copy : copies) {
            copy = Descriptor(dup(ready.here.number()));
            counters.push_back(std::make_unique<Counter>(copy.number(), QSocketNotifier::Read));
        }
        QTimer timer;
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        timer.start(20);
        while (timer.remainingTime() > 0)
            pass(QEventLoop::WaitForMoreEvents);
        pass(QEventLoop::WaitForMoreEvents);
        QVERIFY(!timer.isActive());
    });
}

void TestEpollDispatcher::ringWhileTimersAreExcluded()
{
    onEpoll([] {
        Awaited awaited(50);
        QVERIFY(awaited.timer.isActive());
        waitUntilDue(awaited.timer);
        QVERIFY(awaited.pair.there.write());
        pass(QEventLoop::WaitForMoreEvents | QEventLoop::X11ExcludeTimers);
        QVERIFY(awaited.timer.isActive());
        pass(QEventLoop::WaitForMoreEvents);
        QVERIFY(!awaited.timer.isActive());
    });
}

void TestEpollDispatcher::ringOfATimerThatIsGone()
{
    onEpoll([] {
        Awaited awaited(20);
        awaited.timer.start(60);
        int passes = 0;
        for (; awaited.timer.isActive(); ++passes)
            pass(QEventLoop::WaitForMoreEvents);
        QVERIFY2(passes < 10, qPrintable(QString::number(passes)));
    });
}

void TestEpollDispatcher::noTimerIsLeft()
{
    onEpoll([] {
        Awaited awaited(20);
        while (awaited.timer.isActive())
            pass(QEventLoop::WaitForMoreEvents);
        const auto before = epoll()->statistics();
        for (int i = 0; i < 3; ++i)
            QVERIFY(!pass());
        QCOMPARE(epoll()->statistics().ready, before.ready);
    });
}

void TestEpollDispatcher::hundredThousandTimers()
{
    onEpoll([] {
        constexpr int count = 100'000;
        std::vector<std::unique_ptr<QObject>> owners;
        std::mt19937 random(3);
        for (int i = 0; i < count; ++i) {
            owners.push_back(std::make_unique<QObject>());
            owners.back()->startTimer(1'000'000 + int(random() % 1'000'000));
        }
        std::shuffle(owners.begin(), owners.end(), random);
        pass();
        QObject last;
        last.startTimer(1);
        owners.clear();
        QCOMPARE(dispatcher()->registeredTimers(&last).size(), 1);
        QVERIFY(pass(QEventLoop::WaitForMoreEvents));
    });
}

void TestEpollDispatcher::timersOfManyClientsComeDueTogether()
{
    onEpoll([] {
        constexpr int count = 500;
        int fired = 0;
        std::vector<std::unique_ptr<QTimer>> timers;
        for (int i = 0; i < count; ++i) {
            timers.push_back(std::make_unique<QTimer>());
            connect(timers.back().get(), &QTimer::timeout, timers.back().get(), [&] { ++fired; });
            timers.back()->setSingleShot(true);
            timers.back()->start(400 + i % 100);
        }
        const auto before = epoll()->statistics();
        while (fired < count)
            pass(QEventLoop::WaitForMoreEvents);
        const quint64 passes = epoll()->statistics().passes - before.passes;
        QVERIFY2(passes < 20, qPrintable(QString::number(passes)));
    });
}

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
