// SPDX-License-Identifier: MIT
#include "server/serverprivate.h"

// The part of Server that is about rooms.
namespace porthole {

Result<> Server::join(ClientId client, const QString &room)
{
    if (!Rooms::isName(room))
        return Error{room.isEmpty()
                         ? QStringLiteral("A room needs a name.")
                         : QStringLiteral("The name of a room is longer than %1 bytes.").arg(Rooms::longestName)};
    if (!exists(client))
        return Error{QStringLiteral("There is no client #%1.").arg(client.value)};
    Worker &worker = d->pool->workerOf(client);
    const int most = d->roomsPerClient.load(std::memory_order_relaxed);
    if (!worker.directory().join(client, room, most))
        return Error{
            exists(client)
                ? QStringLiteral("Client #%1 is in %2 rooms, and may not be in more.").arg(client.value).arg(most)
                : QStringLiteral("There is no client #%1.").arg(client.value)};
    d->showRooms(client);
    return {};
}

bool Server::leave(ClientId client, const QString &room)
{
    if (!d->pool || !client || !d->pool->workerOf(client).directory().leave(client, room))
        return false;
    d->showRooms(client);
    return true;
}

void Server::Private::showRooms(ClientId client) const
{
    Worker &worker = pool->workerOf(client);
    onWorker(worker, [&worker, client] {
        worker.mark(client);
        return true;
    });
}

PushResult Server::Private::sendToAll(const Message &message, const std::function<Sending(Worker &)> &sendingOf) const
{
    if (message.size() > messageMaxBytes.load(std::memory_order_relaxed))
        return PushResult::TooBig;
    if (!isPushable(message.opcode(), message.isLast(), message.size()))
        return PushResult::NotAllowed;
    const EncodedMessage encoded = EncodedMessage::of(message);
    PushResult result = PushResult::Sent;
    for (int index = 0; pool && index < pool->size(); ++index) {
        Worker &worker = pool->worker(index);
        Sending send = sendingOf(worker);
        if (send && isHere(worker)) {
            send(encoded);
        } else if (send) {
            worker.post([encoded, send = std::move(send)] { send(encoded); });
            result = PushResult::Queued;
        }
    }
    return result;
}

PushResult Server::broadcast(const Message &message, ClientId except)
{
    return d->sendToAll(message, [except](Worker &worker) -> Private::Sending {
        return [&worker, except](const EncodedMessage &encoded) { worker.broadcastSoon(encoded, except); };
    });
}

// To those who are in the room now, whoever has left or joined when the other workers come to it.
PushResult Server::publish(const QString &room, const Message &message, ClientId except)
{
    return d->sendToAll(message, [&room, except](Worker &worker) -> Private::Sending {
        QList<ClientId> ids = worker.directory().members(room);
        ids.removeOne(except);
        if (ids.isEmpty())
            return {};
        return [&worker, ids = std::move(ids)](const EncodedMessage &encoded) { worker.push(ids, encoded); };
    });
}

QList<ClientId> Server::members(const QString &room) const
{
    return d->gathered([&room](const Directory &directory) { return directory.members(room); });
}

QStringList Server::rooms(ClientId client) const
{
    return d->pool && client ? d->pool->workerOf(client).directory().rooms(client) : QStringList();
}

} // namespace porthole
