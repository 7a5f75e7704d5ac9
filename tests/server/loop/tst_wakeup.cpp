// SPDX-License-Identifier: MIT
#include "server/loop/wakeup.h"

#include <QTest>

#include <array>
#include <atomic>
#include <semaphore>
#include <thread>

using porthole::WakeUp;

namespace {

/// False when none came for so long that it must be lost.
bool waitForNotification(WakeUp &wakeUp)
{
    wakeUp.drain();
    if (wakeUp.fallAsleep())
        wakeUp.sleep(10'000);
    return wakeUp.consume();
}

} // namespace

/// On plain threads throughout, so that ThreadSanitizer sees all there is.
class TestWakeUp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consumedOnce();
    void notifiedBeforeTheSleep();
    void coalesced();
    void drainForgetsOldEdges();
    void carriesWhatWasWrittenBefore();
    void losesNoneOfFourThreads();
};

void TestWakeUp::consumedOnce()
{
    WakeUp wakeUp;
    QVERIFY(wakeUp.isValid());
    QVERIFY(!wakeUp.consume());
    wakeUp.notify();
    QVERIFY(wakeUp.consume());
    QVERIFY(!wakeUp.consume());
}

void TestWakeUp::notifiedBeforeTheSleep()
{
    WakeUp wakeUp;
    wakeUp.notify();
    QVERIFY(!wakeUp.fallAsleep());
    QVERIFY(wakeUp.consume());
    QVERIFY(wakeUp.fallAsleep());
}

void TestWakeUp::coalesced()
{
    WakeUp wakeUp;
    QVERIFY(wakeUp.fallAsleep());
    for (int i = 0; i < 3; ++i)
        wakeUp.notify();
    QVERIFY(wakeUp.sleep(-1));
    QVERIFY(wakeUp.consume());
    QVERIFY(!wakeUp.consume());
}

void TestWakeUp::drainForgetsOldEdges()
{
    WakeUp wakeUp;
    QVERIFY(wakeUp.fallAsleep());
    wakeUp.notify();
    QVERIFY(wakeUp.consume());
    wakeUp.drain();
    QVERIFY(wakeUp.fallAsleep());
    wakeUp.sleep(1);
    QVERIFY(!wakeUp.consume());
}

void TestWakeUp::carriesWhatWasWrittenBefore()
{
    constexpr int rounds = 10'000;
    WakeUp wakeUp;
    int written = 0;
    std::binary_semaphore read{0};
    int misread = 0;
    std::thread consumer([&] {
        for (int i = 1; i <= rounds; ++i) {
            waitForNotification(wakeUp);
            misread += written != i;
            read.release();
        }
    });
    std::thread producer([&] {
        for (int i = 0; i < rounds; ++i) {
            ++written;
            wakeUp.notify();
            read.acquire();
        }
    });
    producer.join();
    consumer.join();
    QCOMPARE(misread, 0);
}

void TestWakeUp::losesNoneOfFourThreads()
{
    constexpr int rounds = 10'000;
    WakeUp wakeUp;
    std::atomic<int> written = 0;
    int lost = 0;
    std::thread consumer([&] {
        while (written.load(std::memory_order_relaxed) < 4 * rounds)
            lost += !waitForNotification(wakeUp);
    });
    std::array<std::thread, 4> producers;
    for (std::thread &producer : producers) {
        producer = std::thread([&] {
            for (int i = 0; i < rounds; ++i) {
                written.fetch_add(1, std::memory_order_relaxed);
                wakeUp.notify();
            }
        });
    }
    for (std::thread &producer : producers)
        producer.join();
    consumer.join();
    QCOMPARE(lost, 0);
}

QTEST_APPLESS_MAIN(TestWakeUp)
#include "tst_wakeup.moc"
