// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/engine.h"

namespace porthole {

/// The engine that settings.engine names. The one place that knows them all.
std::unique_ptr<Engine> makeEngine(const Settings &settings);

} // namespace porthole
