// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace porthole {

/// Sixteen bytes a line: offset, hex in two groups of eight, ASCII with a dot for what cannot be shown.
QString hexDump(QByteArrayView bytes, qint64 firstOffset = 0);

} // namespace porthole
