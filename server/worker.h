// SPDX-License-Identifier: MIT
#pragma once

#include "server/admission.h"
#include "server/client.h"
#include "server/core/mailbox.h"
#include "server/core/settings.h"
#include "server/directory.h"
#include "server/endlog.h"
#include "server/errands.h"
#include "server/handlers.h"
#include "server/metrics/stats.h"
#include "server/monitor/local/tap.h"
#include "server/queuebudget.h"
#include "server/timers.h"
#include "server/wait.h"

#include <QTimer>

#include <exception>
#include <unordered_map>
#include <unordered_set>

namespace porthole {

/// What becomes of a handshake, and the cause when it is refused.
struct Decision
{
    Upgrade upgrade;
    Cause cause = Cause::Rejected;
};

/// What a request is answered with, and the cause when its connection ends for it.
struct Answer
{
    HttpReply reply;
    std::optional<Cause> refusedFor = {};
};

/// A tick or an after of the user's. It never overlaps itself: a time that comes while it runs or waits is left out.
struct UserTimer
{
    TimerId id;
    ClientId client; ///< 0 for nobody's
    Handler<> callback;
    bool isBusy = false;
};

/// One thread's share of the server: its clients, timers and engine, and the calls of the user's handlers.
/// Threads: made and destroyed by the server; post(), directory(), load() and pushFromAfar() from any thread; begin(),
/// end() and all else on the worker's own. Lifetime: outlives its thread. Errors: what a handler throws is caught here.
class Worker final
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    /// What all workers of a server have in common; outlives them.
    struct Shared
    {
        const Settings &settings; ///< of the start
        const std::vector<Endpoint> &endpoints;
        const Handlers &handlers;
        Admission &admission;
        QueueBudget &queues;
    };

    Worker(int index, const Shared &shared);
    ~Worker();

    /// The worker whose thread this is; nullptr on any other.
    static Worker *current();

    int index() const { return m_index; }
    const Settings &settings() const { return m_settings; } ///< of the server as a whole
    const QString &engineName() const { return m_engineName; }

    // From any thread.
    bool post(Mailbox::Work work) { return m_mailbox.post(std::move(work)); }
    Mailbox &mailbox() { return m_mailbox; }
    Directory &directory() { return m_directory; }
    int load() const { return m_load.load(std::memory_order_relaxed); } ///< connections, those on their way included
    TimerId newTimerId();
    PushResult pushFromAfar(ClientId id, const Message &message);
    /// Hands an accepted socket over, from the thread that accepts. That ends before its workers do.
    void deal(ClientId id, const Accepted &accepted);

    // On the worker's thread: its life.
    void begin();
    /// Closes every client with 1001 and cuts what is left after the grace; `done` runs once, when none is left and no
    /// handler waits, or after the grace when none is connected.
    void stop(std::chrono::milliseconds grace, std::function<void()> done);
    void end();

    /// What holds from now on: for the server as a whole, and for the clients of each listener.
    void reload(const Settings &settings, const std::vector<Endpoint> &endpoints);
    /// The entrance turned connections away, some of them without a word.
    void turnedAway(const QString &sentence, int dropped);

    // On the worker's thread: what handlers ask for.
    [[gnu::hot]] PushResult push(ClientId id, Opcode opcode, QByteArrayView payload);
    PushResult push(ClientId id, const EncodedMessage &message);
    /// Returns what became of it, client by client.
    ActionResult broadcast(const EncodedMessage &message, ClientId except);
    /// The same, perhaps a little later, together with others, but before anything else is done to a client.
    void broadcastSoon(const EncodedMessage &message, ClientId except);
    void sendBroadcasts();
    ActionResult push(const QList<ClientId> &ids, const EncodedMessage &message);
    bool disconnect(ClientId id, quint16 code, const QString &reason, Cause cause);
    bool abort(ClientId id, Cause cause);
    /// Client 0 is nobody: the timer then lives until it is removed. Nothing is added for a client that is not there.
    void addTimer(TimerId id, ClientId client, std::chrono::milliseconds interval, bool repeats, Handler<> callback);
    bool removeTimer(TimerId id);
    QList<TimerInfo> timers() const;
    void callAfter(std::chrono::milliseconds delay, std::function<void()> call); ///< one of our own, in no list
    void defer(const Handler<> &callback);
    void runCallback(const Handler<> &callback) { run({}, callback); }
    void show(ConsoleRow row);
    void runWorkerMessage(int from, const QVariant &value);
    void protect(ClientId id, bool on);
    void pause(ClientId id, bool on);
    /// Answers true after the delay; false at once when the client, if it is one's, is not there or leaves.
    void sleep(ClientId id, std::chrono::milliseconds delay, const Reply<bool> &reply);
    void whenDrained(ClientId id, const Reply<bool> &reply);
    void pushWhenRoom(ClientId id, const Message &message, const Reply<PushResult> &reply);

