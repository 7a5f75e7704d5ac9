// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace porthole {

/// What was read from an exported log.
struct OpenedLog
{
    QString file;
    QList<LogRow> rows;
    qsizetype badLines = 0; ///< lines that are no rows, and were left out
    QString firstBad;       ///< what is wrong with the first of them, in one sentence
    QString problem;        ///< why nothing was read, in one sentence that says what to do; empty otherwise
};

/// Reads an exported log on a thread of its own.
/// Threads: that of its maker; signals come there. Lifetime: at its end it stops reading and waits.
class OpenJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJob)

public:
    explicit OpenJob(QObject *parent = nullptr);
    ~OpenJob() override;

    void start(const QString &file);

Q_SIGNALS:
    void progressed(int percent);
    void finished(const porthole::OpenedLog &log);

private:
    OpenedLog read(const QString &file);
    void readLine(QByteArrayView line, qsizetype number, OpenedLog &log) const;

    QThreadPool m_pool;
    std::atomic<bool> m_cancelled = false;
};

} // namespace porthole
