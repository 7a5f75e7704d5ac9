// SPDX-License-Identifier: MIT
#include "app/descriptorlimit.h"

namespace porthole {

// Windows has no such limit: sockets are handles there, of which a process may have 16 million.
void raiseDescriptorLimit() { }

} // namespace porthole
