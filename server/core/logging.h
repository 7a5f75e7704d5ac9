// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

// One category a subject; turned on and off with QT_LOGGING_RULES. Info and above are on by default.
namespace porthole {

Q_DECLARE_LOGGING_CATEGORY(lcServer)  // porthole.server: start, stop, listeners, limits
Q_DECLARE_LOGGING_CATEGORY(lcClient)  // porthole.client: opened, closed, refused
Q_DECLARE_LOGGING_CATEGORY(lcHandler) // porthole.handler: what a user's handler did wrong
Q_DECLARE_LOGGING_CATEGORY(lcScript)  // porthole.script: the console of scripts, and their loading

} // namespace porthole
