// SPDX-License-Identifier: MIT
#include "ui/operate/operations.h"

#include "ui/shared/format.h"

#include <QSettings>

namespace porthole {

static constexpr QLatin1String readOnlyKey("operate/readOnly");

Operations::Operations(Monitor &monitor, QObject *parent)
    : QObject(parent), m_monitor(monitor), m_readOnly(QSettings().value(readOnlyKey, false).toBool())
{
    connect(&m_monitor, &Monitor::finished, this, &Operations::take);
}

void Operations::setReadOnly(bool on)
{
    if (on == m_readOnly)
        return;
    m_readOnly = on;
    QSettings().setValue(readOnlyKey, on);
    Q_EMIT readOnlyChanged(on);
}

Operations::Id Operations::begin(OperationKind kind, const QString &target, const QString &what)
{
    if (m_readOnly)
        return 0;
    m_audit.begin(++m_lastId, kind, target, what);
    return m_lastId;
}

Operations::Id Operations::push(const QList<Parcel> &parcels, const QString &target, const QString &what)
{
    const Id id = begin(OperationKind::Push, target, what);
    if (id)
        send(id, parcels);
    return id;
}

bool Operations::pushAgain(Id id, const QList<Parcel> &parcels)
{
    if (m_readOnly)
        return false;
    m_audit.beginRound(id);
    send(id, parcels);
    return true;
}

void Operations::send(Id id, const QList<Parcel> &parcels)
{
    for (const Parcel &parcel : parcels)
        await(id, parcel.toAll ? m_monitor.broadcast(parcel.message) : m_monitor.push(parcel.clients, parcel.message));
}

Operations::Id Operations::ping(const QList<ClientId> &clients)
{
    const Id id = begin(OperationKind::Ping, nameOf(clients), {});
    if (id)
        await(id, m_monitor.push(clients, Message::ping()));
    return id;
}

Operations::Id Operations::disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason)
{
    const Id id = begin(OperationKind::Disconnect, nameOf(clients),
                        reason.isEmpty() ? QString::number(code) : QStringLiteral("%1 %2").arg(code).arg(reason));
    if (id)
        await(id, m_monitor.disconnectClients(clients, code, reason));
    return id;
}

void Operations::await(Id id, Monitor::ActionId action)
{
    m_actions.insert(action, id);
    ++m_rounds[id].waiting;
}

void Operations::take(Monitor::ActionId action, const ActionResult &part)
{
    const Id id = m_actions.take(action);
    const auto found = m_rounds.find(id);
    if (found == m_rounds.end())
        return;
    for (size_t each = 0; each < part.counts.size(); ++each)
        found->result.counts[each] += part.counts[each];
    if (!part.error.isEmpty())
        found->result.error = part.error;
    if (--found->waiting > 0)
        return;
    const ActionResult result = found->result;
    m_rounds.erase(found);
    m_audit.finish(id, result);
    Q_EMIT finished(id, result);
}

QString Operations::nameOf(const QList<ClientId> &clients)
{
    if (clients.size() == 1)
        return Format::client(clients.front());
    return tr("%Ln client(s)", nullptr, int(clients.size()));
}

QString Operations::describe(const Message &message)
{
    static constexpr qsizetype longest = 200;
    const QByteArray begin = message.payload().left(longest);
    const QString shown = message.opcode() == Opcode::Binary ? QString::fromLatin1(begin.left(longest / 4).toHex(' '))
                                                             : QString::fromUtf8(begin).simplified();
    const QString more = message.size() > longest ? QStringLiteral("…") : QString();
    return QStringLiteral("%1, %2: %3%4")
        .arg(Format::opcode(message.opcode()), Format::bytes(message.size()), shown, more);
}

} // namespace porthole
