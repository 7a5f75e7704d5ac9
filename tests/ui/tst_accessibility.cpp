// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/activity/activitypane.h"
#include "ui/clients/clientspane.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/console/consolepane.h"
#include "ui/detail/detailpane.h"
#include "ui/export/exportdialog.h"
#include "ui/export/logwindow.h"
#include "ui/header/noticesdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/operate/auditdialog.h"
#include "ui/operate/newhandlerdialog.h"
#include "ui/operate/serverpanel.h"
#include "ui/push/composebar.h"
#include "ui/push/saveddialog.h"
#include "ui/settings/settingsdialog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>

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
    void tabGoesFromPaneToPane();
    void focusIsVisible_data();
    void focusIsVisible();
    void noTwoActionsShareAKey();
    void everyKeyIsInTheList();
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
    for (const char *window : {"main", "disconnect", "notices", "about", "shortcuts", "settings", "audit", "saved",
                               "export", "opened", "newhandler"})
        QTest::newRow(window) << QString::fromLatin1(window);
}

namespace {

/// A window with something in it, and one of its dialogs.
struct Scene
{
    FakeMonitor monitor;
    MainWindow main{monitor};
    SavedMessages saved;
    std::unique_ptr<QWidget> dialog;
    QWidget *shown = &main;

    explicit Scene(const QString &name)
    {
        saved.save(QStringLiteral("greeting"), {DraftKind::Text, QStringLiteral("hello")});
        monitor.addClients(3);
        monitor.addNotice(QStringLiteral("something"));
        monitor.addConsole(ConsoleLevel::Info, QStringLiteral("hello"));
        monitor.flush();
        dialog = make(name);
        if (dialog)
            shown = dialog.get();
        main.show();
        for (const char *dock : {"activity", "console"})
            main.findChild<QDockWidget *>(QString::fromLatin1(dock))->show();
        shown->show();
    }

    std::unique_ptr<QWidget> make(const QString &name)
    {
        if (name == QLatin1String("disconnect"))
            return std::make_unique<DisconnectDialog>(3, &main);
        if (name == QLatin1String("notices"))
            return std::make_unique<NoticesDialog>(main.feed(), &main);
        if (name == QLatin1String("about"))
            return std::make_unique<AboutDialog>(&main);
        if (name == QLatin1String("shortcuts"))
            return std::make_unique<ShortcutsDialog>(*main.menuBar(), &main);
        if (name == QLatin1String("settings"))
            return std::make_unique<SettingsDialog>(main.operations(), monitor, Preferences(), 3, &main);
        if (name == QLatin1String("audit"))
            return std::make_unique<AuditDialog>(main.operations().audit(), &main);
        if (name == QLatin1String("saved"))
            return std::make_unique<SavedDialog>(saved, Draft(), &main);
        if (name == QLatin1String("export"))
            return std::make_unique<ExportDialog>(main.feed(), *main.messagesPane()->table(), &main);
        if (name == QLatin1String("newhandler"))
            return std::make_unique<NewHandlerDialog>(&main);
        if (name == QLatin1String("opened"))
            return std::make_unique<LogWindow>(QStringLiteral("none.ndjson"), &main);
        return nullptr;
    }
};

} // namespace

static bool takesTab(const QWidget *widget, const QWidget *window)
{
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(window) && widget->isEnabledTo(window)
        && widget->window() == window && !widget->focusProxy();
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(QString, window);
    Scene scene(window);
    QVERIFY(QTest::qWaitForWindowExposed(scene.shown));
    const QStringList missing = unnamed(scene.shown);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1String("; "))));
}

void TestAccessibility::tabGoesFromPaneToPane()
{
    Scene scene({});
    QVERIFY(QTest::qWaitForWindowExposed(scene.shown));
    const QList<QPair<QString, QWidget *>> panes{
        {QStringLiteral("server"), scene.main.serverPanel()},
        {QStringLiteral("activity"), scene.main.activityPane()->parentWidget()},
        {QStringLiteral("clients"), scene.main.clientsPane()->parentWidget()},
        {QStringLiteral("messages"), scene.main.messagesPane()},
        {QStringLiteral("detail"), scene.main.detailPane()->parentWidget()},
        {QStringLiteral("console"), scene.main.consolePane()->parentWidget()},
        {QStringLiteral("compose"), scene.main.composeBar()}};
    QStringList visited;
    const QWidget *at = scene.shown;
    while ((at = at->nextInFocusChain()) != scene.shown) {
        if (!takesTab(at, scene.shown))
            continue;
        for (const auto &[name, pane] : panes) {
            if (pane->isAncestorOf(at) && (visited.isEmpty() || visited.last() != name))
                visited.append(name);
        }
    }
    QCOMPARE(visited.join(QLatin1Char(' ')), QStringLiteral("server activity clients messages detail console compose"));
}

void TestAccessibility::focusIsVisible_data() { everyControlHasAName_data(); }

// A control looks different when it has the focus.
void TestAccessibility::focusIsVisible()
{
    QFETCH(QString, window);
    Scene scene(window);
    QVERIFY(QTest::qWaitForWindowActive(scene.shown));
    scene.shown->setAttribute(Qt::WA_KeyboardFocusChange);
    QStringList same;
    for (QWidget *widget : scene.shown->findChildren<QWidget *>()) {
        if (!takesTab(widget, scene.shown) || widget->visibleRegion().isEmpty())
            continue;
        const QRect place =
            QRect(widget->mapTo(scene.shown, QPoint()), widget->size()).adjusted(-6, -6, 6, 6) & scene.shown->rect();
        if (QWidget *focus = QApplication::focusWidget())
            focus->clearFocus();
        QCoreApplication::processEvents();
        const QImage without = scene.shown->grab(place).toImage();
        widget->setFocus(Qt::TabFocusReason);
        scene.shown->setAttribute(Qt::WA_KeyboardFocusChange);
        QCoreApplication::processEvents();
        if (widget->hasFocus() && scene.shown->grab(place).toImage() == without)
            same.append(describe(widget));
    }
    QVERIFY2(same.isEmpty(), qPrintable(same.join(QLatin1String("; "))));
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

void TestAccessibility::everyKeyIsInTheList()
{
    Scene scene(QStringLiteral("shortcuts"));
    const auto *list = scene.dialog->findChild<QTreeWidget *>();
    QStringList keys;
    for (QTreeWidgetItemIterator each(const_cast<QTreeWidget *>(list)); *each; ++each)
        keys.append((*each)->text(1));
    const QString all = keys.join(QLatin1Char('\n'));
    for (const QAction *action : scene.main.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(all.contains(key.toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
