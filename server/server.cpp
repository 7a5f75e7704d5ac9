// SPDX-License-Identifier: MIT
#include "server/server.h"

#include "server/engine/tlscontext.h"
#include "server/frames.h"
#include "server/pool.h"
#include "server/servermonitor.h"
#include "server/timergathering.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace porthole {

namespace {

/// Runs a coroutine of the server's thread, which has no worker to own it. What it throws is lost.
QCoro::Task<> detach(Handler<> handler) { co_await handler.start(); }

} // namespace

class Server::Private final
{
public:
    explicit Private(Settings given) : settings(std::move(given)) { settings.workers = settings.workerCount(); }

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
    /// Completes the listeners and names the first that cannot be.
    Result<> checkListeners();
    void rememberLimits();
    /// What holds at each listener, its certificates read.
    Result<std::vector<Endpoint>> endpoints(const Settings &given) const;

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
    std::shared_ptr<Presence> presenceOf(ClientId client) const;
    void ended();

    mutable std::mutex mutex; ///< settings, once it runs
    Settings settings;
    std::vector<Listener> listeners;         ///< from start() on the first is settings.host
    std::atomic<qint64> messageMaxBytes = 0; ///< the most of any listener
    Handlers handlers;
    ServerMonitor monitor;
    std::unique_ptr<Pool> pool; ///< from start() on
    bool running = false;
    bool stopping = false;
};

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

template<typename Work>
bool Server::Private::onWorker(Worker &worker, Work work) const
{
    return isHere(worker) ? work() : worker.post(std::move(work));
}

