// SPDX-License-Identifier: MIT
#include "app/desktop.h"

#include "app/node.h"
#include "app/processsignals.h"
#include "server/core/logging.h"
#include "ui/mainwindow.h"
#include "ui/shared/languages.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

namespace porthole {

namespace {

constexpr char noDisplay[] = "There is no display to open a window on; start it with --nogui, or set DISPLAY or "
                             "WAYLAND_DISPLAY.";

bool mayHaveDisplay()
{
#ifdef Q_OS_LINUX
    for (const char *variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    return false;
#else
    return true;
#endif
}

/// QApplication ends the process when it cannot reach its display; this says what to do first.
void explainFatal(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr, "porthole: %s\n", noDisplay);
    std::_Exit(1);
}

} // namespace

Result<int> runDesktop(int argc, char *argv[], const Options &options)
{
    if (!mayHaveDisplay())
        return Error{QString::fromLatin1(noDisplay)};
    const QtMessageHandler log = qInstallMessageHandler(explainFatal);
    QApplication application(argc, argv);
    qInstallMessageHandler(log);
    installTranslators(application, Preferences::read().language);

    ProcessSignals signals;
    Node node(options);
    MainWindow window(node.monitor());
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &node, &Node::stop);
    QObject::connect(&signals, &ProcessSignals::asked, &node, &Node::stop);
    QObject::connect(&signals, &ProcessSignals::reloadAsked, &node, &Node::reload);
    QObject::connect(&node, &Node::stopped, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    if (const auto started = node.start(); !started)
        qCWarning(lcServer, "not started: %ls", qUtf16Printable(started.error().message));
    window.show();
    return QApplication::exec();
}

} // namespace porthole
