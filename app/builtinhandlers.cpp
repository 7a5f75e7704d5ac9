// SPDX-License-Identifier: MIT
#include "app/builtinhandlers.h"

#include "app/scripthandler.h"
#include "server/core/logging.h"
#include "server/server.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

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
    for (const Builtin &builtin : builtins) {
        if (builtin.install || ScriptHandler::isBuilt())
            names.append(QLatin1String(builtin.name));
    }
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

/// What a script says with "// Page: chat" in the comment that it begins with.
static QString pageNamedIn(const QString &script)
{
    static const QRegularExpression line(QStringLiteral("^//\\s*Page:\\s*(\\S+)\\s*$"));
    static constexpr qint64 longest = 1024;
    QFile file(script);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (QString text = QString::fromUtf8(file.readLine(longest)); text.startsWith(QLatin1String("//"));
         text = QString::fromUtf8(file.readLine(longest))) {
        if (const auto match = line.match(text); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

QString pageOf(const QString &handler)
{
    initResources();
    const bool isBuiltin = builtinHandlers().contains(handler);
    const QString name = isBuiltin ? handler : pageNamedIn(scriptOf(handler));
    if (name.isEmpty() || !(isBuiltin || ScriptHandler::isBuilt()))
        return {};
    if (builtinHandlers().contains(name))
        return QStringLiteral(":/porthole/handlers/%1").arg(name);
    qCWarning(lcServer, "%ls names the page \"%ls\", which is none of %ls", qUtf16Printable(handler),
              qUtf16Printable(name), qUtf16Printable(builtinHandlers().join(QStringLiteral(", "))));
    return {};
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
