// SPDX-License-Identifier: MIT
#include "ui/operate/operations.h"

#include "ui/shared/format.h"
#include "ui/shared/serversentences.h"

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

Operations::Id Operations::startServer()
{
    const Id id = begin(OperationKind::Start, tr("server"), m_monitor.setup().handler);
    if (id)
        await(id, m_monitor.start(m_monitor.setup()));
    return id;
}

Operations::Id Operations::stopServer()
{
    const Id id = begin(OperationKind::Stop, tr("server"), m_monitor.state().url);
    if (id)
        await(id, m_monitor.stop());
    return id;
}

Operations::Id Operations::restartServer() { return m_restarting = stopServer(); }

QString Operations::difference(const ServerSetup &before, const ServerSetup &after)
{
    QStringList parts;
    const auto note = [&parts](const QString &name, const QString &from, const QString &to) {
        if (from != to)
            parts.append(QStringLiteral("%1: %2 → %3").arg(name, from, to));
    };
    note(tr("handler"), before.handler, after.handler);
    for (const QString &name : Settings::names()) {
        if (name != QLatin1String("tlsPassphrase"))
            note(name, before.settings.value(name), after.settings.value(name));
    }
    return parts.join(QStringLiteral(", "));
}

Operations::Id Operations::changeServer(const ServerSetup &setup)
{
    const QString what = difference(m_monitor.setup(), setup);
    if (what.isEmpty() && m_monitor.state().phase == ServerPhase::Running)
        return 0;
    const Id id = begin(OperationKind::Change, tr("server"), what);
    if (id)
        await(id, m_monitor.start(setup));
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
        found->result.error = ServerSentences::translated(part.error);
    if (--found->waiting > 0)
        return;
    const ActionResult result = found->result;
    m_rounds.erase(found);
    m_audit.finish(id, result);
    Q_EMIT finished(id, result);
    if (id == m_restarting) {
        m_restarting = 0;
        if (result.error.isEmpty())
            startServer();
    }
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
