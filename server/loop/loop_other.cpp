// SPDX-License-Identifier: MIT
#include "server/loop/loop.h"

namespace porthole {

std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher() { return nullptr; }

} // namespace porthole
