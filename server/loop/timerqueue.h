// SPDX-License-Identifier: MIT
#pragma once

#include "server/loop/deadlineheap.h"

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace porthole {

/// The timers of one thread. Every operation is O(log n) or better in the number of timers.
///
/// No timer fires early, whatever its type. A precise timer is due to the nanosecond. A coarse one waits for the next
/// multiple of the largest power of two of milliseconds that is no more than 5 % of its interval, and a very coarse one
/// for the next multiple of 512 ms; since these grids lie in one another, timers of many clients come due together. The
/// delay does not add up from one period to the next. A timer that is late by more than its interval skips what it
/// missed. (Qt's own coarse timers may be early as well as late, the very coarse ones by half a second.)
///
/// Threads: the one whose loop it is. Lifetime: objects take their timers back before they go. Errors: none.
class TimerQueue final
{
    Q_DISABLE_COPY_MOVE(TimerQueue)

public:
    using Clock = DeadlineHeap::Clock;

    TimerQueue() = default;

    /// An id that is there already is replaced.
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    /// False when the object has none.
    bool removeAll(QObject *object);
    QList<QAbstractEventDispatcher::TimerInfo> timersOf(QObject *object) const;
    /// Rounded up; zero when overdue, nothing when there is no such timer.
    std::optional<std::chrono::milliseconds> remaining(int id) const;
    /// There is none to wait for: a timer whose event is being handled does not count.
    bool isIdle() const { return m_heap.isEmpty(); }
    /// Only when not idle.
    Clock::time_point nextDue() const { return m_heap.front().due; }
    /// Sends every timer that is due now its event, once. Timers whose event is being handled and those added
    /// meanwhile are left out. Returns how many of those sent have an interval above zero.
    int fire();

private:
    struct Timer
    {
        int id = 0;
        Qt::TimerType type = Qt::PreciseTimer;
        std::chrono::milliseconds interval{};
        QObject *object = nullptr;
        Clock::time_point expected;
        Clock::time_point due;
        quint64 sequence = 0; // zero: the slot is free
        qint32 previous = -1; // the other timers of this object, by slot
        qint32 next = -1;
    };

    bool fireFront(Clock::time_point now);
    void schedule(Timer &timer, Clock::time_point expected);
    void push(qint32 slot);
    qint32 takeSlot();
    void releaseSlot(qint32 slot);
    void link(qint32 slot);
    void unlink(qint32 slot);

    std::vector<Timer> m_timers;
    std::vector<qint32> m_free;
    QHash<int, qint32> m_slots;
    QHash<QObject *, qint32> m_firstOf;
    DeadlineHeap m_heap;
    quint64 m_sequence = 0;
};

} // namespace porthole
