// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "ui/clients/clientspane.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/detail/detailpane.h"
#include "ui/export/logwindow.h"
#include "ui/header/headerbar.h"
#include "ui/header/statusline.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/push/composebar.h"
#include "ui/push/outcome.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/strip.h"
#include "ui/welcome/welcomepage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <array>

namespace porthole {

static constexpr int layoutVersion = 1;

MainWindow::MainWindow(Monitor &monitor, QWidget *parent) : MainWindow(monitor, &Feed::steadyClock, parent) { }

MainWindow::MainWindow(Monitor &monitor, Feed::Clock clock, QWidget *parent)
    : QMainWindow(parent), m_monitor(monitor), m_feed(monitor, {}, std::move(clock)), m_operations(monitor),
      m_panes(new QMainWindow), m_header(new HeaderBar(m_feed)), m_fault(new Strip), m_centre(new QStackedWidget),
      m_welcome(new WelcomePage), m_clients(new ClientsPane(m_feed)), m_messages(new MessagesPane(m_feed)),
      m_detail(new DetailPane(m_feed)), m_compose(new ComposeBar(m_operations, m_feed.clients())),
      m_status(new StatusLine(m_feed))
{
    setWindowIcon(applicationIcon());
    layOut();
    connectPanes();
    buildMenus();
    restoreLayout();
    setState(monitor.state());
    showWelcome(true);
    m_feed.start();
}

MainWindow::~MainWindow() { disconnect(&m_monitor, nullptr, this, nullptr); }

void MainWindow::layOut()
{
    m_panes->setWindowFlags(Qt::Widget);
    m_panes->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_panes->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_panes->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_panes->setCentralWidget(m_messages);
    m_centre->addWidget(m_panes);
    m_centre->addWidget(m_welcome);
    m_clientsDock = addDock(Qt::LeftDockWidgetArea, tr("Clients"), m_clients, m_clients->title());
    m_detailDock = addDock(Qt::BottomDockWidgetArea, tr("Detail"), m_detail, m_detail->title());
    m_clientsDock->setObjectName(QStringLiteral("clients"));
    m_detailDock->setObjectName(QStringLiteral("detail"));

    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_header);
    m_fault->setRounded(true);
    column->addWidget(m_fault);
    column->addWidget(m_centre, 1);
    column->addWidget(m_compose);
    setCentralWidget(central);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    const int unit = fontMetrics().height();
    resize(std::max(1280, unit * 72), std::max(800, unit * 44));
}

QDockWidget *MainWindow::addDock(Qt::DockWidgetArea area, const QString &name, QWidget *pane, PaneTitle *title)
{
    auto *dock = new QDockWidget(name);
    dock->setWidget(pane);
    title->serve(dock);
    m_panes->addDockWidget(area, dock);
    return dock;
}

void MainWindow::connectPanes()
{
    connect(m_clients, &ClientsPane::selectionChanged, this, [this] { m_compose->setSelected(m_clients->selected()); });
    connect(m_clients, &ClientsPane::onlyWanted, m_messages, &MessagesPane::showOnly);
    connect(m_clients, &ClientsPane::disconnectWanted, this, &MainWindow::askToDisconnect);
    connect(m_clients, &ClientsPane::pingWanted, this, [this](const QList<ClientId> &ids) { m_operations.ping(ids); });
    connect(m_clients, &ClientsPane::shown, m_detail, &DetailPane::showClient);
    connect(m_clients, &ClientsPane::pushWanted, this, [this] {
        m_composeAction->setChecked(true);
        m_compose->setTarget(ComposeBar::Selected);
        m_compose->focusEditor();
    });
    connect(m_messages, &MessagesPane::currentChanged, this, [this] {
        if (const auto message = m_messages->current())
            m_detail->showMessage(*message);
    });
    connect(m_detail, &DetailPane::filterWanted, m_messages, &MessagesPane::filterFor);
    connect(m_messages, &MessagesPane::openWanted, this, [this] { LogWindow::ask(this); });
    connect(m_messages, &MessagesPane::announced, m_status, &StatusLine::announce);
    connect(&m_feed, &Feed::refreshed, this, &MainWindow::refresh);
    connect(&m_monitor, &Monitor::stateChanged, this, &MainWindow::setState);
    connect(&m_operations, &Operations::finished, this, &MainWindow::operationFinished);
}

