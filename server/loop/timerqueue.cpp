// SPDX-License-Identifier: MIT
#include "server/loop/timerqueue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <bit>

using namespace std::chrono_literals;

namespace porthole {

namespace {

using Clock = TimerQueue::Clock;

constexpr quint64 widestGrid = 512;

Clock::duration grid(Qt::TimerType type, std::chrono::milliseconds interval)
{
    const quint64 slack =
        type == Qt::VeryCoarseTimer ? widestGrid : std::min(quint64(interval.count()) / 20, widestGrid);
    if (type == Qt::PreciseTimer || slack == 0)
        return Clock::duration(1);
    return std::chrono::milliseconds(std::bit_floor(slack));
}

Clock::time_point aligned(Clock::time_point time, Clock::duration grid)
{
    const auto rest = time.time_since_epoch() % grid;
    return rest == 0ns ? time : time + (grid - rest);
}

} // namespace

void TimerQueue::add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object)
{
    remove(id);
    const qint32 slot = takeSlot();
    Timer &timer = m_timers[size_t(slot)];
    timer.id = id;
    timer.type = type;
    timer.interval = interval;
    timer.object = object;
    schedule(timer, Clock::now() + interval);
    m_slots.insert(id, slot);
    link(slot);
    push(slot);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_slots.constFind(id);
    if (found == m_slots.cend())
        return false;
    const qint32 slot = *found;
    m_slots.erase(found);
    unlink(slot);
    releaseSlot(slot);
    return true;
}

bool TimerQueue::removeAll(QObject *object)
{
    const qint32 first = m_firstOf.value(object, -1);
    for (qint32 slot = first; slot >= 0;) {
        const qint32 next = m_timers[size_t(slot)].next;
        m_slots.remove(m_timers[size_t(slot)].id);
        releaseSlot(slot);
        slot = next;
    }
    m_firstOf.remove(object);
    return first >= 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> timers;
    for (qint32 slot = m_firstOf.value(object, -1); slot >= 0; slot = m_timers[size_t(slot)].next) {
        const Timer &timer = m_timers[size_t(slot)];
        timers.append({timer.id, int(timer.interval.count()), timer.type});
    }
    return timers;
}

std::optional<std::chrono::milliseconds> TimerQueue::remaining(int id) const
{
    const auto found = m_slots.constFind(id);
    if (found == m_slots.cend())
        return std::nullopt;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_timers[size_t(*found)].due - Clock::now());
    return std::max(left, 0ms);
}

int TimerQueue::fire()
{
    if (m_heap.isEmpty())
        return 0;
    const auto now = Clock::now();
    const quint64 last = m_sequence;
    int fired = 0;
    while (!m_heap.isEmpty() && m_heap.front().due <= now && m_heap.front().sequence <= last)
        fired += fireFront(now);
    return fired;
}

bool TimerQueue::fireFront(Clock::time_point now)
{
    const auto slot = qint32(m_heap.front().slot);
    m_heap.erase(quint32(slot));

    Timer &timer = m_timers[size_t(slot)];
    const bool counts = timer.interval > 0ms;
    schedule(timer, timer.expected + timer.interval < now ? now + timer.interval : timer.expected + timer.interval);
    const quint64 sequence = timer.sequence;
    QTimerEvent event(timer.id);
    QCoreApplication::sendEvent(timer.object, &event);

    if (m_timers[size_t(slot)].sequence == sequence)
        push(slot);
    return counts;
}

void TimerQueue::schedule(Timer &timer, Clock::time_point expected)
{
    timer.expected = expected;
    timer.due = aligned(expected, grid(timer.type, timer.interval));
    timer.sequence = ++m_sequence;
}

void TimerQueue::push(qint32 slot)
{
    const Timer &timer = m_timers[size_t(slot)];
    m_heap.push({timer.due, timer.sequence, quint32(slot)});
}

qint32 TimerQueue::takeSlot()
{
    if (m_free.empty()) {
        m_timers.emplace_back();
        return qint32(m_timers.size() - 1);
    }
    const qint32 slot = m_free.back();
    m_free.pop_back();
    return slot;
}

void TimerQueue::releaseSlot(qint32 slot)
{
    m_heap.erase(quint32(slot));
    m_timers[size_t(slot)] = {};
    m_free.push_back(slot);
}

void TimerQueue::link(qint32 slot)
{
    Timer &timer = m_timers[size_t(slot)];
    timer.next = m_firstOf.value(timer.object, -1);
    if (timer.next >= 0)
        m_timers[size_t(timer.next)].previous = slot;
    m_firstOf.insert(timer.object, slot);
}

void TimerQueue::unlink(qint32 slot)
{
    const Timer &timer = m_timers[size_t(slot)];
    if (timer.next >= 0)
        m_timers[size_t(timer.next)].previous = timer.previous;
    if (timer.previous >= 0)
        m_timers[size_t(timer.previous)].next = timer.next;
    else if (timer.next >= 0)
        m_firstOf.insert(timer.object, timer.next);
    else
        m_firstOf.remove(timer.object);
}

} // namespace porthole
