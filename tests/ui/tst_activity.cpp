// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/activity/activitypane.h"
#include "ui/activity/chart.h"
#include "ui/mainwindow.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/filteredit.h"

#include <QDockWidget>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace porthole;

// How the server did over time: what is kept of it, and what the charts make of it.
class TestActivity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void ratesAreASecond();
    void aRestartIsNoNegativeRate();
    void oldSamplesAreThinned();
    void closesAddUpWhenThinned();
    void findsTheSampleOfATime();
    void chartReadsTheNewestAndThePointed();
    void draggingChoosesASpan();
    void aClickChoosesNone();
    void keysPointAndMark();
    void mirroredChartsMirrorTime();
    void aSpanFiltersTheMessages();
    void everyWorkerHasALine();
};

static constexpr qint64 second = 1'000'000;
static constexpr qint64 origin = 1'700'000'000 * second;

static Totals totals(quint64 messages)
{
    Totals totals;
    totals.clients = 5;
    totals.messagesIn = messages;
    totals.messagesOut = 2 * messages;
    totals.bytesIn = 100 * messages;
    totals.queuedBytes = 42;
    return totals;
}

static History filled(int seconds)
{
    History history;
    for (int at = 0; at <= seconds; ++at)
        history.add(origin + at * second, totals(quint64(at) * 10), {0.5, 2.0});
    return history;
}

void TestActivity::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("activity"));
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
}

void TestActivity::init() { QSettings().clear(); }

void TestActivity::ratesAreASecond()
{
    History history;
    history.add(origin, totals(100), {1.0});
    QVERIFY(history.isEmpty());
    history.add(origin + 2 * second, totals(140), {1.5});
    QCOMPARE(history.size(), 1);
    const Sample &sample = history.at(0);
    QCOMPARE(sample.messagesIn, 20.0);
    QCOMPARE(sample.messagesOut, 40.0);
    QCOMPARE(sample.bytesIn, 2000.0);
    QCOMPARE(sample.clients, 5.0);
    QCOMPARE(sample.queuedBytes, 42.0);
    QCOMPARE(sample.loopLags, QList<double>{1.5});
}

void TestActivity::aRestartIsNoNegativeRate()
{
    History history = filled(3);
    history.add(origin + 4 * second, totals(7), {});
    QCOMPARE(history.at(history.size() - 1).messagesIn, 7.0);
}

void TestActivity::oldSamplesAreThinned()
{
    const History history = filled(1000);
    QCOMPARE(history.begin(), origin);
    QCOMPARE(history.end(), origin + 1000 * second);
    QVERIFY(history.size() < 650);
    for (qsizetype index = 0; index < history.size(); ++index) {
        QCOMPARE(history.at(index).messagesIn, 10.0);
        if (index > 0)
            QCOMPARE(history.at(index).begin, history.at(index - 1).end);
    }
    QCOMPARE(history.at(0).end - history.at(0).begin, 10 * second);
    QCOMPARE(history.at(history.size() - History::fineSeconds).end
                 - history.at(history.size() - History::fineSeconds).begin,
             second);
    const History long_ = filled(History::fineSeconds + (History::coarseSamples + 50) * History::coarseSeconds);
    QVERIFY(long_.size() <= History::fineSeconds + History::coarseSeconds + History::coarseSamples);
}

void TestActivity::closesAddUpWhenThinned()
{
    History history;
    Totals now;
    for (int at = 0; at < 700; ++at) {
        ++now.causes[size_t(Cause::PeerClose)];
        history.add(origin + at * second, now, {});
    }
    double sum = 0;
    for (qsizetype index = 0; index < history.size(); ++index)
        sum += history.at(index).closes[size_t(Cause::PeerClose)];
    QCOMPARE(sum, 699.0);
}

void TestActivity::findsTheSampleOfATime()
{
    const History history = filled(800);
    for (const int at : {0, 5, 77, 400, 799}) {
        const qsizetype index = history.indexAt(origin + at * second + second / 2);
        QVERIFY(index >= 0);
        QVERIFY(history.at(index).begin <= origin + at * second + second / 2);
        QVERIFY(history.at(index).end >= origin + at * second + second / 2);
    }
    QCOMPARE(history.indexAt(origin - 1), -1);
    QCOMPARE(history.indexAt(history.end() + 1), -1);
    QCOMPARE(History().indexAt(origin), -1);
}

namespace {

struct Bench
{
    History history;
    Chart chart{history, QStringLiteral("Messages"), [](double value) { return QString::number(value); }};

