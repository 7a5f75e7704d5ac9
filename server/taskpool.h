// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/taskcounts.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace porthole {

/// Threads for work that would hold up a worker. They are made as they are needed.
/// Threads: any. Lifetime: end() waits for what runs and forgets what waits. Errors: work must not throw.
class TaskPool final
{
    Q_DISABLE_COPY_MOVE(TaskPool)

public:
    using Work = std::function<void()>;

    TaskPool(int threads, int queueMax) : m_threadMax(threads), m_queueMax(queueMax) { }
    ~TaskPool() { end(); }

    /// False, and the work destroyed, when too much waits already or after end().
    bool start(Work work);
    void countLate();
    TaskCounts counts() const;
    void end();

private:
    void run();

    const int m_threadMax;
    const int m_queueMax;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    std::vector<std::thread> m_threads;
    TaskCounts m_counts;
    bool m_isEnding = false;
};

} // namespace porthole
