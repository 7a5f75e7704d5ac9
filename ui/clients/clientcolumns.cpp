// SPDX-License-Identifier: MIT
#include "ui/clients/clientcolumns.h"

#include "ui/clients/natural.h"
#include "ui/detail/secrets.h"
#include "ui/shared/format.h"

namespace porthole {

QString ClientColumns::title(int column)
{
    switch (column) {
    case Id: return tr("#");
    case Peer: return tr("Peer");
    case Path: return tr("Path");
    case Subprotocol: return tr("Subprotocol");
    case User: return tr("User");
    case Rooms: return tr("Rooms");
    case Connected: return tr("Connected");
    case Idle: return tr("Idle");
    case MessagesIn: return tr("In");
    case MessagesOut: return tr("Out");
    case BytesIn: return tr("Bytes in");
    case BytesOut: return tr("Bytes out");
    case Queued: return tr("Queued");
    case Rtt: return tr("RTT");
    case Worker: return tr("Worker");
    case Engine: return tr("Engine");
    case Compression: return tr("Compression");
    default: return {};
    }
}

QString ClientColumns::description(int column)
{
    switch (column) {
    case Id: return tr("Number of the client; never given twice");
    case Peer: return tr("Address and port the client comes from");
    case Path: return tr("Path of its request");
    case Subprotocol: return tr("Subprotocol agreed on in the handshake");
    case User: return tr("User that a handler bound it to");
    case Rooms: return tr("Rooms it is in");
    case Connected: return tr("How long it has been connected");
    case Idle: return tr("How long ago its last message went in or out");
    case MessagesIn: return tr("Messages received from it");
    case MessagesOut: return tr("Messages sent to it");
    case BytesIn: return tr("Bytes of payload received from it");
    case BytesOut: return tr("Bytes of payload sent to it");
    case Queued: return tr("Bytes that wait to be sent to it");
    case Rtt: return tr("Time from the last ping to its pong");
    case Worker: return tr("Thread that serves it");
    case Engine: return tr("What speaks WebSocket with it");
    case Compression: return tr("What its messages are compressed with: windows of server and client, contexts kept");
    default: return {};
    }
}

QString ClientColumns::text(const ClientRow &client, int column, qint64 now)
{
    switch (column) {
    case Id: return QString::number(client.id.value);
    case Peer: return client.peer;
    case Path: return maskedPath(client.path);
    case Subprotocol: return client.subprotocol;
    case User: return client.user;
    case Rooms: return client.rooms.join(QStringLiteral(", "));
    case Connected: return Format::span(now - client.connectedAt);
    case Idle: return Format::age(now - std::max(client.lastActive, client.connectedAt));
    case MessagesIn: return Format::count(client.messagesIn);
    case MessagesOut: return Format::count(client.messagesOut);
    case BytesIn: return Format::bytes(qint64(client.bytesIn));
    case BytesOut: return Format::bytes(qint64(client.bytesOut));
    case Queued: return client.queuedBytes ? Format::bytes(client.queuedBytes) : QStringLiteral("0");
    case Rtt: return client.rtt < 0 ? QString() : Format::duration(client.rtt);
    case Worker: return QString::number(client.worker);
    case Engine: return client.engine;
    case Compression: return client.compression;
    default: return {};
    }
}

bool ClientColumns::isNumeric(int column)
{
    return column != Peer && column != Path && column != Subprotocol && column != User && column != Rooms
        && column != Engine && column != Compression;
}

bool ClientColumns::isVolatile(int column) { return column == Idle || (column >= MessagesIn && column <= Rtt); }

bool ClientColumns::isShownAtFirst(int column)
{
    return column == Id || column == Peer || column == Path || column == Idle || column == MessagesIn
        || column == MessagesOut || column == Queued;
}

template<typename T>
static int order(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

static int orderOf(const ClientRow &a, const ClientRow &b, int column)
{
    switch (column) {
    case ClientColumns::Peer: return compareNatural(a.peer, b.peer);
    case ClientColumns::Path: return compareNatural(a.path, b.path);
    case ClientColumns::Subprotocol: return compareNatural(a.subprotocol, b.subprotocol);
    case ClientColumns::User: return compareNatural(a.user, b.user);
    case ClientColumns::Rooms: return compareNatural(a.rooms.join(QLatin1Char(',')), b.rooms.join(QLatin1Char(',')));
    case ClientColumns::Connected: return order(b.connectedAt, a.connectedAt);
    case ClientColumns::Idle: return order(b.lastActive, a.lastActive);
    case ClientColumns::MessagesIn: return order(a.messagesIn, b.messagesIn);
    case ClientColumns::MessagesOut: return order(a.messagesOut, b.messagesOut);
    case ClientColumns::BytesIn: return order(a.bytesIn, b.bytesIn);
    case ClientColumns::BytesOut: return order(a.bytesOut, b.bytesOut);
    case ClientColumns::Queued: return order(a.queuedBytes, b.queuedBytes);
    case ClientColumns::Rtt: return order(a.rtt, b.rtt);
    case ClientColumns::Worker: return order(a.worker, b.worker);
    case ClientColumns::Engine: return compareNatural(a.engine, b.engine);
    case ClientColumns::Compression: return compareNatural(a.compression, b.compression);
    default: return 0;
    }
}

int ClientColumns::compare(const ClientRow &a, const ClientRow &b, int column)
{
    const int first = orderOf(a, b, column);
    return first ? first : order(a.id, b.id);
}

} // namespace porthole
