// SPDX-License-Identifier: MIT
#pragma once

#include "server/wait.h"

#include <QList>

#include <mutex>

namespace porthole {

/// What all workers tell, on its way to one answer, which is given when the last worker lets go.
/// Threads: add() on any. Lifetime: shared by those that are asked. Errors: one that has ended tells nothing.
template<typename T>
class Gathering final
{
    Q_DISABLE_COPY_MOVE(Gathering)

public:
    using Finish = std::function<void(QList<T>)>;

    /// `finish` runs on the thread of the last to tell.
    explicit Gathering(Finish finish) : m_finish(std::move(finish)) { }
    ~Gathering() { m_finish(std::move(m_all)); }

    void add(const QList<T> &told)
    {
        const std::lock_guard lock(m_mutex);
        m_all += told;
    }

private:
    std::mutex m_mutex;
    Finish m_finish;
    QList<T> m_all;
};

} // namespace porthole
