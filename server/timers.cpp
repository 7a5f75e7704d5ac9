// SPDX-License-Identifier: MIT
#include "server/timers.h"

#include <algorithm>

namespace porthole {

using namespace std::chrono_literals;

Timers::Timers()
{
    m_alarm.setSingleShot(true);
    m_alarm.setTimerType(Qt::PreciseTimer);
    connect(&m_alarm, &QTimer::timeout, this, &Timers::runDue);
}

void Timers::addTick(TimerId id, ClientId owner, std::chrono::milliseconds interval, Callback callback)
{
    const auto atLeast = std::max<std::chrono::milliseconds>(interval, 1ms);
    add(id, {Clock::now() + atLeast, atLeast, owner, std::make_shared<Callback>(std::move(callback))});
}

void Timers::addAfter(TimerId id, ClientId owner, std::chrono::milliseconds delay, Callback callback, Listed listed)
{
    add(id,
        {Clock::now() + std::max<std::chrono::milliseconds>(delay, 0ms), 0ms, owner,
         std::make_shared<Callback>(std::move(callback)), listed});
}

QList<TimerInfo> Timers::list() const
{
    using std::chrono::milliseconds;
    const Clock::time_point now = Clock::now();
    QList<TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        const auto next = std::max(std::chrono::ceil<milliseconds>(timer.due - now), milliseconds(0));
        if (timer.listed == Listed::Yes)
            list.append({{id}, timer.owner, timer.interval, next, timer.rounds});
    }
    return list;
}

void Timers::add(TimerId id, Timer timer)
{
    Q_ASSERT(!m_timers.contains(id.value));
    m_queue.push({timer.due, id.value});
    if (timer.owner)
        m_owned[timer.owner.value].insert(id.value);
    m_timers.emplace(id.value, std::move(timer));
    arm();
}

bool Timers::remove(TimerId id)
{
    const auto found = m_timers.find(id.value);
    if (found == m_timers.end())
        return false;
    erase(found);
    dropStale();
    return true;
}

void Timers::removeAllOf(ClientId owner)
{
    const auto found = m_owned.find(owner.value);
    if (found == m_owned.end())
        return;
    for (const quint64 id : found->second)
        m_timers.erase(id);
    m_owned.erase(found);
    dropStale();
}

void Timers::erase(std::unordered_map<quint64, Timer>::iterator position)
{
    if (const auto owned = m_owned.find(position->second.owner.value); owned != m_owned.end()) {
        owned->second.erase(position->first);
        if (owned->second.empty())
            m_owned.erase(owned);
    }
    m_timers.erase(position);
}

void Timers::runDue()
{
    m_running = true;
    const Clock::time_point now = Clock::now();
    while (!m_queue.empty() && m_queue.top().time <= now) {
        const Due due = m_queue.top();
        m_queue.pop();
        if (!isStale(due))
            run(due.id, now);
    }
    m_running = false;
    arm();
}

void Timers::run(quint64 id, Clock::time_point now)
{
    const auto found = m_timers.find(id);
    const std::shared_ptr<Callback> callback = found->second.callback;
    if (Timer &timer = found->second; timer.interval == 0ms) {
        erase(found);
    } else {
        const auto missed = (now - timer.due) / timer.interval;
        timer.due += timer.interval * (missed + 1);
        ++timer.rounds;
        m_queue.push({timer.due, id});
    }
    (*callback)();
}

bool Timers::isStale(const Due &due) const
{
    const auto found = m_timers.find(due.id);
    return found == m_timers.end() || found->second.due != due.time;
}

// Removed timers leave their place in the heap; it is made anew once they are the most of it.
void Timers::dropStale()
{
    if (m_queue.size() < 64 || m_queue.size() < 2 * m_timers.size())
        return;
    std::vector<Due> live;
    live.reserve(m_timers.size());
    for (const auto &[id, timer] : m_timers)
        live.push_back({timer.due, id});
    m_queue = decltype(m_queue)({}, std::move(live));
}

void Timers::arm()
{
    if (m_running)
        return;
    while (!m_queue.empty() && isStale(m_queue.top()))
        m_queue.pop();
    if (m_queue.empty())
        return m_alarm.stop();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_queue.top().time - Clock::now());
    m_alarm.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, 24h));
}

} // namespace porthole
