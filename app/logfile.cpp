// SPDX-License-Identifier: MIT
#include "app/logfile.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace porthole {

namespace {

constexpr std::array rotations{"none", "hourly", "daily", "monthly"};

} // namespace

Result<LogRotation> logRotationFromString(const QString &name)
{
    const auto *found = std::find_if(rotations.begin(), rotations.end(),
                                     [&name](const char *known) { return name == QLatin1String(known); });
    if (found == rotations.end())
        return Error{QStringLiteral("is \"%1\"; choose one of none, hourly, daily and monthly.").arg(name)};
    return LogRotation(found - rotations.begin());
}

LogFile::LogFile(const QString &path, LogRotation rotation, Now now)
    : m_rotation(rotation), m_now(std::move(now)), m_file(path)
{ }

QString LogFile::stampOf(const QDateTime &time) const
{
    switch (m_rotation) {
    case LogRotation::None: return {};
    case LogRotation::Hourly: return time.toString(QStringLiteral("yyyyMMddHH"));
    case LogRotation::Daily: return time.toString(QStringLiteral("yyyyMMdd"));
    case LogRotation::Monthly: return time.toString(QStringLiteral("yyyyMM"));
    }
    Q_UNREACHABLE();
}

// A file that an earlier run left behind begins when it was last written to.
Result<> LogFile::open()
{
    const std::lock_guard lock(m_mutex);
    const QFileInfo found(m_file.fileName());
    m_stamp = stampOf(found.size() > 0 ? found.lastModified() : m_now());
    return openNow();
}

Result<> LogFile::reopen()
{
    const std::lock_guard lock(m_mutex);
    m_file.close();
    return openNow();
}

Result<> LogFile::openNow()
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return {};
    return Error{QStringLiteral("The log file %1 cannot be written: %2. Name another with --log-file.")
                     .arg(m_file.fileName(), m_file.errorString())};
}

// What was put aside before is never replaced.
void LogFile::putAside()
{
    const QString path = m_file.fileName();
    QString aside = path + QLatin1Char('.') + m_stamp;
    for (int more = 1; QFile::exists(aside); ++more)
        aside = QStringLiteral("%1.%2-%3").arg(path, m_stamp).arg(more);
    m_file.close();
    QFile::rename(path, aside);
    openNow();
}

bool LogFile::write(const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    if (m_rotation != LogRotation::None) {
        const QString stamp = stampOf(m_now());
        if (stamp != m_stamp && m_file.size() > 0)
            putAside();
        m_stamp = stamp;
    }
    return m_file.isOpen() && m_file.write(line) == line.size();
}

} // namespace porthole
