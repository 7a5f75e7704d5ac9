// SPDX-License-Identifier: MIT
#include "ui/settings/preferences.h"

#include <QSettings>

#include <algorithm>

namespace porthole {

static constexpr QLatin1String languageKey("look/language");
static constexpr QLatin1String rowsKey("log/rows");
static constexpr QLatin1String bytesKey("log/bytes");
static constexpr QLatin1String notifyKey("operate/notify");

Preferences Preferences::read()
{
    const QSettings settings;
    Preferences read;
    read.language = settings.value(languageKey).toString();
    read.log.rows = std::max<qsizetype>(1000, settings.value(rowsKey, qint64(LogCaps().rows)).toLongLong());
    read.log.bytes = std::max<qint64>(1024 * 1024, settings.value(bytesKey, LogCaps().bytes).toLongLong());
    read.notify = settings.value(notifyKey, false).toBool();
    return read;
}

void Preferences::write() const
{
    QSettings settings;
    settings.setValue(languageKey, language);
    settings.setValue(rowsKey, qint64(log.rows));
    settings.setValue(bytesKey, log.bytes);
    settings.setValue(notifyKey, notify);
}

} // namespace porthole
