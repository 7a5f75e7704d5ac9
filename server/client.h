// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"
#include "server/core/tokenbucket.h"
#include "server/directory.h"
#include "server/engine/engine.h"
#include "server/monitor/monitor.h"
#include "server/wait.h"

#include <deque>
#include <optional>
#include <vector>

namespace porthole {

class Worker;
struct Answer;
struct Decision;
struct UserTimer;

/// One connection as its worker sees it: what is known and counted of it, and the order of its events. Events that come
/// while a handler of this client runs (it may spin an event loop) or waits (it may be a coroutine) wait until it has
/// returned; with more than inboxMaxBytes of them the connection is not read.
/// Threads: the worker's. Lifetime: from adopt to the return of its last event. Errors: see Worker.
class Client final : public ConnectionEvents
{
    Q_DISABLE_COPY_MOVE(Client)

public:
    /// With a refusal it is told why it may not come in, whatever it asks for.
    Client(Worker &worker, const Endpoint &endpoint, ClientId id, const Accepted &accepted);
    ~Client() = default;

    ClientId id() const { return m_id; }
    bool isEstablished() const { return m_established; }
    bool isTurnedAway() const { return m_refusal.has_value(); }
    void setConnection(Connection *connection);
    const QHostAddress &peerAddress() const { return m_presence->peerAddress; }

    PushResult push(Opcode opcode, QByteArrayView payload);
    PushResult push(const EncodedMessage &message);
    /// Those at the front of the batch that can go at once; returns how many. The others are to be pushed one by one.
    std::size_t push(const EncodedBatch &batch, Clock::time_point now);
    /// It will be pushed to, and prefetchRest() comes before that.
    void prefetch() const
    {
        __builtin_prefetch(this);
        __builtin_prefetch(&m_lastMessage);
    }
    /// It will be pushed to soon: what is not in itself.
    void prefetchRest() const
    {
        __builtin_prefetch(&m_presence->messagesOut);
        __builtin_prefetch(&m_presence->sent);
        __builtin_prefetch(static_cast<const void *>(m_connection));
    }
    std::size_t place() const { return m_place; } ///< among those of its worker that are established
    void setPlace(std::size_t place) { m_place = quint32(place); }
    /// False when the connection is closing already.
    bool disconnect(quint16 code, const QString &reason, Cause cause);
    void abort(Cause cause);

    /// A push found no room in the queue: applies settings.queuePolicy, tells onBufferFull once until the next onDrain.
    void foundFull(Cause cause);
    /// The settings of its listener were reloaded.
    void settingsChanged();
    /// Whether its rates (settings.maxMessagesPerSecond, maxBytesPerSecond) allow reading again; it is then read.
    bool resumeWhenPaid(Clock::time_point now);
    /// Pings, and closes a client that does not answer or says nothing (settings.pingInterval, idleTimeout).
    void checkLiveness(Clock::time_point now);
    void protect(bool on) { m_presence->isProtected.store(on, std::memory_order_relaxed); }
    const std::shared_ptr<Presence> &presence() const { return m_presence; }
    /// What is known of what it asks for so far.
    const std::shared_ptr<const Request> &request() const { return m_request; }

    /// Why its connection is not read; any one of them is enough.
    enum class Pause : quint8 { Asked = 1, Inbox = 2, Rate = 4 };
    void pause(Pause why);
    void resume(Pause why);
    bool isPausedFor(Pause why) const { return (m_paused & quint8(why)) != 0; }
    /// Answered with true once nothing waits in its queue, with false when it leaves first.
    void whenDrained(const Reply<bool> &reply);
    /// Pushes once the queue has room, in the order asked.
    void pushWhenRoom(const Message &message, const Reply<PushResult> &reply);

    // What waits its turn among the events of this client.
    void bufferFull() { takeTurn({.kind = Turn::BufferFull}); }
    void drained() { takeTurn({.kind = Turn::Drain}); }
    void timeOut(const std::shared_ptr<UserTimer> &timer) { takeTurn({.kind = Turn::Timer, .timer = timer}); }
    void decided(const Decision &decision);
    void answered(const Answer &answer);
    /// The handler that waited has returned: what waited for it has its turn.
    void proceed();
    /// The handler that waits will never return: if the connection has ended, that is told now.
    void endNow();
    bool isConnected() const { return m_connection; }

    /// As a table row, with its headers the first time.
    ClientRow row();
    void showHeadersAgain() { m_headersShown = false; }
    ClosedRow closedRow(const Closed &closed) const;
    bool isMarked() const { return m_marked; } ///< waits to be reported
    void setMarked(bool marked) { m_marked = marked; }

