// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/header/noticesdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/mainwindow.h"

#include <QAccessible>
#include <QAction>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace porthole;

// Whoever cannot see the window finds a name on everything that takes the focus, and gets there with Tab.
class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void tabReachesEveryControl();
    void noTwoActionsShareAKey();
};

void TestAccessibility::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("accessibility"));
    QSettings().clear();
}

static QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 in %2")
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
}

static QStringList unnamed(QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisibleTo(window))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            found.append(describe(widget));
    }
    return found;
}

void TestAccessibility::everyControlHasAName_data()
{
    QTest::addColumn<QString>("window");
    for (const char *window : {"main", "disconnect", "notices", "about", "shortcuts"})
        QTest::newRow(window) << QString::fromLatin1(window);
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(QString, window);
    FakeMonitor monitor;
    MainWindow main(monitor);
    monitor.addClients(3);
    monitor.addNotice(QStringLiteral("something"));
    monitor.flush();
    std::unique_ptr<QDialog> dialog;
    if (window == QLatin1String("disconnect"))
        dialog = std::make_unique<DisconnectDialog>(3, &main);
    else if (window == QLatin1String("notices"))
        dialog = std::make_unique<NoticesDialog>(main.feed(), &main);
    else if (window == QLatin1String("about"))
        dialog = std::make_unique<AboutDialog>(&main);
    else if (window == QLatin1String("shortcuts"))
        dialog = std::make_unique<ShortcutsDialog>(*main.menuBar(), &main);
    QWidget *shown = dialog ? static_cast<QWidget *>(dialog.get()) : &main;
    shown->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    const QStringList missing = unnamed(shown);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1String("; "))));
}

void TestAccessibility::tabReachesEveryControl()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    monitor.addClients(3);
    monitor.flush();
    QSet<const QWidget *> reached;
    const QWidget *at = &window;
    do {
        at = at->nextInFocusChain();
        reached.insert(at);
    } while (at != &window && reached.size() < 5000);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(&window) && !widget->isWindow())
            QVERIFY2(reached.contains(widget), qPrintable(describe(widget)));
    }
}

void TestAccessibility::noTwoActionsShareAKey()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    QHash<QKeySequence, QString> owners;
    for (const QAction *action : window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(
                !owners.contains(key),
                qPrintable(QStringLiteral("%1: %2 and %3").arg(key.toString(), owners.value(key), action->text())));
            owners.insert(key, action->text());
        }
    }
    QVERIFY(owners.size() >= 15);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
