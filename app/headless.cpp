// SPDX-License-Identifier: MIT
#include "app/headless.h"

#include "app/node.h"
#include "app/processsignals.h"

#include <QCoreApplication>

namespace porthole {

Result<int> runHeadless(int argc, char *argv[], const Options &options)
{
    const QCoreApplication application(argc, argv);
    ProcessSignals signals;
    Node node(options);
    QObject::connect(&signals, &ProcessSignals::asked, &node, &Node::stop);
    QObject::connect(&signals, &ProcessSignals::reloadAsked, &node, &Node::reload);
    QObject::connect(&node, &Node::stopped, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    if (const auto started = node.start(); !started)
        return started.error();
    return QCoreApplication::exec();
}

} // namespace porthole
