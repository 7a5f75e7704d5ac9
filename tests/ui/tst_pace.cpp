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

static std::chrono::milliseconds paceAt(std::chrono::microseconds cost, Pace pace = {})
{
    std::chrono::milliseconds interval{0};
    for (int i = 0; i < 40; ++i) {
        pace.spent(cost / 2);
        pace.spent(cost - cost / 2);
        interval = pace.next();
    }
    return interval;
}

void TestPace::interval_data()
{
    QTest::addColumn<int>("cost"); // in microseconds
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("nothing to do") << 0 << 100 << 100;
    QTest::newRow("cheap") << 2'000 << 100 << 100;
    QTest::newRow("its share of a processor") << 3'750 << 140 << 150;
    QTest::newRow("dear") << 6'000 << 200 << 200;
    QTest::newRow("never so slow that it lags") << 500'000 << 200 << 200;
}

void TestPace::interval()
{
    QFETCH(const int, cost);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const auto interval = paceAt(std::chrono::microseconds(cost)).count();
    QVERIFY2(interval >= least && interval <= most, qPrintable(QString::number(interval)));
}

void TestPace::oneSlowShowingIsNotARule()
{
    Pace pace;
    pace.spent(9ms);
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
        pace.spent(3750us);
        interval = pace.next();
    }
    pace.spent(3850us);
    QCOMPARE(pace.next(), interval);
}

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
