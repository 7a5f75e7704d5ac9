// SPDX-License-Identifier: MIT
#include "app/builtinhandlers.h"

#include "server/server.h"

#include <QDateTime>
#include <QJsonArray>

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
    void (*install)(Server &);
};

constexpr Builtin builtins[] = {{"hello", installHello}, {"echo", installEcho}, {"broadcast", installBroadcast}};

} // namespace

QStringList builtinHandlers()
{
    QStringList names;
    for (const Builtin &builtin : builtins)
        names.append(QLatin1String(builtin.name));
    return names;
}

void installBuiltinHandler(Server &server, const QString &name)
{
    for (const Builtin &builtin : builtins) {
        if (name == QLatin1String(builtin.name))
            return builtin.install(server);
    }
    Q_UNREACHABLE();
}

} // namespace porthole
