// SPDX-License-Identifier: MIT
#include "ui/detail/hexdump.h"

#include <QByteArray>

#include <algorithm>

namespace porthole {

static constexpr qsizetype lineBytes = 16;
static constexpr char digits[] = "0123456789abcdef";

static void appendOffset(QByteArray &out, qint64 offset)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        out.append(digits[(offset >> shift) & 0xF]);
}

static void appendLine(QByteArray &out, QByteArrayView bytes, qint64 offset)
{
    appendOffset(out, offset);
    out.append("  ");
    for (qsizetype i = 0; i < lineBytes; ++i) {
        const bool there = i < bytes.size();
        const uchar byte = there ? uchar(bytes[i]) : 0;
        out.append(there ? digits[byte >> 4] : ' ');
        out.append(there ? digits[byte & 0xF] : ' ');
        out.append(i == 7 ? "  " : " ");
    }
    out.append(' ');
    for (const char c : bytes)
        out.append(c >= 0x20 && c < 0x7F ? c : '.');
}

QString hexDump(QByteArrayView bytes, qint64 firstOffset)
{
    QByteArray out;
    out.reserve((bytes.size() / lineBytes + 1) * 78);
    for (qsizetype at = 0; at < bytes.size(); at += lineBytes) {
        if (at > 0)
            out.append('\n');
        appendLine(out, bytes.sliced(at, std::min(lineBytes, bytes.size() - at)), firstOffset + at);
    }
    return QString::fromLatin1(out);
}

} // namespace porthole
