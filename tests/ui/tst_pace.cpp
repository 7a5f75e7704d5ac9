// SPDX-License-Identifier: MIT
#include "ui/shared/pace.h"

#include <QTest>

using namespace porthole;
using namespace std::chrono_literals;

class TestPace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interval_data();
    void interval();
    void oneSlowShowingIsNotARule();
    void staysWhileLittleChanges();
};

static std::chrono::milliseconds paceAt(std::chrono::microseconds cost, Pace pace = {}, bool isFlood = false)
{
    std::chrono::milliseconds interval{0};
    for (int i = 0; i < 40; ++i) {
        pace.spent(cost / 2);
        pace.spent(cost - cost / 2);
        interval = pace.next(isFlood);
    }
    return interval;
}

void TestPace::interval_data()
{
    QTest::addColumn<bool>("isFlood");
    QTest::addColumn<int>("cost"); // in microseconds
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("nothing to do") << false << 0 << 45 << 45;
    QTest::newRow("cheap") << false << 3'000 << 45 << 45;
    QTest::newRow("its share of a processor") << false << 15'000 << 90 << 110;
    QTest::newRow("dear") << false << 40'000 << 200 << 200;
    QTest::newRow("never so slow that it lags") << false << 500'000 << 200 << 200;
    QTest::newRow("cheap flood") << true << 600 << 45 << 45;
    QTest::newRow("flood") << true << 3'000 << 190 << 210;
    QTest::newRow("dear flood") << true << 20'000 << 400 << 400;
}

void TestPace::interval()
{
    QFETCH(const bool, isFlood);
    QFETCH(const int, cost);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const auto interval = paceAt(std::chrono::microseconds(cost), {}, isFlood).count();
    QVERIFY2(interval >= least && interval <= most, qPrintable(QString::number(interval)));
}

void TestPace::oneSlowShowingIsNotARule()
{
    Pace pace;
    pace.spent(20ms);
    QCOMPARE(pace.next(), Pace::fastest);
    pace.spent(1s);
    QCOMPARE(pace.next(), Pace::slowest);
    QCOMPARE(paceAt(1ms, pace), Pace::fastest);
}

void TestPace::staysWhileLittleChanges()
{
    Pace pace;
    std::chrono::milliseconds interval{0};
    for (int i = 0; i < 40; ++i) {
        pace.spent(15000us);
        interval = pace.next();
    }
    pace.spent(15300us);
    QCOMPARE(pace.next(), interval);
}

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
