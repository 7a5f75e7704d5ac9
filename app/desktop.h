// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace porthole {

/// Serves with the dashboard until its window is closed, or SIGINT or SIGTERM. Yields the exit status. In a build
/// without the dashboard it says so.
Result<int> runDesktop(int argc, char *argv[], const Options &options);

} // namespace porthole
