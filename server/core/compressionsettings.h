// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace porthole {

/// Compression of messages (permessage-deflate, RFC 7692), agreed on with each client that can. Memory is per client
/// and worker thread; without contexts a client has none of its own, and what works on a message is shared.
struct CompressionSettings
{
    bool on = false;
    qint64 minSize = 1024;     ///< shorter messages go out as they are
    int level = 1;             ///< 1, fast, to 9, small
    int memoryLevel = 8;       ///< 1 to 9; 512 * 2^level bytes of a compressor
    int windowBits = 15;       ///< 8 to 15; the most we compress with: 4 * 2^bits bytes of a compressor
    int clientWindowBits = 15; ///< 8 to 15; the most asked of clients: how far they may refer back
    /// Our messages refer to earlier ones: smaller, but each client that is sent to has a compressor of its own, 262
    /// KiB with the defaults, and a broadcast is compressed for each.
    bool serverContext = false;
    bool clientContext = false; ///< the clients' messages do: 39 KiB for each that sends; 2^bits bytes below 15
    std::chrono::milliseconds idleTimeout{10'000}; ///< a compressor not used for so long is given back
};

} // namespace porthole
