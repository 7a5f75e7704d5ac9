// SPDX-License-Identifier: MIT
#include "server/core/enginekind.h"

namespace porthole {

bool isBuilt(EngineKind) { return true; }

} // namespace porthole
