// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>
#include <vector>

namespace porthole {

/// How much waits in the queues of all clients: each worker keeps its own sum, and who asks adds them up.
/// Threads: any; each share is written by its worker alone. Errors: none.
class QueueBudget final
{
    Q_DISABLE_COPY_MOVE(QueueBudget)

public:
    explicit QueueBudget(int workers) : m_shares(size_t(workers)) { }

    void add(int worker, qint64 bytes) { m_shares[size_t(worker)].bytes.fetch_add(bytes, std::memory_order_relaxed); }
    qint64 of(int worker) const { return m_shares[size_t(worker)].bytes.load(std::memory_order_relaxed); }
    qint64 total() const
    {
        qint64 sum = 0;
        for (const Share &share : m_shares)
            sum += share.bytes.load(std::memory_order_relaxed);
        return sum;
    }

private:
    struct alignas(64) Share
    {
        std::atomic<qint64> bytes = 0;
    };

    std::vector<Share> m_shares;
};

} // namespace porthole