void MainWindow::setState(const ServerState &state)
{
    if (!state.url.isEmpty())
        m_url = state.url;
    m_header->setState(state);
    m_status->setState(state);
    m_welcome->setState(state);
    setWindowTitle(state.url.isEmpty() ? tr("Porthole") : tr("%1 – Porthole").arg(state.url));
    const bool failed = state.phase == ServerPhase::Failed || (state.phase == ServerPhase::Stopped && m_sawClient);
    const QString why = state.error.isEmpty() ? tr("The server does not run.") : state.error;
    m_fault->say(state.phase == ServerPhase::Failed ? Strip::Kind::Error : Strip::Kind::Warning,
                 failed && m_sawClient ? why : QString());
}

void MainWindow::refresh()
{
    m_compose->refresh();
    if (m_sawClient || (m_feed.clients().total() == 0 && m_feed.messages().log().size() == 0))
        return;
    m_sawClient = true;
    showWelcome(false);
    if (!m_sized)
        applyDefaultSizes();
    m_sized = true;
}

void MainWindow::showWelcome(bool welcome)
{
    m_centre->setCurrentWidget(welcome ? static_cast<QWidget *>(m_welcome) : m_panes);
    m_compose->setVisible(!welcome && m_composeAction->isChecked());
    m_welcomeAction->setChecked(welcome);
    m_centre->currentWidget()->setFocus();
}

bool MainWindow::isWelcoming() const { return m_centre->currentWidget() == m_welcome; }

void MainWindow::askToDisconnect(const QList<ClientId> &ids)
{
    if (ids.isEmpty())
        return;
    auto *dialog = new DisconnectDialog(int(ids.size()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, ids] { m_operations.disconnectClients(ids, dialog->code(), dialog->reason()); });
    dialog->open();
}

void MainWindow::operationFinished(quint64 id, const ActionResult &result)
{
    const AuditEntry *entry = m_operations.audit().find(id);
    if (entry && entry->kind == OperationKind::Ping)
        m_status->announce(Outcome::ofPing(result));
    else if (entry && entry->kind != OperationKind::Push)
        m_status->announce(Outcome::of(entry->kind, result));
}

void MainWindow::resetLayout()
{
    m_clientsDock->setFloating(false);
    m_detailDock->setFloating(false);
    m_panes->restoreState(m_firstLayout, layoutVersion);
    m_clientsDock->show();
    m_detailDock->show();
    m_composeAction->setChecked(true);
    m_clients->resetColumns();
    m_messages->resetColumns();
    applyDefaultSizes();
}

void MainWindow::applyDefaultSizes()
{
    m_panes->layout()->activate();
    m_panes->resizeDocks({m_clientsDock}, {std::min(m_clients->preferredWidth(), width() * 9 / 20)}, Qt::Horizontal);
    m_panes->resizeDocks({m_detailDock}, {m_centre->height() * 2 / 5}, Qt::Vertical);
}

void MainWindow::restoreLayout()
{
    m_firstLayout = m_panes->saveState(layoutVersion);
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_composeAction->setChecked(settings.value(QStringLiteral("window/compose"), true).toBool());
    m_sized = m_panes->restoreState(settings.value(QStringLiteral("window/panes")).toByteArray(), layoutVersion);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/panes"), m_panes->saveState(layoutVersion));
    settings.setValue(QStringLiteral("window/compose"), m_composeAction->isChecked());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange)
        m_theme.systemChanged();
}

void MainWindow::focusPane(int pane)
{
    showWelcome(false);
    switch (pane) {
    case 0:
        m_clientsDock->show();
        m_clients->focusTable();
        break;
    case 1: m_messages->table()->setFocus(Qt::ShortcutFocusReason); break;
    case 2:
        m_detailDock->show();
        m_detail->focusView();
        break;
    default:
        m_composeAction->setChecked(true);
        m_compose->focusEditor();
        break;
    }
}

void MainWindow::cyclePanes(int step)
{
    const std::array<QWidget *, 4> panes{m_clients, m_messages, m_detail, m_compose};
    const QWidget *focus = QApplication::focusWidget();
    int at = step > 0 ? int(panes.size()) - 1 : 0;
    for (size_t i = 0; i < panes.size(); ++i) {
        if (focus && panes[i]->isAncestorOf(focus))
            at = int(i);
    }
    focusPane((at + step + int(panes.size())) % int(panes.size()));
}

} // namespace porthole
