// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

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

    virtual ~Transport() = default;

    /// Takes as much of at most maxPieces as it can now, in order, and says how much; none when the connection is
    /// broken.
    virtual qint64 write(Pieces pieces) = 0;
    /// The same, and finish() follows at once if it is all taken: both may go in one packet.
    virtual qint64 writeLast(QByteArrayView bytes) { return write({&bytes, 1}); }
    qint64 unsent() const { return m_keepsBytes ? kept() : 0; } ///< taken but not yet with the kernel
    void tellMoved(bool on) { change(m_tellsMoved, on); }       ///< off at first
    void setReading(bool on) { change(m_reads, on); } ///< on at first; while it is off nothing arrives, nothing is lost
    virtual void finish() = 0;                        ///< sends FIN behind what was taken; reading goes on
    virtual void close() = 0;                         ///< nothing is told after it
    virtual void reset() = 0;                         ///< the same, dropping what is unsent and sending RST
    virtual int error() const { return 0; }           ///< errno of what broke it; 0 while it is whole or ended in order
    virtual QByteArray certificate() const { return {}; } ///< the peer's, in PEM; empty when it showed none

protected:
    /// Whether there can be bytes that were taken and are not with the kernel.
    explicit Transport(bool keepsBytes) : m_keepsBytes(keepsBytes) { }

    virtual qint64 kept() const { return 0; } ///< how many
    virtual void switched() = 0;              ///< reads() or tellsMoved() is not what it was
    bool reads() const { return m_reads; }
    bool tellsMoved() const { return m_tellsMoved; }

private:
    void change(bool &what, bool on)
    {
        if (std::exchange(what, on) != on)
            switched();
    }

    const bool m_keepsBytes;
    bool m_reads = true;
    bool m_tellsMoved = false;
};

} // namespace porthole
