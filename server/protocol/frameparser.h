// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/framewriter.h"
#include "server/protocol/masking.h"

#include <span>

namespace porthole::protocol {

/// Some payload of a frame, unmasked where it lies.
struct FramePiece
{
    std::span<char> bytes; ///< may be empty
    bool begins = false;   ///< the first of its frame: the head has just been read
    bool ends = false;     ///< the last of its frame
    bool isAscii = false;  ///< all of its bytes
};

/// A message in one frame, unmasked where its echo would lie.
struct WholeMessage
{
    Opcode opcode = Opcode::Text;
    std::span<char> payload = {};
    bool isAscii = false; ///< all of the payload
};

/// Cuts a client's bytes into frames, in any pieces they come (RFC 6455 5.2), and unmasks payloads in the caller's
/// buffer.
/// Threads: a value. Lifetime: keeps at most 14 bytes, no payload. Errors: see fault(); then no more bytes are taken.
class FrameParser final
{
public:
    enum class Step : std::uint8_t { NeedMore, Piece, Fault };

    /// With RSV1 agreed on, the bit is allowed on the first frame of a message (RFC 7692 6).
    explicit FrameParser(bool rsv1Agreed = false) : m_head(rsv1Agreed) { }

    /// Takes the next piece off the front of the bytes. A frame has at least one piece, which comes as soon as its head
    /// is whole, with or without payload. With NeedMore all bytes are taken.
    Step next(std::span<char> &bytes, FramePiece &piece);
    /// Takes a text or binary message off the front of the bytes, when it is the commonest kind: in one frame that is
    /// all there, and not compressed. False when it is another, which is next()'s to take; this is only quicker.
    /// The payload is moved to `end`, behind room for the head of a server's frame, and `end` to the end of it. It is
    /// not behind the bytes, and lies in memory that is free from there on: a server's head is the shorter one.
    bool takeMessage(std::span<char> &bytes, char *&end, WholeMessage &message);

    /// Payload of the frame being read that has not come yet.
    std::uint64_t remaining() const { return m_remaining; }
    /// Takes payload that was read straight to where it belongs: at most remaining() bytes.
    FramePiece take(std::span<char> payload);

    const FrameHeader &header() const { return m_head.header(); } ///< of the frame that the last piece is of
    HeaderFault fault() const { return m_head.fault(); }
    bool betweenFrames() const { return m_remaining == 0 && !m_head.started(); }

private:
    HeaderReader m_head;
    std::uint64_t m_remaining = 0;
};

inline bool FrameParser::takeMessage(std::span<char> &bytes, char *&end, WholeMessage &message)
{
    FrameHeader header;
    const std::size_t head = betweenFrames() ? decodeUsualHeader({bytes.data(), bytes.size()}, header) : 0;
    const auto length = static_cast<std::size_t>(header.length);
    if (head == 0 || bytes.size() - head < length)
        return false;
    message = {.opcode = header.opcode, .payload = {end + serverHeaderSize(length), length}};
    message.isAscii = unmaskTo(message.payload.data(), bytes.subspan(head, length), header.key);
    end += serverHeaderSize(length) + length;
    bytes = bytes.subspan(head + length);
    return true;
}

} // namespace porthole::protocol
