// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/exporttask.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace porthole {

/// Writes one export on a thread of its own. The file appears when all of it is written, and not at all when it is
/// cancelled or fails.
/// Threads: that of its maker; signals come there. Lifetime: at its end it cancels and waits.
/// Errors: finished() says in one sentence what went wrong and what to do.
class ExportJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportJob)

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;

    void start(ExportTask task);
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(qsizetype rows);
    /// An empty problem and as many rows as there were when it is done.
    void finished(qsizetype rows, const QString &problem);

private:
    QString run(const ExportTask &task, qsizetype &rows);

    QThreadPool m_pool;
    std::atomic<bool> m_cancelled = false;
};

} // namespace porthole
