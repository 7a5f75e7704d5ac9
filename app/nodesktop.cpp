// SPDX-License-Identifier: MIT
#include "app/desktop.h"

namespace porthole {

Result<int> runDesktop(int, char *[], const Options &)
{
    return Error{QStringLiteral("This build has no window; start it with --nogui.")};
}

} // namespace porthole