Worker &Server::Private::workerFor(ClientId client) const
{
    Worker *current = pool->current();
    return client ? pool->workerOf(client) : current ? *current : pool->worker(0);
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

void Server::Private::pause(ClientId client, bool on) const
{
    if (!pool || !client)
        return;
    Worker &worker = pool->workerOf(client);
    onWorker(worker, [&worker, client, on] {
        worker.pause(client, on);
        return true;
    });
}

std::shared_ptr<Presence> Server::Private::presenceOf(ClientId client) const
{
    return pool && client ? pool->workerOf(client).directory().find(client) : nullptr;
}

void Server::Private::ended()
{
    if (!std::exchange(running, false))
        return;
    pool->end();
    // Coroutines of this thread hear that nothing more will come; what they ask for then is told the same.
    for (int round = 0; round < 16 && pool->home().drain(); ++round) { }
    if (handlers.shutdown)
        handlers.shutdown();
}

Server::Server(Settings settings) : d(std::make_unique<Private>(std::move(settings))) { }

Server::~Server()
{
    d->monitor.attach(nullptr);
    if (d->running)
        d->ended();
}

void Server::onStart(std::function<void()> handler) { d->handlers.start = std::move(handler); }
void Server::onShutdown(std::function<void()> handler) { d->handlers.shutdown = std::move(handler); }
void Server::onWorkerStart(Handler<int> handler) { d->handlers.workerStart = std::move(handler); }
void Server::onWorkerStop(Handler<int> handler) { d->handlers.workerStop = std::move(handler); }
void Server::onHandshake(Decider<Upgrade, Request> handler) { d->handlers.handshake = std::move(handler); }
void Server::onRequest(Decider<HttpReply, HttpRequest> handler) { d->handlers.request = std::move(handler); }
void Server::onOpen(Handler<Request> handler) { d->handlers.open = std::move(handler); }
void Server::onMessage(Handler<Frame> handler) { d->handlers.message = std::move(handler); }
void Server::onClose(Handler<Closed> handler) { d->handlers.close = std::move(handler); }
void Server::onDisconnect(Handler<Closed> handler) { d->handlers.disconnect = std::move(handler); }

void Server::onWorkerMessage(Handler<int, int, QVariant> handler) { d->handlers.workerMessage = std::move(handler); }
void Server::onBufferFull(Handler<ClientId> handler) { d->handlers.bufferFull = std::move(handler); }
void Server::onDrain(Handler<ClientId> handler) { d->handlers.drain = std::move(handler); }

Result<> Server::Private::checkListeners()
{
    listeners.insert(listeners.begin(), Listener{settings.host, settings.port, settings.tls});
    for (Listener &listener : listeners) {
        if (const auto checked = listener.check(); !checked)
            return checked;
    }
    return {};
}

void Server::Private::rememberLimits()
{
    qint64 most = settings.messageMaxBytes;
    for (const Listener &listener : listeners)
        most = std::max(most, listener.settings.value_or(settings).messageMaxBytes);
    messageMaxBytes = most;
}

Result<std::vector<Endpoint>> Server::Private::endpoints(const Settings &given) const
{
    std::vector<Endpoint> result;
    for (size_t index = 0; index < listeners.size(); ++index) {
        const Listener &listener = listeners[index];
        const TlsSettings &tls = index == 0 ? given.tls : listener.tls;
        Endpoint endpoint{listener.name.isEmpty() ? listener.url() : listener.name, listener.settings.value_or(given)};
        if (tls.isOn()) {
            const auto context = TlsContext::load(tls);
            if (!context)
                return Error{
                    QStringLiteral("The listener %1 cannot be: %2").arg(listener.url(), context.error().message)};
            endpoint.tls = context.value();
        }
        result.push_back(endpoint);
    }
    return result;
}

Result<> Server::reload() { return reload(settings()); }

Result<> Server::reload(const Settings &given)
{
    if (!d->running)
        return Error{QStringLiteral("The server does not run; start it with these settings instead.")};
    if (const auto checked = given.check(); !checked)
        return checked;
    const Settings before = settings();
    QStringList fixed = before.fixedDifferences(given);
    if (given.tls.isOn() != before.tls.isOn())
        fixed.append(QStringLiteral("tlsCert"));
    if (!fixed.isEmpty())
        return Error{QStringLiteral("Start the server again to change %1.").arg(fixed.join(QStringLiteral(", ")))};
    const auto endpoints = d->endpoints(given);
    if (!endpoints)
        return endpoints.error();
    d->set(given, before.workers);
    d->rememberLimits();
    d->pool->reload(d->settings, endpoints.value());
    return {};
}

void Server::listen(Listener listener)
{
    Q_ASSERT(!d->pool);
    d->listeners.push_back(std::move(listener));
}

Result<> Server::start()
{
    if (d->pool)
        return Error{QStringLiteral("This server was started before; make a new one to start again.")};
    if (const auto checked = d->settings.check(); !checked)
        return checked.error();
    if (const auto checked = d->checkListeners(); !checked)
        return checked.error();
    d->rememberLimits();
    const auto endpoints = d->endpoints(d->settings);
    if (!endpoints)
        return endpoints.error();
    d->pool = std::make_unique<Pool>(d->settings, d->listeners, endpoints.value(), d->handlers);
    d->monitor.attach(d->pool.get());
    const Result<std::vector<quint16>> listening = d->pool->start();
    if (!listening)
        return listening.error();
    for (size_t index = 0; index < d->listeners.size(); ++index)
        d->listeners[index].port = listening.value()[index];
    d->running = true;
    if (d->handlers.start)
        d->handlers.start();
    return {};
}

void Server::stop(std::chrono::milliseconds grace)
{
    if (!d->running || d->stopping)
        return;
    d->stopping = true;
    d->pool->stop(grace, [this] { d->ended(); });
}

Settings Server::settings() const { return d->current(); }

quint16 Server::port() const { return d->running ? d->listeners.front().port : 0; }

QUrl Server::url() const { return urls().isEmpty() ? QUrl() : QUrl(urls().constFirst()); }

QStringList Server::urls() const
{
    QStringList urls;
    for (const Listener &listener : d->listeners)
        urls.append(listener.url());
    return urls;
}

PushResult Server::push(ClientId client, const Message &message)
{
    if (!d->pool || !client)
        return PushResult::UnknownClient;
    Worker &worker = d->pool->workerOf(client);
    return d->isHere(worker) ? worker.push(client, message.opcode(), message.payload())
                             : worker.pushFromAfar(client, message);
}

PushResult Server::push(ClientId client, Opcode opcode, QByteArrayView payload)
{
    if (!d->pool || !client)
        return PushResult::UnknownClient;
    Worker &worker = d->pool->workerOf(client);
    return d->isHere(worker) ? worker.push(client, opcode, payload)
                             : worker.pushFromAfar(client, {opcode, payload.toByteArray()});
}

PushResult Server::broadcast(const Message &message, ClientId except)
{
    if (message.size() > d->messageMaxBytes.load(std::memory_order_relaxed))
        return PushResult::TooBig;
    if (!d->pool)
        return PushResult::Sent;
    const EncodedMessage encoded = EncodedMessage::of(message);
    PushResult result = PushResult::Sent;
    for (int index = 0; index < d->pool->size(); ++index) {
        Worker &worker = d->pool->worker(index);
        if (d->isHere(worker)) {
            worker.broadcast(encoded, except);
            continue;
        }
        worker.post([&worker, encoded, except] { worker.broadcast(encoded, except); });
        result = PushResult::Queued;
    }
    return result;
}

Result<> Server::disconnect(ClientId client, quint16 code, const QString &reason)
{
    if (const auto checked = checkClose(code, reason); !checked)
        return checked.error();
    if (!exists(client))
        return Error{QStringLiteral("There is no client #%1.").arg(client.value)};
    Worker &worker = d->pool->workerOf(client);
    d->onWorker(worker, [&worker, client, code, reason] {
        return worker.disconnect(client, code, reason, Cause::ServerClose);
    });
    return {};
}

bool Server::close(ClientId client)
{
    if (!exists(client))
        return false;
    Worker &worker = d->pool->workerOf(client);
    return d->onWorker(worker, [&worker, client] { return worker.abort(client, Cause::Aborted); });
}

bool Server::exists(ClientId client) const { return d->presenceOf(client) != nullptr; }

bool Server::isEstablished(ClientId client) const
{
    const auto presence = d->presenceOf(client);
    return presence && presence->established.load(std::memory_order_relaxed);
}

qint64 Server::queuedBytes(ClientId client) const
{
    const auto presence = d->presenceOf(client);
    return presence
        ? presence->waitingBytes.load(std::memory_order_relaxed) + presence->postedBytes.load(std::memory_order_relaxed)
        : 0;
}

void Server::protect(ClientId client, bool on)
{
    if (!exists(client))
        return;
    Worker &worker = d->pool->workerOf(client);
    d->onWorker(worker, [&worker, client, on] {
        worker.protect(client, on);
        return true;
    });
}

void Server::pause(ClientId client) { d->pause(client, true); }
void Server::resume(ClientId client) { d->pause(client, false); }

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
    const auto all = std::make_shared<TimerGathering>(question.reply);
    for (int index = 0; index < d->pool->size(); ++index) {
        Worker &worker = d->pool->worker(index);
        worker.post([&worker, all] { all->add(worker.timers()); });
    }
    return std::move(question.wait);
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

MonitorSource &Server::monitorSource() { return d->monitor; }

Totals Server::finalTotals() const
{
    Totals all;
    for (int index = 0; d->pool && index < d->pool->size(); ++index)
        all += d->pool->worker(index).totals();
    return all;
}

} // namespace porthole
