// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace porthole {

/// Serves without a window until SIGINT or SIGTERM. Never makes a QGuiApplication. Yields the exit status.
Result<int> runHeadless(int argc, char *argv[], const Options &options);

} // namespace porthole
