// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clientinfo.h"
#include "server/core/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The values of the server as scripts are given them. Names are those of the structs. Pure functions.
namespace porthole {

QJsonObject toJson(const Request &request);
QJsonObject toJson(const Closed &closed);
QJsonObject toJson(const ClientInfo &info);

QString jsonText(const QJsonObject &object);
QString jsonText(const QJsonArray &array);
QJsonValue parsedJson(const QString &json);

/// Numbers of clients: a double holds every one that there will be.
inline bool isClient(double number)
{
    constexpr double most = 9007199254740992; // 2^53
    return number >= 1 && number < most && number == double(quint64(number));
}
inline ClientId clientOf(double number) { return isClient(number) ? ClientId{quint64(number)} : ClientId(); }

/// What a script decided: status, headers and body; `agreed` is the subprotocol where it says nothing of one.
Upgrade upgradeOf(const QString &head, const QByteArray &body, const QString &agreed);
HttpReply replyOf(const QString &head, const QByteArray &body);

} // namespace porthole
