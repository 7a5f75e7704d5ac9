// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "ui/activity/activitypane.h"
#include "ui/clients/clientspane.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/console/consolepane.h"
#include "ui/detail/detailpane.h"
#include "ui/export/logwindow.h"
#include "ui/header/headerbar.h"
#include "ui/header/statusline.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/operate/serverpanel.h"
#include "ui/push/composebar.h"
#include "ui/push/outcome.h"
#include "ui/shared/icons.h"
#include "ui/shared/serversentences.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/strip.h"
#include "ui/welcome/welcomepage.h"
#include "ui/windowstate.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLayout>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace porthole {

static constexpr int layoutVersion = 2;

MainWindow::MainWindow(Monitor &monitor, QWidget *parent) : MainWindow(monitor, &Feed::steadyClock, parent) { }

MainWindow::MainWindow(Monitor &monitor, Feed::Clock clock, QWidget *parent)
    : QMainWindow(parent), m_preferences(Preferences::read()), m_monitor(monitor),
      m_feed(monitor, m_preferences.log, std::move(clock)), m_operations(monitor), m_faults(monitor)
{
    setFont({}); // this widget is older than the theme and its font
    setWindowIcon(applicationIcon());
    m_faults.setOn(m_preferences.notify);
    build();
    connectSources();
    setState(monitor.state());
    showWelcome(true);
    m_feed.start();
}

void MainWindow::makePanes()
{
    m_panes = new QMainWindow;
    m_server = new ServerPanel(m_operations, m_monitor);
    m_header = new HeaderBar(m_feed, m_server);
    m_fault = new Strip;
    m_centre = new QStackedWidget;
    m_welcome = new WelcomePage;
    m_clients = new ClientsPane(m_feed);
    m_messages = new MessagesPane(m_feed);
    m_detail = new DetailPane(m_feed);
    m_activity = new ActivityPane(m_feed);
    m_console = new ConsolePane(m_feed);
    m_compose = new ComposeBar(m_operations, m_delivery, m_feed.clients());
    m_status = new StatusLine(m_feed);
}

void MainWindow::build()
{
    makePanes();
    layOut();
    connectPanes();
    buildMenus();
    restoreLayout();
    orderTabs();
}

void MainWindow::retranslate()
{
    const WindowState state = WindowState::of(this);
    const DraftHistory history = m_compose->history();
    const QList<ClientId> only = m_messages->only();
    const bool welcome = isWelcoming();
    saveLayout();
    delete takeCentralWidget();
    setStatusBar(nullptr);
    delete menuBar();
    build();
    m_compose->setHistory(history);
    setState(m_monitor.state());
    showWelcome(welcome);
    state.restore(this);
    if (!only.isEmpty())
        m_messages->showOnly(only);
    Q_EMIT m_feed.refreshed();
}

MainWindow::~MainWindow() { disconnect(&m_monitor, nullptr, this, nullptr); }

void MainWindow::layOut()
{
    // Areas of docks are not mirrored by themselves.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::DockWidgetArea leading = mirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
    m_panes->setWindowFlags(Qt::Widget);
    m_panes->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_panes->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_panes->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_panes->setCentralWidget(m_messages);
    m_centre->addWidget(m_panes);
    m_centre->addWidget(m_welcome);
    m_clientsDock = addDock(leading, tr("Clients"), m_clients, m_clients->title());
    m_detailDock = addDock(Qt::BottomDockWidgetArea, tr("Detail"), m_detail, m_detail->title());
    m_clientsDock->setObjectName(QStringLiteral("clients"));
    m_detailDock->setObjectName(QStringLiteral("detail"));
    m_activityDock = addDock(Qt::TopDockWidgetArea, tr("Activity"), m_activity, m_activity->title());
    m_activityDock->setObjectName(QStringLiteral("activity"));
    m_activityDock->hide();
    m_consoleDock = addDock(Qt::BottomDockWidgetArea, tr("Console"), m_console, m_console->title());
    m_consoleDock->setObjectName(QStringLiteral("console"));
    m_panes->tabifyDockWidget(m_detailDock, m_consoleDock);
    m_panes->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_consoleDock->hide();

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
    if (isVisible())
        return;
    const int unit = fontMetrics().height();
    resize(std::max(1280, unit * 72), std::max(800, unit * 44));
}

