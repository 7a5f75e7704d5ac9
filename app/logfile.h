// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/result.h"

#include <QDateTime>
#include <QFile>

#include <functional>
#include <mutex>

namespace porthole {

/// When a log file is put aside, and a new one begun.
enum class LogRotation : quint8 { None, Hourly, Daily, Monthly };
Result<LogRotation> logRotationFromString(const QString &name);

/// A log that is appended to, and put aside as <path>.<when it began> at the turn of the hour, day or month.
/// Threads: any, once open. Lifetime: of the program. Errors: open() says why in a sentence; a line that cannot be
/// written is the caller's to write elsewhere.
class LogFile final
{
    Q_DISABLE_COPY_MOVE(LogFile)

public:
    using Now = std::function<QDateTime()>;

    LogFile(
        const QString &path, LogRotation rotation, Now now = [] { return QDateTime::currentDateTime(); });

    Result<> open();
    /// Opens the path anew: somebody else has put the file aside.
    Result<> reopen();
    bool write(const QByteArray &line);

private:
    QString stampOf(const QDateTime &time) const;
    Result<> openNow();
    void putAside();

    const LogRotation m_rotation;
    const Now m_now;
    std::mutex m_mutex;
    QFile m_file;
    QString m_stamp; ///< of when the file began; empty without rotation
};

} // namespace porthole
