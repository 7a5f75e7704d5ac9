// SPDX-License-Identifier: MIT
#include "server/engine/compression.h"

namespace porthole {

protocol::DeflateSettings deflateSettings(const CompressionSettings &settings)
{
    return {.serverContextTakeover = settings.serverContext,
            .clientContextTakeover = settings.clientContext,
            .serverWindowBits = quint8(settings.windowBits),
            .clientWindowBits = quint8(settings.clientWindowBits),
            .level = settings.level,
            .memoryLevel = settings.memoryLevel,
            .minSize = std::size_t(settings.minSize)};
}

QString compressionText(const protocol::DeflateParameters &parameters)
{
    const char *context = "no context";
    if (parameters.serverContextTakeover && parameters.clientContextTakeover)
        context = "both contexts";
    else if (parameters.serverContextTakeover)
        context = "server context";
    else if (parameters.clientContextTakeover)
        context = "client context";
    return QStringLiteral("deflate %1/%2, %3")
        .arg(parameters.serverWindowBits)
        .arg(parameters.clientWindowBits)
        .arg(QLatin1String(context));
}

} // namespace porthole
