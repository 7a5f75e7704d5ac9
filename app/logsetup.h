// SPDX-License-Identifier: MIT
#pragma once

#include "app/logfile.h"

namespace porthole {

/// What goes into the log, and where.
struct LogOptions
{
    QString file;                           ///< empty is stderr
    QString level = QStringLiteral("info"); ///< the least that is logged: debug, info, warning or error
    LogRotation rotation = LogRotation::None;
    QString dateFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"); ///< as QDateTime::toString() has it

    /// Names the first that is bad, and what is allowed.
    Result<> check() const;
};

/// Sends the log to stderr or to a file, one line an event: time, level, category, text. QT_LOGGING_RULES chooses
/// further. An Error when the file cannot be written. What a file does not take later goes to stderr.
Result<> setUpLogging(const LogOptions &options);
/// Opens the log file anew, if there is one.
void reopenLog();

} // namespace porthole
