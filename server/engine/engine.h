// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"
#include "server/core/http.h"
#include "server/core/message.h"
#include "server/core/settings.h"
#include "server/core/types.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

// What a worker asks of whatever speaks WebSocket for it, and what it is told. One engine a worker.
namespace porthole {

/// A message as the bytes of its frame (RFC 6455 5.2), made once for all who receive it.
/// Threads: a value, implicitly shared.
struct EncodedMessage
{
    Opcode opcode = Opcode::Text;
    QByteArray frame;
    QByteArray payload;
    bool isLast = true; ///< false: a fragment, and others follow (RFC 6455 5.4)

    static EncodedMessage of(const Message &message);
};

/// Whole messages for the same receivers, one behind the other.
/// Threads: a value.
struct EncodedBatch
{
    std::vector<EncodedMessage> messages;
    QByteArray frames;       ///< of all
    qint64 payloadBytes = 0; ///< of all
    qint64 longest = 0;      ///< payload

    bool isEmpty() const { return messages.empty(); }
    void add(const EncodedMessage &message);
};

/// The other end of a connection.
struct Peer
{
    QHostAddress address; ///< null on a Unix socket
    quint16 port = 0;
    QString local; ///< on a Unix socket: its path, and the user and process at the other end

    QString text() const; ///< 127.0.0.1:4000, [::1]:4000, or unix:/path uid 0 pid 1
};

/// What went over the wire, beneath TLS.
struct Traffic
{
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    quint64 bytesIn = 0; ///< those of HTTP included
    quint64 bytesOut = 0;
};

class TlsContext;

/// What holds for the connections of one listener.
/// Threads: the worker's, which changes the settings in place when they are reloaded. Lifetime: the worker's.
struct Endpoint
{
    QString name; ///< of the listener
    Settings settings;
    std::shared_ptr<const TlsContext> tls = {};  ///< nullptr: not encrypted
    std::shared_ptr<const Request> unasked = {}; ///< the worker's: what clients share until they ask for something
};

/// A connection that was accepted and is nobody's yet.
struct Accepted
{
    qintptr descriptor = -1;
    Peer peer;
    int listener = 0;             ///< its index
    std::optional<Cause> refusal; ///< the limit that keeps it out: to be told, and no client
};

/// What an engine tells about one connection, in this order: requested as often as it likes, handshaking once or never,
/// opened when that was accepted, received, ended once.
/// Threads: called on the worker's thread, from its event loop, never from within a call into the connection.
class ConnectionEvents
{
public:
    /// A valid opening handshake (RFC 6455 4.2.1), without its ClientId and its peer. To be answered with accept() or
    /// refuse() within handshakeTimeout, at once or later; its subprotocol is what accept() takes when told nothing.
    virtual void handshaking(Request &&request) = 0;
    /// A whole request that does not upgrade. To be answered with respond() or refuse() within handshakeTimeout, at
    /// once or later; the next one comes after that.
    virtual void requested(HttpRequest &&request) = 0;
    /// The handshake that was accepted is done and the 101 written; with the subprotocol that was agreed on.
    virtual void opened(const QString &subprotocol) = 0;
    virtual void received(Opcode opcode, QByteArrayView payload) = 0; ///< the bytes are gone on return
    /// A ping, which is answered already, a pong, asked for or not, or the close frame that begins the closing
    /// handshake (RFC 6455 5.5).
    virtual void controlled(Opcode opcode, QByteArrayView payload) = 0;
    virtual void queueMoved() = 0;                ///< some of what was queued is with the kernel now
    virtual void ended(const Closed &closed) = 0; ///< without its ClientId; the connection is no more

protected:
    ~ConnectionEvents() = default;
};

/// One connection, from its first byte to its last.
/// Threads: the worker's. Lifetime: the engine's, until ended() returns. Errors: the result of each call; what comes
/// later comes as ended().
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection() = default;

    /// Writes the 101; opened() follows from the event loop. Ignored when no handshake waits for it, as are the other
    /// answers. check(Upgrade) says what can be written; anything else is a 500.
    virtual void accept(const Upgrade &upgrade) = 0;
    virtual void respond(const HttpReply &reply) = 0;
    /// Answers and closes, at any time before accept(), a request come or not; the cause is what ended() is told.
    virtual void refuse(const HttpReply &reply, Cause cause) = 0;

    virtual PushResult send(Opcode opcode, QByteArrayView payload) = 0;
    virtual PushResult send(const EncodedMessage &message) = 0;
    /// The messages at the front of the batch that can go with one system call, the last of them perhaps in part, the
    /// rest of it queued. Returns how many; the others are to be sent one by one.
    virtual std::size_t send(const EncodedBatch &batch) = 0;
    /// Sends a close frame (RFC 6455 7.1.2) and waits closeTimeout for the peer's; before the handshake is done it
    /// cuts, behind the answer to a request that is being answered. The code is one that may be sent, the reason fits.
    /// False when the connection is closing already.
    virtual bool disconnect(quint16 code, const QString &reason, Cause cause) = 0;
    /// Cuts without a close frame, with a TCP reset.
    virtual void abort(Cause cause) = 0;
    /// Sends a ping of at most 125 bytes (RFC 6455 5.5.2).
    virtual void ping(QByteArrayView payload) = 0;
    /// Takes nothing more from the kernel until resumeReading(). What it holds already still comes, and the peer's end
    /// comes only behind what was not read, but for a reset.
    virtual void pauseReading() = 0;
    virtual void resumeReading() = 0;
    /// Forgets what is queued but for a frame of which a part is with the kernel.
    virtual void dropQueued() = 0;
    virtual QByteArray certificate() const = 0; ///< the peer's, in PEM; empty when it showed none
    virtual qint64 queuedBytes() const = 0;     ///< accepted but not yet with the kernel
    /// From opened() on: what messages are compressed with, for a person; empty when they are not.
    virtual QString compression() const { return {}; }

protected:
    ~Connection() = default;
};

/// Threads: made, used and destroyed on one worker's thread. Lifetime: cuts what is left of its connections, silently.
class Engine
{
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine() = default;
    virtual ~Engine() = default;

    /// Takes over an accepted socket. When it is seen at once to be dead, closes it and returns nullptr.
    virtual Connection *adopt(const Accepted &accepted, const Endpoint &endpoint, ConnectionEvents &events) = 0;
    virtual Traffic traffic() const = 0; ///< of all its connections so far
    /// From true to false what is pushed may be gathered, to be written with fewer system calls. Pairs nest; an event
    /// loop in between that waits does not wait for the end.
    virtual void gather(bool on) = 0;
    virtual bool gathers() const = 0;
    /// To be called once, at the end of this gathering, before anything is written.
    virtual void whenGathered(std::function<void()> work) = 0;
    /// When bytes were last read, on coarseNow(): one look at the clock for all messages of a read.
    Clock::time_point readAt() const { return m_readAt; }

protected:
    void reads() { m_readAt = coarseNow(); }

private:
    Clock::time_point m_readAt = coarseNow();
};

} // namespace porthole
