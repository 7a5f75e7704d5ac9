// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientspane.h"
#include "ui/console/consolemodel.h"
#include "ui/console/consolepane.h"
#include "ui/detail/detailpane.h"
#include "ui/mainwindow.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/tailview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace porthole;

// What a script writes, as the window keeps and shows it.
class TestConsole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filters_data();
    void filters();
    void keepsTheLastAndCountsTheRest();
    void aFloodAtOnce();
    void randomly();
    void comesWhenTheScriptSpeaks();
    void isInFrontWhenItSpokeFirst();
    void staysAwayWhenItWasClosed();
    void followsTheTail();
    void copiesWholeLines();
    void clears();
    void showsAllOfALine();
    void linesStayReadableBesideAWholeOne();
    void aChosenLineStaysInSight();
};

namespace {

QList<ConsoleRow> lines(int count, int from = 0)
{
    QList<ConsoleRow> rows;
    for (int i = from; i < from + count; ++i)
        rows.append({i, ConsoleLevel(i % 4), QStringLiteral("line %1").arg(i), QStringLiteral("chat.js:%1").arg(i), 0});
    return rows;
}

QStringList texts(const ConsoleModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, ConsoleModel::Text).data().toString());
    return all;
}

QDockWidget *dock(MainWindow &window) { return window.findChild<QDockWidget *>(QStringLiteral("console")); }

} // namespace

void TestConsole::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("console"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestConsole::init() { QSettings().clear(); }

void TestConsole::filters_data()
{
    QTest::addColumn<int>("least");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("shown");

    const auto row = [](const char *name, ConsoleLevel least, const char *text, const QStringList &shown) {
        QTest::newRow(name) << int(least) << QString::fromUtf8(text) << shown;
    };
    const QString debug = QStringLiteral("a debug"), info = QStringLiteral("An info"),
                  warning = QStringLiteral("a warning"), error = QStringLiteral("an ERROR");
    row("all", ConsoleLevel::Debug, "", {debug, info, warning, error});
    row("info and above", ConsoleLevel::Info, "", {info, warning, error});
    row("errors", ConsoleLevel::Error, "", {error});
    row("a text in any case", ConsoleLevel::Debug, "an ", {info, error});
    row("a place", ConsoleLevel::Debug, "b.js:2", {warning});
    row("both", ConsoleLevel::Warning, "an ", {error});
    row("nothing", ConsoleLevel::Debug, "none", {});
}

void TestConsole::filters()
{
    QFETCH(int, least);
    QFETCH(QString, text);
    QFETCH(QStringList, shown);
    const QList<ConsoleRow> rows{{1, ConsoleLevel::Debug, QStringLiteral("a debug"), QStringLiteral("a.js:1"), 0},
                                 {2, ConsoleLevel::Info, QStringLiteral("An info"), QStringLiteral("a.js:2"), 1},
                                 {3, ConsoleLevel::Warning, QStringLiteral("a warning"), QStringLiteral("b.js:2"), 0},
                                 {4, ConsoleLevel::Error, QStringLiteral("an ERROR"), {}, 0}};
    ConsoleModel before;
    before.setFilter(ConsoleLevel(least), text);
    before.take(rows);
    QCOMPARE(texts(before), shown);
    ConsoleModel after;
    after.take(rows);
    after.setFilter(ConsoleLevel(least), text);
    QCOMPARE(texts(after), shown);
    QCOMPARE(after.total(), 4);
}

void TestConsole::keepsTheLastAndCountsTheRest()
{
    ConsoleModel model(10);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.take(lines(7));
    model.take(lines(6, 7));
    QCOMPARE(model.total(), 10);
    QCOMPARE(model.dropped(), 3U);
    QCOMPARE(texts(model).first(), QStringLiteral("line 3"));
    QCOMPARE(texts(model).last(), QStringLiteral("line 12"));
    QCOMPARE(resets.count(), 0);
}

void TestConsole::aFloodAtOnce()
{
    ConsoleModel model(10);
    const QAbstractItemModelTester tester(&model);
    model.take(lines(4));
    model.take(lines(1000, 4));
    QCOMPARE(model.total(), 10);
    QCOMPARE(model.dropped(), 994U);
    QCOMPARE(model.received(), 1004U);
    QCOMPARE(texts(model).last(), QStringLiteral("line 1003"));
}

void TestConsole::randomly()
{
    QRandomGenerator dice(6455);
    ConsoleModel model(50);
    const QAbstractItemModelTester tester(&model);
    int next = 0;
    for (int step = 0; step < 300; ++step) {
        const int what = int(dice.bounded(10));
        if (what == 0) {
            model.setFilter(ConsoleLevel(dice.bounded(4)), dice.bounded(2) ? QStringLiteral("7") : QString());
        } else if (what == 1) {
            model.clear();
        } else {
            const int count = int(dice.bounded(80));
            model.take(lines(count, next));
            next += count;
        }
        QVERIFY(model.total() <= 50);
        QVERIFY(model.rowCount() <= model.total());
    }
    model.setFilter(ConsoleLevel::Debug, {});
    QCOMPARE(model.rowCount(), model.total());
}

void TestConsole::comesWhenTheScriptSpeaks()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    monitor.addClient();
    monitor.flush();
    QTRY_VERIFY(!window.isWelcoming());
    QVERIFY(!dock(window)->isVisible());
    monitor.addConsole(ConsoleLevel::Warning, QStringLiteral("take care"), QStringLiteral("chat.js:12"), 1);
    monitor.flush();
    QTRY_VERIFY(dock(window)->isVisible());
    QAbstractItemModel *model = window.consolePane()->table()->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, ConsoleModel::Level).data().toString(), QStringLiteral("warning"));
    QCOMPARE(model->index(0, ConsoleModel::Worker).data().toString(), QStringLiteral("1"));
    QCOMPARE(model->index(0, ConsoleModel::Place).data().toString(), QStringLiteral("chat.js:12"));
    QCOMPARE(window.consolePane()->title()->remark(), QStringLiteral("1"));
}

