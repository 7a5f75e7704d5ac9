// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

class QJSEngine;

namespace porthole {

/// What one call into a script may take.
struct ScriptBudget
{
    std::chrono::milliseconds time{2000};
    qint64 bytes = 256 * 1024 * 1024; ///< that the process grows by meanwhile; 0 is no limit

    /// Tasks are there for what takes long.
    ScriptBudget ofTasks() const { return {time * 30, bytes}; }
};

class Watchdog;

/// One engine under watch: says when a call into it begins and ends. Threads: the engine's. Lifetime: that of the
/// engine.
class Watched final
{
    Q_DISABLE_COPY_MOVE(Watched)

public:
    enum class Overrun : quint8 { None, Time, Memory };

    Watched(Watchdog &dog, QJSEngine &engine, const ScriptBudget &budget);
    ~Watched();

    void enter() { m_state.store(m_calls += 2, std::memory_order_relaxed); }
    /// Why the call was interrupted, if it was; the engine can then be called again.
    Overrun leave()
    {
        const quint64 state = m_state.exchange(0, std::memory_order_acq_rel);
        return state & 1 ? recover() : Overrun::None;
    }
    const ScriptBudget &budget() const { return m_budget; }

private:
    friend class Watchdog;

    Overrun recover();
    void interrupt(quint64 call, Overrun why);

    Watchdog &m_dog;
    QJSEngine &m_engine;
    const ScriptBudget m_budget;
    quint64 m_calls = 0;
    std::atomic<quint64> m_state = 0; ///< the number of the call, odd once it is interrupted; 0 for none
    std::atomic<Overrun> m_overrun = Overrun::None;

    // The watchdog's.
    quint64 m_seen = 0;
    std::chrono::steady_clock::time_point m_seenAt;
    qint64 m_seenBytes = 0;
};

/// A thread that interrupts calls into scripts that take too long or too much memory; what they run sees neither.
/// Threads: made and gone on one; watches engines of any. Lifetime: outlives what it watches. Errors: memory is watched
/// where the system tells it, on Linux.
class Watchdog final
{
    Q_DISABLE_COPY_MOVE(Watchdog)

public:
    Watchdog();
    ~Watchdog();

private:
    friend class Watched;

    void run();
    void look(Watched &watched, std::chrono::steady_clock::time_point now, qint64 bytes);

    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isOver = false;
    std::vector<Watched *> m_watched;
    std::thread m_thread;
};

} // namespace porthole
