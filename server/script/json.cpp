// SPDX-License-Identifier: MIT
#include "server/script/json.h"

#include "server/core/text.h"

#include <QUrlQuery>

namespace porthole {

namespace {

QString readable(const QByteArray &bytes) { return QString::fromUtf8(bytes); }

QJsonObject fields(const Headers &headers)
{
    QJsonObject object;
    for (const Header &header : headers.fields()) {
        const QString name = QString::fromLatin1(header.name).toLower();
        const QString before = object[name].toString();
        const QString value = readable(header.value);
        object[name] = before.isEmpty() ? value : before + QStringLiteral(", ") + value;
    }
    return object;
}

QJsonObject queryOf(const QString &query)
{
    QJsonObject object;
    QString spaced = query;
    spaced.replace(QLatin1Char('+'), QLatin1String("%20"));
    for (const auto &[name, value] : QUrlQuery(spaced).queryItems(QUrl::FullyDecoded)) {
        if (!object.contains(name))
            object[name] = value;
    }
    return object;
}

QJsonObject cookiesOf(const Request &request)
{
    QJsonObject object;
    for (const Header &cookie : request.cookies()) {
        if (!object.contains(readable(cookie.name)))
            object[readable(cookie.name)] = readable(cookie.value);
    }
    return object;
}

double milliseconds(qint64 microseconds) { return double(microseconds) / 1000; }

QList<Header> headersOf(const QJsonObject &head)
{
    QList<Header> headers;
    for (const QJsonValue field : head[QStringLiteral("headers")].toArray())
        headers.append({field[0].toString().toUtf8(), field[1].toString().toUtf8()});
    return headers;
}

} // namespace

QJsonObject toJson(const Request &request)
{
    return {{QStringLiteral("client"), double(request.client.value)},
            {QStringLiteral("method"), readable(request.method)},
            {QStringLiteral("target"), readable(request.target)},
            {QStringLiteral("path"), request.path},
            {QStringLiteral("query"), queryOf(request.query)},
            {QStringLiteral("queryString"), request.query},
            {QStringLiteral("headers"), fields(request.headers)},
            {QStringLiteral("cookies"), cookiesOf(request)},
            {QStringLiteral("subprotocol"), request.subprotocol},
            {QStringLiteral("peerAddress"), request.peerAddress.toString()},
            {QStringLiteral("peerPort"), request.peerPort},
            {QStringLiteral("listener"), request.listener},
            {QStringLiteral("secure"), request.secure},
            {QStringLiteral("certificate"), readable(request.certificate)}};
}

QJsonObject toJson(const Closed &closed)
{
    return {{QStringLiteral("client"), double(closed.client.value)},
            {QStringLiteral("code"), closed.code},
            {QStringLiteral("reason"), closed.reason},
            {QStringLiteral("clean"), closed.clean},
            {QStringLiteral("initiator"), text(name(closed.initiator))},
            {QStringLiteral("cause"), text(name(closed.cause))},
            {QStringLiteral("systemError"), closed.systemError}};
}

QJsonObject toJson(const ClientInfo &info)
{
    return {{QStringLiteral("client"), double(info.client.value)},
            {QStringLiteral("worker"), info.worker},
            {QStringLiteral("status"), text(name(info.status))},
            {QStringLiteral("user"), info.user},
            {QStringLiteral("value"), QJsonValue::fromVariant(info.value)},
            {QStringLiteral("rooms"), QJsonArray::fromStringList(info.rooms)},
            {QStringLiteral("peerAddress"), info.peerAddress.toString()},
            {QStringLiteral("peerPort"), info.peerPort},
            {QStringLiteral("listener"), info.listener},
            {QStringLiteral("serverPort"), info.serverPort},
            {QStringLiteral("secure"), info.secure},
            {QStringLiteral("certificate"), readable(info.certificate)},
            {QStringLiteral("path"), info.path},
            {QStringLiteral("query"), queryOf(info.query)},
            {QStringLiteral("headers"), fields(info.headers)},
            {QStringLiteral("subprotocol"), info.subprotocol},
            {QStringLiteral("engine"), info.engine},
            {QStringLiteral("compression"), info.compression},
            {QStringLiteral("connectedAt"), milliseconds(info.connectedAt)},
            {QStringLiteral("lastReceived"), milliseconds(info.lastReceived)},
            {QStringLiteral("lastSent"), milliseconds(info.lastSent)},
            {QStringLiteral("lastHandled"), milliseconds(info.lastHandled)},
            {QStringLiteral("messagesIn"), double(info.messagesIn)},
            {QStringLiteral("messagesOut"), double(info.messagesOut)},
            {QStringLiteral("bytesIn"), double(info.bytesIn)},
            {QStringLiteral("bytesOut"), double(info.bytesOut)},
            {QStringLiteral("waitingBytes"), double(info.waitingBytes)},
            {QStringLiteral("queuedBytes"), double(info.queuedBytes)},
            {QStringLiteral("rtt"), info.rtt < 0 ? QJsonValue() : QJsonValue(milliseconds(info.rtt))},
            {QStringLiteral("isProtected"), info.isProtected}};
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonValue parsedJson(const QString &json)
{
    // A document holds an object or an array only.
    return QJsonDocument::fromJson('[' + json.toUtf8() + ']').array().at(0);
}

Upgrade upgradeOf(const QString &json, const QByteArray &body, const QString &agreed)
{
    const QJsonObject head = parsedJson(json).toObject();
    const int status = head[QStringLiteral("status")].toInt();
    const QList<Header> headers = headersOf(head);
    if (status != 101)
        return Upgrade::reject(status, body, headers);
    const QJsonValue subprotocol = head[QStringLiteral("subprotocol")];
    return Upgrade::accept(subprotocol.isString() ? subprotocol.toString() : agreed, headers);
}

HttpReply replyOf(const QString &json, const QByteArray &body)
{
    const QJsonObject head = parsedJson(json).toObject();
    return {.status = head[QStringLiteral("status")].toInt(), .headers = headersOf(head), .body = body};
}

} // namespace porthole
