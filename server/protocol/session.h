// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/assembler.h"

#include <optional>

namespace porthole::protocol {

/// What a session tells. Payloads are gone when the function returns. The functions may call the session's own, but not
/// receive() nor its end.
class SessionEvents
{
public:
    virtual ~SessionEvents() = default;
    virtual void message(Opcode opcode, std::string_view payload) = 0; ///< text is valid UTF-8
    virtual void ping(std::string_view payload) = 0;                   ///< it has been answered
    virtual void pong(std::string_view payload) = 0;
    /// The peer's close frame, 1005 when it has no code. Ours has been sent, before or just now.
    virtual void closed(std::uint16_t code, std::string_view reason) = 0;
    /// The peer broke a rule. A close frame that says so has been written, unless ours was sent before.
    virtual void failed(const Violation &violation) = 0;
};

/// The server's end of one connection once the handshake is done: RFC 6455 5 to 7, RFC 7692. Bytes in, events and bytes
/// out; bytes out are appended to the caller's buffer.
/// Strict: the first byte that breaks a rule closes with one close frame that says why, and nothing after it is looked
/// at. Nor is what follows the peer's close frame. The same bytes give the same events however they are cut.
/// Threads: one. Lifetime: not longer than its context; memory only while a message is incomplete, and for contexts
/// that are taken over. Errors: the peer's go to SessionEvents::failed(); std::bad_alloc.
class Session final
{
public:
    enum class Phase : std::uint8_t {
        Open,
        Closing, ///< our close frame was sent; messages are dropped, the peer's close frame is awaited
        Closed,  ///< both close frames were written; the peer's bytes are ignored
        Failed,  ///< the peer broke a rule, or ignore() was called; the peer's bytes are ignored
    };

    explicit Session(SessionContext &context, const std::optional<DeflateParameters> &deflate = {});

    /// Takes what the peer sent; the bytes are changed. A message that is whole and not compressed is told where they
    /// lie, and behind room for the head of its echo: what lies there, in front of the payload, is not looked at any
    /// more. The echoes of such messages in a row would lie in a row.
    void receive(std::span<char> bytes, std::string &out, SessionEvents &events);

    /// While a long message is coming: where the next of the peer's bytes belong. Read them there and call receivedAt()
    /// to spare a copy, or read elsewhere and call receive(). Empty when there is no such place. Holds until the next
    /// call.
    std::span<char> space();
    /// That many bytes were read to the front of space().
    void receivedAt(std::span<char> front, std::string &out, SessionEvents &events);

    /// Whether a message may be lost before it is on its way. What comes after one that may must not refer to it.
    enum class Fate : std::uint8_t { Sure, MayBeDropped };

    /// False when the session is not open; nothing is written then. Text must be valid UTF-8.
    bool send(Opcode opcode, std::string_view payload, std::string &out, Fate fate = Fate::Sure);
    /// The head of a message that is not compressed; its payload is the caller's to write after it, without a copy
    /// here. False when the session is not open or send() would compress that much.
    bool sendHead(Opcode opcode, std::uint64_t size, std::string &out);
    /// A ping or pong of at most 125 bytes; what is longer is cut.
    bool sendControl(Opcode opcode, std::string_view payload, std::string &out);
    /// Begins the closing handshake (RFC 6455 7.1.2). A code that may not be sent writes none (see closePayload()).
    bool close(std::uint16_t code, std::string_view reason, std::string &out);
    /// Ignores the peer from here on, without a word.
    void ignore() { m_phase = Phase::Failed; }

    Phase phase() const { return m_phase; }
    bool isOpen() const { return m_phase == Phase::Open; }
    /// The peer has begun a frame or message that is not whole yet.
    bool awaitsRest() const { return listens() && (!m_parser.betweenFrames() || m_assembler.open()); }
    bool compresses() const { return m_deflates; }
    bool compresses(std::uint64_t size) const { return m_deflates && size >= m_context->deflate.settings().minSize; }
    /// Our messages refer to earlier ones; when not, or when one may be dropped, encodeCompressed() makes it too.
    bool keepsContext() const { return m_keepsContext; }
    bool hasContext() const { return m_deflater != nullptr; }
    int windowBits() const { return m_windowBits; } ///< what we compress with
    /// Forgets all that our next message could refer to, and gives back its memory. To be called when a message that
    /// was made for sure is dropped all the same, or encodeCompressed() made one.
    void forgetContext() { m_deflater.reset(); }

private:
    bool listens() const { return m_phase == Phase::Open || m_phase == Phase::Closing; }
    void takeMessage(const WholeMessage &message, std::string &out, SessionEvents &events);
    void takePiece(const FramePiece &piece, std::string &out, SessionEvents &events);
    void takeControl(const FramePiece &piece, std::string &out, SessionEvents &events);
    void control(Opcode opcode, std::string_view payload, std::string &out, SessionEvents &events);
    void answer(Opcode opcode, std::string_view payload, std::string &out);
    void peerClosed(std::string_view payload, std::string &out, SessionEvents &events);
    void assembled(const Violation *violation, std::string &out, SessionEvents &events);
    void fail(const Violation &violation, std::string &out, SessionEvents &events);
    void sendCompressed(Opcode opcode, std::string_view payload, std::string &out, Fate fate);

    SessionContext *m_context;
    std::unique_ptr<Deflater> m_deflater; // only with a context that is taken over
    FrameParser m_parser;
    Assembler m_assembler;
    std::string m_control; // what has come of the payload of a control frame in pieces
    Phase m_phase = Phase::Open;
    bool m_deflates;
    bool m_keepsContext;
    std::uint8_t m_windowBits;
};

/// A compressed frame for all sessions with this window that keep no context of ours or have just forgotten it: a
/// broadcast is compressed once. Not compressed when that would make it longer or it is shorter than
/// DeflateSettings::minSize.
std::string encodeCompressed(SessionContext &context, Opcode opcode, std::string_view payload, int windowBits);

} // namespace porthole::protocol
