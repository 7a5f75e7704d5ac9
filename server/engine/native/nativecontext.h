// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/deadlines.h"
#include "server/engine/engine.h"
#include "server/protocol/sessioncontext.h"

#include <map>

namespace porthole {

/// What the clients of one listener share in one worker: limits, the memory that works on a message, and a broadcast's
/// compressed frames.
/// Threads: the worker's. Lifetime: outlives its sessions, not the deadlines. Errors: std::bad_alloc.
class NativeContext final : private Limited
{
public:
    explicit NativeContext(Deadlines &deadlines) : m_deadlines(deadlines) { }
    ~NativeContext() { m_deadlines.clear(*this); }

    /// Settings may be reloaded: sizes and levels hold at once, what was agreed on with a client stays.
    void apply(const Settings &settings);
    protocol::SessionContext &session() { return m_session; }
    const protocol::SessionContext &session() const { return m_session; }
    Deadlines &deadlines() { return m_deadlines; }
    std::chrono::milliseconds idleTimeout() const { return m_idleTimeout; }

    /// The message for clients with this window that keep no context of ours: compressed once for all of them.
    QByteArray compressed(const EncodedMessage &message, int windowBits);
    /// For one frame on its way out; emptied.
    std::string &frame();
    /// Memory that is kept for the next message is given back once none has come for a while.
    void touch();

private:
    void timedOut() override;

    Deadlines &m_deadlines;
    protocol::SessionContext m_session;
    QByteArray m_broadcast;             ///< the frame that m_compressed is made of
    std::map<int, QByteArray> m_frames; ///< by window
    std::string m_frame;
    std::chrono::milliseconds m_idleTimeout{};
    bool m_used = false;
};

} // namespace porthole
