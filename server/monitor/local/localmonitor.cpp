// SPDX-License-Identifier: MIT
#include "server/monitor/local/localmonitor.h"

#include <algorithm>
#include <map>
#include <utility>

namespace porthole {

namespace {

void merge(QList<MessageRow> &rows, QList<MessageRow> more)
{
    if (rows.isEmpty())
        return rows.swap(more);
    const qsizetype middle = rows.size();
    rows.append(more);
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                       [](const MessageRow &a, const MessageRow &b) { return a.time < b.time; });
}

} // namespace

LocalMonitor::LocalMonitor(QObject *parent) : Monitor(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LocalMonitor::update);
}

void LocalMonitor::attach(MonitorSource *source)
{
    m_source = source;
    m_workers.assign(size_t(source->workerCount()), {});
    ++m_attachment;
    m_told = true;
    if (m_watching)
        watch(true);
}

void LocalMonitor::conclude()
{
    while (m_mailbox.drain()) { }
    m_told = true;
    for (int index = 0; m_source && m_watching && index < int(m_workers.size()); ++index)
        take(index, m_source->remains(index));
    if (m_source && m_watching)
        tell();
    detach();
}

void LocalMonitor::detach()
{
    ++m_attachment;
    m_timer.stop();
    m_source = nullptr;
    for (const auto &[id, action] : m_actions)
        QMetaObject::invokeMethod(
            this, [this, id = id, result = action.result] { Q_EMIT finished(id, result); }, Qt::QueuedConnection);
    m_actions.clear();
}

void LocalMonitor::setState(const ServerState &state)
{
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

void LocalMonitor::watch(bool on)
{
    m_watching = on;
    m_told = true;
    m_next = {};
    if (!m_source)
        return;
    m_source->watch(on);
    if (on)
        m_timer.start(m_interval);
    else
        m_timer.stop();
}

void LocalMonitor::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (m_timer.isActive() && m_timer.intervalAsDuration() != interval)
        m_timer.start(interval);
}

void LocalMonitor::update()
{
    if (!m_told)
        tell();
    bool isAsking = false;
    for (int index = 0; m_source && index < int(m_workers.size()); ++index)
        isAsking = ask(index) || isAsking;
    m_told = false;
    if (!isAsking)
        tell();
}

/// Whether it owes an answer.
bool LocalMonitor::ask(int index)
{
    WorkerView &worker = m_workers[size_t(index)];
    if (worker.asked)
        return true;
    worker.asked = m_source->collect(index, [this, index, attachment = m_attachment](WorkerReport report) {
        m_mailbox.post([this, index, attachment, report = std::move(report)]() mutable {
            if (attachment == m_attachment)
                take(index, std::move(report));
        });
    });
    return worker.asked;
}

void LocalMonitor::tell()
{
    m_told = true;
    sumUp();
    Q_EMIT updated(std::exchange(m_next, {}));
}

void LocalMonitor::sumUp()
{
    m_next.totals = {};
    m_next.loopLags.clear();
    for (const WorkerView &worker : m_workers) {
        m_next.totals += worker.totals;
        m_next.loopLags.append(worker.totals.loopLag);
    }
}

void LocalMonitor::take(int worker, WorkerReport report)
{
    m_workers[size_t(worker)] = {report.totals, false};
    if (!m_watching)
        return;
    takeIn(std::move(report));
    const auto owes = [](const WorkerView &each) { return each.asked; };
    if (!m_told && std::none_of(m_workers.begin(), m_workers.end(), owes))
        tell();
}

void LocalMonitor::takeIn(WorkerReport report)
{
    m_next.clients.append(std::move(report.clients));
    m_next.closed.append(std::move(report.closed));
    m_next.notices.append(std::move(report.notices));
    m_next.console.append(std::move(report.console));
    merge(m_next.messages, std::move(report.messages));
}

