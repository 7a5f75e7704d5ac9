// SPDX-License-Identifier: MIT
#include "server/gathering.h"
#include "server/serverprivate.h"

#include <algorithm>

// The part of Server that is about timers, tasks, numbers, and what coroutines wait for.

namespace porthole {

namespace {

/// Runs a coroutine of the server's thread, which has no worker to own it. What it throws is lost.
QCoro::Task<> detach(Handler<> handler) { co_await handler.start(); }

} // namespace

TimerId Server::Private::addTimer(ClientId client, std::chrono::milliseconds interval, bool repeats, Handler<> callback)
{
    if (!pool)
        return {};
    Worker &worker = workerFor(client);
    const TimerId id = worker.newTimerId();
    onWorker(worker, [&worker, id, client, interval, repeats, callback = std::move(callback)] {
        worker.addTimer(id, client, interval, repeats, callback);
        return true;
    });
    return id;
}

Wait<bool> Server::sleep(std::chrono::milliseconds delay)
{
    return d->ask<bool>({}, false,
                        [delay](Worker &worker, const Reply<bool> &reply) { worker.sleep({}, delay, reply); });
}

Wait<bool> Server::sleep(ClientId client, std::chrono::milliseconds delay)
{
    return d->ask<bool>(client, false, [client, delay](Worker &worker, const Reply<bool> &reply) {
        if (client)
            worker.sleep(client, delay, reply);
    });
}

Wait<bool> Server::drained(ClientId client)
{
    return d->ask<bool>(client, false,
                        [client](Worker &worker, const Reply<bool> &reply) { worker.whenDrained(client, reply); });
}

Wait<PushResult> Server::pushWait(ClientId client, const Message &message)
{
    return d->ask<PushResult>(client, PushResult::UnknownClient,
                              [client, message](Worker &worker, const Reply<PushResult> &reply) {
                                  worker.pushWhenRoom(client, message, reply);
                              });
}

void Server::defer(Handler<> callback)
{
    if (!d->pool)
        return;
    Worker &worker = d->workerFor({});
    d->onWorker(worker, [&worker, callback = std::move(callback)] {
        worker.defer(callback);
        return true;
    });
}

bool Server::sendMessage(int worker, const QVariant &value)
{
    if (!d->pool || worker < 0 || worker >= d->pool->size())
        return false;
    const Worker *current = d->pool->current();
    Worker &to = d->pool->worker(worker);
    return to.post([&to, from = current ? current->index() : -1, value] { to.runWorkerMessage(from, value); });
}

Wait<QList<TimerInfo>> Server::timers()
{
    if (!d->pool)
        return Wait<QList<TimerInfo>>::answered({});
    Question<QList<TimerInfo>> question(*home(), {});
    const auto all = std::make_shared<Gathering<TimerInfo>>([reply = question.reply](QList<TimerInfo> timers) {
        std::sort(timers.begin(), timers.end(), [](const TimerInfo &a, const TimerInfo &b) { return a.id < b.id; });
        reply(std::move(timers));
    });
    for (int index = 0; index < d->pool->size(); ++index) {
        Worker &worker = d->pool->worker(index);
        worker.post([&worker, all] { all->add(worker.timers()); });
    }
    return std::move(question.wait);
}

Stats Server::Private::ownStats() const
{
    Stats stats;
    stats.version = QStringLiteral(PORTHOLE_VERSION);
    stats.time = microsecondsSinceEpoch();
    stats.startedAt = startedAt.load(std::memory_order_relaxed);
    stats.tasks = pool->tasks().counts();
    const std::lock_guard lock(mutex);
    stats.engine = toString(settings.engine);
    stats.reloads = reloads;
    stats.reloadedAt = reloadedAt;
    stats.maxClients = settings.maxClients;
    stats.taskWorkers = settings.taskWorkerCount();
    return stats;
}

Wait<Stats> Server::stats()
{
    if (!d->pool)
        return Wait<Stats>::answered({});
    Question<Stats> question(*home(), d->ownStats());
    const auto all = std::make_shared<Gathering<WorkerStats>>(
        [reply = question.reply, stats = d->ownStats()](QList<WorkerStats> workers) mutable {
            const auto before = [](const WorkerStats &a, const WorkerStats &b) { return a.worker < b.worker; };
            std::sort(workers.begin(), workers.end(), before);
            stats.workers = std::move(workers);
            reply(std::move(stats));
        });
    for (int index = 0; index < d->pool->size(); ++index) {
        Worker &worker = d->pool->worker(index);
        worker.post([&worker, all] { all->add({worker.stats()}); });
    }
    return std::move(question.wait);
}

void Server::show(const ConsoleRow &row)
{
    if (!d->pool)
        return;
    Worker &worker = d->workerFor({});
    d->onWorker(worker, [&worker, row] {
        worker.show(row);
        return true;
    });
}

Mailbox *Server::home() const
{
    if (!d->pool)
        return nullptr;
    Worker *current = d->pool->current();
    return current ? &current->mailbox() : &d->pool->home();
}

bool Server::startTask(TaskPool::Work work) { return d->pool->tasks().start(std::move(work)); }
void Server::countLateTask() { d->pool->tasks().countLate(); }
TaskCounts Server::taskCounts() const { return d->pool ? d->pool->tasks().counts() : TaskCounts(); }

void Server::expireTask(std::chrono::milliseconds timeout, std::function<void()> expire)
{
    Worker &worker = d->workerFor({});
    d->onWorker(worker, [&worker, timeout, expire = std::move(expire)] {
        worker.callAfter(timeout, expire);
        return true;
    });
}

void Server::runHere(Handler<> handler)
{
    if (Worker *current = d->pool->current())
        current->runCallback(handler);
    else
        detach(std::move(handler));
}

TimerId Server::tick(std::chrono::milliseconds interval, Handler<> callback)
{
    return d->addTimer({}, interval, true, std::move(callback));
}

TimerId Server::tick(ClientId client, std::chrono::milliseconds interval, Handler<> callback)
{
    return client ? d->addTimer(client, interval, true, std::move(callback)) : TimerId{};
}

TimerId Server::after(std::chrono::milliseconds delay, Handler<> callback)
{
    return d->addTimer({}, delay, false, std::move(callback));
}

TimerId Server::after(ClientId client, std::chrono::milliseconds delay, Handler<> callback)
{
    return client ? d->addTimer(client, delay, false, std::move(callback)) : TimerId{};
}

bool Server::clearTimer(TimerId timer)
{
    if (!d->pool || !timer)
        return false;
    Worker &worker = d->pool->workerOf(timer);
    return d->onWorker(worker, [&worker, timer] { return worker.removeTimer(timer); });
}

} // namespace porthole
