// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace porthole::protocol {

/// What the first bytes of a TLS connection say, read without TLS: which host the client wants (RFC 8446 4.1.2,
/// RFC 6066 3).
struct ClientHello
{
    enum class State : unsigned char {
        Incomplete, ///< more bytes may complete it
        Whole,      ///< serverName is what it asks for
        Unreadable, ///< not TLS, or not as the RFCs have it; whoever speaks TLS will say what is wrong
    };

    State state = State::Incomplete;
    std::string serverName; ///< in lower case; empty when it names none
};

/// Longer ones are not read: a ClientHello has a few hundred bytes, some thousands with post-quantum keys.
inline constexpr std::size_t maxClientHello = 32 * 1024;

/// `bytes` is all that has come so far. Pure; never reads beyond it, whatever the lengths in it claim.
ClientHello readClientHello(std::string_view bytes);

} // namespace porthole::protocol
