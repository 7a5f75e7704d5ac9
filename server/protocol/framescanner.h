// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/closing.h"
#include "server/protocol/frame.h"
#include "server/protocol/utf8.h"

#include <limits>
#include <span>

namespace porthole::protocol {

/// What a FrameScanner saw. Payloads are unmasked, at most 125 bytes, and gone when the function returns.
class FrameObserver
{
public:
    virtual ~FrameObserver() = default;
    virtual void sawMessage(Opcode opcode) = 0; ///< its last byte; Text or Binary, as it was sent
    virtual void sawPing(std::string_view payload) = 0;
    virtual void sawClose(std::string_view payload) = 0;   ///< judge it with parseClose(); the last call of a scanner
    virtual void sawFault(const Violation &violation) = 0; ///< the last call of a scanner
};

/// Judges a client's frames ahead of an implementation that hides them, or lets bad ones pass: heads, the order of
/// fragments, the size of messages and UTF-8 (RFC 6455 5, 8.1), at the first bad byte. Bytes may come in any pieces.
/// Text is handed on as binary, so that who comes behind has nothing to decode; sawMessage() tells what it was.
/// Threads: a value. Lifetime: the observer outlives the scanner. Memory is constant. Errors: see FrameObserver.
class FrameScanner final
{
public:
    explicit FrameScanner(FrameObserver &observer) : m_observer(&observer) { }

    /// Returns how many bytes at the front are to be handed on. That is all of them, until a close frame or a fault:
    /// then it is what came before that frame, and nothing from then on.
    std::size_t feed(std::span<char> bytes);

    /// For messages whose heads are read from then on; without it there is no limit.
    void setMessageMaxBytes(std::uint64_t most) { m_messageMaxBytes = most; }

    std::uint64_t frames() const { return m_frames; } ///< whose heads were read

    bool finished() const { return m_state == State::Deaf; } ///< a close frame was seen, or a fault

private:
    enum class State : std::uint8_t { Head, Data, Control, Deaf };

    std::size_t readHead(std::span<char> bytes);
    std::size_t readData(std::span<char> bytes);
    std::size_t readControl(std::span<char> bytes);
    void beginData(const FrameHeader &header);
    void endData();
    void endControl();
    bool checkText(std::span<const char> bytes);
    void fail(const Violation &violation);

    FrameObserver *m_observer;
    HeaderReader m_head;
    Utf8Validator m_text;
    std::uint64_t m_remaining = 0; ///< of the payload of this frame
    std::uint64_t m_passed = 0;    ///< of the payload of this frame
    std::uint64_t m_frames = 0;
    std::uint64_t m_announced = 0; ///< of the message, by the heads of its frames
    std::uint64_t m_messageMaxBytes = std::numeric_limits<std::uint64_t>::max();
    std::array<char, maxControlPayload> m_control{};
    Opcode m_message = Opcode::Continuation; ///< that is not whole; Continuation between messages
    Opcode m_first = Opcode::Continuation;   ///< what the head being read begins with, before it is rewritten
    State m_state = State::Head;
};

} // namespace porthole::protocol
