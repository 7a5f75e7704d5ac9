// SPDX-License-Identifier: MIT
#include "server/server.h"

#include "server/core/clock.h"
#include "server/engine/tlscontext.h"
#include "server/serverprivate.h"

#include <algorithm>

namespace porthole {

Worker &Server::Private::workerFor(ClientId client) const
{
    Worker *current = pool->current();
    return client ? pool->workerOf(client) : current ? *current : pool->worker(0);
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
        if (listener.settings)
            listener.settings->engine = settings.engine;
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
    roomsPerClient = settings.roomsPerClient;
    table.setMaxBytes(settings.tableMaxBytes);
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
    d->countReload();
    d->rememberLimits();
    d->pool->reload(d->settings, endpoints.value());
    return {};
}

void Server::listen(Listener listener)
{
    Q_ASSERT(!d->pool);
    d->listeners.push_back(std::move(listener));
}

void Server::setLastClient(ClientId last) { d->lastClient = last; }

ClientId Server::lastClient() const { return d->pool ? d->pool->lastClient() : d->lastClient; }

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
    d->pool->setLastClient(d->lastClient);
    d->monitor.attach(d->pool.get());
    const Result<std::vector<quint16>> listening = d->pool->start();
    if (!listening)
        return listening.error();
    for (size_t index = 0; index < d->listeners.size(); ++index)
        d->listeners[index].port = listening.value()[index];
    d->running = true;
    d->startedAt = microsecondsSinceEpoch();
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

Table &Server::table() const { return d->table; }

MonitorSource &Server::monitorSource() { return d->monitor; }

Totals Server::finalTotals() const
{
    Totals all;
    for (int index = 0; d->pool && index < d->pool->size(); ++index)
        all += d->pool->worker(index).totals();
    return all;
}

} // namespace porthole
