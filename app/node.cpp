// SPDX-License-Identifier: MIT
#include "app/node.h"

#include "app/builtinhandlers.h"
#include "server/core/logging.h"

#include <cstdio>

namespace porthole {

Node::Node(const Options &options) : m_options(options), m_server(options.settings)
{
    for (const Listener &listener : options.listeners)
        m_server.listen(listener);
    installBuiltinHandler(m_server, options.handler);
    m_server.onStart([this] {
        for (const QString &url : m_server.urls())
            std::printf("listening on %s\n", qUtf8Printable(url));
        std::fflush(stdout);
        qCInfo(lcServer, "started: %ls, handler %ls, engine %ls, %d workers",
               qUtf16Printable(m_server.urls().join(QStringLiteral(", "))), qUtf16Printable(m_options.handler),
               qUtf16Printable(toString(resolved(m_options.settings.engine))), m_server.settings().workers);
    });
    m_server.onShutdown([this] { ended(); });
}

Node::~Node() { m_monitor.detach(); }

Result<> Node::start()
{
    if (const auto started = m_server.start(); !started)
        return started.error();
    m_monitor.attach(&m_server.monitorSource());
    m_monitor.setState(stateIn(ServerPhase::Running));
    return {};
}

void Node::stop()
{
    m_monitor.setState(stateIn(ServerPhase::Stopping));
    m_server.stop();
}

void Node::reload()
{
    reopenLog();
    if (const auto reloaded = m_server.reload(); reloaded)
        qCInfo(lcServer, "certificates and settings were read again");
    else
        qCWarning(lcServer, "nothing was changed: %ls", qUtf16Printable(reloaded.error().message));
}

void Node::ended()
{
    m_monitor.detach();
    m_monitor.setState(stateIn(ServerPhase::Stopped));
    const Totals totals = m_server.finalTotals();
    qCInfo(lcServer, "stopped: %llu accepted, %llu closed, %llu refused, %llu left", totals.accepted, totals.closed,
           totals.refused, totals.accepted - totals.closed - totals.refused);
    Q_EMIT stopped();
}

ServerState Node::stateIn(ServerPhase phase) const
{
    return {phase,
            m_server.url().toString(),
            m_options.handler,
            toString(resolved(m_options.settings.engine)),
            m_server.settings().workers,
            {}};
}

} // namespace porthole
