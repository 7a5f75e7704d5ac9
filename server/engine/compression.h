// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/compressionsettings.h"
#include "server/protocol/extensions.h"

#include <QString>

namespace porthole {

/// What the settings ask of the codec.
protocol::DeflateSettings deflateSettings(const CompressionSettings &settings);

/// For a person: `deflate 15/15, no context`; the windows are ours and the client's.
QString compressionText(const protocol::DeflateParameters &parameters);

} // namespace porthole
