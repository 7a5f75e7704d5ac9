// SPDX-License-Identifier: MIT
#include "server/loop/alarm.h"

#include <QTest>

#include <poll.h>

using namespace std::chrono_literals;
using porthole::Alarm;

namespace {

/// Whether the alarm wakes who waits that long for it.
bool wakesWithin(const Alarm &alarm, std::chrono::milliseconds time)
{
    pollfd waiting{alarm.descriptor(), POLLIN, 0};
    return poll(&waiting, 1, int(time.count())) == 1;
}

/// Sets it.
bool set(Alarm &alarm, Alarm::Clock::time_point time)
{
    alarm.wakesAt(time);
    return alarm.wakesAt(time);
}

constexpr auto longEnough = 10s;

} // namespace

class TestAlarm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSetWhenAskedForTheSameTimeTwice();
    void isNotSetForTimesThatChange();
    void wakes_data();
    void wakes();
    void isSilentOnceItRang();
    void canBeSetForTheSameTimeAgain();
    void keepsTheTimeItIsSetFor();
};

void TestAlarm::isSetWhenAskedForTheSameTimeTwice()
{
    Alarm alarm;
    QVERIFY(alarm.isValid());
    const auto time = Alarm::Clock::now() + longEnough;
    QVERIFY(!alarm.wakesAt(time));
    QVERIFY(alarm.wakesAt(time));
    QVERIFY(alarm.wakesAt(time));
}

void TestAlarm::isNotSetForTimesThatChange()
{
    Alarm alarm;
    const auto time = Alarm::Clock::now();
    for (int i = 0; i < 10; ++i)
        QVERIFY(!alarm.wakesAt(time + i * 1ns));
    QVERIFY(!wakesWithin(alarm, 0ms));
}

void TestAlarm::wakes_data()
{
    QTest::addColumn<std::chrono::milliseconds>("ahead");

    QTest::newRow("in a while") << 20ms;
    QTest::newRow("now") << 0ms;
    QTest::newRow("late") << -1000ms;
}

void TestAlarm::wakes()
{
    QFETCH(std::chrono::milliseconds, ahead);
    Alarm alarm;
    const auto time = Alarm::Clock::now() + ahead;
    QVERIFY(set(alarm, time));
    QVERIFY(wakesWithin(alarm, longEnough));
    QVERIFY(Alarm::Clock::now() >= time);
}

void TestAlarm::isSilentOnceItRang()
{
    Alarm alarm;
    QVERIFY(set(alarm, Alarm::Clock::now()));
    QVERIFY(wakesWithin(alarm, longEnough));
    alarm.rang();
    QVERIFY(!wakesWithin(alarm, 0ms));
}

void TestAlarm::canBeSetForTheSameTimeAgain()
{
    Alarm alarm;
    const auto time = Alarm::Clock::now();
    QVERIFY(set(alarm, time));
    QVERIFY(wakesWithin(alarm, longEnough));
    alarm.rang();
    QVERIFY(!alarm.wakesAt(time));
    QVERIFY(alarm.wakesAt(time));
    QVERIFY(wakesWithin(alarm, longEnough));
}

void TestAlarm::keepsTheTimeItIsSetFor()
{
    Alarm alarm;
    const auto time = Alarm::Clock::now() + longEnough;
    QVERIFY(set(alarm, time));
    QVERIFY(!alarm.wakesAt(time - 1s));
    QVERIFY(alarm.wakesAt(time));
    QVERIFY(set(alarm, Alarm::Clock::now()));
    QVERIFY(!alarm.wakesAt(time));
    QVERIFY(wakesWithin(alarm, longEnough));
}

QTEST_APPLESS_MAIN(TestAlarm)
#include "tst_alarm.moc"
