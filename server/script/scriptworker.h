// SPDX-License-Identifier: MIT
#pragma once

#include "server/script/scriptengine.h"

#include <QMetaType>

#include <unordered_set>

namespace porthole {

/// The engines of one worker: the one that runs, the one that is about to, and those that still have handlers waiting.
/// Threads: its worker's. Lifetime: from workerStart to workerStop. Errors: as ScriptEngine.
class ScriptWorker final
{
    Q_DISABLE_COPY_MOVE(ScriptWorker)

public:
    ScriptWorker(const ScriptShared &shared, int index) : m_shared(shared), m_index(index) { }
    ~ScriptWorker() = default;

    /// That of the calling thread; nullptr on any but a worker's.
    static ScriptWorker *current();
    static void setCurrent(std::unique_ptr<ScriptWorker> worker);

    ScriptEngine *engine() { return m_engine.get(); }

    QString prepare(const std::shared_ptr<const Bundle> &bundle); ///< why it cannot be; empty when it can
    void discard() { m_next.reset(); }
    void takeOver();
    /// Runs a handler that is nobody's.
    void runAlone(const QString &event);

    void opened(ClientId client) { m_clients.insert(client.value); }
    void left(ClientId client);

private:
    void retire(std::unique_ptr<ScriptEngine> engine);
    void letGo();

    const ScriptShared m_shared;
    const int m_index;
    std::unique_ptr<ScriptEngine> m_engine;
    std::unique_ptr<ScriptEngine> m_next;
    std::vector<std::unique_ptr<ScriptEngine>> m_retired;
    std::unordered_set<quint64> m_clients; ///< its WebSockets
};

/// What the server's thread has a worker do; comes as a worker message.
using ScriptOrder = std::function<void(ScriptWorker &)>;

} // namespace porthole

Q_DECLARE_METATYPE(porthole::ScriptOrder)
