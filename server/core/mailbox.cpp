// SPDX-License-Identifier: MIT
#include "server/core/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace porthole {

bool Mailbox::post(Work work)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        first = m_waiting.empty();
        m_waiting.push_back(std::move(work));
    }
    if (first)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    return true;
}

bool Mailbox::drain()
{
    std::vector<Work> batch;
    {
        const std::lock_guard lock(m_mutex);
        batch.swap(m_waiting);
    }
    if (batch.empty())
        return false;
    const auto around = m_around;
    if (around)
        around(true);
    for (Work &work : batch)
        work();
    if (around)
        around(false);
    return true;
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_nextPass.stop();
}

// Qt delivers what is posted while it delivers, and would never come to sockets and timers.
void Mailbox::customEvent(QEvent *)
{
    constexpr int most = 64;
    if (++m_rounds < most) {
        drain();
        return;
    }
    m_rounds = 0;
    m_nextPass.start(0, this);
}

void Mailbox::timerEvent(QTimerEvent *)
{
    m_nextPass.stop();
    drain();
}

} // namespace porthole
