// SPDX-License-Identifier: MIT
#include "ui/feed.h"

#include "ui/shared/format.h"
#include "ui/shared/serversentences.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace porthole {

static constexpr qint64 applyEvery = 40; // a monitor that keeps to its pace is never made to wait
static constexpr qsizetype historyLength = 90;
static constexpr qsizetype noticesKept = 100;

qint64 Feed::steadyClock()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Feed::Feed(LogCaps caps, QObject *parent) : Feed(caps, &Feed::steadyClock, parent) { }

Feed::Feed(Monitor &monitor, LogCaps caps, Clock clock, QObject *parent) : Feed(caps, std::move(clock), parent)
{
    m_monitor = &monitor;
    connect(&monitor, &Monitor::updated, this, &Feed::receive);
    connect(&monitor, &Monitor::stateChanged, this, &Feed::follow);
}

Feed::Feed(LogCaps caps, Clock clock, QObject *parent)
    : QObject(parent), m_messages(caps), m_clock(std::move(clock)), m_wallClock(&Format::now),
      m_lastApply(m_clock() - 1000)
{
    m_applyTimer.setSingleShot(true);
    m_secondTimer.setInterval(1000);
    connect(&m_applyTimer, &QTimer::timeout, this, &Feed::apply);
    connect(&m_secondTimer, &QTimer::timeout, this, &Feed::tick);
}

Feed::~Feed()
{
    if (m_monitor)
        m_monitor->watch(false);
}

void Feed::start()
{
    if (m_monitor)
        m_monitor->watch(true);
    m_secondTimer.start();
}

void Feed::receive(const MonitorUpdate &update)
{
    if (m_dirty) {
        m_pending.clients += update.clients;
        m_pending.closed += update.closed;
        m_pending.messages += update.messages;
        m_pending.notices += update.notices;
        m_pending.console += update.console;
        m_pending.totals = update.totals;
        m_pending.loopLags = update.loopLags;
    } else {
        m_pending = update;
        m_dirty = true;
    }
    const qint64 since = m_clock() - m_lastApply;
    if (since >= applyEvery)
        apply();
    else if (!m_applyTimer.isActive())
        m_applyTimer.start(int(applyEvery - since));
}

/// A server that does not run has no clients, also where their ends were not told.
void Feed::follow(const ServerState &state)
{
    if (state.phase != ServerPhase::Stopped && state.phase != ServerPhase::Failed)
        return;
    apply();
    m_clients.clear();
    m_totals.clients = 0;
    Q_EMIT refreshed();
}

/// What the server says there itself, and no script, is said in the language of the window.
static QList<ConsoleRow> consoleRows(QList<ConsoleRow> rows)
{
    for (ConsoleRow &row : rows) {
        if (row.place.isEmpty())
            row.text = ServerSentences::translated(row.text);
    }
    return rows;
}

void Feed::apply()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_applyTimer.stop();
    m_lastApply = m_clock();
    const MonitorUpdate update = std::exchange(m_pending, {});
    if (m_monitor)
        m_monitor->setInterval(m_pace.next(update.totals.skipped > m_totals.skipped));
    m_totals = update.totals;
    m_loopLags = update.loopLags;
    m_in.add(m_lastApply, m_totals.messagesIn);
    m_out.add(m_lastApply, m_totals.messagesOut);
    m_clients.take(update.clients, {});
    QList<LogRow> rows = logRows(update);
    takeClosed(update.closed);
    m_messages.take(std::move(rows));
    m_console.take(consoleRows(update.console));
    takeNotices(update.notices);
    QElapsedTimer clock;
    clock.start();
    Q_EMIT refreshed();
    m_pace.spent(std::chrono::nanoseconds(clock.nsecsElapsed()));
}

static LogRow refusal(const ClosedRow &closed)
{
    LogRow row;
    row.time = closed.time;
    row.client = closed.closed.client;
    row.payload = closed.closed.reason.toUtf8();
    row.size = row.payload.size();
    row.peer = closed.peer;
    row.path = closed.path;
    row.refused = closed.closed.cause;
    return row;
}

QList<LogRow> Feed::logRows(const MonitorUpdate &update) const
{
    QList<LogRow> rows;
    rows.reserve(update.messages.size());
    QHash<ClientId, std::pair<QString, QString>> known;
    for (const MessageRow &message : update.messages) {
        auto found = known.constFind(message.client);
        if (found == known.cend()) {
            const ClientRow *client = m_clients.find(message.client);
            const ClosedClient *closed = client ? nullptr : m_closed.find(message.client);
            const ClientRow last = client ? *client : closed ? closed->last : ClientRow();
            found = known.insert(message.client, {last.peer, last.path});
        }
        rows.append({message, found->first, found->second});
    }
    const qsizetype middle = rows.size();
    for (const ClosedRow &closed : update.closed) {
        if (closed.connectedAt == 0)
            rows.append(refusal(closed));
    }
    const auto earlier = [](const LogRow &a, const LogRow &b) { return a.time < b.time; };
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(), earlier);
    return rows;
}

void Feed::takeClosed(const QList<ClosedRow> &rows)
{
    if (rows.isEmpty())
        return;
    QList<ClosedClient> closed;
    closed.reserve(rows.size());
    for (const ClosedRow &row : rows) {
        const ClientRow *client = m_clients.find(row.closed.client);
        closed.append({row, client ? *client : ClientRow()});
    }
    m_clients.take({}, rows);
    m_closed.take(std::move(closed));
}

void Feed::takeNotices(const QList<Notice> &notices)
{
    if (notices.isEmpty())
        return;
    m_notices += notices;
    if (m_notices.size() > noticesKept)
        m_notices.remove(0, m_notices.size() - noticesKept);
    Q_EMIT noticed();
}

void Feed::clearNotices()
{
    m_notices.clear();
    Q_EMIT noticed();
}

void Feed::tick()
{
    m_in.add(m_clock(), m_totals.messagesIn);
    m_out.add(m_clock(), m_totals.messagesOut);
    m_history.append(inRate() + outRate());
    m_activity.add(m_wallClock(), m_totals, m_loopLags);
    if (m_history.size() > historyLength)
        m_history.remove(0, m_history.size() - historyLength);
    m_clients.refilter();
    m_clients.resort();
    Q_EMIT refreshed();
}

} // namespace porthole
