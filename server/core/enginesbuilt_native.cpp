// SPDX-License-Identifier: MIT
#include "server/core/enginekind.h"

namespace porthole {

bool isBuilt(EngineKind kind) { return kind != EngineKind::Qt; }

} // namespace porthole
