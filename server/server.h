// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clientinfo.h"
#include "server/core/http.h"
#include "server/core/listener.h"
#include "server/core/message.h"
#include "server/core/result.h"
#include "server/core/settings.h"
#include "server/core/types.h"
#include "server/handlers.h"
#include "server/metrics/stats.h"
#include "server/table.h"
#include "server/task.h"
#include "server/taskpool.h"
#include "server/wait.h"

#include <QUrl>
#include <QVariant>

#include <memory>
#include <optional>

namespace porthole {

class MonitorSource;
struct ConsoleRow;
struct Totals;

/// A WebSocket server in worker threads: set the handlers, start it, push to its clients.
///
/// Threads: make it, set handlers, start() and stop() on one thread that runs an event loop. Everything under "from any
/// thread" may also be called from handlers, where it acts at once for the worker's own clients. onStart and onShutdown
/// run on the server's thread, every other handler on a worker's: those of one client never overlap and come in the
/// order open, message ..., close, but different workers run theirs at the same time. Lifetime: the destructor cuts
/// every client and waits for the workers; a server starts once. Errors: start() says what is wrong in a sentence;
/// push() says what became of it. A handler that throws costs its client the connection (1011, or 500 before it is a
/// WebSocket) and is logged and counted.
class Server final
{
    Q_DISABLE_COPY_MOVE(Server)

public:
    explicit Server(Settings settings = {});
    ~Server();

    // Handlers: to be set before start(); setting one again replaces it.
    void onStart(std::function<void()> handler);    ///< it listens
    void onShutdown(std::function<void()> handler); ///< all workers have ended
    void onWorkerStart(Handler<int> handler);
    void onWorkerStop(Handler<int> handler);
    /// Decides on an opening handshake that is valid (RFC 6455 4.2.2); without it all are accepted. onOpen follows.
    /// Answer within handshakeTimeout. What cannot be sent, such as a subprotocol that was not offered, is logged and
    /// becomes a 500.
    void onHandshake(Decider<Upgrade, Request> handler);
    /// Answers what asks for no WebSocket (RFC 9110): GET, HEAD, POST and OPTIONS, but for files of documentRoot;
    /// without it the answer is 404. Answer within handshakeTimeout. The client's next request waits for the answer.
    void onRequest(Decider<HttpReply, HttpRequest> handler);
    void onOpen(Handler<Request> handler); ///< its handshake is done (RFC 6455 4)
    /// A whole text or binary message (RFC 6455 5.4); pings, pongs and close frames too when settings.pingFrames,
    /// pongFrames and closeFrames say so.
    void onMessage(Handler<Frame> handler);
    void onClose(Handler<Closed> handler);      ///< a WebSocket ended (RFC 6455 7)
    void onDisconnect(Handler<Closed> handler); ///< a peer left that never became a WebSocket

    void onBufferFull(Handler<ClientId> handler); ///< a push found no room in the client's queue
    void onDrain(Handler<ClientId> handler);      ///< after that: the queue is empty

    /// Ids of clients come after this one, for a server that follows another; to be called before start().
    void setLastClient(ClientId last);
    ClientId lastClient() const; ///< the greatest id so far; to be called once it has stopped
    /// One more place to serve at, beside settings().host; to be called before start().
    void listen(Listener listener);
    void onWorkerMessage(Handler<int, int, QVariant> handler); ///< sendMessage(): to a worker, from one or -1, what

    /// Starts the workers, then listens: at all listeners, or at none. Afterwards port(), url() and urls() are what the
    /// clients need.
    [[nodiscard]] Result<> start();
    /// Has other settings hold from now on, for those who are there too, and reads the files of all certificates again,
    /// for those who come. Listeners with settings of their own keep them. An Error, and nothing changed, when a file
    /// is no good or the settings differ in one that cannot change while the server runs (see Settings::isLive).
    Result<> reload(const Settings &settings);
    /// Reads the files of all certificates again; an Error as with settings.
    Result<> reload();
    /// Stops accepting, closes every client with 1001, waits at most the grace for their close frames, then cuts.
    /// Returns at once; onShutdown tells when it is done.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

    quint16 port() const;     ///< of the first listener, settings().host; 0 for a Unix socket
    QUrl url() const;         ///< of the first listener: ws://127.0.0.1:9502
    QStringList urls() const; ///< of all of them, as Listener::url()

    // From any thread.

    Settings settings() const; ///< those of the server as a whole, workers resolved; reload() changes them

    /// Sends one message (RFC 6455 5.6), a ping, a pong or a fragment. From another thread than the client's worker it
    /// is Queued at best; what becomes of it after that the close of the client tells.
    PushResult push(ClientId client, const Message &message);
    /// The same without a Message to be made: for payloads that are at hand.
    PushResult push(ClientId client, Opcode opcode, QByteArrayView payload);
    /// Sends one message, encoded once, to every client but `except`. TooBig, NotAllowed, Sent
    /// or Queued.
    PushResult broadcast(const Message &message, ClientId except = {});

