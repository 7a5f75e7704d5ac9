// SPDX-License-Identifier: MIT
#include "server/core/enginekind.h"

namespace porthole {

EngineKind standardEngine() { return isBuilt(EngineKind::Qt) ? EngineKind::Qt : EngineKind::Native; }

EngineKind resolved(EngineKind kind)
{
#ifdef Q_OS_LINUX
    const EngineKind best = EngineKind::Native;
#else
    const EngineKind best = standardEngine();
#endif
    return kind == EngineKind::Auto ? best : kind;
}

QString toString(EngineKind kind)
{
    switch (kind) {
    case EngineKind::Auto: return QStringLiteral("auto");
    case EngineKind::Qt: return QStringLiteral("qt");
    case EngineKind::Native: return QStringLiteral("native");
    }
    Q_UNREACHABLE();
}

Result<EngineKind> engineFromString(const QString &name)
{
    if (name == QLatin1String("qt"))
        return EngineKind::Qt;
    if (name == QLatin1String("native"))
        return EngineKind::Native;
    if (name == QLatin1String("auto"))
        return EngineKind::Auto;
    return Error{QStringLiteral("engine is \"%1\"; choose one of qt, native and auto.").arg(name)};
}

} // namespace porthole
