// SPDX-License-Identifier: MIT
#include "server/core/settingtext.h"

#include <array>
#include <limits>
#include <utility>

namespace porthole {

namespace {

using Unit = std::pair<const char *, qint64>;
constexpr std::array<Unit, 4> times{{{"h", 3'600'000}, {"min", 60'000}, {"s", 1'000}, {"ms", 1}}};
constexpr std::array<Unit, 3> sizes{{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}}};

template<typename Units>
std::optional<qint64> withUnit(const QString &text, const Units &units)
{
    qsizetype digits = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    while (digits < text.size() && text[digits] >= QLatin1Char('0') && text[digits] <= QLatin1Char('9'))
        ++digits;
    bool good = false;
    const qint64 number = text.left(digits).toLongLong(&good);
    const QString unit = text.mid(digits).trimmed();
    if (!good)
        return {};
    if (unit.isEmpty())
        return number;
    for (const auto &[name, factor] : units) {
        if (unit.compare(QLatin1String(name), Qt::CaseInsensitive) != 0)
            continue;
        const qint64 most = std::numeric_limits<qint64>::max() / factor;
        return number > most || number < -most ? std::nullopt : std::optional(number * factor);
    }
    return {};
}

template<typename Units>
QString inUnit(qint64 number, const Units &units)
{
    for (const auto &[name, factor] : units) {
        if (number != 0 && number % factor == 0)
            return QString::number(number / factor) + QLatin1String(name);
    }
    return QString::number(number);
}

} // namespace

std::optional<qint64> millisecondsFromText(const QString &text) { return withUnit(text, times); }
QString millisecondsToText(qint64 milliseconds) { return inUnit(milliseconds, times); }
std::optional<qint64> bytesFromText(const QString &text) { return withUnit(text, sizes); }
QString bytesToText(qint64 bytes) { return inUnit(bytes, sizes); }

std::optional<bool> boolFromText(const QString &text)
{
    for (const char *yes : {"yes", "true", "on", "1"}) {
        if (text.compare(QLatin1String(yes), Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const char *no : {"no", "false", "off", "0"}) {
        if (text.compare(QLatin1String(no), Qt::CaseInsensitive) == 0)
            return false;
    }
    return {};
}

} // namespace porthole
