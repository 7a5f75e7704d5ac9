// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/scripthandler.h"
#include "server/monitor/local/localmonitor.h"
#include "server/server.h"

#include <memory>
#include <optional>

namespace porthole {

/// The only wiring: a server with its handler, and the monitor that shows it and that it is started, stopped and
/// changed by. A change that a running server cannot make is one server after another.
/// Threads: the main one. Lifetime: cuts the server's clients when it goes. Errors: start() says why it cannot serve; a
/// change that fails leaves, or brings back, what was.
class Node final : public QObject, private ServerControl
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Node)

public:
    explicit Node(const Options &options);
    ~Node() override;

    /// Prints one line per listener to stdout once clients can connect.
    Result<> start();
    /// Closes every client with 1001; stopped() comes when all have left, or at the end of the grace.
    void stop();
    /// Reads the certificates again; the log says whether they hold.
    void reload();
    Monitor &monitor() { return m_monitor; }

Q_SIGNALS:
    void stopped(); ///< after stop()

private:
    struct Change
    {
        std::optional<ServerSetup> next; ///< what is served then; nothing to stay stopped
        Done done;
    };

    ServerSetup setup() const override;
    QStringList handlers() const override;
    void serve(const ServerSetup &setup, Done done) override;
    void halt(Done done) override;

    void makeServer(const ServerSetup &setup);
    Result<> startServer(const ServerSetup &setup);
    Result<> check(const ServerSetup &setup) const;
    Result<> probe(const ServerSetup &setup) const;
    bool isLive(const ServerSetup &setup) const;
    bool isRunning() const { return m_monitor.state().phase == ServerPhase::Running; }
    Result<> change(const ServerSetup &setup);
    void stopServer(Change change);
    void ended();
    void goOn();
    void startAnew(const ServerSetup &setup, const Done &done);
    ServerState stateIn(ServerPhase phase, const QString &error = {}) const;

    Options m_options; ///< what is served, or was last
    LocalMonitor m_monitor;
    QStringList m_files; ///< handlers of the user's that have been served
    std::unique_ptr<Server> m_server;
    std::unique_ptr<ScriptHandler> m_script; ///< nullptr when the handler is in C++; goes before its server
    Change m_change;
    ClientId m_lastClient;
    bool m_ending = false; ///< the program ends
};

} // namespace porthole