void TestConsole::isInFrontWhenItSpokeFirst()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    monitor.addConsole(ConsoleLevel::Info, QStringLiteral("started"));
    monitor.flush();
    QTRY_COMPARE(window.feed().console().total(), 1);
    QVERIFY(window.isWelcoming());
    monitor.addClient();
    monitor.flush();
    QTRY_VERIFY(!window.isWelcoming());
    QTRY_VERIFY(!window.consolePane()->visibleRegion().isEmpty());
    window.clientsPane()->table()->selectRow(0);
    QTRY_VERIFY(!window.detailPane()->visibleRegion().isEmpty());
}

void TestConsole::staysAwayWhenItWasClosed()
{
    {
        FakeMonitor monitor;
        MainWindow window(monitor);
        window.show();
        monitor.addConsole(ConsoleLevel::Info, QStringLiteral("hello"));
        monitor.flush();
        QTRY_VERIFY(!dock(window)->isHidden());
        dock(window)->close();
        window.close();
    }
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    monitor.addConsole(ConsoleLevel::Info, QStringLiteral("hello"));
    monitor.flush();
    QTRY_COMPARE(window.feed().console().total(), 1);
    QVERIFY(dock(window)->isHidden());
}

void TestConsole::followsTheTail()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    window.feed().console().take(lines(500));
    monitor.addClient();
    monitor.flush();
    dock(window)->show();
    TailView *table = window.consolePane()->table();
    QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
    QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
    table->verticalScrollBar()->setValue(0);
    QVERIFY(!table->isFollowing());
    window.feed().console().take(lines(10, 500));
    QCOMPARE(table->verticalScrollBar()->value(), 0);
    table->jumpToNewest();
    window.feed().console().take(lines(10, 510));
    QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
}

