// SPDX-License-Identifier: MIT
#include "server/files/filenames.h"

#include <algorithm>

namespace porthole {

namespace {

bool isForbidden(QChar letter) { return letter < QLatin1Char(' ') || QStringView(u"<>:\"|?*").contains(letter); }

/// "git~1" may be ".git".
bool isShortName(QStringView name)
{
    const qsizetype tilde = name.indexOf(QLatin1Char('~'));
    return tilde >= 0 && tilde + 1 < name.size() && name[tilde + 1].isDigit();
}

/// "nul.txt" is the device too.
bool isDevice(QStringView name)
{
    const auto *end =
        std::find_if(name.begin(), name.end(), [](QChar letter) { return letter == u'.' || letter == u' '; });
    const QStringView stem = name.first(end - name.begin());
    for (const QStringView device : {u"con", u"prn", u"aux", u"nul", u"conin$", u"conout$"}) {
        if (stem.compare(device, Qt::CaseInsensitive) == 0)
            return true;
    }
    const bool isPort = stem.startsWith(u"com", Qt::CaseInsensitive) || stem.startsWith(u"lpt", Qt::CaseInsensitive);
    return isPort && stem.size() == 4 && QStringView(u"0123456789\u00b9\u00b2\u00b3").contains(stem.back());
}

} // namespace

// "a:b" is a stream or a drive, "a." and "a " are "a". No regular expression: what those keep for a thread is destroyed
// too late by programs that GCC makes for Windows.
bool isFileName(const QString &name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), isForbidden) && !isShortName(name)
        && !name.endsWith(QLatin1Char('.')) && !name.endsWith(QLatin1Char(' ')) && !isDevice(name);
}

} // namespace porthole