    void handshaking(Request &&request) override;
    void requested(HttpRequest &&request) override;
    void opened(const QString &subprotocol) override;
    [[gnu::hot]] void received(Opcode opcode, QByteArrayView payload) override;
    void controlled(Opcode opcode, QByteArrayView payload) override;
    void queueMoved() override;
    void ended(const Closed &closed) override;

private:
    struct Turn
    {
        enum Kind : quint8 { Handshake, Request, Open, Message, BufferFull, Drain, Timer };
        Kind kind;
        Opcode opcode = Opcode::Text;
        QByteArray payload = {};
        std::shared_ptr<UserTimer> timer = {};
        std::shared_ptr<const HttpRequest> request = {};

        /// What it costs to keep it.
        qint64 bytes() const { return payload.size() + qint64(sizeof(Turn)); }
    };
    struct WaitingPush
    {
        Message message;
        Reply<PushResult> reply;
    };
    /// What few clients have at a time: an idle one costs no memory for it.
    struct Waiting
    {
        std::deque<Turn> turns;
        std::optional<Closed> end;
        std::vector<Reply<bool>> drains;
        std::deque<WaitingPush> pushes;

        bool isEmpty() const { return turns.empty() && !end && drains.empty() && pushes.empty(); }
    };
    /// Which handler of it runs or waits.
    enum class Handling : quint8 {
        Nothing,
        Reply, ///< runs, for what was just read
        Turn,
    };
    /// When its listener limits them (settings.maxMessagesPerSecond, maxBytesPerSecond).
    struct Rates
    {
        TokenBucket messages;
        TokenBucket bytes;
    };

    bool isBusy() const { return m_handling != Handling::Nothing; }
    QString peerText() const;
    const Settings &settings() const { return m_endpoint.settings; }
    Waiting &waiting();
    void forgetWaiting();
    template<typename Asked>
    std::shared_ptr<const Asked> completed(Asked &&request);
    void agreed(const QString &subprotocol);
    void receivedWatched(Opcode opcode, QByteArrayView payload);
    void handle(Opcode opcode, QByteArrayView payload, Clock::time_point now); ///< when no handler of it runs
    void deliver(Opcode opcode, QByteArrayView payload);                       ///< in its turn
    void takeTurn(Turn turn);
    void wait(Turn turn);
    bool run(const Turn &turn);
    bool runMessage(const Turn &turn);
    bool runDuty(const Turn &turn);
    void pushWaiting();
    bool hasRoom(qint64 size) const;
    bool isIdle(Clock::time_point now) const;
    bool fits(Opcode opcode, bool last, qint64 size) const;
    PushResult refusalOf(Opcode opcode, bool last, qint64 size);
    void heard(Clock::time_point now);
    bool hasHeardSince(Clock::time_point time) const;
    void ponged(QByteArrayView payload);
    bool wantsControl(Opcode opcode) const;
    void countInbox(qint64 change);
    void setStatus(WebSocketStatus status);
    [[gnu::hot]] PushResult counted(PushResult result, qint64 size);
    [[gnu::hot]] void countSent(quint64 messages, qint64 bytes, Clock::time_point now);
    bool hasRoomInAll(qint64 size);
    void countQueue(qint64 waiting);
    void spendRate(qint64 bytes, Clock::time_point now);
    void turnAway();

    Worker &m_worker;
    const Endpoint &m_endpoint;
    Connection *m_connection = nullptr; ///< nullptr when it has ended and the client waits for its handler
    const ClientId m_id;
    std::shared_ptr<Presence> m_presence;
    std::unique_ptr<Waiting> m_waiting; ///< nullptr when nothing waits
    std::unique_ptr<Rates> m_rates;
    qint64 m_counted = 0;            ///< of its queue, in the worker's sum
    Clock::time_point m_lastMessage; ///< in or out
    Clock::time_point m_lastPing;
    const std::optional<Cause> m_refusal;
    bool m_isOpen = true; ///< its closing handshake has not begun
    bool m_awaitsPong = false;
    bool m_inFragments = false; ///< the message that is being pushed goes on with the next fragment
    bool m_established = false; ///< its handshake is done; stays true to its end
    Handling m_handling = Handling::Nothing;
    quint8 m_paused = 0; ///< set of Pause
    bool m_headersShown = false;
    bool m_marked = false;
    quint32 m_place = 0;
    quint32 m_pings = 0;
    qint64 m_openedAt = 0; ///< microseconds since the epoch; 0 for one that is no WebSocket
    std::shared_ptr<const Request> m_request;
    std::unique_ptr<QString> m_local; ///< Peer::local, on a Unix socket
};

} // namespace porthole
