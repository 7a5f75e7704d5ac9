// SPDX-License-Identifier: MIT
#include "server/files/filenames.h"

#include <QRegularExpression>

namespace porthole {

// "a:b" is a stream or a drive, "git~1" may be ".git", "a." and "a " are "a", and "nul.txt" is a device.
bool isFileName(const QString &name)
{
    static const QRegularExpression other(
        QStringLiteral("[\\x01-\\x1f<>:\"|?*]|~[0-9]|[. ]$|^(?:con|prn|aux|nul|conin\\$|conout\\$|"
                       "(?:com|lpt)[0-9\\x{b9}\\x{b2}\\x{b3}])(?:[. ]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return !other.match(name).hasMatch();
}

} // namespace porthole
