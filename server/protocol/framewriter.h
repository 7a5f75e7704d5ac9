// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/frame.h"

#include <string>
#include <string_view>

// Frames on their way out: RFC 6455 5.2. Pure functions; they write what they are told to.
namespace porthole::protocol {

/// The longest head of a server's frame, which has no masking key (RFC 6455 5.1).
inline constexpr std::size_t maxServerHeaderSize = 10;

/// The size of the head of a server's frame with that much payload.
constexpr std::size_t serverHeaderSize(std::uint64_t length)
{
    return length < 126 ? 2 : length <= 0xFFFF ? 4 : maxServerHeaderSize;
}

struct FrameBits
{
    bool fin = true;
    bool rsv1 = false; ///< compressed (RFC 7692 6)
};

/// Writes the head of a server's frame to out, which has room for maxServerHeaderSize bytes, and returns its size.
std::size_t writeHeader(char *out, Opcode opcode, std::uint64_t length, FrameBits bits = {});

/// Appends a server's frame.
void appendFrame(std::string &out, Opcode opcode, std::string_view payload, FrameBits bits = {});

/// A server's frame.
std::string encode(Opcode opcode, std::string_view payload, FrameBits bits = {});

/// A client's frame, masked with the key (RFC 6455 5.3).
std::string encodeMasked(Opcode opcode, std::string_view payload, MaskingKey key, FrameBits bits = {});

} // namespace porthole::protocol
