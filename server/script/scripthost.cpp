// SPDX-License-Identifier: MIT
#include "server/script/scripthost.h"

#include "server/core/text.h"
#include "server/script/json.h"
#include "server/script/scriptengine.h"
#include "server/server.h"

#include <QNetworkAccessManager>

// Clients and the server.
namespace porthole {

namespace {

constexpr int notNow = -1;

Message text(const QString &text) { return text; }

QVariantList numbers(const QList<ClientId> &ids)
{
    QVariantList list;
    list.reserve(ids.size());
    for (const ClientId id : ids)
        list.append(double(id.value));
    return list;
}

QString sentence(const Result<> &result) { return result ? QString() : result.error().message; }

} // namespace

ScriptHost::ScriptHost(Server &server, ScriptEngine &engine) : m_server(server), m_engine(engine) { }
ScriptHost::~ScriptHost() = default;

PushResult ScriptHost::push(double client, Opcode opcode, QByteArrayView payload)
{
    return m_server.push(clientOf(client), opcode, payload);
}

int ScriptHost::pushText(double client, const QString &text)
{
    if (!m_engine.isActing() || !isClient(client))
        return notNow - int(PushResult::UnknownClient);
    return int(push(client, Opcode::Text, m_engine.encoded(text)));
}

int ScriptHost::pushBytes(double client, const QByteArray &bytes)
{
    if (!m_engine.isActing() || !isClient(client))
        return notNow - int(PushResult::UnknownClient);
    return int(push(client, Opcode::Binary, bytes));
}

int ScriptHost::broadcastText(const QString &payload, double except)
{
    return int(m_server.broadcast(text(payload), clientOf(except)));
}

int ScriptHost::broadcastBytes(const QByteArray &bytes, double except)
{
    return int(m_server.broadcast(Message::binary(bytes), clientOf(except)));
}

int ScriptHost::publishText(const QString &room, const QString &payload, double except)
{
    return int(m_server.publish(room, text(payload), clientOf(except)));
}

int ScriptHost::publishBytes(const QString &room, const QByteArray &bytes, double except)
{
    return int(m_server.publish(room, Message::binary(bytes), clientOf(except)));
}

QStringList ScriptHost::results() const
{
    QStringList names;
    for (size_t index = 0; index < pushResultCount; ++index)
        names.append(porthole::text(name(PushResult(index))));
    return names;
}

QString ScriptHost::join(double client, const QString &room) { return sentence(m_server.join(clientOf(client), room)); }
bool ScriptHost::leave(double client, const QString &room) { return m_server.leave(clientOf(client), room); }
QVariantList ScriptHost::members(const QString &room) const { return numbers(m_server.members(room)); }
QStringList ScriptHost::rooms(double client) const { return m_server.rooms(clientOf(client)); }

QString ScriptHost::disconnect(double client, int code, const QString &reason)
{
    return sentence(m_server.disconnect(clientOf(client), quint16(code), reason));
}

bool ScriptHost::close(double client) { return m_server.close(clientOf(client)); }
bool ScriptHost::exists(double client) const { return m_server.exists(clientOf(client)); }
bool ScriptHost::isEstablished(double client) const { return m_server.isEstablished(clientOf(client)); }

bool ScriptHost::isHere(double client) const
{
    const auto info = m_server.clientInfo(clientOf(client));
    return info && info->worker == worker();
}

QString ScriptHost::clientInfo(double client) const
{
    const auto info = m_server.clientInfo(clientOf(client));
    return info ? jsonText(toJson(*info)) : QString();
}

QVariantList ScriptHost::clients(double after, int limit) const
{
    return numbers(m_server.clients(clientOf(after), limit));
}

QVariantList ScriptHost::heartbeat(double silence, bool close)
{
    return numbers(m_server.heartbeat(std::chrono::milliseconds(qint64(silence)), close));
}

bool ScriptHost::bind(double client, const QString &user) { return m_server.bind(clientOf(client), user); }
QVariantList ScriptHost::clientsOf(const QString &user) const { return numbers(m_server.clientsOf(user)); }

bool ScriptHost::setValue(double client, const QString &json)
{
    return m_server.setValue(clientOf(client), parsedJson(json).toVariant());
}

QString ScriptHost::value(double client) const
{
    const QVariant value = m_server.value(clientOf(client));
    return value.isValid() ? jsonText(QJsonArray{QJsonValue::fromVariant(value)}) : QString();
}

double ScriptHost::queuedBytes(double client) const { return double(m_server.queuedBytes(clientOf(client))); }

void ScriptHost::pause(double client, bool on)
{
    if (on)
        m_server.pause(clientOf(client));
    else
        m_server.resume(clientOf(client));
}

void ScriptHost::protect(double client, bool on) { m_server.protect(clientOf(client), on); }

QStringList ScriptHost::urls() const { return m_server.urls(); }
int ScriptHost::port() const { return m_server.port(); }
int ScriptHost::worker() const { return m_engine.worker(); }
int ScriptHost::workers() const { return m_server.settings().workers; }

bool ScriptHost::sendMessage(int worker, const QString &json)
{
    return m_server.sendMessage(worker, parsedJson(json).toVariant());
}

} // namespace porthole
