// SPDX-License-Identifier: MIT
// What becomes of handshakes and requests; the rest is in worker.cpp.
#include "server/worker.h"

#include "server/core/logging.h"
#include "server/engine/httpcheck.h"
#include "server/files/staticfiles.h"

namespace porthole {

namespace {

/// The answer where no handler is.
HttpReply unserved(const HttpRequest &request, bool hasFiles)
{
    const Header allow{"Allow", "GET, HEAD, OPTIONS"};
    if (hasFiles && request.method == "OPTIONS")
        return {.status = 204, .headers = {allow}};
    if (!hasFiles || request.method != "POST")
        return HttpReply::text(QStringLiteral("There is nothing here; this server speaks WebSocket."), 404);
    HttpReply reply = HttpReply::text(QStringLiteral("Files can only be read here."), 405);
    reply.headers.append(allow);
    return reply;
}

} // namespace

bool Worker::runHandshake(const Request &request)
{
    const auto slot = std::make_shared<std::optional<Upgrade>>();
    const auto decide = [this, request, slot] {
        if (Client *client = find(request.client))
            client->decided(decisionOn(request, *slot));
    };
    return run({request.client, {}, decide}, m_handlers.handshake.into(slot), request);
}

Decision Worker::decisionOn(const Request &request, const std::optional<Upgrade> &upgrade)
{
    Decision failed{Upgrade::reject(500, "The server could not decide on this handshake.\n"), Cause::HandlerError};
    if (!upgrade)
        return failed;
    if (const auto checked = check(*upgrade, request); !checked) {
        handlerFailed(request.client, checked.error().message);
        return failed;
    }
    return {*upgrade};
}

bool Worker::runRequest(const HttpRequest &request, const QString &documentRoot)
{
    ++m_totals.requests;
    const auto slot = std::make_shared<std::optional<HttpReply>>();
    if (!documentRoot.isEmpty())
        *slot = StaticFiles(documentRoot).serve(request);
    const bool isFile = slot->has_value();
    if (!isFile && !m_handlers.request)
        *slot = unserved(request, !documentRoot.isEmpty());
    const auto answer = [this, request, slot, isFile] {
        if (Client *client = find(request.client))
            client->answered(isFile ? Answer{*std::move(*slot)} : answerTo(request, *slot));
    };
    return run({request.client, {}, answer}, isFile ? Handler<HttpRequest>() : m_handlers.request.into(slot), request);
}

Answer Worker::answerTo(const HttpRequest &request, const std::optional<HttpReply> &reply)
{
    Answer failed{HttpReply::text(QStringLiteral("The server could not answer this request."), 500),
                  Cause::HandlerError};
    if (!reply)
        return failed;
    if (const auto checked = check(*reply); !checked) {
        handlerFailed(request.client, checked.error().message);
        return failed;
    }
    qCDebug(lcClient).nospace() << request.client << ' ' << request.method << ' ' << request.target << ' '
                                << reply->status;
    return {*reply};
}

} // namespace porthole
