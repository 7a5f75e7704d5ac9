// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace porthole {

FakeMonitor::FakeMonitor(QObject *parent) : Monitor(parent), m_time(QDateTime::currentMSecsSinceEpoch() * 1000)
{
    m_state = {ServerPhase::Running,
               QStringLiteral("ws://127.0.0.1:9502"),
               QStringLiteral("hello"),
               QStringLiteral("qt"),
               2,
               {}};
    m_setup.handler = m_state.handler;
    m_setup.settings.workers = m_state.workers;
}

QStringList FakeMonitor::handlers() const
{
    return {QStringLiteral("hello"), QStringLiteral("echo"), QStringLiteral("broadcast")};
}

Monitor::ActionId FakeMonitor::start(const ServerSetup &setup)
{
    const Action action{Action::Start, {}, {}, Opcode::Text, 0, {}, setup};
    if (!answer || answer(action).error.isEmpty()) {
        m_setup = setup;
        const QString url = QStringLiteral("ws://%1:%2").arg(setup.settings.host).arg(setup.settings.port);
        setState({ServerPhase::Running,
                  url,
                  setup.handler,
                  toString(resolved(setup.settings.engine)),
                  setup.settings.workerCount(),
                  {}});
    }
    return begin(action);
}

Monitor::ActionId FakeMonitor::stop()
{
    setState({ServerPhase::Stopped,
              {},
              m_setup.handler,
              toString(resolved(m_setup.settings.engine)),
              m_setup.settings.workerCount(),
              {}});
    return begin({Action::Stop, {}, {}, Opcode::Text, 0, {}});
}

Monitor::ActionId FakeMonitor::begin(Action action)
{
    const ActionId id = ++m_lastAction;
    ActionResult result;
    const int count = action.kind == Action::Broadcast ? int(m_clients.size()) : int(action.clients.size());
    if (answer)
        result = answer(action);
    else
        result[PushResult::Sent] = count;
    m_actions.append(std::move(action));
    QTimer::singleShot(0, this, [this, id, result] { Q_EMIT finished(id, result); });
    return id;
}

Monitor::ActionId FakeMonitor::push(const QList<ClientId> &clients, const Message &message)
{
    return begin({Action::Push, clients, message.payload(), message.opcode(), 0, {}});
}

Monitor::ActionId FakeMonitor::broadcast(const Message &message)
{
    return begin({Action::Broadcast, {}, message.payload(), message.opcode(), 0, {}});
}

Monitor::ActionId FakeMonitor::disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason)
{
    return begin({Action::Disconnect, clients, {}, Opcode::Close, code, reason});
}

void FakeMonitor::setState(const ServerState &state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

ClientRow &FakeMonitor::pending(ClientId id)
{
    for (ClientRow &row : m_update.clients) {
        if (row.id == id)
            return row;
    }
    ClientRow row = m_clients.value(id.value);
    row.headers.clear();
    m_update.clients.append(row);
    return m_update.clients.back();
}

ClientId FakeMonitor::addClient(const QString &path, const QList<Header> &headers)
{
    ClientRow row;
    row.id = {++m_lastClient};
    row.peer = QStringLiteral("127.0.0.1:%1").arg(40'000 + m_lastClient * 7 % 20'000);
    row.path = path;
    row.engine = m_state.engine;
    row.worker = int(m_lastClient % 2);
    row.connectedAt = m_time;
    row.lastActive = m_time;
    row.headers = headers;
    m_clients.insert(row.id.value, row);
    m_update.clients.append(row);
    ++m_update.totals.clients;
    ++m_update.totals.accepted;
    return row.id;
}

void FakeMonitor::addClients(int count)
{
    for (int i = 0; i < count; ++i)
        addClient(QStringLiteral("/room/%1").arg(i % 10));
}

void FakeMonitor::changeClient(ClientId id, const std::function<void(ClientRow &)> &change)
{
    ClientRow &row = pending(id);
    change(row);
    m_clients.insert(id.value, row);
}

void FakeMonitor::closeClient(ClientId id, quint16 code, const QString &reason, Cause cause)
{
    const ClientRow row = m_clients.take(id.value);
    ClosedRow closed;
    closed.time = m_time;
    closed.connectedAt = row.connectedAt;
    closed.peer = row.peer;
    closed.path = row.path;
    const bool byServer = cause == Cause::Kicked || cause == Cause::ServerClose || cause == Cause::Shutdown;
    closed.closed = {id,
                     code,
                     reason,
                     code != 1006,
                     byServer                        ? Initiator::Server
                         : cause == Cause::PeerClose ? Initiator::Client
                                                     : Initiator::Network,
                     cause};
    m_update.closed.append(closed);
    --m_update.totals.clients;
    ++m_update.totals.closed;
    ++m_update.totals.causes[size_t(cause)];
}

void FakeMonitor::refuse(const QString &peer, Cause cause, const QString &reason)
{
    ClosedRow closed;
    closed.time = m_time;
    closed.peer = peer;
    closed.path = QStringLiteral("/");
    closed.closed.reason = reason;
    closed.closed.cause = cause;
    closed.closed.initiator = Initiator::Server;
    m_update.closed.append(closed);
    ++m_update.totals.refused;
}

void FakeMonitor::addMessage(ClientId id, Direction direction, const QByteArray &payload, Opcode opcode)
{
    m_update.messages.append({m_time, id, direction, opcode, payload.size(), payload});
    const bool in = direction == Direction::In;
    ++(in ? m_update.totals.messagesIn : m_update.totals.messagesOut);
    (in ? m_update.totals.bytesIn : m_update.totals.bytesOut) += quint64(payload.size());
    if (!m_clients.contains(id.value))
        return;
    changeClient(id, [&](ClientRow &row) {
        ++(in ? row.messagesIn : row.messagesOut);
        (in ? row.bytesIn : row.bytesOut) += quint64(payload.size());
        row.lastActive = m_time;
    });
}

void FakeMonitor::addNotice(const QString &text) { m_update.notices.append({m_time, text}); }

void FakeMonitor::addConsole(ConsoleLevel level, const QString &text, const QString &place, int worker)
{
    m_update.console.append({m_time, level, text, place, worker});
}

void FakeMonitor::flush()
{
    const Totals totals = m_update.totals;
    const QList<double> loopLags = m_update.loopLags;
    const MonitorUpdate update = std::exchange(m_update, {});
    m_update.totals = totals;
    m_update.loopLags = loopLags;
    Q_EMIT updated(update);
}

} // namespace porthole
