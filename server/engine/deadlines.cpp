// SPDX-License-Identifier: MIT
#include "server/engine/deadlines.h"

namespace porthole {

using namespace std::chrono_literals;

Deadlines::Deadlines()
{
    m_alarm.setSingleShot(true);
    QObject::connect(&m_alarm, &QTimer::timeout, &m_alarm, [this] { expire(); });
}

// One that is put off is found not due when it is looked at: most are cleared before.
void Deadlines::set(Limited &limited, std::chrono::milliseconds time)
{
    limited.m_due = Clock::now() + time;
    if (limited.m_look <= limited.m_due)
        return;
    clear(limited);
    look(limited);
    arm();
}

void Deadlines::look(Limited &limited)
{
    limited.m_look = limited.m_due;
    m_looks.emplace(limited.m_look, &limited);
}

void Deadlines::clear(Limited &limited)
{
    if (!has(limited))
        return;
    m_looks.erase({limited.m_look, &limited});
    limited.m_look = Clock::time_point::max();
}

void Deadlines::expire()
{
    const Clock::time_point now = Clock::now();
    while (!m_looks.empty() && m_looks.begin()->first <= now) {
        Limited &limited = *m_looks.begin()->second;
        clear(limited);
        if (limited.m_due > now)
            look(limited);
        else
            limited.timedOut();
    }
    arm();
}

// An alarm that comes too early finds nothing due and is set again.
void Deadlines::arm()
{
    if (m_looks.empty() || (m_alarm.isActive() && m_alarmDue <= m_looks.begin()->first))
        return;
    m_alarmDue = m_looks.begin()->first;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_alarmDue - Clock::now());
    m_alarm.start(std::max<std::chrono::milliseconds>(left, 0ms));
}

} // namespace porthole