void TestConsole::copiesWholeLines()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    ConsolePane &pane = *window.consolePane();
    window.feed().console().take(
        {{1, ConsoleLevel::Error, QStringLiteral("TypeError: no\n  at open (chat.js:3)"), {}, 0},
         {2, ConsoleLevel::Info, QStringLiteral("hello"), {}, 0}});
    QCOMPARE(pane.table()->model()->index(0, ConsoleModel::Text).data().toString(),
             QStringLiteral("TypeError: no at open (chat.js:3)"));
    pane.table()->selectAll();
    pane.table()->copySelection();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("TypeError: no\n  at open (chat.js:3)\nhello"));
}

void TestConsole::clears()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    ConsolePane &pane = *window.consolePane();
    window.feed().console().take(lines(8));
    pane.level()->setCurrentIndex(3);
    QCOMPARE(pane.title()->remark(), QStringLiteral("2 of 8"));
    pane.filter()->setText(QStringLiteral("line 3"));
    QCOMPARE(pane.title()->remark(), QStringLiteral("1 of 8"));
    pane.clear();
    QCOMPARE(pane.table()->model()->rowCount(), 0);
    QVERIFY(pane.title()->remark().isEmpty());
}

void TestConsole::showsAllOfALine()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    ConsolePane &pane = *window.consolePane();
    const QString stack = QStringLiteral("TypeError: no\n  at open (chat.js:3)");
    window.feed().console().take({{1, ConsoleLevel::Info, QStringLiteral("short"), {}, 0},
                                  {2, ConsoleLevel::Error, stack, {}, 0},
                                  {3, ConsoleLevel::Info, QString(500, QLatin1Char('x')), {}, 0}});
    QVERIFY(pane.whole()->isHidden());
    pane.table()->selectRow(1);
    QVERIFY(!pane.whole()->isHidden());
    QCOMPARE(pane.whole()->toPlainText(), stack);
    window.feed().console().take(lines(int(ConsoleModel::defaultCap) - 1)); // the line leaves, what was read stays
    QCOMPARE(window.feed().console().dropped(), 2U);
    QCOMPARE(pane.whole()->toPlainText(), stack);
    pane.table()->selectRow(1);
    QVERIFY(pane.whole()->isHidden());
    window.feed().console().take({{4, ConsoleLevel::Info, QString(500, QLatin1Char('x')), {}, 0}});
    pane.table()->selectRow(window.feed().console().rowCount() - 1);
    QVERIFY(!pane.whole()->isHidden());
    pane.clear();
    QVERIFY(pane.whole()->isHidden());
}

void TestConsole::linesStayReadableBesideAWholeOne()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    ConsolePane pane(feed);
    pane.resize(720, 250);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    feed.console().take({{1, ConsoleLevel::Info, QString(500, QLatin1Char('x')), {}, 0}});
    pane.table()->selectRow(0);
    QTRY_VERIFY(pane.whole()->isVisible());
    QTRY_VERIFY2(pane.table()->width() > pane.width() * 3 / 5, qPrintable(QString::number(pane.table()->width())));
}

void TestConsole::aChosenLineStaysInSight()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    window.feed().console().take(lines(500));
    monitor.addClient();
    monitor.flush();
    dock(window)->show();
    dock(window)->raise();
    ConsolePane &pane = *window.consolePane();
    pane.filter()->setText(QStringLiteral("line 77"));
    QCOMPARE(pane.table()->model()->rowCount(), 1);
    pane.table()->selectRow(0);
    pane.filter()->clear();
    QCOMPARE(pane.table()->currentIndex().row(), 77);
    const auto [first, last] = pane.table()->rowsInSight();
    QVERIFY2(first <= 77 && 77 <= last, qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
    QVERIFY(!pane.table()->isFollowing());
    pane.filter()->setText(QStringLiteral("line 9"));
    QVERIFY(pane.table()->isFollowing());
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
