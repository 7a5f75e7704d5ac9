// SPDX-License-Identifier: MIT
#include "ui/export/exportjob.h"

#include "ui/export/filefault.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

namespace porthole {

static constexpr qint64 progressEvery = 100;

ExportJob::ExportJob(QObject *parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

ExportJob::~ExportJob()
{
    cancel();
    m_pool.waitForDone();
}

void ExportJob::start(ExportTask task)
{
    m_cancelled = false;
    m_pool.start([this, task = std::move(task)] {
        qsizetype rows = 0;
        const QString problem = run(task, rows);
        QMetaObject::invokeMethod(
            this, [this, rows, problem] { Q_EMIT finished(rows, problem); }, Qt::QueuedConnection);
    });
}

QString ExportJob::run(const ExportTask &task, qsizetype &rows)
{
    if (const QString problem = FileFault::ofTarget(task.file); !problem.isEmpty())
        return problem;
    QSaveFile file(task.file);
    if (!file.open(QIODevice::WriteOnly))
        return FileFault::ofWriting(task.file, file.errorString());
    QElapsedTimer since;
    since.start();
    const bool whole = write(task, file, [this, &since](qsizetype done) {
        if (since.elapsed() >= progressEvery) {
            since.start();
            QMetaObject::invokeMethod(
                this, [this, done] { Q_EMIT progressed(done); }, Qt::QueuedConnection);
        }
        return !m_cancelled;
    });
    if (m_cancelled) {
        file.cancelWriting();
        return tr("The export was cancelled; nothing was written.");
    }
    if (!whole || !file.commit())
        return FileFault::ofWriting(task.file, file.errorString());
    rows = task.rows.size();
    return {};
}

} // namespace porthole
