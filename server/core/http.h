// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <QIODevice>

#include <memory>
#include <optional>

class QJsonArray;
class QJsonObject;

// The values of HTTP on a WebSocket's port: what comes, and what it is answered with.
namespace porthole {

/// A whole HTTP request that asks for no WebSocket (RFC 9110 9): GET, HEAD, POST or OPTIONS.
struct HttpRequest : Request
{
    QByteArray body; ///< decoded, at most settings.bodyMaxBytes
};

/// The answer to an HTTP request. Content-Length, Date and Connection are written for you; a field `Connection: close`
/// has the connection closed after it. HEAD, 204, 205 and 304 are answered without a body, whatever is in it.
/// Threads: a value, but for the device, which goes to the worker that was asked.
struct HttpReply
{
    int status = 200; ///< 200 to 599
    QList<Header> headers = {};
    QByteArray body = {};
    std::shared_ptr<QIODevice> device = {}; ///< instead of the body: read from where it stands, a piece at a time
    qint64 deviceBytes = 0;                 ///< how many of the device's; when it has fewer the connection is cut

    static HttpReply text(const QString &text, int status = 200);
    static HttpReply html(const QString &html, int status = 200);
    static HttpReply json(const QJsonObject &json, int status = 200);
    static HttpReply json(const QJsonArray &json, int status = 200);
};

/// What becomes of an opening handshake (RFC 6455 4.2.2).
/// Threads: a value.
class Upgrade final
{
public:
    /// Opens it, with the subprotocol that was agreed on by settings.subprotocols.
    static Upgrade accept() { return {{.status = 101}, {}}; }
    /// Opens it with a subprotocol of those offered, or with none when empty, and more fields in the answer, such as
    /// {"Set-Cookie", cookie.toRawForm()}.
    static Upgrade accept(QString subprotocol, QList<Header> headers = {})
    {
        return {{.status = 101, .headers = std::move(headers)}, std::move(subprotocol)};
    }
    /// Answers with that status, of 200 to 599, and closes; an empty body is made a sentence.
    static Upgrade reject(int status = 403, QByteArray body = {}, QList<Header> headers = {});

    bool isAccepted() const { return m_reply.status == 101; }
    const std::optional<QString> &subprotocol() const { return m_subprotocol; } ///< nothing: the one agreed on
    const HttpReply &reply() const { return m_reply; } ///< status, more fields and body of the answer

private:
    Upgrade(HttpReply reply, std::optional<QString> subprotocol)
        : m_reply(std::move(reply)), m_subprotocol(std::move(subprotocol))
    { }

    HttpReply m_reply;
    std::optional<QString> m_subprotocol;
};

} // namespace porthole
