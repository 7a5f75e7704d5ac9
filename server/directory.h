// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <atomic>
#include <memory>
#include <shared_mutex>
#include <unordered_map>

namespace porthole {

/// What any thread may know about one client. Written by its worker, and by those who post messages to it.
struct Presence
{
    std::atomic<bool> established = false;
    std::atomic<qint64> queueMaxBytes = 0;   ///< Settings of its listener
    std::atomic<qint64> messageMaxBytes = 0; ///< Settings of its listener
    std::atomic<qint64> waitingBytes = 0;    ///< in the engine's queue, as of its worker's last look
    std::atomic<bool> full = false;          ///< a push found no room, and the queue has not been empty since
    std::atomic<qint64> postedBytes = 0;     ///< in the mailbox, on their way to the worker
};

/// Who is there, for other threads: one a worker. It answers exists() and lets push() from afar be exact without
/// waiting for the worker.
/// Threads: any. Lifetime: a Presence may outlive its client.
class Directory final
{
public:
    std::shared_ptr<Presence> add(ClientId id);
    void remove(ClientId id);
    std::shared_ptr<Presence> find(ClientId id) const; ///< nullptr when there is no such client

private:
    mutable std::shared_mutex m_mutex;
    std::unordered_map<quint64, std::shared_ptr<Presence>> m_present;
};

} // namespace porthole
