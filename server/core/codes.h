// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

// The numbers and names that the wire, the API, the log and the dashboard share. Free of Qt.
namespace porthole {

/// RFC 6455 5.2 and 11.8.
enum class Opcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

constexpr bool isControl(Opcode opcode) { return (static_cast<std::uint8_t>(opcode) & 0x8) != 0; }

/// RFC 6455 7.4.1 and the IANA registry; 3000-3999 are Porthole's own (the numbers of Centrifugo's contract).
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    NoStatus = 1005, ///< never on the wire: a close frame without a code
    Abnormal = 1006, ///< never on the wire: no close frame at all
    InvalidPayload = 1007,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    MandatoryExtension = 1010,
    InternalError = 1011,
    ServiceRestart = 1012,
    TryAgainLater = 1013,
    BadGateway = 1014,
    TlsHandshake = 1015, ///< never on the wire
    SlowConsumer = 3008,
    NoPong = 3012,
};

/// Whether an endpoint may put this code into a close frame: 1000-1003, 1007-1014, 3000-4999 (RFC 6455 7.4.2).
constexpr bool isSendable(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

/// The longest reason that fits a control frame beside its code, in bytes of UTF-8 (RFC 6455 5.5).
inline constexpr std::size_t maxCloseReason = 123;

/// How far a connection is with being a WebSocket, by OpenSwoole's numbers.
enum class WebSocketStatus : std::uint8_t {
    None = 0,       ///< nothing was asked for, or plain HTTP
    Connection = 1, ///< its handshake has come
    Handshake = 2,  ///< onHandshake decides about it
    Active = 3,
    Closing = 4, ///< a close frame was sent, or it has ended
};

/// Who ended a connection.
enum class Initiator : std::uint8_t { Client, Server, Network };

/// Why a connection ended: a closed list, with the same names in API, log, dashboard and metrics.
enum class Cause : std::uint8_t {
    PeerClose,   ///< the peer sent a close frame
    ServerClose, ///< disconnect() from a handler
    Kicked,      ///< an operator closed it
    Aborted,     ///< close(): cut without a close frame
    Shutdown,    ///< the server stops
    ProtocolError,
    BadUtf8,
    TooBig,
    StalledFrame,
    SlowConsumer,
    NoPong,
    Idle,
    HandshakeTimeout,
    BadHandshake,
    NotAnUpgrade, ///< a plain HTTP request
    Rejected,     ///< its handshake was refused: by the handler, or for its origin
    Limit,
    TooManyClients,    ///< maxClients
    TooManyOfAddress,  ///< maxClientsPerAddress
    TooManyHandshakes, ///< maxHandshakesPerSecond
    TlsHandshake,      ///< the TLS handshake failed
    QueuesFull,        ///< queueTotalMaxBytes
    HandlerError,
    Reset,       ///< TCP reset
    EndOfStream, ///< TCP ended without a close frame
};
inline constexpr std::size_t causeCount = std::size_t(Cause::EndOfStream) + 1;

constexpr std::string_view name(Cause cause)
{
    switch (cause) {
    case Cause::PeerClose: return "peer close";
    case Cause::ServerClose: return "server close";
    case Cause::Kicked: return "kicked by operator";
    case Cause::Aborted: return "aborted";
    case Cause::Shutdown: return "shutdown";
    case Cause::ProtocolError: return "protocol error";
    case Cause::BadUtf8: return "bad UTF-8";
    case Cause::TooBig: return "too big";
    case Cause::StalledFrame: return "stalled frame";
    case Cause::SlowConsumer: return "slow consumer";
    case Cause::NoPong: return "no pong";
    case Cause::Idle: return "idle";
    case Cause::HandshakeTimeout: return "handshake timeout";
    case Cause::BadHandshake: return "bad handshake";
    case Cause::NotAnUpgrade: return "not an upgrade";
    case Cause::Rejected: return "rejected";
    case Cause::Limit: return "limit";
    case Cause::TooManyClients: return "too many clients";
    case Cause::TooManyOfAddress: return "too many clients of an address";
    case Cause::TooManyHandshakes: return "too many handshakes";
    case Cause::TlsHandshake: return "TLS handshake";
    case Cause::QueuesFull: return "queues full";
    case Cause::HandlerError: return "handler error";
    case Cause::Reset: return "reset";
    case Cause::EndOfStream: return "end of stream";
    }
    return "unknown";
}

constexpr std::string_view name(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation: return "continuation";
    case Opcode::Text: return "text";
    case Opcode::Binary: return "binary";
    case Opcode::Close: return "close";
    case Opcode::Ping: return "ping";
    case Opcode::Pong: return "pong";
    }
    return "unknown";
}

constexpr std::string_view name(WebSocketStatus status)
{
    switch (status) {
    case WebSocketStatus::None: return "none";
    case WebSocketStatus::Connection: return "connection";
    case WebSocketStatus::Handshake: return "handshake";
    case WebSocketStatus::Active: return "active";
    case WebSocketStatus::Closing: return "closing";
    }
    return "unknown";
}

constexpr std::string_view name(Initiator initiator)
{
    switch (initiator) {
    case Initiator::Client: return "client";
    case Initiator::Server: return "server";
    case Initiator::Network: return "network";
    }
    return "unknown";
}

} // namespace porthole
