// SPDX-License-Identifier: MIT
#include "server/engine/enginefactory.h"

#include "server/engine/native/nativeengine.h"

namespace porthole {

std::unique_ptr<Engine> makeEngine(const Settings &) { return std::make_unique<NativeEngine>(); }

} // namespace porthole
