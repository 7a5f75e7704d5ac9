// SPDX-License-Identifier: MIT
#include "loopthread.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <atomic>
#include <csignal>
#include <thread>

#ifdef Q_OS_UNIX
#include <pthread.h>
#endif

using namespace porthole::test;

namespace {

/// A thread that runs its event loop until this goes.
class Looping final
{
    Q_DISABLE_COPY_MOVE(Looping)

public:
    Looping()
    {
        setDispatcher(m_thread);
        context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Looping()
    {
        m_thread.quit();
        m_thread.wait();
    }

    QAbstractEventDispatcher *dispatcher() const { return m_thread.eventDispatcher(); }

    QObject context;

private:
    QThread m_thread;
};

} // namespace

class TestLoopEvents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDispatchers(); }

    void queuedCallsFromFourThreads();
    void wakeUpFromFourThreads();
    void wakeUpAheadOfTheWait();
    void interruptFromAnotherThread();
    void exitFromAnotherThread();
    void interruptAheadOfTheWait_data();
    void interruptAheadOfTheWait();
    void interruptEndsThePassAtOnce();
    void saysWhenItIsAwakeAndWhenItBlocks();
    void postedWhileSending_data();
    void postedWhileSending();
    void postedEventsGoOnThoughTimersAreAlwaysDue();
    void returnsWhetherAnythingHappened();
    void excludesTimers();
    void excludesSockets();
    void wakesUpWithoutSockets();
    void earlierWakeUpsDoNotEndTheWaitWithoutSockets();
    void signalsDoNotEndTheWait();
    void diesWithWorkLeft();
};

