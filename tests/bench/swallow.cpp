// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/processsignals.h"
#include "server/server.h"

#include <QCoreApplication>

#include <cstdio>

using namespace porthole;

// A server that takes every message and does nothing with it: what reading alone costs. Options are the program's.
int main(int argc, char *argv[])
{
    const auto options = parseCommandLine(argc, argv);
    if (!options)
        qFatal("%ls", qUtf16Printable(options.error().message));
    const QCoreApplication application(argc, argv);
    const ProcessSignals signals;
    Server server(options.value().settings);
    server.onMessage([](const Frame &) {});
    server.onShutdown([] { QCoreApplication::quit(); });
    QObject::connect(&signals, &ProcessSignals::asked, &application, [&server] { server.stop(); });
    if (const auto started = server.start(); !started)
        qFatal("%ls", qUtf16Printable(started.error().message));
    std::printf("listening on %s\n", qUtf8Printable(server.url().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