    // On the worker's thread: for the monitor.
    Tap &tap() { return m_tap; }
    void watch(bool on);
    WorkerReport report();
    const Totals &totals() const { return m_totals; }
    WorkerStats stats() const;

    /// When the engine last read, as coarseNow() said it then.
    Clock::time_point readAt() const { return m_engine->readAt(); }

    // On the worker's thread: for its clients. What runs a handler is false when that waits for something; the client
    // is then told to proceed() once it has returned.
    bool decidesHandshakes() const { return bool(m_handlers.handshake); }
    bool runHandshake(const Request &request); ///< then Client::decided()
    /// A file of the document root, unless it is empty, or else what the handler says; then Client::answered().
    bool runRequest(const HttpRequest &request, const QString &documentRoot);
    bool runOpen(const Request &request);
    bool runMessage(Client &client, const Frame &frame);
    bool runBufferFull(ClientId id);
    bool runDrain(ClientId id);
    bool runTimer(const std::shared_ptr<UserTimer> &timer);
    void tellBufferFull(ClientId id); ///< from the event loop
    void tellDrain(ClientId id);      ///< from the event loop
    void left(ClientId id);           ///< its connection has ended; a handler of it may still wait
    void finish(Client &client, const Closed &closed);
    /// Whether all queues together have no room for that much more (settings.queueTotalMaxBytes).
    bool queuesAreFull(qint64 more) const;
    void countQueued(qint64 change) { m_shared.queues.add(m_index, change); }
    /// Resumes reading from the client once its rates allow it.
    void throttle(ClientId id);
    void asked(const Client &client); ///< its request is known
    void countOpened(Client &client);
    void countIn(qint64 bytes)
    {
        ++m_totals.messagesIn;
        m_totals.bytesIn += quint64(bytes);
    }
    void countOut(Client &client, quint64 messages, qint64 bytes)
    {
        m_totals.messagesOut += messages;
        m_totals.bytesOut += quint64(bytes);
        mark(client);
    }
    /// It is to be reported.
    void mark(Client &client)
    {
        if (m_tap.isOn())
            markWatched(client);
    }
    void mark(ClientId id);

private:
    Client *find(ClientId id) { return m_lastFound && m_lastFound->id() == id ? m_lastFound : lookUp(id); }
    Client *lookUp(ClientId id);
    void markWatched(Client &client);
    void keepOrder(ClientId id);
    void prefetch(std::size_t place) const;
    void forgetEstablished(const Client &client);
    bool isConnected(ClientId id);
    void adopt(ClientId id, const Accepted &accepted);
    void resumeThrottled();
    void tellFullFromAfar(ClientId id, const Presence &presence);
    template<typename... Arguments>
    bool runFor(ClientId client, const Handler<Arguments...> &handler, const Arguments &...arguments);
    template<typename... Arguments>
    bool runOther(ClientId client, const Handler<Arguments...> &handler, const Arguments &...arguments);
    template<typename... Arguments>
    bool runPlain(ClientId client, const Handler<Arguments...> &handler, const Arguments &...arguments);
    template<typename... Arguments>
    bool run(const HandlerOf &whose, const Handler<Arguments...> &handler, const Arguments &...arguments);
    void returned(const HandlerOf &whose, const std::exception_ptr &failure);
    Decision decisionOn(const Request &request, const std::optional<Upgrade> &upgrade);
    Answer answerTo(const HttpRequest &request, const std::optional<HttpReply> &reply);
    void timeOut(const std::shared_ptr<UserTimer> &timer);
    void runDeferred();
    void handlerThrew(ClientId client, const std::exception_ptr &failure);
    void handlerFailed(ClientId client, const QString &sentence);
    void tellEnd(const Client &client, const Closed &closed);
    void stopIfEmpty();
    void endWaiting();
    void startMeasuringLag();
    void measureLag();
    void watchLiveness();
    void checkSomeLiveness();