/// Tab goes through the window as the eye does.
void MainWindow::orderTabs()
{
    const QList<QWidget *> parts{m_header,   m_fault,      m_welcome,     m_activityDock, m_clientsDock,
                                 m_messages, m_detailDock, m_consoleDock, m_compose,      m_status};
    QList<QWidget *> chain;
    for (const QWidget *part : parts) {
        for (QWidget *at = nextInFocusChain(); at != this; at = at->nextInFocusChain()) {
            if (at->focusPolicy() & Qt::TabFocus && part->isAncestorOf(at))
                chain.append(at);
        }
    }
    for (qsizetype at = 1; at < chain.size(); ++at)
        setTabOrder(chain[at - 1], chain[at]);
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
    connect(m_clients, &ClientsPane::shown, this, [this] { raiseDetail(); });
    connect(m_clients, &ClientsPane::pushWanted, this, [this] {
        m_composeAction->setChecked(true);
        m_compose->setTarget(ComposeBar::Selected);
        m_compose->focusEditor();
    });
    connect(m_messages, &MessagesPane::currentChanged, this, [this] {
        if (const auto message = m_messages->current()) {
            m_detail->showMessage(*message);
            raiseDetail();
        }
    });
    connect(m_detail, &DetailPane::filterWanted, m_messages, &MessagesPane::filterFor);
    connect(m_messages, &MessagesPane::openWanted, this, [this] { LogWindow::ask(this); });
    connect(m_messages, &MessagesPane::announced, m_status, &StatusLine::announce);
    connect(m_activity, &ActivityPane::spanChosen, this, &MainWindow::filterBySpan);
    connect(&m_operations, &Operations::readOnlyChanged, m_clients, &ClientsPane::setReadOnly);
    connect(&m_operations, &Operations::readOnlyChanged, m_status, &StatusLine::setReadOnly);
    m_clients->setReadOnly(m_operations.isReadOnly());
    m_status->setReadOnly(m_operations.isReadOnly());
}

void MainWindow::connectSources()
{
    connect(&m_feed, &Feed::refreshed, this, &MainWindow::refresh);
    connect(&m_monitor, &Monitor::stateChanged, this, &MainWindow::setState);
    connect(&m_operations, &Operations::finished, this, &MainWindow::operationFinished);
    connect(&m_faults, &FaultWatch::told, this, [this](const QString &text) { m_status->announce(text); });
    connect(&m_faults, &FaultWatch::activated, this, [this] {
        showNormal();
        raise();
        activateWindow();
    });
}

void MainWindow::setState(const ServerState &given)
{
    ServerState state = given;
    state.error = ServerSentences::translated(state.error);
    if (!state.url.isEmpty())
        m_url = state.url;
    m_header->setState(state);
    m_server->setState(state);
    m_status->setState(state);
    m_welcome->setState(state);
    allowHandlerActions();
    setWindowTitle(state.url.isEmpty() ? tr("Porthole") : tr("%1 – Porthole").arg(state.url));
    showFault({});
}

void MainWindow::showFault(const QString &refused)
{
    const ServerState state = m_monitor.state();
    const QString stopped =
        state.error.isEmpty() ? tr("The server does not run.") : ServerSentences::translated(state.error);
    const bool isDown = state.phase == ServerPhase::Failed || state.phase == ServerPhase::Stopped;
    const QString why = !refused.isEmpty() ? refused : isDown && m_sawClient ? stopped : QString();
    const bool isError = !refused.isEmpty() || state.phase == ServerPhase::Failed;
    m_fault->say(isError ? Strip::Kind::Error : Strip::Kind::Warning, why);
}

