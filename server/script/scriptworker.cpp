// SPDX-License-Identifier: MIT
#include "server/script/scriptworker.h"

#include "server/core/logging.h"
#include "server/server.h"

#include <algorithm>

namespace porthole {

using namespace std::chrono_literals;

namespace {

constexpr auto retirement = 30s; ///< that handlers of a replaced script may still wait
constexpr size_t mostRetired = 8;

thread_local std::unique_ptr<ScriptWorker> currentWorker;

/// Waits for what a handler that is nobody's has left.
QCoro::Task<> finish(QCoro::Task<> rest)
{
    try {
        co_await rest;
    } catch (const ScriptError &error) {
        if (ScriptWorker *worker = ScriptWorker::current(); worker && worker->engine())
            worker->engine()->report(error);
    }
}

} // namespace

ScriptWorker *ScriptWorker::current() { return currentWorker.get(); }
void ScriptWorker::setCurrent(std::unique_ptr<ScriptWorker> worker) { currentWorker = std::move(worker); }

QString ScriptWorker::prepare(const std::shared_ptr<const Bundle> &bundle)
{
    m_next = std::make_unique<ScriptEngine>(m_shared, bundle, ScriptEngine::Role::Worker, m_index);
    const Result<> loaded = m_next->load();
    return loaded ? QString() : loaded.error().message;
}

void ScriptWorker::takeOver()
{
    std::unique_ptr<ScriptEngine> old = std::exchange(m_engine, std::exchange(m_next, nullptr));
    const bool isFirst = !old;
    QString state = QStringLiteral("{}");
    if (old) {
        try {
            state = old->state();
        } catch (const ScriptError &error) {
            m_engine->report(error);
        }
        retire(std::move(old));
    }
    QList<ClientId> clients;
    for (const quint64 client : m_clients)
        clients.append(ClientId{client});
    std::sort(clients.begin(), clients.end());
    try {
        m_engine->begin();
        if (auto rest = isFirst ? std::nullopt : m_engine->reload(state, clients))
            finish(std::move(*rest));
    } catch (const ScriptError &error) {
        m_engine->report(error);
    }
}

void ScriptWorker::runAlone(const QString &event)
{
    try {
        if (auto rest = m_engine->event(event))
            finish(std::move(*rest));
    } catch (const ScriptError &error) {
        m_engine->report(error);
    }
}

void ScriptWorker::left(ClientId client)
{
    m_clients.erase(client.value);
    m_engine->gone(client);
}

// Its handlers that wait go on as they were; the last of them closes the door.
void ScriptWorker::retire(std::unique_ptr<ScriptEngine> engine)
{
    try {
        engine->retire();
    } catch (const ScriptError &error) {
        m_engine->report(error);
    }
    m_retired.push_back(std::move(engine));
    letGo();
    if (m_retired.size() > mostRetired)
        m_retired.erase(m_retired.begin());
    if (m_retired.empty())
        return;
    m_shared.server.after(retirement, [engine = m_retired.back().get()] {
        if (ScriptWorker *worker = current())
            std::erase_if(worker->m_retired, [engine](const auto &owned) { return owned.get() == engine; });
    });
}

void ScriptWorker::letGo()
{
    std::erase_if(m_retired, [](const auto &engine) { return engine->isDone(); });
}

} // namespace porthole
