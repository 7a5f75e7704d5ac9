// SPDX-License-Identifier: MIT
#include "server/core/logging.h"

namespace porthole {

Q_LOGGING_CATEGORY(lcServer, "porthole.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcClient, "porthole.client", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHandler, "porthole.handler", QtInfoMsg)
Q_LOGGING_CATEGORY(lcScript, "porthole.script", QtInfoMsg)

} // namespace porthole