    /// Puts a client into a room, which is there while anybody is in it; nothing changes when it is in it already. An
    /// Error when there is no such client, when it is in settings.roomsPerClient rooms already, or when the name is
    /// empty or longer than 255 bytes of UTF-8. Who leaves the server leaves all its rooms, once onClose has returned.
    Result<> join(ClientId client, const QString &room);
    bool leave(ClientId client, const QString &room); ///< false when it was not in it
    /// Sends one message, encoded once, to all who are in the room now, but `except`. The result is as with
    /// broadcast().
    PushResult publish(const QString &room, const Message &message, ClientId except = {});
    QList<ClientId> members(const QString &room) const; ///< the WebSockets in it, on any worker, in order
    QStringList rooms(ClientId client) const;           ///< those that it is in, in the order joined

    void show(const ConsoleRow &row); ///< in the console of the monitors that watch; its time and worker are filled in
    Table &table() const;             ///< strings and numbers that all workers share; lives as long as the server

    /// All that is known of a client, WebSocket or not; nothing when there is no such client.
    std::optional<ClientInfo> clientInfo(ClientId client) const;
    /// The WebSockets whose id is greater, at most so many, in order. Go on after the last until none is left: clients
    /// that come and go meanwhile disturb nothing, since ids only grow.
    QList<ClientId> clients(ClientId after = {}, int limit = 1000) const;
    /// The WebSockets that have sent nothing for that long, not even a pong, but for those that protect() exempts;
    /// closes them with 1001 if asked to.
    QList<ClientId> heartbeat(std::chrono::milliseconds silence, bool close = false);

    /// Says whose a client is; another user replaces the one before, an empty one is nobody. False when there is no
    /// such client. Gone with the client, but still there in onClose.
    bool bind(ClientId client, const QString &user);
    QList<ClientId> clientsOf(const QString &user) const; ///< all that were bound to the user, on any worker
    /// Keeps a value of yours with the client, until it has left and onClose returned. False when there is none.
    bool setValue(ClientId client, const QVariant &value);
    QVariant value(ClientId client) const; ///< invalid when there is none

    qint64 queuedBytes(ClientId client) const; ///< pushed but not yet with the kernel; 0 when there is no such client

    /// Begins the closing handshake (RFC 6455 7.1.2), then waits closeTimeout for the peer's close frame, then cuts. An
    /// Error, and nothing done, when the code is not one of 1000-1003, 1007-1014, 3000-4999 or the reason is longer
    /// than 123 bytes of UTF-8, or when there is no such client.
    Result<> disconnect(ClientId client, quint16 code = quint16(CloseCode::Normal), const QString &reason = {});
    /// Cuts the connection with a TCP reset and no close frame. False when there is no such client.
    bool close(ClientId client);
    bool exists(ClientId client) const;        ///< connected, its handshake done or not
    bool isEstablished(ClientId client) const; ///< a WebSocket, and not closing

    /// Stops and restarts reading from the client's connection; TCP then holds it back. What was read already is still
    /// handled. Nothing when there is no such client.
    void pause(ClientId client);
    void resume(ClientId client);

    /// Whether the client is exempt from pongTimeout and idleTimeout. Nothing when there is no such client.
    void protect(ClientId client, bool on = true);

    /// Runs the callback every interval, of at least 1 ms: on the calling worker, or on the first when called
    /// elsewhere.
    TimerId tick(std::chrono::milliseconds interval, Handler<> callback);
    /// The same on the client's worker, until the client leaves.
    TimerId tick(ClientId client, std::chrono::milliseconds interval, Handler<> callback);
    TimerId after(std::chrono::milliseconds delay, Handler<> callback); ///< once
    TimerId after(ClientId client, std::chrono::milliseconds delay, Handler<> callback);
    /// True when the timer was there; from another thread than its worker's, when its worker was asked.
    bool clearTimer(TimerId timer);
    /// Runs the callback once the one that runs now has returned, before the worker's next event; when none runs, from
    /// the event loop. On the calling worker, or on the first when called elsewhere.
    void defer(Handler<> callback);
    /// Gives the value to onWorkerMessage on that worker's thread, from its event loop. False when there is no such
    /// worker or it has ended.
    bool sendMessage(int worker, const QVariant &value);

    /// Runs the work on one of settings.taskWorkers threads, and then the callback, plain or a coroutine, with the
    /// TaskResult on the calling worker (or on the server's thread). False, and no callback, when it cannot be run.
    template<typename Work, typename Callback, typename T = std::invoke_result_t<Work &>>
    requires std::is_invocable_v < Callback &, const TaskResult<T>
    & > bool task(Work work, Callback callback);
    TaskCounts taskCounts() const;

    // For coroutines, on a worker's thread or the server's: each is under way when it returns, and co_await waits for
    // its end without holding up the thread. When the server ends before, what waits is not gone on with.

