// SPDX-License-Identifier: MIT
#include "server/server.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    porthole::Server server({.port = 0, .workers = 1});
    server.onMessage([&](const porthole::Frame &frame) { server.push(frame.client, frame.opcode, frame.view()); });
    server.onStart([&] { std::puts(qPrintable(server.url().toString())); });
    const auto started = server.start();
    std::fflush(stdout);
    return started ? QCoreApplication::exec() : 1;
}
