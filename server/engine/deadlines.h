// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"

#include <QTimer>

#include <set>

namespace porthole {

/// Something that must have happened by some time.
class Limited
{
    Q_DISABLE_COPY_MOVE(Limited)

public:
    virtual void timedOut() = 0; ///< from the event loop

protected:
    Limited() = default;
    virtual ~Limited() = default;

private:
    friend class Deadlines;
    Clock::time_point m_due = Clock::time_point::max();
    Clock::time_point m_look = Clock::time_point::max(); ///< when it is looked at: not later
};

/// The time limits of all connections of a worker, behind one timer: what has none costs nothing.
/// Threads: the worker's. Lifetime: what is limited is cleared before it goes. Errors: none.
class Deadlines final
{
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    Deadlines();

    void set(Limited &limited, std::chrono::milliseconds time); ///< in place of the one it has
    void clear(Limited &limited);
    bool has(const Limited &limited) const { return limited.m_look != Clock::time_point::max(); }

private:
    void look(Limited &limited);
    void expire();
    void arm();

    std::set<std::pair<Clock::time_point, Limited *>> m_looks;
    QTimer m_alarm;
    Clock::time_point m_alarmDue; ///< of m_alarm, when it is active
};

} // namespace porthole