    const int m_index;
    const Shared m_shared;
    const Handlers &m_handlers;
    const quint64 m_workers; ///< how many
    Settings m_settings;
    std::vector<std::unique_ptr<Endpoint>> m_endpoints; ///< one a listener
    const QString m_engineName;
    Mailbox m_mailbox;
    Errands m_errands;
    Directory m_directory;
    std::atomic<int> m_load = 0;
    std::atomic<quint64> m_lastTimer = 0;

    // Made by begin() and gone after end(): they live on the worker's thread.
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Timers> m_timers;
    std::unique_ptr<EndLog> m_endLog;
    std::unique_ptr<LineBudget> m_failureLines;
    std::unique_ptr<QTimer> m_lagTimer;
    std::unique_ptr<QTimer> m_graceTimer;
    std::unique_ptr<QTimer> m_livenessTimer;
    std::unique_ptr<QTimer> m_throttleTimer;

    std::unordered_map<quint64, std::unique_ptr<Client>> m_clients;
    std::size_t m_heapHasGrownFor = 0; ///< clients
    std::vector<Client *> m_established;
    std::size_t m_nextLiveness = 0; ///< who of them is looked at next
    EncodedBatch m_broadcasts;      ///< that wait for the end of what is being read
    ClientId m_broadcastsExcept;
    Client *m_lastFound = nullptr;
    std::vector<Handler<>> m_deferred;
    int m_depth = 0;                         ///< of handlers within handlers, by way of event loops
    int m_connected = 0;                     ///< clients whose connection has not ended
    std::unordered_set<quint64> m_dueTimers; ///< those of clients that wait for their turn
    std::vector<ClientId> m_marked;
    std::vector<ClientId> m_throttled;
    Tap m_tap;
    Totals m_totals;
    quint64 m_handlersRun = 0;
    std::array<quint64, causeCount> m_causes{}; ///< of the ends of WebSockets
    std::map<quint16, quint64> m_closeCodes;
    LoopLag m_lag;
    Clock::time_point m_lagExpected;
    std::function<void()> m_stopped;
    bool m_stopping = false;
    bool m_graceIsOver = false;
};

// What most handlers are, without what only a coroutine needs.
template<typename... Arguments>
bool Worker::runFor(ClientId client, const Handler<Arguments...> &handler, const Arguments &...arguments)
{
    if (!handler.isSimple())
        return runOther(client, handler, arguments...);
    ++m_handlersRun;
    ++m_depth;
    try {
        handler.call(arguments...);
    } catch (...) {
        handlerThrew(client, std::current_exception());
    }
    if (--m_depth == 0 && !m_deferred.empty())
        runDeferred();
    return true;
}

template<typename... Arguments>
Q_NEVER_INLINE bool Worker::runOther(ClientId client, const Handler<Arguments...> &handler,
                                     const Arguments &...arguments)
{
    return handler.isCoroutine() ? run({client}, handler, arguments...) : runPlain(client, handler, arguments...);
}

// Those of scripts: few of them leave something to be waited for.
template<typename... Arguments>
bool Worker::runPlain(ClientId client, const Handler<Arguments...> &handler, const Arguments &...arguments)
{
    bool hasReturned = true;
    m_handlersRun += bool(handler);
    ++m_depth;
    try {
        if (auto rest = handler ? handler(arguments...) : std::nullopt)
            hasReturned = m_errands.wait({client}, std::move(rest));
    } catch (...) {
        handlerThrew(client, std::current_exception());
    }
    if (--m_depth == 0 && !m_deferred.empty())
        runDeferred();
    return hasReturned;
}

template<typename... Arguments>
bool Worker::run(const HandlerOf &whose, const Handler<Arguments...> &handler, const Arguments &...arguments)
{
    bool hasReturned = true;
    m_handlersRun += bool(handler);
    ++m_depth;
    try {
        if (handler && handler.isCoroutine())
            hasReturned = m_errands.start(whose, handler, arguments...);
        else if (handler)
            hasReturned = m_errands.wait(whose, handler(arguments...));
    } catch (...) {
        handlerThrew(whose.client, std::current_exception());
    }
    if (--m_depth == 0 && !m_deferred.empty())
        runDeferred();
    if (hasReturned && whose.then)
        whose.then();
    return hasReturned;
}

} // namespace porthole
