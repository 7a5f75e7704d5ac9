// SPDX-License-Identifier: MIT
#include "ui/clients/clientspane.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/mainwindow.h"
#include "ui/messages/messagespane.h"
#include "ui/operate/serverpanel.h"
#include "ui/push/composebar.h"
#include "ui/shared/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

namespace porthole {

void MainWindow::buildMenus()
{
    buildServerMenu();
    menuBar()->addMenu(tr("&Clients"))->addActions(m_clients->menuActions());
    menuBar()->addMenu(tr("&Messages"))->addActions(m_messages->menuActions());
    m_compose->fillMenu(menuBar()->addMenu(tr("&Push")));
    buildViewMenu();
    buildGoMenu();
    buildHelpMenu();
}

void MainWindow::buildServerMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Server"));
    QAction *copy = menu->addAction(icon(QStringLiteral("link")), tr("&Copy the address"));
    copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(copy, &QAction::triggered, this, [this] {
        if (!m_url.isEmpty())
            QApplication::clipboard()->setText(m_url);
    });
    menu->addSeparator();
    menu->addActions(m_server->menuActions());
    m_newHandlerAction = menu->addAction(icon(QStringLiteral("terminal")), tr("New handler from a &template…"));
    m_newHandlerAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    connect(m_newHandlerAction, &QAction::triggered, this, &MainWindow::newHandler);
    m_editHandlerAction = menu->addAction(icon(QStringLiteral("open")), tr("&Open the handler in an editor"));
    m_editHandlerAction->setShortcut(QKeySequence(Qt::Key_F4));
    connect(m_editHandlerAction, &QAction::triggered, this, &MainWindow::editHandler);
    connect(&m_operations, &Operations::readOnlyChanged, m_newHandlerAction, [this] { allowHandlerActions(); });
    menu->addSeparator();
    QAction *readOnly = menu->addAction(icon(QStringLiteral("lock")), tr("&Read-only"));
    readOnly->setCheckable(true);
    readOnly->setChecked(m_operations.isReadOnly());
    readOnly->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(readOnly, &QAction::toggled, &m_operations, &Operations::setReadOnly);
    connect(&m_operations, &Operations::readOnlyChanged, readOnly, &QAction::setChecked);
    QAction *audit = menu->addAction(icon(QStringLiteral("audit")), tr("&Actions by hand…"));
    audit->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    connect(audit, &QAction::triggered, this, &MainWindow::showAudit);
    QAction *settings = menu->addAction(icon(QStringLiteral("settings")), tr("S&ettings…"));
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::showSettings);
    menu->addSeparator();
    QAction *quit = menu->addAction(icon(QStringLiteral("quit")), tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_welcomeAction = menu->addAction(tr("&How to connect"));
    m_welcomeAction->setCheckable(true);
    connect(m_welcomeAction, &QAction::triggered, this, &MainWindow::showWelcome);
    menu->addSeparator();
    menu->addAction(m_clientsDock->toggleViewAction());
    menu->addAction(m_detailDock->toggleViewAction());
    menu->addAction(m_activityDock->toggleViewAction());
    menu->addAction(m_consoleDock->toggleViewAction());
    m_composeAction = menu->addAction(tr("Push bar"));
    m_composeAction->setCheckable(true);
    m_composeAction->setChecked(true);
    connect(m_composeAction, &QAction::toggled, this, [this](bool on) { m_compose->setVisible(on && !isWelcoming()); });
    menu->addSeparator();
    buildThemeMenu(menu);
    buildTextSizeMenu(menu);
    menu->addSeparator();
    connect(menu->addAction(icon(QStringLiteral("reset")), tr("&Reset layout")), &QAction::triggered, this,
            &MainWindow::resetLayout);
}

void MainWindow::buildThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, ThemeChoice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { m_theme.setChoice(choice); });
    };
    add(tr("As the &system"), ThemeChoice::System);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("&Dark"), ThemeChoice::Dark);
}

void MainWindow::buildTextSizeMenu(QMenu *view)
{
    static constexpr int step = 10;
    QMenu *menu = view->addMenu(tr("Text si&ze"));
    const auto add = [&](const QString &text, const QList<QKeySequence> &keys, auto scale) {
        QAction *action = menu->addAction(text);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, scale] { m_theme.setTextScale(scale(m_theme.textScale())); });
    };
    add(tr("&Larger"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [](int scale) { return scale + step; });
    add(tr("&Smaller"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [](int scale) { return scale - step; });
    add(tr("&Normal"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [](int) { return 100; });
}

void MainWindow::buildGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    const QStringList names{tr("&Clients"),  tr("&Messages"), tr("&Detail"),
                            tr("&Push bar"), tr("&Activity"), tr("C&onsole")};
    for (int pane = 0; pane < names.size(); ++pane) {
        QAction *action = menu->addAction(names[pane]);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + pane)));
        connect(action, &QAction::triggered, this, [this, pane] { focusPane(pane); });
    }
    menu->addSeparator();
    QAction *filter = menu->addAction(tr("Filter of the c&lients"));
    filter->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(filter, &QAction::triggered, m_clients, &ClientsPane::focusFilter);
    menu->addSeparator();
    QAction *next = menu->addAction(tr("&Next pane"));
    QAction *previous = menu->addAction(tr("P&revious pane"));
    next->setShortcut(QKeySequence(Qt::Key_F6));
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(next, &QAction::triggered, this, [this] { cyclePanes(1); });
    connect(previous, &QAction::triggered, this, [this] { cyclePanes(-1); });
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *keys = menu->addAction(icon(QStringLiteral("keyboard")), tr("&Keyboard shortcuts"));
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    connect(keys, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(*menuBar(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    QAction *about = menu->addAction(icon(QStringLiteral("info")), tr("&About Porthole"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace porthole
