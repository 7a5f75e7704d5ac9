// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <numeric>
#include <span>

// The bytes of one connection, in and out, beneath HTTP and WebSocket.
namespace porthole {

/// What a transport tells. Threads: the worker's, from its event loop, never from within a call into the transport.
/// Each may close the transport; none may delete it.
class TransportEvents
{
public:
    /// Whether bytes may arrive now; when not, reading is off until it is turned on again.
    virtual bool wants() = 0;
    /// The bytes are the receiver's to change and gone when it returns.
    virtual void arrived(std::span<char> bytes) = 0;
    /// Where the next bytes had best be read to; empty when anywhere will do. What is read there is told with
    /// arrivedInPlace() instead.
    virtual std::span<char> place() = 0;
    virtual void arrivedInPlace(std::span<char> front) = 0;
    virtual void moved() = 0;         ///< after tellMoved(): there is room for more, or all is with the kernel
    virtual void lost(Cause how) = 0; ///< EndOfStream or Reset; the last thing that arrived
    virtual void unsecured(const QString &reason) = 0; ///< instead of lost(): the TLS handshake failed
    virtual void hungUp() = 0;                         ///< the connection broke while reading is off; told once

protected:
    ~TransportEvents() = default;
};

/// A connected socket of a worker.
/// Threads: the worker's. Lifetime: its connection's; deleting it closes the socket. Errors: come as lost(), once.
class Transport
{
    Q_DISABLE_COPY_MOVE(Transport)

public:
    using Pieces = std::span<const QByteArrayView>;
    static constexpr std::size_t maxPieces = 64; ///< in one write
    using PieceArray = std::array<QByteArrayView, maxPieces>;
    static qint64 sizeOf(Pieces pieces)
    {
        return std::accumulate(pieces.begin(), pieces.end(), qint64(0),
                               [](qint64 sum, QByteArrayView piece) { return sum + piece.size(); });
    }

    Transport() = default;
    virtual ~Transport() = default;

    /// Takes as much of at most maxPieces as it can now, in order, and says how much; none when the connection is
    /// broken.
    virtual qint64 write(Pieces pieces) = 0;
    /// The same, and finish() follows at once if it is all taken: both may go in one packet.
    virtual qint64 writeLast(QByteArrayView bytes) { return write({&bytes, 1}); }
    virtual qint64 unsent() const = 0;      ///< taken but not yet with the kernel
    virtual void tellMoved(bool on) = 0;    ///< off at first
    virtual void setReading(bool on) = 0;   ///< on at first; while it is off nothing arrives and nothing is lost
    virtual void finish() = 0;              ///< sends FIN behind what was taken; reading goes on
    virtual void close() = 0;               ///< nothing is told after it
    virtual void reset() = 0;               ///< the same, dropping what is unsent and sending RST
    virtual int error() const { return 0; } ///< errno of what broke it; 0 while it is whole or ended in order
    virtual QByteArray certificate() const { return {}; } ///< the peer's, in PEM; empty when it showed none
};

} // namespace porthole