    /// True after the delay.
    Wait<bool> sleep(std::chrono::milliseconds delay);
    /// True after the delay; false, at once, when the client is not there or leaves.
    Wait<bool> sleep(ClientId client, std::chrono::milliseconds delay);
    /// True once all that was pushed to the client is with the kernel; false, at once, when it is not there or leaves.
    Wait<bool> drained(ClientId client);
    /// Pushes once the client's queue has room, behind what waits for room already; no queuePolicy applies.
    Wait<PushResult> pushWait(ClientId client, const Message &message);
    /// The timers of all workers, by id: those of tick() and after() that have not run for the last time.
    Wait<QList<TimerInfo>> timers();

    /// What the server counts, as of when each worker answered. As JSON and OpenMetrics: see Stats.
    Wait<Stats> stats();

    /// Runs the work on one of settings.taskWorkers threads. co_await gives what it returns, throws what it throws, or
    /// throws a TaskError when it cannot be run.
    template<typename Work, typename T = std::invoke_result_t<Work &>>
    TaskWait<T> task(Work work);
    /// The same with the result as a value. Work that is not done after the timeout goes on, and its result is dropped.
    template<typename Work, typename T = std::invoke_result_t<Work &>>
    Wait<TaskResult<T>> task(Work work, std::chrono::milliseconds timeout);
    /// Runs all of them and gives all results, in their order. A timeout of 0 is none.
    template<typename Work, typename T = std::invoke_result_t<Work &>>
    Wait<std::vector<TaskResult<T>>> taskAll(std::vector<Work> works, std::chrono::milliseconds timeout = {});

    /// What a monitor attaches to; see LocalMonitor.
    MonitorSource &monitorSource();
    /// All workers' counts; before start() and after onShutdown from the server's thread only.
    Totals finalTotals() const;

private:
    class Private;

    Mailbox *home() const; ///< the calling thread's; nullptr before start()
    bool startTask(TaskPool::Work work);
    template<typename Work, typename T>
    bool startTask(Work work, const Reply<TaskResult<T>> &reply);
    void expireTask(std::chrono::milliseconds timeout, std::function<void()> expire);
    void countLateTask();
    void runHere(Handler<> handler); ///< guarded on a worker

    const std::unique_ptr<Private> d;
};

template<typename Work, typename T>
TaskWait<T> Server::task(Work work)
{
    return TaskWait<T>(task(std::move(work), std::chrono::milliseconds(0)));
}

template<typename Work, typename T>
bool Server::startTask(Work work, const Reply<TaskResult<T>> &reply)
{
    return startTask([this, reply, shared = std::make_shared<Work>(std::move(work))] {
        if (!reply(TaskResult<T>::of(*shared)))
            countLateTask();
    });
}

template<typename Work, typename T>
Wait<TaskResult<T>> Server::task(Work work, std::chrono::milliseconds timeout)
{
    using Result = TaskResult<T>;
    Mailbox *to = home();
    if (!to)
        return Wait<Result>::answered(Result());
    Question<Result> question(*to, Result());
    const Reply<Result> reply = question.reply;
    if (!startTask(std::move(work), reply))
        reply(Result());
    else if (timeout.count() > 0)
        expireTask(timeout, [reply] { reply(Result(TaskState::TimedOut)); });
    return std::move(question.wait);
}

template<typename Work, typename Callback, typename T>
requires std::is_invocable_v < Callback &, const TaskResult<T>
& > bool Server::task(Work work, Callback callback)
{
    Mailbox *to = home();
    if (!to)
        return false;
    Question<TaskResult<T>> question(*to, TaskResult<T>());
    if (!startTask(std::move(work), question.reply))
        return false;
    const auto wait = std::make_shared<Wait<TaskResult<T>>>(std::move(question.wait));
    const Handler<TaskResult<T>> handler(std::move(callback));
    runHere([wait, handler]() -> QCoro::Task<> {
        const TaskResult<T> result = co_await *wait;
        if (handler.isCoroutine())
            co_await handler.start(result);
        else if (auto rest = handler(result))
            co_await std::move(*rest);
    });
    return true;
}

template<typename Work, typename T>
Wait<std::vector<TaskResult<T>>> Server::taskAll(std::vector<Work> works, std::chrono::milliseconds timeout)
{
    using Results = std::vector<TaskResult<T>>;
    Mailbox *to = home();
    if (!to)
        return Wait<Results>::answered(Results(works.size()));
    Question<Results> question(*to, Results(works.size()));
    const auto all = std::make_shared<TaskGathering<T>>(question.reply, works.size());
    for (size_t index = 0; index < works.size(); ++index) {
        const auto shared = std::make_shared<Work>(std::move(works[index]));
        const bool isStarted = startTask([this, all, index, shared] {
            if (!all->add(index, TaskResult<T>::of(*shared)))
                countLateTask();
        });
        if (!isStarted)
            all->add(index, TaskResult<T>());
    }
    if (timeout.count() > 0)
        expireTask(timeout, [all] { all->timeOut(); });
    return std::move(question.wait);
}

} // namespace porthole
