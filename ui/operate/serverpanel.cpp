// SPDX-License-Identifier: MIT
#include "ui/operate/serverpanel.h"

#include "ui/operate/question.h"
#include "ui/shared/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace porthole {

ServerPanel::ServerPanel(Operations &operations, const Monitor &monitor, QWidget *parent)
    : QWidget(parent), m_operations(operations), m_monitor(monitor), m_handler(new QToolButton),
      m_button(new QPushButton), m_handlers(new QMenu(tr("&Handler"), this)), m_startOrStop(new QAction(this)),
      m_startAnew(new QAction(icon(QStringLiteral("restart")), tr("Start a&new"), this))
{
    m_handlers->setIcon(icon(QStringLiteral("terminal")));
    m_startOrStop->setShortcut(QKeySequence(Qt::Key_F5));
    m_startAnew->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    m_handler->setMenu(m_handlers);
    m_handler->setPopupMode(QToolButton::InstantPopup);
    m_handler->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_handler->setFocusPolicy(Qt::TabFocus);
    m_handler->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_handler);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, m_startOrStop, &QAction::trigger);
    connect(m_startOrStop, &QAction::triggered, this, &ServerPanel::startOrStop);
    connect(m_startAnew, &QAction::triggered, this, &ServerPanel::startAnew);
    connect(m_handlers, &QMenu::aboutToShow, this, &ServerPanel::fillHandlers);
    connect(&m_operations, &Operations::readOnlyChanged, this, &ServerPanel::refresh);
    fillHandlers();
    refresh();
}

QList<QAction *> ServerPanel::menuActions() const { return {m_startOrStop, m_startAnew, m_handlers->menuAction()}; }

void ServerPanel::setState(const ServerState &state)
{
    m_state = state;
    fillHandlers();
    refresh();
}

void ServerPanel::refresh()
{
    const bool runs = m_state.phase == ServerPhase::Running;
    const bool free = !m_operations.isReadOnly() && m_state.phase != ServerPhase::Stopping;
    m_startOrStop->setText(runs ? tr("&Stop") : tr("&Start"));
    m_startOrStop->setIcon(icon(runs ? QStringLiteral("stop") : QStringLiteral("play")));
    m_startOrStop->setEnabled(free);
    m_startAnew->setEnabled(free && runs);
    m_handlers->setEnabled(free);
    m_button->setText(runs ? tr("Stop") : tr("Start"));
    m_button->setIcon(m_startOrStop->icon());
    m_button->setEnabled(free);
    m_button->setAccessibleName(runs ? tr("Stop the server") : tr("Start the server"));
    m_button->setToolTip(QStringLiteral("%1 (%2)").arg(m_button->accessibleName(),
                                                       m_startOrStop->shortcut().toString(QKeySequence::NativeText)));
    m_handler->setText(QFileInfo(m_state.handler).fileName());
    m_handler->setToolTip(m_handler->text() == m_state.handler ? tr("What answers the clients")
                                                               : QDir::toNativeSeparators(m_state.handler));
    m_handler->setAccessibleName(tr("Handler: %1").arg(m_state.handler));
    m_handler->setEnabled(free);
    m_handler->setVisible(!m_state.handler.isEmpty());
}

void ServerPanel::fillHandlers()
{
    const QStringList names = m_monitor.handlers();
    // Later: one of them may be what is being chosen.
    const QList<QAction *> before = m_handlers->actions();
    for (QAction *action : before) {
        m_handlers->removeAction(action);
        action->deleteLater();
    }
    delete m_group;
    m_group = new QActionGroup(m_handlers);
    for (const QString &name : names) {
        QAction *action = m_handlers->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(name == m_state.handler);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { chooseHandler(name); });
    }
}

void ServerPanel::askFirst(const QString &text, const QString &button, std::function<void()> yes)
{
    if (m_clients == 0 || m_state.phase != ServerPhase::Running)
        yes();
    else
        ask(window(), tr("Porthole"),
            QStringLiteral("%1\n\n%2").arg(text, tr("%Ln client(s) will be closed with 1001.", nullptr, m_clients)),
            button, std::move(yes));
}

void ServerPanel::startOrStop()
{
    if (m_state.phase == ServerPhase::Running)
        askFirst(tr("Stop the server?"), tr("Stop"), [this] { m_operations.stopServer(); });
    else
        m_operations.startServer();
}

void ServerPanel::startAnew()
{
    askFirst(tr("Start the server anew?"), tr("Start anew"), [this] { m_operations.restartServer(); });
}

void ServerPanel::chooseHandler(const QString &name)
{
    ServerSetup setup = m_monitor.setup();
    setup.handler = name;
    fillHandlers();
    if (name != m_state.handler)
        serve(setup);
}

bool ServerPanel::isLive(const ServerSetup &setup) const
{
    const ServerSetup now = m_monitor.setup();
    return setup.handler == now.handler && now.settings.fixedDifferences(setup.settings).isEmpty()
        && now.settings.tls.isOn() == setup.settings.tls.isOn();
}

void ServerPanel::serve(const ServerSetup &setup)
{
    const auto change = [this, setup] { m_operations.changeServer(setup); };
    if (m_state.phase == ServerPhase::Running && isLive(setup))
        return change();
    askFirst(tr("The server has to be started anew for this."), tr("Start anew"), change);
}

} // namespace porthole
