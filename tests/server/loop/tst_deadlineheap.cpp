// SPDX-License-Identifier: MIT
#include "server/loop/deadlineheap.h"

#include <QTest>

#include <map>
#include <random>

using porthole::DeadlineHeap;

namespace {

DeadlineHeap::Item item(int due, quint64 sequence, quint32 slot)
{
    return {DeadlineHeap::Clock::time_point(std::chrono::milliseconds(due)), sequence, slot};
}

} // namespace

class TestDeadlineHeap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soonestFirst();
    void firstInFirstOutWhenDueTogether();
    void erasesWhatIsNotThere();
    void agreesWithASortedMap();
};

void TestDeadlineHeap::soonestFirst()
{
    DeadlineHeap heap;
    QVERIFY(heap.isEmpty());
    heap.push(item(30, 1, 0));
    heap.push(item(10, 2, 1));
    heap.push(item(20, 3, 2));
    for (const quint32 slot : {1u, 2u, 0u}) {
        QCOMPARE(heap.front().slot, slot);
        heap.erase(slot);
    }
    QVERIFY(heap.isEmpty());
}

void TestDeadlineHeap::firstInFirstOutWhenDueTogether()
{
    DeadlineHeap heap;
    for (const quint32 slot : {5u, 3u, 4u, 1u})
        heap.push(item(10, 100 - slot, slot));
    for (const quint32 slot : {5u, 4u, 3u, 1u}) {
        QCOMPARE(heap.front().slot, slot);
        heap.erase(slot);
    }
}

void TestDeadlineHeap::erasesWhatIsNotThere()
{
    DeadlineHeap heap;
    heap.erase(0);
    heap.push(item(1, 1, 2));
    heap.erase(0);
    heap.erase(7);
    QCOMPARE(heap.front().slot, 2u);
    heap.erase(2);
    heap.erase(2);
    QVERIFY(heap.isEmpty());
}

void TestDeadlineHeap::agreesWithASortedMap()
{
    std::mt19937 random(1);
    DeadlineHeap heap;
    std::map<std::pair<int, quint64>, quint32> sorted;
    std::map<quint32, std::pair<int, quint64>> present;
    for (quint64 step = 1; step < 20'000; ++step) {
        const quint32 slot = random() % 200;
        if (const auto found = present.find(slot); found != present.end()) {
            heap.erase(slot);
            sorted.erase(found->second);
            present.erase(found);
        } else {
            const int due = int(random() % 50);
            heap.push(item(due, step, slot));
            sorted.emplace(std::pair(due, step), slot);
            present.emplace(slot, std::pair(due, step));
        }
        QCOMPARE(heap.isEmpty(), sorted.empty());
        if (!sorted.empty())
            QCOMPARE(heap.front().slot, sorted.begin()->second);
    }
}

QTEST_APPLESS_MAIN(TestDeadlineHeap)
#include "tst_deadlineheap.moc"
