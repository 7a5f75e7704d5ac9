// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QString>

namespace porthole {

/// The start of a payload in one line: control characters as signs, binary as hex. Cut for display only.
struct Preview
{
    static constexpr qsizetype textBytes = 400; ///< of a text that are looked at
    static constexpr qsizetype hexBytes = 48;   ///< of a binary message

    QString text;
    qint64 rest = 0; ///< bytes of the message that are not in `text`
};
Preview preview(const LogRow &row);

/// All of it as text to copy: binary as hex, a control frame as it is shown.
QString plainText(const LogRow &row);

/// Replaces what would break a line or stay invisible: an arrow for a line end (one for CR LF) and a tab, \x1b for
/// others.
QString visible(const QString &text);
/// Bytes that may be cut off so that UTF-8 is not split: the largest size up to `limit`.
qsizetype utf8Cut(QByteArrayView bytes, qsizetype limit);

} // namespace porthole
