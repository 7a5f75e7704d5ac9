// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/message.h"
#include "server/core/settings.h"
#include "server/core/types.h"

#include <QObject>

#include <array>
#include <chrono>

// The seam between what serves and what shows: everything a dashboard can see and do.
// The server side fills these values in; a window, here or on another machine, shows them.
namespace porthole {

enum class Direction : quint8 { In, Out };

/// A client as a table row. Times are microseconds since the Unix epoch, sizes are bytes.
struct ClientRow
{
    ClientId id;
    QString peer; ///< address:port
    QString path; ///< of the request, with its query
    QString subprotocol;
    QString user; ///< as bound by a handler; empty when none
    QString engine;
    QString compression; ///< what its messages are compressed with: deflate 15/15, no context; empty: not at all
    int worker = 0;
    bool open = true; ///< false once its closing handshake has begun
    qint64 connectedAt = 0;
    qint64 lastActive = 0; ///< last message in or out
    quint64 messagesIn = 0;
    quint64 messagesOut = 0;
    quint64 bytesIn = 0;  ///< of payload
    quint64 bytesOut = 0; ///< of payload
    qint64 queuedBytes = 0;
    qint64 rtt = -1;       ///< microseconds from ping to pong; -1 while unknown
    QStringList rooms;     ///< those it is in, in the order joined
    QList<Header> headers; ///< of the handshake; sent with the first row of a client, empty after that
};

/// A message as a log row.
struct MessageRow
{
    qint64 time = 0;
    ClientId client;
    Direction direction = Direction::In;
    Opcode opcode = Opcode::Text;
    qint64 size = 0;    ///< bytes of payload, also where it is cut
    QByteArray payload; ///< whole, unless it alone is over the tap's limit
};

/// A connection that ended, or one that never became a WebSocket.
struct ClosedRow
{
    qint64 time = 0;
    qint64 connectedAt = 0; ///< 0 for one that never became a WebSocket
    QString peer;
    QString path;
    Closed closed;
};

/// Something a person should read: a handler that threw, a limit that was met.
struct Notice
{
    qint64 time = 0;
    QString text;
};

enum class ConsoleLevel : quint8 { Debug, Info, Warning, Error };

/// A line of a script's console.
struct ConsoleRow
{
    qint64 time = 0;
    ConsoleLevel level = ConsoleLevel::Info;
    QString text = {};
    QString place = {}; ///< chat.js:12; empty when unknown
    int worker = 0;
};

struct Totals
{
    quint64 clients = 0; ///< connected now
    quint64 accepted = 0;
    quint64 closed = 0;   ///< were WebSockets
    quint64 refused = 0;  ///< never became one
    quint64 requests = 0; ///< of HTTP, that asked for no WebSocket
    quint64 messagesIn = 0;
    quint64 messagesOut = 0;
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    quint64 handlerErrors = 0;
    quint64 skipped = 0;                      ///< log rows the taps had no room for
    qint64 queuedBytes = 0;                   ///< pushed and not yet with the kernel, now
    double loopLag = 0;                       ///< milliseconds, the worst worker's
    std::array<quint64, causeCount> causes{}; ///< of the ends of WebSockets

    Totals &operator+=(const Totals &other);
};

enum class ServerPhase : quint8 { Stopped, Running, Stopping, Failed };

struct ServerState
{
    ServerPhase phase = ServerPhase::Stopped;
    QString url;     ///< ws://127.0.0.1:9502
    QString handler; ///< its name
    QString engine;
    int workers = 0;
    QString error; ///< why it failed, in one sentence; empty otherwise
};

/// What a server is started with.
struct ServerSetup
{
    Settings settings;
    QString handler; ///< one of Monitor::handlers()
};

/// All that changed since the update before. Removed clients stand in `closed`.
struct MonitorUpdate
{
    QList<ClientRow> clients; ///< new ones and changed ones, each once
    QList<ClosedRow> closed;
    QList<MessageRow> messages; ///< oldest first
    QList<Notice> notices;
    QList<ConsoleRow> console; ///< oldest first, of each worker
    Totals totals;
    QList<double> loopLags; ///< of each worker, in milliseconds
};

/// What became of an action, over all the clients it was for: counts by PushResult.
struct ActionResult
{
    std::array<int, pushResultCount> counts{};
    QString error; ///< why nothing was done at all; empty otherwise

    int &operator[](PushResult result) { return counts[size_t(result)]; }
    int operator[](PushResult result) const { return counts[size_t(result)]; }
    int acceptedCount() const { return (*this)[PushResult::Sent] + (*this)[PushResult::Queued]; }
    int refusedCount() const;
};

/// What a dashboard talks to: the server in this process, or one far away.
/// Threads: lives on the thread that made it; signals come there. Lifetime: the owner's; outlives every window on it.
/// Errors: an action that cannot be done at all says so in ActionResult::error; a lost server is a stateChanged.
class Monitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Monitor)

public:
    using ActionId = quint64;

    static constexpr std::chrono::milliseconds fastestUpdates{45};

    explicit Monitor(QObject *parent = nullptr) : QObject(parent) { }

    /// While nobody watches nothing is collected. A new watch begins with one update that holds every client.
    virtual void watch(bool on) = 0;
    /// How far updates are apart; fastestUpdates until it is called.
    virtual void setInterval(std::chrono::milliseconds interval) = 0;
    virtual ServerState state() const = 0;

    /// Each returns at once; finished() carries the same id, later and exactly once.
    virtual ActionId push(const QList<ClientId> &clients, const Message &message) = 0;
    virtual ActionId broadcast(const Message &message) = 0;
    /// Code and reason as in Server::disconnect; counts Sent where a closing handshake began.
    virtual ActionId disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason) = 0;

    /// What the server runs with, or ran with last: what start() takes when nothing is to be changed.
    virtual ServerSetup setup() const = 0;
    virtual QStringList handlers() const = 0; ///< names of those that can be chosen
    /// Serves with this setup: starts the server, or changes the one that runs, which is started anew where it has to
    /// be (see Settings::isLive). When that cannot be, the result says why and everything stays, or is again, as it
    /// was.
    virtual ActionId start(const ServerSetup &setup) = 0;
    virtual ActionId stop() = 0; ///< finished when all clients have left

Q_SIGNALS:
    /// At most one an interval.
    void updated(const porthole::MonitorUpdate &update);
    void stateChanged(const porthole::ServerState &state);
    void finished(quint64 action, const porthole::ActionResult &result);
};

} // namespace porthole
