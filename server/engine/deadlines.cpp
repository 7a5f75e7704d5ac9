// SPDX-License-Identifier: MIT
#include "server/engine/deadlines.h"

namespace porthole {

using namespace std::chrono_literals;

Deadlines::Deadlines()
{
    m_alarm.setSingleShot(true);
    QObject::connect(&m_alarm, &QTimer::timeout, &m_alarm, [this] { expire(); });
}

void Deadlines::set(Limited &limited, std::chrono::milliseconds time)
{
    clear(limited);
    limited.m_due = Clock::now() + time;
    m_due.emplace(limited.m_due, &limited);
    arm();
}

void Deadlines::clear(Limited &limited)
{
    if (!has(limited))
        return;
    m_due.erase({limited.m_due, &limited});
    limited.m_due = Clock::time_point::max();
}

void Deadlines::expire()
{
    const Clock::time_point now = Clock::now();
    while (!m_due.empty() && m_due.begin()->first <= now) {
        Limited &limited = *m_due.begin()->second;
        clear(limited);
        limited.timedOut();
    }
    arm();
}

// An alarm that comes too early finds nothing due and is set again.
void Deadlines::arm()
{
    if (m_due.empty() || (m_alarm.isActive() && m_alarmDue <= m_due.begin()->first))
        return;
    m_alarmDue = m_due.begin()->first;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_alarmDue - Clock::now());
    m_alarm.start(std::max<std::chrono::milliseconds>(left, 0ms));
}

} // namespace porthole