    explicit Bench(int seconds)
    {
        for (int at = 0; at <= seconds; ++at)
            history.add(origin + at * second, totals(quint64(at * at)), {});
        chart.setLines({{QStringLiteral("in"), Qt::blue, [](const Sample &each) { return each.messagesIn; }}});
        chart.setSpan(origin, origin + seconds * second);
        chart.resize(400, 120);
        QObject::connect(&chart, &Chart::pointed, &chart, &Chart::setPointed);
        QObject::connect(&chart, &Chart::marking, &chart, &Chart::setMarked);
    }
    QPoint at(double share) const
    {
        const QRectF area = chart.plot();
        return {int(area.left() + share * area.width()), int(area.center().y())};
    }
};

} // namespace

void TestActivity::chartReadsTheNewestAndThePointed()
{
    Bench bench(100);
    QCOMPARE(bench.chart.reading(), QStringLiteral("in 199"));
    bench.chart.setPointed(origin + 10 * second);
    QVERIFY2(bench.chart.reading().endsWith(QLatin1String("in 19")), qPrintable(bench.chart.reading()));
    QCOMPARE(bench.chart.toolTip(), bench.chart.reading());
    bench.chart.setPointed(0);
    QVERIFY(bench.chart.toolTip().isEmpty());
    QCOMPARE(bench.chart.reading(), QStringLiteral("in 199"));
}

void TestActivity::draggingChoosesASpan()
{
    Bench bench(100);
    QSignalSpy marked(&bench.chart, &Chart::marked);
    QTest::mousePress(&bench.chart, Qt::LeftButton, {}, bench.at(0.75));
    QTest::mouseMove(&bench.chart, bench.at(0.5));
    QTest::mouseRelease(&bench.chart, Qt::LeftButton, {}, bench.at(0.25));
    QCOMPARE(marked.size(), 1);
    QVERIFY(qAbs(marked[0][0].toLongLong() - (origin + 25 * second)) < second);
    QVERIFY(qAbs(marked[0][1].toLongLong() - (origin + 75 * second)) < second);
}

void TestActivity::aClickChoosesNone()
{
    Bench bench(100);
    QSignalSpy marked(&bench.chart, &Chart::marked);
    QTest::mouseClick(&bench.chart, Qt::LeftButton, {}, bench.at(0.5));
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][1].toLongLong(), 0);
}

void TestActivity::keysPointAndMark()
{
    Bench bench(100);
    QSignalSpy marked(&bench.chart, &Chart::marked);
    QTest::keyClick(&bench.chart, Qt::Key_Left);
    QVERIFY(bench.chart.reading().endsWith(QLatin1String("in 197")));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&bench.chart, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&bench.chart, Qt::Key_Return);
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][0].toLongLong(), origin + 96 * second);
    QCOMPARE(marked[0][1].toLongLong(), origin + 99 * second);
    QTest::keyClick(&bench.chart, Qt::Key_Escape);
    QCOMPARE(marked.size(), 2);
    QCOMPARE(marked[1][1].toLongLong(), 0);
}

void TestActivity::mirroredChartsMirrorTime()
{
    Bench bench(100);
    bench.chart.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(bench.chart.timeAt(bench.at(0.1).x()) > bench.chart.timeAt(bench.at(0.9).x()));
}

void TestActivity::aSpanFiltersTheMessages()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    const ClientId client = monitor.addClient();
    for (int i = 0; i < 10; ++i) {
        monitor.advance(second);
        monitor.addMessage(client, Direction::In, "x");
    }
    const qint64 last = monitor.time();
    monitor.flush();
    const MessagesModel &messages = window.feed().messages();
    QTRY_COMPARE(messages.rowCount(), 10);
    FilterEdit *filter = window.messagesPane()->filter();
    filter->apply(QStringLiteral("dir == in"));
    Q_EMIT window.activityPane()->spanChosen(last - 3 * second - second / 2, last - second / 2);
    QTRY_COMPARE(messages.rowCount(), 3);
    QVERIFY2(!filter->error(), qPrintable(filter->error().text));
    Q_EMIT window.activityPane()->spanChosen(last - second / 2, last + second);
    QTRY_COMPARE(messages.rowCount(), 1);
    Q_EMIT window.activityPane()->spanChosen(0, 0);
    QTRY_COMPARE(messages.rowCount(), 10);
    QCOMPARE(filter->text(), QStringLiteral("dir == in"));
}

void TestActivity::everyWorkerHasALine()
{
    FakeMonitor monitor;
    qint64 now = 0;
    MainWindow window(monitor, [&now] { return now; });
    window.feed().setWallClock([&now] { return origin + now * 1000; });
    monitor.addClient();
    monitor.loopLags() = {0.1, 0.2, 7.5};
    window.show();
    for (int i = 0; i < 4; ++i) {
        now += 1000;
        monitor.flush();
        window.feed().tick();
    }
    window.findChild<QDockWidget *>(QStringLiteral("activity"))->show();
    const Chart *lag = window.activityPane()->charts()[4];
    QTRY_COMPARE(lag->lines().size(), 3);
    QVERIFY2(lag->reading().contains(QLatin1String("#2 7.5 ms")), qPrintable(lag->reading()));
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
