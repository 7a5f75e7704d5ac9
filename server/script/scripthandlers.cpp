// SPDX-License-Identifier: MIT
#include "server/script/json.h"
#include "server/script/script.h"
#include "server/server.h"

// What the script is told, and when.
namespace porthole {

namespace {

using Rest = ScriptEngine::Rest;

ScriptEngine *engine()
{
    ScriptWorker *worker = ScriptWorker::current();
    return worker ? worker->engine() : nullptr;
}

/// A handler that gives the client's number.
auto ofClient(const char *event)
{
    return [name = QString::fromLatin1(event)](const ClientId &client) -> Rest {
        ScriptEngine *script = engine();
        return script ? script->event(name, {double(client.value)}) : std::nullopt;
    };
}

/// What the script waits for outlives the script's own timers of the client, which end with it.
auto ofClosed(const char *event)
{
    return [name = QString::fromLatin1(event)](const Closed &closed) -> Rest {
        ScriptEngine *script = engine();
        if (!script)
            return std::nullopt;
        ScriptWorker::current()->left(closed.client);
        return script->event(name, toJson(closed));
    };
}

Rest workerMessage(int from, const QVariant &value)
{
    ScriptWorker *worker = ScriptWorker::current();
    if (!worker)
        return std::nullopt;
    if (value.metaType() == QMetaType::fromType<ScriptOrder>()) {
        value.value<ScriptOrder>()(*worker);
        return std::nullopt;
    }
    return worker->engine()->workerMessage(jsonText(QJsonArray{QJsonValue::fromVariant(value)}), from);
}

} // namespace

void Script::install()
{
    m_server.onWorkerStart([this](int index) -> Rest {
        auto worker = std::make_unique<ScriptWorker>(m_shared, index);
        const QString error = worker->prepare(m_bundle);
        worker->takeOver();
        ScriptWorker::setCurrent(std::move(worker));
        if (!error.isEmpty())
            throw ScriptError(error);
        return engine()->event(QStringLiteral("workerStart"), {index});
    });
    m_server.onWorkerStop([](int index) {
        if (ScriptEngine *script = engine())
            script->event(QStringLiteral("workerStop"), {index});
        ScriptWorker::setCurrent(nullptr);
    });
    m_server.onWorkerMessage([](int, int from, const QVariant &value) -> Rest { return workerMessage(from, value); });
    m_server.onHandshake([](const Request &request) -> QCoro::Task<Upgrade> {
        if (ScriptEngine *script = engine())
            co_return co_await script->decide(request);
        co_return Upgrade::reject(503);
    });
    m_server.onRequest([](const HttpRequest &request) -> QCoro::Task<HttpReply> {
        if (ScriptEngine *script = engine())
            co_return co_await script->decide(request);
        co_return HttpReply::text(QStringLiteral("The server stops."), 503);
    });
    m_server.onOpen([](const Request &request) -> Rest {
        ScriptEngine *script = engine();
        if (!script)
            return std::nullopt;
        ScriptWorker::current()->opened(request.client);
        return script->event(QStringLiteral("open"), toJson(request));
    });
    m_server.onMessage([](const Frame &frame) -> Rest {
        ScriptEngine *script = engine();
        return script ? script->message(frame) : std::nullopt;
    });
    m_server.onBufferFull(ofClient("bufferFull"));
    m_server.onDrain(ofClient("drain"));
    m_server.onClose(ofClosed("close"));
    m_server.onDisconnect(ofClosed("disconnect"));
}

} // namespace porthole
