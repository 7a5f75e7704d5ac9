// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

// Numbers with units, as people write them in settings.
namespace porthole {

/// 500ms, 10s, 5min, 2h, or plain milliseconds. Nothing when it is none of them.
std::optional<qint64> millisecondsFromText(const QString &text);
QString millisecondsToText(qint64 milliseconds); ///< in the largest unit that keeps it whole

/// 512, 64KiB, 16MiB, 1GiB. Nothing when it is none of them.
std::optional<qint64> bytesFromText(const QString &text);
QString bytesToText(qint64 bytes); ///< in the largest unit that keeps it whole

/// yes, true, on, 1 and their opposites. Nothing when it is none of them.
std::optional<bool> boolFromText(const QString &text);

} // namespace porthole
