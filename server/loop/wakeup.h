// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>

namespace porthole {

/// How other threads reach a loop that may be asleep. A notification costs a system call only when the loop sleeps,
/// and then only the first one.
///
/// The loop calls consume() before it looks for work, then fallAsleep(), and blocks only when that says true; it calls
/// consume() again when it is up. Its epoll watches descriptor() edge-triggered, so that nobody has to read it.
///
/// Threads: notify() from any; the rest on the loop's. Lifetime: nobody notifies a loop that is gone.
/// Errors: isValid() is false when the system gave no descriptor.
class WakeUp final
{
    Q_DISABLE_COPY_MOVE(WakeUp)

public:
    WakeUp();
    ~WakeUp();

    bool isValid() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

    void notify();
    /// True when there was a notification since the last call.
    bool consume();
    /// False when there is a notification: do not block.
    bool fallAsleep();
    /// Blocks on nothing but notifications. In milliseconds, below zero for ever. False when a signal came first.
    bool sleep(int timeout);
    /// Forgets edges that were not read, for the sake of sleep(). To be called before fallAsleep().
    void drain();

private:
    enum class State { Awake, Asleep, Notified };

    std::atomic<State> m_state = State::Awake;
    const int m_descriptor;
};

} // namespace porthole
