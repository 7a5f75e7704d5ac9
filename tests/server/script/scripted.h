// SPDX-License-Identifier: MIT
#pragma once

#include "server/script/script.h"
#include "server/server.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QTemporaryDir>

#include <mutex>

namespace porthole::test {

/// Everything that is logged while it lives: the lines of porthole.handler and porthole.script.
class ScriptLog final
{
    Q_DISABLE_COPY_MOVE(ScriptLog)

public:
    ScriptLog();
    ~ScriptLog();

    static QStringList lines();
    /// Whether such a line comes; waits for it.
    static bool has(const QString &part);
};

/// A server with a script in a file of its own.
class Scripted final
{
    Q_DISABLE_COPY_MOVE(Scripted)

public:
    explicit Scripted(const QString &source, const Settings &settings = testSettings(),
                      const ScriptBudget &budget = {});

    /// Why it cannot be; empty when it runs.
    QString start();
    void save(const QString &source, const QString &name = QStringLiteral("script.js"));
    Server &server() { return m_server; }
    Script &script() { return *m_script; }
    quint16 port() const { return m_server.port(); }

private:
    QTemporaryDir m_folder;
    Server m_server;
    std::unique_ptr<Script> m_script;
};

/// Sends a message and yields the answer; empty when the connection ends first.
QByteArray asked(RawClient &client, const QByteArray &message);

} // namespace porthole::test
