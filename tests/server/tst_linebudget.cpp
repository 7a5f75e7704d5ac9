// SPDX-License-Identifier: MIT
#include "server/linebudget.h"

#include <QTest>

using namespace porthole;

/// How many lines of a kind the log gets in a second.
class TestLineBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofOneSecond_data();
    void ofOneSecond();
    void eachSecondAnew();
};

void TestLineBudget::ofOneSecond_data()
{
    constexpr int all = LineBudget::linesPerSecond;
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QList<int>>("told");
    QTest::newRow("none") << 0 << 0 << QList<int>();
    QTest::newRow("all that there are") << all << all << QList<int>();
    QTest::newRow("one more") << all + 1 << all << QList<int>{1};
    QTest::newRow("a flood") << 100 * all << all << QList<int>{99 * all};
}

// It tells at its end, too.
void TestLineBudget::ofOneSecond()
{
    QFETCH(const int, wanted);
    QFETCH(const int, lines);
    QFETCH(const QList<int>, told);
    QList<int> heard;
    {
        LineBudget budget([&heard](int more) { heard.append(more); });
        int taken = 0;
        for (int line = 0; line < wanted; ++line)
            taken += budget.take() ? 1 : 0;
        QCOMPARE(taken, lines);
        QVERIFY2(heard.isEmpty(), "the second is not over");
    }
    QCOMPARE(heard, told);
}

void TestLineBudget::eachSecondAnew()
{
    QList<int> heard;
    LineBudget budget([&heard](int more) { heard.append(more); });
    while (budget.take()) { }
    QTRY_COMPARE(heard, QList<int>{1});
    QVERIFY(budget.take());
}

QTEST_GUILESS_MAIN(TestLineBudget)
#include "tst_linebudget.moc"
