// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/frame.h"

namespace porthole::protocol {

/// What a FrameScanner saw. Payloads are unmasked, at most 125 bytes, and gone when the function returns.
class FrameObserver
{
public:
    virtual ~FrameObserver() = default;
    virtual void sawClose(std::string_view payload) = 0; ///< judge it with parseClose()
    virtual void sawPing(std::string_view payload) = 0;
    virtual void sawPong(std::string_view payload) = 0;
    virtual void sawFault(HeaderFault fault) = 0; ///< the last call of a scanner
    virtual void sawBytesAfterClose() = 0;        ///< once; the last call of a scanner
};

/// Watches a client's frames beside an implementation that hides them: reports control frames and bad heads, keeps no
/// payload of messages. Bytes may come in any pieces. After a fault or a close frame the rest is not looked at.
/// It knows heads only: whether continuations follow a start is not its business.
/// Threads: a value. Lifetime: the observer outlives the scanner. Memory is constant. Errors: see FrameObserver.
class FrameScanner final
{
public:
    explicit FrameScanner(FrameObserver &observer) : m_observer(&observer) { }

    void feed(std::string_view bytes);

    /// How many coming bytes are surely payload of a data frame: they may be given to skip() instead of feed().
    std::uint64_t payloadRemaining() const { return m_state == State::Data ? m_remaining : 0; }
    /// Jumps over at most payloadRemaining() bytes.
    void skip(std::uint64_t bytes);

    std::uint64_t frames() const { return m_frames; } ///< whose heads were read

    /// A close frame was seen, or a fault: nothing more will be reported but bytes after the close frame.
    bool finished() const { return m_state == State::Closed || m_state == State::Deaf; }

private:
    enum class State : std::uint8_t { Head, Data, Control, Closed, Deaf };

    std::size_t readHead(std::string_view bytes);
    std::size_t readControl(std::string_view bytes);
    void endControl();

    FrameObserver *m_observer;
    HeaderReader m_head;
    std::uint64_t m_remaining = 0;
    std::uint64_t m_frames = 0;
    std::array<char, maxControlPayload> m_control{};
    std::uint8_t m_kept = 0;
    State m_state = State::Head;
};

} // namespace porthole::protocol
