// SPDX-License-Identifier: MIT
#include "server/core/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace porthole {

namespace {

HttpReply typed(const char *type, QByteArray body, int status)
{
    return {.status = status, .headers = {{"Content-Type", type}}, .body = std::move(body)};
}

} // namespace

HttpReply HttpReply::text(const QString &text, int status)
{
    return typed("text/plain; charset=utf-8", text.toUtf8() + '\n', status);
}

HttpReply HttpReply::html(const QString &html, int status)
{
    return typed("text/html; charset=utf-8", html.toUtf8(), status);
}

HttpReply HttpReply::json(const QJsonObject &json, int status)
{
    return typed("application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), status);
}

HttpReply HttpReply::json(const QJsonArray &json, int status)
{
    return typed("application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), status);
}

Upgrade Upgrade::reject(int status, QByteArray body, QList<Header> headers)
{
    // 101 would say that it is accepted; whatever cannot be sent is told by its check.
    const int said = status == 101 ? 0 : status;
    HttpReply reply = HttpReply::text(QStringLiteral("The WebSocket handshake was refused."), said);
    if (!body.isEmpty())
        reply = {.status = said, .body = std::move(body)};
    reply.headers += headers;
    return {std::move(reply), {}};
}

} // namespace porthole
