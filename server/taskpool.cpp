// SPDX-License-Identifier: MIT
#include "server/taskpool.h"

namespace porthole {

bool TaskPool::start(Work work)
{
    const std::lock_guard lock(m_mutex);
    const int idle = int(m_threads.size()) - m_counts.running;
    if (m_isEnding || int(m_waiting.size()) >= m_queueMax + idle) {
        ++m_counts.refused;
        return false;
    }
    m_waiting.push_back(std::move(work));
    if (int(m_waiting.size()) > idle && int(m_threads.size()) < m_threadMax)
        m_threads.emplace_back([this] { run(); });
    m_changed.notify_one();
    return true;
}

void TaskPool::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_counts.running;
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
        --m_counts.running;
        ++m_counts.finished;
    }
}

void TaskPool::countLate()
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.late;
}

TaskCounts TaskPool::counts() const
{
    const std::lock_guard lock(m_mutex);
    TaskCounts counts = m_counts;
    counts.waiting = int(m_waiting.size());
    return counts;
}

// What waits is destroyed outside of the lock: it owes answers.
void TaskPool::end()
{
    std::deque<Work> forgotten;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        forgotten.swap(m_waiting);
    }
    m_changed.notify_all();
    forgotten.clear();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

} // namespace porthole
