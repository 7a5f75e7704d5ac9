// SPDX-License-Identifier: MIT
#include "server/engine/deadlines.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace porthole;
using namespace std::chrono_literals;

namespace {

class Task final : public Limited
{
public:
    explicit Task(std::function<void()> work = {}) : m_work(std::move(work)) { }

    int ran = 0;

private:
    void timedOut() override
    {
        ++ran;
        if (m_work)
            m_work();
    }

    std::function<void()> m_work;
};

} // namespace

/// The time limits of a worker's connections.
class TestDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes();
    void cleared();
    void setAnew_data();
    void setAnew();
    void inOrder();
    void setAgainWhenItPassed();
};

void TestDeadlines::passes()
{
    Deadlines deadlines;
    Task task;
    QVERIFY(!deadlines.has(task));
    deadlines.set(task, 1ms);
    QVERIFY(deadlines.has(task));
    QTRY_COMPARE(task.ran, 1);
    QVERIFY(!deadlines.has(task));
}

void TestDeadlines::cleared()
{
    Deadlines deadlines;
    Task cleared;
    Task other;
    deadlines.set(cleared, 1ms);
    deadlines.set(other, 2ms);
    deadlines.clear(cleared);
    QVERIFY(!deadlines.has(cleared));
    QTRY_COMPARE(other.ran, 1);
    QCOMPARE(cleared.ran, 0);
}

void TestDeadlines::setAnew_data()
{
    QTest::addColumn<std::chrono::milliseconds>("first");
    QTest::addColumn<std::chrono::milliseconds>("then");
    QTest::newRow("put off") << 1ms << 60ms;
    QTest::newRow("brought forward") << std::chrono::milliseconds(1h) << 20ms;
    QTest::newRow("the same") << 20ms << 20ms;
}

// It passes once, and not before the time that was set last.
void TestDeadlines::setAnew()
{
    QFETCH(const std::chrono::milliseconds, first);
    QFETCH(const std::chrono::milliseconds, then);
    Deadlines deadlines;
    Task task;
    deadlines.set(task, first);
    const Clock::time_point began = Clock::now();
    deadlines.set(task, then);
    QTRY_COMPARE(task.ran, 1);
    QVERIFY(Clock::now() - began >= then);
    QVERIFY(!deadlines.has(task));
}

void TestDeadlines::inOrder()
{
    Deadlines deadlines;
    QByteArray order;
    Task last([&] { order += 'c'; });
    Task first([&] { order += 'a'; });
    Task middle([&] { order += 'b'; });
    deadlines.set(last, 3ms);
    deadlines.set(first, 1ms);
    deadlines.set(middle, 1ms);
    deadlines.set(middle, 2ms);
    QTRY_COMPARE(order, QByteArray("abc"));
}

void TestDeadlines::setAgainWhenItPassed()
{
    Deadlines deadlines;
    Task *again = nullptr;
    Task task([&] {
        if (again->ran < 3)
            deadlines.set(*again, 1ms);
    });
    again = &task;
    deadlines.set(task, 1ms);
    QTRY_COMPARE(task.ran, 3);
    QVERIFY(!deadlines.has(task));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
