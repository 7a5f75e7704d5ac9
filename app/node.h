// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "server/monitor/local/localmonitor.h"
#include "server/server.h"

namespace porthole {

/// The only wiring: a server with its handler, and the monitor that shows it.
/// Threads: the main one. Lifetime: cuts the server's clients when it goes. Errors: start() says why it cannot serve.
class Node final : public QObject
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
    void stopped();

private:
    ServerState stateIn(ServerPhase phase) const;
    void ended();

    Options m_options;
    LocalMonitor m_monitor;
    Server m_server;
};

} // namespace porthole
