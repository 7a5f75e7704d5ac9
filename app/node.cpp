// SPDX-License-Identifier: MIT
#include "app/node.h"

#include "app/builtinhandlers.h"
#include "server/core/logging.h"

#include <cstdio>
#include <utility>

namespace porthole {

Node::Node(const Options &options) : m_options(options)
{
    m_monitor.setControl(this);
    makeServer(setup());
}

Node::~Node()
{
    m_monitor.detach();
    m_monitor.setControl(nullptr);
}

/// A built-in handler brings its page, as does a script made from one, unless there are files of one's own.
static Settings withPage(const ServerSetup &setup)
{
    Settings settings = setup.settings;
    if (settings.documentRoot.isEmpty())
        settings.documentRoot = pageOf(setup.handler);
    return settings;
}

static bool isPage(const QString &folder) { return folder.startsWith(QLatin1Char(':')); }

void Node::makeServer(const ServerSetup &setup)
{
    m_script.reset();
    m_server = std::make_unique<Server>(withPage(setup));
    m_server->setLastClient(m_lastClient);
    for (const Listener &listener : m_options.listeners)
        m_server->listen(listener);
    if (scriptOf(setup.handler).isEmpty())
        installBuiltinHandler(*m_server, setup.handler);
    else
        m_script = std::make_unique<ScriptHandler>(*m_server, setup.settings);
    m_server->onStart([this, handler = setup.handler] {
        for (const QString &url : m_server->urls())
            std::printf("listening on %s\n", qUtf8Printable(url));
        std::fflush(stdout);
        if (m_script)
            m_script->tellStart();
        const Settings settings = m_server->settings();
        qCInfo(lcServer, "started: %ls, handler %ls, engine %ls, %d workers",
               qUtf16Printable(m_server->urls().join(QStringLiteral(", "))), qUtf16Printable(handler),
               qUtf16Printable(toString(resolved(settings.engine))), settings.workers);
        if (QUrl page = m_server->url();
            isPage(settings.documentRoot) && page.scheme().startsWith(QLatin1String("ws"))) {
            page.setScheme(page.scheme().replace(QLatin1String("ws"), QLatin1String("http")));
            qCInfo(lcServer, "a page for it: %ls/", qUtf16Printable(page.toString()));
        }
    });
    m_server->onShutdown([this] { ended(); });
}

Result<> Node::startServer(const ServerSetup &setup)
{
    if (m_script) {
        if (const auto loaded = m_script->load(scriptOf(setup.handler)); !loaded)
            return loaded.error();
    }
    if (const auto started = m_server->start(); !started)
        return started.error();
    m_options.settings = setup.settings;
    m_options.handler = setup.handler;
    if (!handlers().contains(setup.handler))
        m_files.append(setup.handler);
    m_monitor.attach(&m_server->monitorSource());
    m_monitor.setState(stateIn(ServerPhase::Running));
    return {};
}

Result<> Node::start()
{
    const auto started = startServer(setup());
    if (!started)
        m_monitor.setState(stateIn(ServerPhase::Failed, started.error().message));
    return started;
}

void Node::stop()
{
    m_ending = true;
    if (isRunning())
        stopServer({});
    else if (m_monitor.state().phase != ServerPhase::Stopping)
        Q_EMIT stopped();
}

void Node::stopServer(Change change)
{
    m_change = std::move(change);
    m_monitor.setState(stateIn(ServerPhase::Stopping));
    qCInfo(lcServer, "stopping: each client is told so, and cut when it does not answer");
    m_server->stop();
}

void Node::reload()
{
    reopenLog();
    if (m_script)
        m_script->reload();
    if (const auto reloaded = m_server->reload(); reloaded)
        qCInfo(lcServer, "certificates and settings were read again");
    else
        qCWarning(lcServer, "nothing was changed: %ls", qUtf16Printable(reloaded.error().message));
}

void Node::ended()
{
    m_monitor.conclude();
    m_lastClient = m_server->lastClient();
    const Totals totals = m_server->finalTotals();
    qCInfo(lcServer, "stopped: %llu accepted, %llu closed, %llu refused, %llu left", totals.accepted, totals.closed,
           totals.refused, totals.accepted - totals.closed - totals.refused);
    if (m_ending) {
        m_monitor.setState(stateIn(ServerPhase::Stopped));
        Q_EMIT stopped();
        return;
    }
    // The server that has ended is still on the stack.
    QMetaObject::invokeMethod(this, &Node::goOn, Qt::QueuedConnection);
}

void Node::goOn()
{
    const Change change = std::exchange(m_change, {});
    if (change.next && !m_ending)
        return startAnew(*change.next, change.done);
    m_monitor.setState(stateIn(ServerPhase::Stopped));
    if (change.done)
        change.done({});
}

void Node::startAnew(const ServerSetup &setup, const Done &done)
{
    const ServerSetup before = this->setup();
    makeServer(setup);
    const auto started = startServer(setup);
    if (started)
        return done({});
    makeServer(before);
    if (const auto again = startServer(before); !again)
        m_monitor.setState(stateIn(ServerPhase::Failed, again.error().message));
    done(started.error().message);
}

ServerSetup Node::setup() const { return {m_options.settings, m_options.handler}; }

QStringList Node::handlers() const { return builtinHandlers() + m_files; }

Result<> Node::check(const ServerSetup &setup) const
{
    if (!handlers().contains(setup.handler) && scriptOf(setup.handler).isEmpty())
        return Error{QStringLiteral("There is no handler \"%1\".").arg(setup.handler)};
    if (const auto checked = setup.settings.check(); !checked)
        return Error{QStringLiteral("The setting %1").arg(checked.error().message)};
    return {};
}

/// Whether clients could connect: told without an end to the server that runs.
Result<> Node::probe(const ServerSetup &setup) const
{
    if (setup.settings.host.startsWith(QLatin1String("unix:")))
        return {};
    Settings settings = setup.settings;
    settings.workers = 1;
    if (settings.port == m_server->port())
        settings.port = 0; // its own listener, on this host or on another that includes it, gives the port up first
    Server probe(settings);
    return probe.start();
}

bool Node::isLive(const ServerSetup &setup) const
{
    return setup.handler == m_options.handler && m_options.settings.fixedDifferences(setup.settings).isEmpty()
        && setup.settings.tls.isOn() == m_options.settings.tls.isOn();
}

Result<> Node::change(const ServerSetup &setup)
{
    Settings settings = withPage(setup);
    settings.workers = m_server->settings().workers;
    if (const auto changed = m_server->reload(settings); !changed)
        return changed.error();
    m_options.settings = setup.settings;
    m_monitor.setState(stateIn(ServerPhase::Running));
    return {};
}

void Node::serve(const ServerSetup &setup, Done done)
{
    const auto tell = [&done](const Result<> &result) { done(result ? QString() : result.error().message); };
    if (const auto checked = check(setup); !checked)
        return tell(checked);
    if (m_monitor.state().phase == ServerPhase::Stopping)
        return done(QStringLiteral("The server is stopping; try again when it has stopped."));
    if (!isRunning()) {
        makeServer(setup);
        const auto started = startServer(setup);
        if (!started)
            m_monitor.setState(stateIn(ServerPhase::Failed, started.error().message));
        return tell(started);
    }
    if (isLive(setup))
        return tell(change(setup));
    if (const auto possible = probe(setup); !possible)
        return tell(possible);
    stopServer({setup, std::move(done)});
}

void Node::halt(Done done)
{
    if (isRunning())
        stopServer({std::nullopt, std::move(done)});
    else
        done(QStringLiteral("The server does not run."));
}

ServerState Node::stateIn(ServerPhase phase, const QString &error) const
{
    const bool listens = phase == ServerPhase::Running || phase == ServerPhase::Stopping;
    return {phase,
            listens ? m_server->url().toString() : QString(),
            m_options.handler,
            toString(resolved(m_options.settings.engine)),
            m_server->settings().workers,
            error};
}

} // namespace porthole
