// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// The head of a frame: RFC 6455 5.2.
namespace porthole::protocol {

/// The longest head: two bytes, an eight-byte length, a masking key.
inline constexpr std::size_t maxHeaderSize = 14;
/// The longest payload of a control frame (RFC 6455 5.5).
inline constexpr std::size_t maxControlPayload = 125;

using MaskingKey = std::array<char, 4>;

struct FrameHeader
{
    Opcode opcode = Opcode::Continuation;
    bool fin = false;
    bool rsv1 = false;
    MaskingKey key{};
    std::uint64_t length = 0; ///< of the payload, in bytes
};

/// What can be wrong with the head of a client's frame. Each closes with 1002.
enum class HeaderFault : std::uint8_t {
    None,
    ReservedBit,       ///< RFC 6455 5.2: a bit that no extension was agreed on for
    ReservedOpcode,    ///< 3-7 and 11-15
    FragmentedControl, ///< RFC 6455 5.5
    LongControl,       ///< RFC 6455 5.5: over 125 bytes
    Unmasked,          ///< RFC 6455 5.1
    WastefulLength,    ///< RFC 6455 5.2: the shortest form must be used
    HugeLength,        ///< RFC 6455 5.2: the most significant bit is set
};

/// One sentence that fits a close frame.
std::string_view sentence(HeaderFault fault);

/// Decodes the head of a client's frame at the front of the bytes. Returns its size, or 0 when it is not whole or bad;
/// fault then says which, with the first byte that shows it. RSV1 is a fault unless an extension has it (RFC 7692 6).
std::size_t decodeHeader(std::string_view bytes, bool rsv1Agreed, FrameHeader &header, HeaderFault &fault);

/// The commonest heads by the shortest way: of a whole message that is not compressed and has less than 64 KiB. Returns
/// its size, or 0 when it is another, which is decodeHeader()'s to read.
inline std::size_t decodeUsualHeader(std::string_view bytes, FrameHeader &header)
{
    if (bytes.size() < 8)
        return 0;
    const unsigned first = static_cast<unsigned char>(bytes[0]);
    const unsigned second = static_cast<unsigned char>(bytes[1]);
    if ((first != 0x81 && first != 0x82) || second < 0x80 || second > 0xFE)
        return 0;
    const bool isShort = second < 0xFE;
    const unsigned third = static_cast<unsigned char>(bytes[2]);
    const unsigned length = isShort ? second & 0x7F : third << 8 | static_cast<unsigned char>(bytes[3]);
    if (!isShort && length <= maxControlPayload)
        return 0;
    header.opcode = static_cast<Opcode>(first & 0xF);
    header.fin = true;
    header.rsv1 = false;
    header.length = length;
    std::memcpy(header.key.data(), bytes.data() + (isShort ? 2 : 4), sizeof(MaskingKey));
    return isShort ? 6 : 8;
}

/// decodeHeader() for bytes that come in pieces.
/// Threads: a value. Lifetime: keeps at most 14 bytes. Errors: see fault(); then only reset() helps.
class HeaderReader final
{
public:
    explicit HeaderReader(bool rsv1Agreed = false) : m_rsv1Agreed(rsv1Agreed) { }

    /// Takes bytes from the front until the head is whole or bad, and returns how many it took.
    std::size_t feed(std::string_view bytes);
    bool complete() const { return m_complete; }
    HeaderFault fault() const { return m_fault; }
    /// Of the last head that was complete; reset() keeps it.
    const FrameHeader &header() const { return m_header; }
    bool started() const { return m_kept != 0; } ///< part of a head is waiting for the rest of it
    void reset();                                ///< the next byte begins a frame

private:
    std::size_t feedKept(std::string_view bytes);

    FrameHeader m_header;
    std::array<char, maxHeaderSize> m_bytes{};
    std::uint8_t m_kept = 0;
    HeaderFault m_fault = HeaderFault::None;
    bool m_rsv1Agreed;
    bool m_complete = false;
};

} // namespace porthole::protocol