void MainWindow::refresh()
{
    m_compose->refresh();
    m_server->setClientCount(int(m_feed.clients().total()));
    showConsoleAtFirst();
    if (m_sawClient || (m_feed.clients().total() == 0 && m_feed.messages().log().size() == 0))
        return;
    m_sawClient = true;
    showWelcome(false);
    if (!m_sized)
        applyDefaultSizes();
    m_sized = true;
    if (m_feed.console().total() > 0)
        showInFront(m_consoleDock);
}

// Qt takes the last of the siblings to be in front already, also when the other tab is.
void MainWindow::showInFront(QDockWidget *dock)
{
    QDockWidget *other = dock == m_consoleDock ? m_detailDock : m_consoleDock;
    dock->show();
    other->raise();
    dock->raise();
}

/// Something was chosen: it is shown, unless the user has put the pane away.
void MainWindow::raiseDetail()
{
    if (!m_detailDock->isHidden())
        showInFront(m_detailDock);
}

// A script that speaks is heard, until the user has had it otherwise.
void MainWindow::showConsoleAtFirst()
{
    static constexpr QLatin1String key("window/consoleSeen");
    if (m_feed.console().total() == 0 || QSettings().value(key).toBool())
        return;
    QSettings().setValue(key, true);
    showInFront(m_consoleDock);
}

void MainWindow::showWelcome(bool welcome)
{
    m_centre->setCurrentWidget(welcome ? static_cast<QWidget *>(m_welcome) : m_panes);
    if (!welcome)
        restorePanes();
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
    if (!entry || entry->kind == OperationKind::Push)
        return;
    const bool ofServer = entry->kind != OperationKind::Ping && entry->kind != OperationKind::Disconnect;
    if (ofServer)
        showFault(result.error);
    if (!ofServer || result.error.isEmpty())
        m_status->announce(Outcome::of(entry->kind, result));
}

void MainWindow::resetLayout()
{
    m_clientsDock->setFloating(false);
    m_detailDock->setFloating(false);
    m_activityDock->setFloating(false);
    m_consoleDock->setFloating(false);
    m_panes->restoreState(m_firstLayout, layoutVersion);
    m_clientsDock->show();
    m_detailDock->show();
    m_activityDock->hide();
    m_consoleDock->setVisible(m_feed.console().total() > 0);
    m_composeAction->setChecked(true);
    m_clients->resetColumns();
    m_messages->resetColumns();
    m_console->resetColumns();
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
    if (!isVisible())
        restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_composeAction->setChecked(settings.value(QStringLiteral("window/compose"), true).toBool());
    m_savedPanes = settings.value(QStringLiteral("window/panes")).toByteArray();
    m_sized = m_panes->restoreState(m_savedPanes, layoutVersion);
    if (!m_sized)
        m_savedPanes.clear();
}

/// Panes that are restored before they have their room are squeezed into less: once they are shown, it is done again.
void MainWindow::restorePanes()
{
    if (!isVisible() || m_savedPanes.isEmpty())
        return;
    layout()->activate();
    centralWidget()->layout()->activate();
    m_panes->restoreState(std::exchange(m_savedPanes, {}), layoutVersion);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/panes"),
                      m_savedPanes.isEmpty() ? m_panes->saveState(layoutVersion) : m_savedPanes);
    settings.setValue(QStringLiteral("window/compose"), m_composeAction->isChecked());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

/// What painting takes decides how often there is something new to paint.
bool MainWindow::event(QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest)
        return QMainWindow::event(event);
    QElapsedTimer clock;
    clock.start();
    const bool result = QMainWindow::event(event);
    m_feed.painted(std::chrono::nanoseconds(clock.nsecsElapsed()));
    return result;
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
        showInFront(m_detailDock);
        m_detail->focusView();
        break;
    case 4:
        m_activityDock->show();
        m_activity->focusCharts();
        break;
    case 5:
        showInFront(m_consoleDock);
        m_console->focusTable();
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
