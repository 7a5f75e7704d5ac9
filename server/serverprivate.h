// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"
#include "server/pool.h"
#include "server/server.h"
#include "server/servermonitor.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace porthole {

/// What a Server is made of, for the sources that make it up.
class Server::Private final
{
public:
    explicit Private(Settings given) : settings(std::move(given)), table(settings.tableMaxBytes)
    {
        settings.workers = settings.workerCount();
    }

    Settings current() const
    {
        const std::lock_guard lock(mutex);
        return settings;
    }
    void set(const Settings &given, int workers)
    {
        const std::lock_guard lock(mutex);
        settings = given;
        settings.workers = workers;
    }
    void countReload()
    {
        const std::lock_guard lock(mutex);
        ++reloads;
        reloadedAt = microsecondsSinceEpoch();
    }
    /// Completes the listeners and names the first that cannot be.
    Result<> checkListeners();
    void rememberLimits();
    /// What holds at each listener, its certificates read.
    Result<std::vector<Endpoint>> endpoints(const Settings &given) const;

    quint16 portOf(int listener) const { return listeners[size_t(listener)].port; }
    bool isHere(const Worker &worker) const { return Worker::current() == &worker; }
    TimerId addTimer(ClientId client, std::chrono::milliseconds interval, bool repeats, Handler<> callback);
    /// Does the work at once on the worker's own thread, or has it done there; false when the worker has ended.
    template<typename Work>
    bool onWorker(Worker &worker, Work work) const;
    /// Where nobody in particular is meant: on the calling worker, elsewhere on the first.
    Worker &workerFor(ClientId client) const;
    /// Has the worker do what answers; the fallback is the answer when it does not.
    template<typename T, typename Work>
    Wait<T> ask(ClientId client, T fallback, Work work) const;
    void pause(ClientId client, bool on) const;
    void showRooms(ClientId client) const;
    /// What the query says of each worker's Directory, together and in order.
    template<typename Query>
    QList<ClientId> gathered(Query query) const;
    /// On the worker's thread; empty for a worker that it is not for.
    using Sending = std::function<void(const EncodedMessage &)>;
    /// Encodes it once for all workers.
    PushResult sendToAll(const Message &message, const std::function<Sending(Worker &)> &sendingOf) const;
    std::shared_ptr<Presence> presenceOf(ClientId client) const;
    void ended();
    Stats ownStats() const; ///< without its workers'

    mutable std::mutex mutex; ///< settings and reloads, once it runs
    Settings settings;
    Table table;
    std::vector<Listener> listeners;         ///< from start() on the first is settings.host
    ClientId lastClient;                     ///< before start()
    std::atomic<qint64> messageMaxBytes = 0; ///< the most of any listener
    std::atomic<int> roomsPerClient = 0;
    Handlers handlers;
    ServerMonitor monitor;
    std::unique_ptr<Pool> pool;        ///< from start() on
    std::atomic<qint64> startedAt = 0; ///< microseconds since the epoch
    quint64 reloads = 0;
    qint64 reloadedAt = 0;
    bool running = false;
    bool stopping = false;
};

template<typename Query>
QList<ClientId> Server::Private::gathered(Query query) const
{
    QList<ClientId> ids;
    for (int index = 0; pool && index < pool->size(); ++index)
        ids += query(pool->worker(index).directory());
    std::sort(ids.begin(), ids.end());
    return ids;
}

template<typename Work>
bool Server::Private::onWorker(Worker &worker, Work work) const
{
    return isHere(worker) ? work() : worker.post(std::move(work));
}

template<typename T, typename Work>
Wait<T> Server::Private::ask(ClientId client, T fallback, Work work) const
{
    if (!pool)
        return Wait<T>::answered(std::move(fallback));
    Worker *current = pool->current();
    Question<T> question(current ? current->mailbox() : pool->home(), std::move(fallback));
    Worker &worker = workerFor(client);
    onWorker(worker, [&worker, reply = std::move(question.reply), work = std::move(work)] {
        work(worker, reply);
        return true;
    });
    return std::move(question.wait);
}

} // namespace porthole
