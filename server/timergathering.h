// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"
#include "server/wait.h"

#include <algorithm>
#include <mutex>

namespace porthole {

/// The timers of all workers on their way to one answer, which is given when the last worker lets go.
class TimerGathering final
{
    Q_DISABLE_COPY_MOVE(TimerGathering)

public:
    explicit TimerGathering(Reply<QList<TimerInfo>> reply) : m_reply(std::move(reply)) { }
    ~TimerGathering()
    {
        std::sort(m_all.begin(), m_all.end(), [](const TimerInfo &a, const TimerInfo &b) { return a.id < b.id; });
        m_reply(std::move(m_all));
    }

    void add(const QList<TimerInfo> &timers)
    {
        const std::lock_guard lock(m_mutex);
        m_all += timers;
    }

private:
    std::mutex m_mutex;
    Reply<QList<TimerInfo>> m_reply;
    QList<TimerInfo> m_all;
};

} // namespace porthole
