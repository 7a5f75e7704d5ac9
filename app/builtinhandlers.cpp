// SPDX-License-Identifier: MIT
#include "app/builtinhandlers.h"

#include "server/server.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

static void initResources() { Q_INIT_RESOURCE(handlers); }

namespace porthole {

using namespace std::chrono_literals;

namespace {

void installHello(Server &server)
{
    const auto hello = [] { return QJsonArray{QStringLiteral("hello"), QDateTime::currentSecsSinceEpoch()}; };
    server.onOpen([&server, hello](const Request &request) {
        server.tick(request.client, 1s, [&server, hello, client = request.client] { server.push(client, hello()); });
    });
    server.onMessage([&server, hello](const Frame &frame) { server.push(frame.client, hello()); });
}

void installEcho(Server &server)
{
    server.onMessage([&server](const Frame &frame) { server.push(frame.client, frame.opcode, frame.view()); });
}

void installBroadcast(Server &server)
{
    server.onMessage(
        [&server](const Frame &frame) { server.broadcast(Message(frame.opcode, frame.data()), frame.client); });
}

struct Builtin
{
    const char *name;
    void (*install)(Server &); ///< nullptr for one in JavaScript
};

constexpr Builtin builtins[] = {{"hello", installHello}, {"echo", installEcho}, {"broadcast", installBroadcast},
                                {"chat", nullptr},       {"ticker", nullptr},   {"game", nullptr}};

} // namespace

QStringList builtinHandlers()
{
    QStringList names;
    for (const Builtin &builtin : builtins)
        names.append(QLatin1String(builtin.name));
    return names;
}

QString scriptOf(const QString &handler)
{
    initResources();
    if (handler.endsWith(QLatin1String(".js")) || handler.endsWith(QLatin1String(".mjs")))
        return handler;
    for (const Builtin &builtin : builtins) {
        if (handler == QLatin1String(builtin.name) && !builtin.install)
            return QStringLiteral(":/porthole/handlers/%1.js").arg(handler);
    }
    return {};
}

QString pageOf(const QString &handler)
{
    initResources();
    const QString folder = QStringLiteral(":/porthole/handlers/%1").arg(handler);
    return builtinHandlers().contains(handler) && QFileInfo::exists(folder) ? folder : QString();
}

void installBuiltinHandler(Server &server, const QString &name)
{
    for (const Builtin &builtin : builtins) {
        if (name == QLatin1String(builtin.name) && builtin.install)
            return builtin.install(server);
    }
    Q_UNREACHABLE();
}

} // namespace porthole
