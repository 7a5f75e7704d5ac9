// SPDX-License-Identifier: MIT
#include "server/engine/enginefactory.h"

#include "server/engine/native/nativeengine.h"
#include "server/engine/qt/qtengine.h"

namespace porthole {

std::unique_ptr<Engine> makeEngine(const Settings &settings)
{
    switch (resolved(settings.engine)) {
    case EngineKind::Qt: return std::make_unique<QtEngine>();
    case EngineKind::Native: return std::make_unique<NativeEngine>();
    case EngineKind::Auto: break;
    }
    Q_UNREACHABLE();
}

} // namespace porthole
