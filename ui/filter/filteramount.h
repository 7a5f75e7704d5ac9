// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <optional>

// Numbers with units as a person types them into a filter. Pure functions.
namespace porthole {

std::optional<double> parseCount(QStringView text); ///< 12, 1.5k, 2M: powers of 1,000
std::optional<double> parseSize(QStringView text);  ///< bytes: 512, 1k, 1.5KiB, 2M of 1,024; 1kB of 1,000
std::optional<double> parseSpan(QStringView text);  ///< microseconds: 250us, 5ms, 30s, 5min, 2h, 1d; a unit is needed

/// A moment, or a time of day.
struct TimePoint
{
    qint64 micros = 0;    ///< since the epoch, or since midnight
    qint64 precision = 1; ///< how much of time the text means: 12:00 is a minute
    bool isOfDay = false;
};
/// Local time: 12:00, 12:00:01, 12:00:01.250, each with a date before it or without; 2026-01-31; -5min from now.
std::optional<TimePoint> parseTime(QStringView text, qint64 now);
/// Microseconds since local midnight.
qint64 timeOfDay(qint64 micros);

} // namespace porthole
