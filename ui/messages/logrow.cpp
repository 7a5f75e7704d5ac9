// SPDX-License-Identifier: MIT
#include "ui/messages/logrow.h"

#include <algorithm>

namespace porthole {

static constexpr qsizetype codeBytes = 2; // RFC 6455 5.5.1

std::optional<quint16> LogRow::closeCode() const
{
    if (refused || opcode != Opcode::Close || payload.size() < codeBytes)
        return std::nullopt;
    return quint16(uchar(payload[0]) << 8 | uchar(payload[1]));
}

QByteArrayView LogRow::words() const
{
    const bool hasCode = !refused && opcode == Opcode::Close;
    return QByteArrayView(payload).sliced(hasCode ? std::min(payload.size(), codeBytes) : 0);
}

} // namespace porthole
