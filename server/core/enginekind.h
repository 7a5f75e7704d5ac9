// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/result.h"

namespace porthole {

/// What speaks WebSocket. A build may be without Qt.
enum class EngineKind : quint8 {
    Qt,
    Native,
    Auto, ///< Native on Linux, Qt elsewhere; Native where Qt is not built
};
bool isBuilt(EngineKind kind);
/// The one where none is named.
EngineKind standardEngine();
/// The one that is meant: never Auto.
EngineKind resolved(EngineKind kind);
QString toString(EngineKind kind);
Result<EngineKind> engineFromString(const QString &name);

} // namespace porthole
