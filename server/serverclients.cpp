// SPDX-License-Identifier: MIT
#include "server/frames.h"
#include "server/serverprivate.h"

// The part of Server that is about its clients.
namespace porthole {

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

PushResult Server::push(ClientId client, const Message &message)
{
    if (!d->pool || !client)
        return PushResult::UnknownClient;
    if (!isPushable(message.opcode(), message.isLast(), message.size()))
        return PushResult::NotAllowed;
    Worker &worker = d->pool->workerOf(client);
    if (!d->isHere(worker))
        return worker.pushFromAfar(client, message);
    return message.isLast() ? worker.push(client, message.opcode(), message.payload())
                            : worker.push(client, EncodedMessage::of(message));
}

PushResult Server::push(ClientId client, Opcode opcode, QByteArrayView payload)
{
    if (!d->pool || !client)
        return PushResult::UnknownClient;
    Worker &worker = d->pool->workerOf(client);
    return d->isHere(worker) ? worker.push(client, opcode, payload) : push(client, {opcode, payload.toByteArray()});
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
    return presence && presence->isEstablished();
}

std::optional<ClientInfo> Server::clientInfo(ClientId client) const
{
    if (!d->pool || !client)
        return std::nullopt;
    Worker &worker = d->pool->workerOf(client);
    std::optional<ClientInfo> info = worker.directory().info(client);
    if (!info)
        return std::nullopt;
    info->worker = worker.index();
    info->engine = worker.engineName();
    if (const auto presence = worker.directory().find(client))
        info->serverPort = d->portOf(presence->listener);
    return info;
}

QList<ClientId> Server::clients(ClientId after, int limit) const
{
    if (limit <= 0)
        return {};
    return d->gathered([=](const Directory &directory) { return directory.after(after, limit); }).mid(0, limit);
}

QList<ClientId> Server::heartbeat(std::chrono::milliseconds silence, bool close)
{
    const auto silent = d->gathered([silence](const Directory &directory) { return directory.silentFor(silence); });
    for (const ClientId client : close ? silent : QList<ClientId>()) {
        Worker &worker = d->pool->workerOf(client);
        d->onWorker(worker, [&worker, client] {
            return worker.disconnect(client, quint16(CloseCode::GoingAway), QStringLiteral("idle"), Cause::Idle);
        });
    }
    return silent;
}

bool Server::bind(ClientId client, const QString &user)
{
    if (!d->pool || !client)
        return false;
    Worker &worker = d->pool->workerOf(client);
    if (!worker.directory().bind(client, user))
        return false;
    d->onWorker(worker, [&worker, client] {
        worker.mark(client);
        return true;
    });
    return true;
}

QList<ClientId> Server::clientsOf(const QString &user) const
{
    return d->gathered([&user](const Directory &directory) { return directory.clientsOf(user); });
}

bool Server::setValue(ClientId client, const QVariant &value)
{
    return d->pool && client && d->pool->workerOf(client).directory().setValue(client, value);
}

QVariant Server::value(ClientId client) const
{
    return d->pool && client ? d->pool->workerOf(client).directory().value(client) : QVariant();
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

} // namespace porthole
