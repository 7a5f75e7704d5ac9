// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/processsignals.h"
#include "server/core/logging.h"
#include "server/monitor/monitor.h"
#include "server/server.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <cstdio>
#include <stdexcept>

using namespace porthole;

// A server for the tests in Python and JavaScript: it decides on handshakes and answers requests by their path.

namespace {

Upgrade decide(const Request &request)
{
    if (request.path == QLatin1String("/401"))
        return Upgrade::reject(401, "Sign in first.", {{"WWW-Authenticate", "Basic realm=\"gate\""}});
    if (request.path == QLatin1String("/403"))
        return Upgrade::reject();
    if (request.path == QLatin1String("/307"))
        return Upgrade::reject(307, {}, {{"Location", "/open"}});
    if (request.path == QLatin1String("/throw"))
        throw std::runtime_error("the gate is stuck");
    if (request.path == QLatin1String("/injection"))
        return Upgrade::accept({}, {{"X-Bad", "a\r\nX-Injected: b"}});
    if (request.path == QLatin1String("/second"))
        return Upgrade::accept(QStringLiteral("second"), {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}});
    return Upgrade::accept(request.subprotocol, {{"X-User", request.cookie("user")}});
}

HttpReply answer(const HttpRequest &request)
{
    if (request.path == QLatin1String("/throw"))
        throw std::runtime_error("the desk is stuck");
    if (request.path == QLatin1String("/large"))
        return {.status = 200, .body = QByteArray(5'000'000, 'x')};
    if (request.path == QLatin1String("/nothing"))
        return {.status = 204};
    return HttpReply::json(QJsonObject{{QStringLiteral("method"), QString::fromUtf8(request.method)},
                                       {QStringLiteral("path"), request.path},
                                       {QStringLiteral("name"), request.queryValue(QStringLiteral("name"))},
                                       {QStringLiteral("user"), QString::fromUtf8(request.cookie("user"))},
                                       {QStringLiteral("body"), QString::fromUtf8(request.body)}});
}

int serve(int argc, char *argv[], const Settings &settings)
{
    const QCoreApplication application(argc, argv);
    const ProcessSignals signals;
    Server server(settings);
    server.onHandshake(decide);
    server.onRequest(answer);
    server.onMessage([&server](const Frame &frame) { server.push(frame.client, frame.opcode, frame.view()); });
    server.onShutdown([&] {
        const Totals totals = server.finalTotals();
        qCInfo(lcServer, "stopped: %llu accepted, %llu closed, %llu refused, %llu left", totals.accepted, totals.closed,
               totals.refused, totals.accepted - totals.closed - totals.refused);
        QCoreApplication::quit();
    });
    QObject::connect(&signals, &ProcessSignals::asked, &application, [&server] { server.stop(); });
    if (const auto started = server.start(); !started)
        qFatal("%ls", qUtf16Printable(started.error().message));
    std::printf("listening on %s\n", qUtf8Printable(server.url().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const auto options = parseCommandLine(argc, argv);
    if (!options)
        qFatal("%ls", qUtf16Printable(options.error().message));
    return serve(argc, argv, options.value().settings);
}
