// SPDX-License-Identifier: MIT
#pragma once

#include "app/logsetup.h"
#include "server/core/listener.h"
#include "server/core/result.h"

#include <vector>

namespace porthole {

/// What the command line asks for.
struct Options
{
    Settings settings;                         ///< its host, port and tls are the first --listen
    std::vector<Listener> listeners;           ///< the other ones
    QString handler = QStringLiteral("hello"); ///< name of a built-in one, or a JavaScript file
    bool gui = true;
    LogOptions log;
    QString print; ///< when not empty, print this to stdout and be done
};

/// Reads `porthole [options] [handler]`. Makes no QCoreApplication that lasts. The Error is for exit status 2.
Result<Options> parseCommandLine(int argc, char *argv[]);

} // namespace porthole