void TestLoopEvents::queuedCallsFromFourThreads()
{
    constexpr int each = 10'000;
    std::atomic<int> called = 0;
    {
        Looping loop;
        QSemaphore room(1'000);
        std::array<std::thread, 4> threads;
        for (std::thread &thread : threads) {
            thread = std::thread([&] {
                for (int i = 0; i < each; ++i) {
                    room.acquire();
                    QMetaObject::invokeMethod(
                        &loop.context, [&] { ++called, room.release(); }, Qt::QueuedConnection);
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QTRY_COMPARE(called.load(), 4 * each);
    }
}

void TestLoopEvents::wakeUpFromFourThreads()
{
    onLoop([] {
        constexpr int each = 10'000;
        QAbstractEventDispatcher *const target = dispatcher();
        std::atomic<int> asked = 0;
        std::array<std::thread, 4> threads;
        for (std::thread &thread : threads) {
            thread = std::thread([&] {
                for (int i = 0; i < each; ++i) {
                    ++asked;
                    target->wakeUp();
                }
            });
        }
        while (asked < 4 * each)
            pass(QEventLoop::WaitForMoreEvents);
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(asked.load(), 4 * each);
    });
}

void TestLoopEvents::wakeUpAheadOfTheWait()
{
    onLoop([] {
        for (int i = 0; i < 3; ++i) {
            dispatcher()->wakeUp();
            dispatcher()->wakeUp();
            QVERIFY(pass(QEventLoop::WaitForMoreEvents));
            QVERIFY(!pass());
        }
    });
}

void TestLoopEvents::interruptFromAnotherThread()
{
    onLoop([] {
        QAbstractEventDispatcher *const target = dispatcher();
        QSemaphore waits;
        QSemaphore done;
        constexpr int rounds = 500;
        std::thread other([&] {
            for (int i = 0; i < rounds; ++i) {
                waits.acquire();
                target->interrupt();
                done.acquire();
            }
        });
        for (int i = 0; i < rounds; ++i) {
            waits.release();
            pass(QEventLoop::WaitForMoreEvents);
            done.release();
        }
        other.join();
    });
}

void TestLoopEvents::exitFromAnotherThread()
{
    onLoop([] {
        QEventLoop loop;
        QSemaphore started;
        std::atomic<int> ended = 0;
        constexpr int rounds = 500;
        QObject context;
        std::thread other([&] {
            for (int i = 0; i < rounds; ++i) {
                started.acquire();
                loop.exit(i);
            }
        });
        for (int i = 0; i < rounds; ++i) {
            QMetaObject::invokeMethod(
                &context, [&] { started.release(); }, Qt::QueuedConnection);
            ended += loop.exec() == i;
        }
        other.join();
        QCOMPARE(ended.load(), rounds);
    });
}

void TestLoopEvents::interruptAheadOfTheWait_data()
{
    QTest::addColumn<QEventLoop::ProcessEventsFlags>("flags");

    const QEventLoop::ProcessEventsFlags wait = QEventLoop::WaitForMoreEvents;
    QTest::newRow("in a single pass") << wait;
    QTest::newRow("as exec() calls it") << (wait | QEventLoop::EventLoopExec);
}

void TestLoopEvents::interruptAheadOfTheWait()
{
    QFETCH(QEventLoop::ProcessEventsFlags, flags);
    onLoop([flags] {
        for (int i = 0; i < 3; ++i) {
            dispatcher()->interrupt();
            pass(flags);
        }
    });
}

void TestLoopEvents::interruptEndsThePassAtOnce()
{
    onLoop([] {
        QTimer timer;
        int fired = 0;
        connect(&timer, &QTimer::timeout, &timer, [&] { ++fired; });
        timer.start(0);
        QMetaObject::invokeMethod(
            &timer, [] { dispatcher()->interrupt(); }, Qt::QueuedConnection);
        QVERIFY(!pass(QEventLoop::WaitForMoreEvents));
        QCOMPARE(fired, 0);
        pass(QEventLoop::WaitForMoreEvents);
        QCOMPARE(fired, 1);
    });
}

void TestLoopEvents::saysWhenItIsAwakeAndWhenItBlocks()
{
    onLoop([] {
        int awake = 0;
        int blocks = 0;
        QObject context;
        connect(dispatcher(), &QAbstractEventDispatcher::awake, &context, [&] { ++awake; });
        connect(dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, [&] { ++blocks; });
        pass();
        QCOMPARE(awake, 1);
        QCOMPARE(blocks, 0);

        QTimer::singleShot(1, &context, [] {});
        pass();
        QCOMPARE(awake, 2);
        QCOMPARE(blocks, 0);
        pass(QEventLoop::WaitForMoreEvents);
        QVERIFY(awake >= 3);
        QVERIFY(blocks >= 1);
    });
}

void TestLoopEvents::postedWhileSending_data()
{
    QTest::addColumn<bool>("aboutToBlock");

    QTest::newRow("by a posted event") << false;
    QTest::newRow("by a slot of aboutToBlock") << true;
}

void TestLoopEvents::postedWhileSending()
{
    QFETCH(bool, aboutToBlock);
    onLoop([aboutToBlock] {
        QObject context;
        QEventLoop loop;
        const auto post = [&] {
            QObject::disconnect(dispatcher(), nullptr, &context, nullptr);
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        };
        if (aboutToBlock)
            connect(dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, post);
        else
            QMetaObject::invokeMethod(&context, post, Qt::QueuedConnection);
        QCOMPARE(loop.exec(), 0);
    });
}

void TestLoopEvents::postedEventsGoOnThoughTimersAreAlwaysDue()
{
    onLoop([] {
        QTimer timer;
        timer.start(0);
        QObject context;
        int handled = 0;
        std::function<void()> again = [&] {
            ++handled;
            QMetaObject::invokeMethod(&context, again, Qt::QueuedConnection);
        };
        again();
        int fired = 0;
        connect(&timer, &QTimer::timeout, &context, [&] { ++fired; });
        for (int i = 0; i < 10; ++i)
            pass(QEventLoop::WaitForMoreEvents);
        QVERIFY(handled >= 10);
        QVERIFY(fired >= 10);
    });
}

void TestLoopEvents::returnsWhetherAnythingHappened()
{
    onLoop([] {
        QObject context;
        QVERIFY(!pass());
        QTimer::singleShot(1, Qt::PreciseTimer, &context, [] {});
        QVERIFY(pass(QEventLoop::WaitForMoreEvents));
        QVERIFY(!pass());
        QMetaObject::invokeMethod(
            &context, [] {}, Qt::QueuedConnection);
        QVERIFY(pass());
        QVERIFY(!pass());
    });
}

void TestLoopEvents::excludesTimers()
{
    onLoop([] {
        int fired = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] { ++fired; });
        timer.start(0);
        pass(QEventLoop::X11ExcludeTimers);
        QCOMPARE(fired, 0);
        dispatcher()->wakeUp();
        pass(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents);
        QCOMPARE(fired, 0);
        pass();
        QCOMPARE(fired, 1);
    });
}

void TestLoopEvents::excludesSockets()
{
    onLoop([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QVERIFY(client.waitForConnected());

        bool fired = false;
        QTimer::singleShot(20, Qt::PreciseTimer, &client, [&] { fired = true; });
        for (int passes = 0; !fired; ++passes) {
            pass(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
            QVERIFY2(passes < 10, "the wait ends at once because of a socket");
        }
        QVERIFY(!server.hasPendingConnections());
        QTRY_VERIFY(server.hasPendingConnections());
    });
}

void TestLoopEvents::wakesUpWithoutSockets()
{
    onLoop([] {
        QAbstractEventDispatcher *const target = dispatcher();
        QSemaphore waits;
        QSemaphore done;
        constexpr int rounds = 200;
        std::thread other([&] {
            for (int i = 0; i < rounds; ++i) {
                waits.acquire();
                target->wakeUp();
                done.acquire();
            }
        });
        for (int i = 0; i < rounds; ++i) {
            waits.release();
            pass(QEventLoop::WaitForMoreEvents | (i % 2 ? QEventLoop::ExcludeSocketNotifiers : QEventLoop::AllEvents));
            done.release();
        }
        other.join();
    });
}

void TestLoopEvents::earlierWakeUpsDoNotEndTheWaitWithoutSockets()
{
    onLoop([] {
        QAbstractEventDispatcher *const target = dispatcher();
        std::atomic<bool> stop = false;
        std::thread other([&] {
            while (!stop)
                target->wakeUp();
        });
        for (int i = 0; i < 200; ++i)
            pass(QEventLoop::WaitForMoreEvents);
        stop = true;
        other.join();

        QObject context;
        bool fired = false;
        QTimer::singleShot(20, Qt::PreciseTimer, &context, [&] { fired = true; });
        int passes = 0;
        for (; !fired; ++passes)
            pass(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
        QVERIFY2(passes < 10, qPrintable(QString::number(passes)));
    });
}

void TestLoopEvents::signalsDoNotEndTheWait()
{
#ifdef Q_OS_UNIX
    struct sigaction action
    { };
    action.sa_handler = [](int) {};
    sigaction(SIGUSR1, &action, nullptr);
    onLoop([] {
        std::atomic<bool> stop = false;
        QObject context;
        QElapsedTimer since;
        bool fired = false;
        since.start();
        QTimer::singleShot(30, Qt::PreciseTimer, &context, [&] { fired = true; });
        std::thread other([&stop, self = pthread_self()] {
            while (!stop) {
                pthread_kill(self, SIGUSR1);
                QThread::usleep(500);
            }
        });
        int passes = 0;
        for (; !fired; ++passes)
            pass(QEventLoop::WaitForMoreEvents);
        stop = true;
        other.join();
        QVERIFY(since.elapsed() >= 30);
        QVERIFY2(passes < 10, qPrintable(QString::number(passes)));
    });
#else
    QSKIP("There are no signals here");
#endif
}

void TestLoopEvents::diesWithWorkLeft()
{
    onLoop([] {
        auto *const context = new QTcpServer;
        QVERIFY(context->listen(QHostAddress::LocalHost));
        context->startTimer(0);
        QMetaObject::invokeMethod(
            context, [] { QFAIL("the loop is over"); }, Qt::QueuedConnection);
        context->deleteLater();
    });
}

QTEST_GUILESS_MAIN(TestLoopEvents)
#include "tst_loopevents.moc"
