// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"
#include "server/core/types.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <queue>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace porthole {

/// The ticks and afters of one worker: a heap of due times behind one QTimer, so that each costs O(log n).
/// Late ticks are coalesced: a tick that missed three of its times runs once and goes on at its next time.
/// Threads: the worker's. Lifetime: what has not run when this goes never runs. Errors: a callback must not throw.
class Timers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Timers)

public:
    using Callback = std::function<void()>;

    Timers();

    /// Runs the callback every interval, of at least 1 ms, until remove(). The id must be new.
    /// An owner that is not 0 can have all its timers removed at once.
    void addTick(TimerId id, ClientId owner, std::chrono::milliseconds interval, Callback callback);
    enum class Listed : bool { No, Yes };
    void addAfter(TimerId id, ClientId owner, std::chrono::milliseconds delay, Callback callback,
                  Listed listed = Listed::Yes);
    /// False when there is no such timer. May be called from within a callback, also for the timer that runs.
    bool remove(TimerId id);
    void removeAllOf(ClientId owner);
    QList<TimerInfo> list() const;
    qsizetype count() const { return qsizetype(m_timers.size()); }

private:
    struct Timer
    {
        Clock::time_point due;
        std::chrono::milliseconds interval; ///< 0 runs once
        ClientId owner;
        std::shared_ptr<Callback> callback;
        Listed listed = Listed::Yes;
        quint64 rounds = 0;
    };
    struct Due
    {
        Clock::time_point time;
        quint64 id;
        bool operator>(const Due &other) const { return time > other.time; }
    };

    void add(TimerId id, Timer timer);
    void erase(std::unordered_map<quint64, Timer>::iterator position);
    void runDue();
    void run(quint64 id, Clock::time_point now);
    void arm();
    bool isStale(const Due &due) const;
    void dropStale();

    QTimer m_alarm;
    std::unordered_map<quint64, Timer> m_timers;
    std::unordered_map<quint64, std::unordered_set<quint64>> m_owned; ///< by owner
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_queue;
    bool m_running = false;
};

} // namespace porthole
