// SPDX-License-Identifier: MIT
#include "server/worker.h"

// What a worker counts, and what it tells of it.
namespace porthole {

using namespace std::chrono_literals;

namespace {

constexpr auto lagInterval = 250ms;

} // namespace

void Worker::startMeasuringLag()
{
    m_lagTimer = std::make_unique<QTimer>();
    m_lagTimer->setTimerType(Qt::PreciseTimer);
    QObject::connect(m_lagTimer.get(), &QTimer::timeout, m_lagTimer.get(), [this] { measureLag(); });
    m_lagExpected = Clock::now() + lagInterval;
    m_lagTimer->start(lagInterval);
}

void Worker::countOpened(Client &client)
{
    ++m_totals.clients;
    client.setPlace(m_established.size());
    m_established.push_back(&client);
    mark(client);
}

void Worker::show(ConsoleRow row)
{
    row.time = microsecondsSinceEpoch();
    row.worker = m_index;
    m_tap.console(row);
}

Q_NEVER_INLINE void Worker::markWatched(Client &client)
{
    if (client.isMarked() || !client.isEstablished())
        return;
    client.setMarked(true);
    m_marked.push_back(client.id());
}

void Worker::mark(ClientId id)
{
    if (Client *client = find(id))
        mark(*client);
}

void Worker::watch(bool on)
{
    m_tap.turn(on);
    m_marked.clear();
    for (const auto &[id, client] : m_clients) {
        client->setMarked(false);
        client->showHeadersAgain();
        mark(*client);
    }
}

WorkerReport Worker::report()
{
    WorkerReport report = m_tap.take();
    report.clients.reserve(qsizetype(m_marked.size()));
    for (const ClientId id : m_marked) {
        Client *client = find(id);
        if (!client)
            continue;
        client->setMarked(false);
        report.clients.append(client->row());
        report.clients.last().rooms = m_directory.rooms(id);
        report.clients.back().user = m_directory.userOf(id);
    }
    m_marked.clear();
    const quint64 skipped = report.totals.skipped;
    report.totals = m_totals;
    report.totals.skipped = skipped;
    report.totals.queuedBytes = m_shared.queues.of(m_index);
    report.totals.causes = m_causes;
    return report;
}

void Worker::measureLag()
{
    const Clock::time_point now = Clock::now();
    const std::chrono::duration<double, std::milli> late = now - m_lagExpected;
    m_lag.add(late.count());
    m_totals.loopLag = m_lag.now;
    m_lagExpected = now + lagInterval;
}

WorkerStats Worker::stats() const
{
    WorkerStats stats{m_index, {}, m_lag};
    Counts &counts = stats.counts;
    counts.clients = m_totals.clients;
    counts.connections = quint64(m_connected);
    counts.accepted = m_totals.accepted;
    counts.opened = m_totals.closed + m_totals.clients;
    counts.closed = m_totals.closed;
    counts.refused = m_totals.refused;
    counts.requests = m_totals.requests;
    counts.messagesIn = m_totals.messagesIn;
    counts.messagesOut = m_totals.messagesOut;
    counts.bytesIn = m_totals.bytesIn;
    counts.bytesOut = m_totals.bytesOut;
    const Traffic traffic = m_engine ? m_engine->traffic() : Traffic();
    counts.framesIn = traffic.framesIn;
    counts.framesOut = traffic.framesOut;
    counts.wireBytesIn = traffic.bytesIn;
    counts.wireBytesOut = traffic.bytesOut;
    counts.handlersRun = m_handlersRun;
    counts.handlerErrors = m_totals.handlerErrors;
    counts.coroutines = quint64(m_errands.count());
    counts.timers = m_timers ? quint64(m_timers->count()) : 0;
    counts.queuedBytes = m_shared.queues.of(m_index);
    counts.causes = m_causes;
    counts.closeCodes = m_closeCodes;
    return stats;
}

} // namespace porthole