Monitor::ActionId LocalMonitor::push(const QList<ClientId> &clients, const Message &message)
{
    return actOn(clients, [this, message](int worker, QList<ClientId> theirs, MonitorSource::ActionReply reply) {
        return m_source->push(worker, std::move(theirs), message, std::move(reply));
    });
}

Monitor::ActionId LocalMonitor::broadcast(const Message &message)
{
    if (!m_source)
        return refuse(tr("The server is not running."));
    QList<int> all;
    for (int index = 0; index < m_source->workerCount(); ++index)
        all.append(index);
    return act(all, [this, message](int worker, MonitorSource::ActionReply reply) {
        return m_source->broadcast(worker, message, std::move(reply));
    });
}

Monitor::ActionId LocalMonitor::disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason)
{
    if (!isSendable(code))
        return refuse(tr("Close code %1 may not be sent; use 1000-1003, 1007-1014 or 3000-4999.").arg(code));
    if (reason.toUtf8().size() > qsizetype(maxCloseReason))
        return refuse(tr("The close reason is longer than %1 bytes of UTF-8.").arg(maxCloseReason));
    return actOn(clients, [this, code, reason](int worker, QList<ClientId> theirs, MonitorSource::ActionReply reply) {
        return m_source->disconnect(worker, std::move(theirs), code, reason, std::move(reply));
    });
}

Monitor::ActionId
LocalMonitor::actOn(const QList<ClientId> &clients,
                    const std::function<bool(int, QList<ClientId>, MonitorSource::ActionReply)> &request)
{
    if (!m_source || m_source->workerCount() == 0)
        return refuse(tr("The server is not running."));
    std::map<int, QList<ClientId>> shares;
    for (const ClientId client : clients)
        shares[int(client.value % quint64(m_source->workerCount()))].append(client);
    QList<int> workers;
    for (const auto &[worker, share] : shares)
        workers.append(worker);
    return act(workers, [&](int worker, MonitorSource::ActionReply reply) {
        return request(worker, shares[worker], std::move(reply));
    });
}

Monitor::ActionId LocalMonitor::act(const QList<int> &workers, const Request &request)
{
    const ActionId id = ++m_lastAction;
    m_actions[id].waitingFor = 1;
    for (const int worker : workers) {
        const auto reply = [this, id](const ActionResult &part) {
            m_mailbox.post([this, id, part] { count(id, part); });
        };
        if (request(worker, reply))
            ++m_actions[id].waitingFor;
    }
    m_mailbox.post([this, id] { count(id, {}); });
    return id;
}

void LocalMonitor::count(ActionId id, const ActionResult &part)
{
    const auto found = m_actions.find(id);
    if (found == m_actions.end())
        return;
    Action &action = found->second;
    for (size_t index = 0; index < part.counts.size(); ++index)
        action.result.counts[index] += part.counts[index];
    if (--action.waitingFor > 0)
        return;
    const ActionResult result = action.result;
    m_actions.erase(found);
    Q_EMIT finished(id, result);
}

Monitor::ActionId LocalMonitor::start(const ServerSetup &setup)
{
    return change(
        [&setup](ServerControl &control, ServerControl::Done done) { control.serve(setup, std::move(done)); });
}

Monitor::ActionId LocalMonitor::stop()
{
    return change([](ServerControl &control, ServerControl::Done done) { control.halt(std::move(done)); });
}

Monitor::ActionId LocalMonitor::change(const std::function<void(ServerControl &, ServerControl::Done)> &request)
{
    if (!m_control)
        return refuse(tr("This server cannot be changed from here."));
    const ActionId id = ++m_lastAction;
    request(*m_control, [this, id](const QString &error) {
        ActionResult result;
        result.error = error;
        m_mailbox.post([this, id, result] { Q_EMIT finished(id, result); });
    });
    return id;
}

Monitor::ActionId LocalMonitor::refuse(const QString &error)
{
    const ActionId id = ++m_lastAction;
    ActionResult result;
    result.error = error;
    m_mailbox.post([this, id, result] { Q_EMIT finished(id, result); });
    return id;
}

} // namespace porthole
