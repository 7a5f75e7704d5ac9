// SPDX-License-Identifier: MIT
#include "server/script/watchdog.h"

#include "server/script/residentbytes.h"

#include <QJSEngine>

#include <algorithm>

namespace porthole {

using namespace std::chrono_literals;

Watched::Watched(Watchdog &dog, QJSEngine &engine, const ScriptBudget &budget)
    : m_dog(dog), m_engine(engine), m_budget(budget)
{
    const std::lock_guard lock(m_dog.m_mutex);
    m_dog.m_watched.push_back(this);
}

Watched::~Watched()
{
    const std::lock_guard lock(m_dog.m_mutex);
    std::erase(m_dog.m_watched, this);
}

Watched::Overrun Watched::recover()
{
    Overrun why = Overrun::None;
    while ((why = m_overrun.exchange(Overrun::None, std::memory_order_acq_rel)) == Overrun::None)
        std::this_thread::yield();
    m_engine.setInterrupted(false);
    return why;
}

void Watched::interrupt(quint64 call, Overrun why)
{
    if (!m_state.compare_exchange_strong(call, call | 1, std::memory_order_acq_rel))
        return;
    m_engine.setInterrupted(true);
    m_overrun.store(why, std::memory_order_release);
}

Watchdog::Watchdog() : m_thread([this] { run(); }) { }

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isOver) {
        const auto now = std::chrono::steady_clock::now();
        const bool isBusy = std::any_of(m_watched.begin(), m_watched.end(), [](const Watched *watched) {
            return watched->m_state.load(std::memory_order_relaxed) != 0;
        });
        const qint64 bytes = isBusy ? residentBytes() : 0;
        for (Watched *watched : m_watched)
            look(*watched, now, bytes);
        m_ended.wait_for(lock, isBusy ? 10ms : 50ms);
    }
}

void Watchdog::look(Watched &watched, std::chrono::steady_clock::time_point now, qint64 bytes)
{
    const quint64 call = watched.m_state.load(std::memory_order_relaxed);
    if (call == 0 || (call & 1))
        return;
    if (call != watched.m_seen) {
        watched.m_seen = call;
        watched.m_seenAt = now;
        watched.m_seenBytes = bytes;
    } else if (now - watched.m_seenAt > watched.m_budget.time) {
        watched.interrupt(call, Watched::Overrun::Time);
    } else if (watched.m_budget.bytes > 0 && bytes - watched.m_seenBytes > watched.m_budget.bytes) {
        watched.interrupt(call, Watched::Overrun::Memory);
    }
}

} // namespace porthole
