// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/closing.h"
#include "server/protocol/frameparser.h"
#include "server/protocol/sessioncontext.h"
#include "server/protocol/utf8.h"
#include "server/protocol/violations.h"

namespace porthole::protocol {

/// Joins the pieces of data frames to messages: order of fragments (RFC 6455 5.4), length, UTF-8 (5.6, 8.1) and
/// inflating (RFC 7692 7.2.2). A message that comes in one piece and is not compressed is borrowed, not copied.
/// Threads: one. Lifetime: not longer than its context. Errors: a function that returns a violation has found one; it
/// is static, the connection is to be closed with it, and the assembler takes no more pieces.
class Assembler final
{
public:
    Assembler(SessionContext &context, const DeflateParameters &parameters);
    ~Assembler();
    Assembler(const Assembler &) = delete;
    Assembler &operator=(const Assembler &) = delete;

    /// Adds an unmasked piece of a data frame with this head. Nothing is returned when all is well.
    const Violation *add(const FrameHeader &header, const FramePiece &piece);
    /// Whether it may be told as it is: a message that no other is around, and that is not compressed.
    const Violation *check(const WholeMessage &message) const
    {
        if (m_open)
            return &noEnd;
        if (message.payload.size() > m_context->messageMaxBytes)
            return &tooBig;
        return isText(message.opcode, message.payload, message.isAscii) ? nullptr : &notUtf8;
    }
    /// The message is whole: see message(). Then release() before the next piece.
    bool complete() const { return m_complete; }
    bool open() const { return m_open; } ///< a message has begun
    Opcode opcode() const { return m_opcode; }
    /// Valid until release(), and not longer than the bytes of the last piece.
    std::string_view message() const { return m_message; }
    /// Forgets the message and gives its memory back.
    void release()
    {
        m_open = false;
        m_complete = false;
        m_message = {};
        if (!m_buffer.isNull() || m_inflater)
            releaseMemory();
    }

    /// Where coming payload of a frame that is not compressed belongs: read up to so many of the remaining bytes there,
    /// unmask them, then call addInPlace(). Empty when the payload must be given to add().
    std::span<char> space(std::uint64_t remaining);
    const Violation *addInPlace(const FrameHeader &header, const FramePiece &piece);

private:
    const Violation *begin(const FrameHeader &header);
    /// Text is UTF-8; all else may be anything.
    static bool isText(Opcode opcode, std::span<const char> payload, bool isAscii)
    {
        return opcode != Opcode::Text || isAscii || isValidUtf8({payload.data(), payload.size()});
    }
    const Violation *borrow(const FramePiece &piece);
    void releaseMemory();
    const Violation *inflate(std::string_view compressed);
    const Violation *finish();
    const Violation *check(std::string_view added, bool isAscii);
    void makeRoom(std::size_t wanted, std::size_t most);

    SessionContext *m_context;
    std::unique_ptr<Inflater> m_inflater;
    Buffer m_buffer;
    std::string_view m_message;
    std::size_t m_announced = 0; // size of the message up to the end of the frame being read
    Utf8Validator m_text;
    DeflateParameters m_parameters;
    Opcode m_opcode = Opcode::Continuation;
    bool m_compressed = false;
    bool m_open = false;
    bool m_complete = false;
};

} // namespace porthole::protocol
