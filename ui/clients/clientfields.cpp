// SPDX-License-Identifier: MIT
#include "ui/clients/clientfields.h"

#include <algorithm>

namespace porthole {

namespace {

QString plain(std::string_view name) { return QString::fromLatin1(name.data(), qsizetype(name.size())); }

bool isNumberOf(ClientId id, const QString &text)
{
    const QString number = QString::number(id.value);
    return id && (text == number || text == QLatin1Char('#') + number);
}

FilterValue known(bool isKnown, qint64 value) { return isKnown ? FilterValue(value) : FilterValue(); }

QList<FilterField> ofBoth()
{
    using enum FilterKind;
    return {
        {ClientFields::Id,
         QStringLiteral("id"),
         Client,
         ClientFields::tr("number of the client"),
         {},
         QStringLiteral("client")},
        {ClientFields::Peer, QStringLiteral("peer"), Text, ClientFields::tr("address and port")},
        {ClientFields::Path, QStringLiteral("path"), Text, ClientFields::tr("path of its request")},
        {ClientFields::Subprotocol, QStringLiteral("subprotocol"), Text, ClientFields::tr("as agreed on")},
        {ClientFields::User, QStringLiteral("user"), Text, ClientFields::tr("whose it is")},
        {ClientFields::Room, QStringLiteral("room"), Text, ClientFields::tr("one of the rooms it is in")},
        {ClientFields::Connected, QStringLiteral("connected"), Span, ClientFields::tr("for how long, like 5min")},
        {ClientFields::Idle, QStringLiteral("idle"), Span, ClientFields::tr("since its last message, like 30s")},
        {ClientFields::In, QStringLiteral("in"), Number, ClientFields::tr("messages received from it")},
        {ClientFields::Out, QStringLiteral("out"), Number, ClientFields::tr("messages sent to it")},
        {ClientFields::BytesIn, QStringLiteral("bytesin"), Size, ClientFields::tr("payload received from it, like 1M")},
        {ClientFields::BytesOut, QStringLiteral("bytesout"), Size, ClientFields::tr("payload sent to it, like 1M")},
        {ClientFields::Queued, QStringLiteral("queued"), Size,
         ClientFields::tr("bytes that wait to be sent, like 64k")},
        {ClientFields::Rtt, QStringLiteral("rtt"), Span, ClientFields::tr("from ping to pong, like 50ms")},
        {ClientFields::Worker, QStringLiteral("worker"), Number, ClientFields::tr("thread that serves it")},
        {ClientFields::Engine, QStringLiteral("engine"), Text, ClientFields::tr("qt or native")},
        {ClientFields::Compression, QStringLiteral("compression"), Text,
         ClientFields::tr("as agreed on, like deflate")},
    };
}

QList<FilterField> ofClosed()
{
    using enum FilterKind;
    return {
        {ClientFields::Time, QStringLiteral("time"), Time, ClientFields::tr("when it was closed")},
        {ClientFields::Code, QStringLiteral("code"), Number, ClientFields::tr("close code, like 1006")},
        {ClientFields::Reason, QStringLiteral("reason"), Text, ClientFields::tr("close reason")},
        {ClientFields::ClosedFor, QStringLiteral("cause"), Text,
         ClientFields::tr("why it was closed, like \"slow consumer\"")},
        {ClientFields::By,
         QStringLiteral("by"),
         Choice,
         ClientFields::tr("who closed it"),
         {QStringLiteral("client"), QStringLiteral("server"), QStringLiteral("network")}},
    };
}

} // namespace

FilterFields ClientFields::all() { return FilterFields(ofBoth() + ofClosed()); }

FilterValue ClientFilterRow::value(int field) const
{
    switch (field) {
    case ClientFields::Id: return qint64(m_client.id.value);
    case ClientFields::Peer: return m_client.peer;
    case ClientFields::Path: return m_client.path;
    case ClientFields::Subprotocol: return m_client.subprotocol;
    case ClientFields::User: return m_client.user;
    case ClientFields::Room: return m_client.rooms;
    case ClientFields::Connected: return m_now - m_client.connectedAt;
    case ClientFields::Idle: return m_now - std::max(m_client.lastActive, m_client.connectedAt);
    case ClientFields::Engine: return m_client.engine;
    case ClientFields::Compression: return m_client.compression;
    default: return figure(field);
    }
}

FilterValue ClientFilterRow::figure(int field) const
{
    switch (field) {
    case ClientFields::In: return qint64(m_client.messagesIn);
    case ClientFields::Out: return qint64(m_client.messagesOut);
    case ClientFields::BytesIn: return qint64(m_client.bytesIn);
    case ClientFields::BytesOut: return qint64(m_client.bytesOut);
    case ClientFields::Queued: return m_client.queuedBytes;
    case ClientFields::Rtt: return known(m_client.rtt >= 0, m_client.rtt);
    case ClientFields::Worker: return qint64(m_client.worker);
    default: return {};
    }
}

bool ClientFilterRow::holds(const TextSearch &text) const
{
    return text.isIn(m_client.peer) || text.isIn(m_client.path) || text.isIn(m_client.subprotocol)
        || text.isIn(m_client.user) || text.isIn(m_client.rooms.join(QLatin1Char('\n')))
        || isNumberOf(m_client.id, text.text());
}

FilterValue ClosedFilterRow::value(int field) const
{
    const ClosedRow &row = m_client.row;
    const bool wasOpen = row.connectedAt != 0;
    switch (field) {
    case ClientFields::Id: return known(bool(row.closed.client), qint64(row.closed.client.value));
    case ClientFields::Peer: return row.peer;
    case ClientFields::Path: return row.path;
    case ClientFields::Connected: return known(wasOpen, row.time - row.connectedAt);
    case ClientFields::Idle: return {};
    case ClientFields::Time: return row.time;
    case ClientFields::Code: return known(wasOpen, row.closed.code);
    case ClientFields::Reason: return row.closed.reason;
    case ClientFields::ClosedFor: return plain(name(row.closed.cause));
    case ClientFields::By: return qint64(row.closed.initiator);
    default: return wasOpen ? ClientFilterRow(m_client.last, row.time).value(field) : FilterValue();
    }
}

bool ClosedFilterRow::holds(const TextSearch &text) const
{
    const Closed &closed = m_client.row.closed;
    return text.isIn(m_client.row.peer) || text.isIn(m_client.row.path) || text.isIn(closed.reason)
        || text.isIn(plain(name(closed.cause))) || text.isIn(m_client.last.user)
        || isNumberOf(closed.client, text.text())
        || (m_client.row.connectedAt && text.text() == QString::number(closed.code));
}

} // namespace porthole
