// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/cork.h"
#include "server/engine/engine.h"
#include "server/engine/httpstage.h"
#include "server/engine/outbox.h"
#include "server/engine/transport.h"

#include <string>

namespace porthole {

class StreamEngine;

/// What the connections of all engines have in common: HTTP until the upgrade, the queue of what could not be sent yet,
/// the closing of the TCP connection, and the order in which its events are told. Speaking WebSocket is left to the
/// engine.
/// Whatever is pushed while bytes of the peer are being taken is gathered, and written with one system call.
/// Threads: the worker's. Lifetime: the engine's; see StreamEngine::forget(). Errors: see Connection.
class StreamConnection : public Connection, private TransportEvents, private HttpStage::Host, private Limited
{
public:
    StreamConnection(StreamEngine &engine, const Endpoint &endpoint, ConnectionEvents &events);
    virtual ~StreamConnection();

    void open(std::unique_ptr<Transport> transport);
    TransportEvents &transportEvents() { return *this; }
    /// Tells what has to be told; called from the event loop.
    [[gnu::hot]] void turn();
    /// Writes the replies that were gathered.
    [[gnu::hot]] void uncork();
    /// Writes what was gathered of others' doing, see StreamEngine::gather().
    void writeGathered();

    void accept(const Upgrade &upgrade) final;
    void respond(const HttpReply &reply) final;
    void refuse(const HttpReply &reply, Cause cause) final;
    PushResult send(Opcode opcode, QByteArrayView payload) override;
    PushResult send(const EncodedMessage &message) override;
    std::size_t send(const EncodedBatch &batch) override;
    bool disconnect(quint16 code, const QString &reason, Cause cause) final;
    void abort(Cause cause) final;
    void ping(QByteArrayView payload) final;
    void pauseReading() final;
    void resumeReading() final;
    void dropQueued() final;
    QByteArray certificate() const final { return m_transport ? m_transport->certificate() : QByteArray(); }
    qint64 queuedBytes() const final { return m_outbox.bytes() + (m_transport ? m_transport->unsent() : 0); }

protected:
    /// What the opening handshake agreed on.
    struct Agreement
    {
        QByteArray key;
        std::optional<protocol::DeflateParameters> deflate;
    };

    /// The handshake is accepted: calls opened() when it can speak WebSocket, at once or later. The 101 is written
    /// then.
    virtual void begin(const Agreement &agreement) = 0;
    /// Bytes of the peer, once open. What is to be answered is appended to `out`.
    virtual void take(std::span<char> bytes, std::string &out) = 0;
    /// Appends our close frame (RFC 6455 7.1.2); after it the peer's is awaited.
    virtual void close(quint16 code, std::string_view reason, std::string &out) = 0;
    /// The peer is not read from here on, or is again.
    virtual void paused(bool on) { Q_UNUSED(on) }
    /// Nothing that the peer sends matters any more.
    virtual void ignorePeer() = 0;
    /// Messages that were to be sent have been dropped.
    virtual void dropped() { }

    /// Where bytes of the peer had best be read to, if anywhere; then takeInPlace() instead of take().
    std::span<char> place() override { return {}; }
    virtual void takeInPlace(std::span<char> front, std::string &out);

    // What the engine's way of speaking WebSocket tells.
    void opened();
    void received(Opcode opcode, QByteArrayView payload)
    {
        if (m_state != State::Open)
            return;
        if (m_cork)
            m_cork->offer(payload);
        m_events.received(opcode, payload);
    }
    void controlled(Opcode opcode, QByteArrayView payload);
    void peerClosed(quint16 code, const QString &reason);   ///< its close frame came; ours is written
    void peerFailed(CloseCode code, const QString &reason); ///< it broke a rule; our close frame is written

    bool isOpen() const { return m_state == State::Open; }
    bool isClosing() const { return m_state == State::Closing; }
    bool isPaused() const { return m_paused; }
    bool isBusy() const { return m_busy; }
    const Settings &settings() const { return m_settings; }
    StreamEngine &engine() { return m_engine; }
    /// Bytes that are frames already, in order behind all that was sent before.
    [[gnu::hot]] void writeFrames(Transport::Pieces frames);
    void writeFrames(QByteArrayView frames) { writeFrames(Transport::Pieces(&frames, 1)); }
    /// A frame under the rules of the queue, in two parts, or in one that many share.
    [[gnu::hot]] PushResult transmit(QByteArrayView head, QByteArrayView payload, const QByteArray *shared);
    /// What is about to be sent is of that size: when it may not be gathered with what is, that is written first.
    void makeWay(qint64 size);
    /// Runs with the replies to what came gathered; source is where payloads may be written from.
    template<typename Work>
    void corked(std::span<char> source, Work work);

private:
    friend class StreamEngine;

    enum class State : quint8 {
        Http,      ///< requests and answers
        Upgrading, ///< the engine gets ready to speak WebSocket
        Open,
        Closing,   ///< our close frame is sent, the peer's is awaited
        Finishing, ///< the last bytes are on their way; then FIN, then the peer's
        Ended,
    };

    /// What is known from the answer to the handshake until its handlers have heard of it.
    struct Opening
    {
        QString subprotocol;
        QByteArray answer; ///< the 101, until it can speak WebSocket
        QByteArray rest;   ///< what came behind the opening handshake
        bool isTold = false;
    };

    [[gnu::hot]] bool wants() override;
    [[gnu::hot]] void arrived(std::span<char> bytes) override;
    void arrivedInPlace(std::span<char> front) override;
    void moved() override;
    void lost(Cause how) override;
    void unsecured(const QString &reason) override;
    void hungUp() override;
    void timedOut() override;
    void writeHttp(const QByteArray &bytes) override;
    qint64 unwritten() const override { return queuedBytes(); }
    void httpAsks() override;
    void httpFinished() override;
    void httpFailed() override;

    void soon();
    bool wantsAround();
    void takeSteps();
    bool step();
    bool giveUp();
    void ask();
    void adjust();
    void conclude();
    void finish();
    void finishWhenDrained();
    void cut();
    void end();
    void limit(std::chrono::milliseconds time);
    qint64 writeNow(Transport::Pieces pieces);
    qint64 writeLast(QByteArrayView bytes);
    PushResult reply(QByteArrayView head, QByteArrayView payload);
    PushResult transmitAlone(QByteArrayView head, QByteArrayView payload, const QByteArray *shared);
    void writePieces();
    bool makeRoom(qint64 size);
    bool gather(QByteArrayView head, QByteArrayView payload, const QByteArray *shared);
    void flush();
    void writeUrgent(QByteArray frame);

    StreamEngine &m_engine;
    const Settings &m_settings;
    ConnectionEvents &m_events;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<HttpStage> m_http; ///< until it is a WebSocket
    std::unique_ptr<Opening> m_opening;
    Outbox m_outbox;
    Cork *m_cork = nullptr; ///< where replies are gathered now
    quint32 m_index = 0;    ///< among the engine's
    State m_state = State::Http;
    bool m_paused = false; ///< nothing is to be read
    bool m_busy = false;   ///< a handler may be running, perhaps with an event loop in it
    bool m_awaitsTurn = false;
    bool m_turnFollows = false; ///< at the end of what is going on
    bool m_told = false;
    bool m_forgotten = false;
    bool m_finSent = false;
    bool m_gathered = false; ///< what is in the outbox has not been offered to the transport
    bool m_hungUp = false;   ///< the peer reset the connection while nothing was read
    Closed m_closed;
};

} // namespace porthole
