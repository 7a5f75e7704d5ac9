// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/bufferpool.h"
#include "server/protocol/deflate.h"

namespace porthole::protocol {

/// What all sessions of one thread share: limits, and the memory they need for a moment.
/// Threads: one. Lifetime: outlives its sessions.
struct SessionContext
{
    SessionContext() = default;
    explicit SessionContext(std::size_t longestMessage, const DeflateSettings &settings = {})
        : messageMaxBytes(longestMessage), deflate(settings)
    { }

    /// Gives back all memory that no message is using.
    void trim()
    {
        buffers.trim();
        deflate.trim();
        scratch = {};
    }

    std::size_t messageMaxBytes = std::size_t(1024) * 1024; ///< longest message in, as the handler sees it
    std::uint64_t framesIn = 0;                             ///< whole ones, of all sessions
    std::uint64_t framesOut = 0;                            ///< those that sessions answer with: pongs and close frames
    BufferPool buffers;
    DeflatePool deflate{DeflateSettings()};
    std::string scratch; ///< for one compressed message on its way out
};

} // namespace porthole::protocol
