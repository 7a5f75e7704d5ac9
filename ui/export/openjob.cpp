// SPDX-License-Identifier: MIT
#include "ui/export/openjob.h"

#include "ui/export/filefault.h"
#include "ui/export/ndjson.h"

#include <QElapsedTimer>
#include <QFile>

namespace porthole {

static constexpr qint64 progressEvery = 100;

OpenJob::OpenJob(QObject *parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

OpenJob::~OpenJob()
{
    m_cancelled = true;
    m_pool.waitForDone();
}

void OpenJob::start(const QString &file)
{
    m_pool.start([this, file] {
        const OpenedLog log = read(file);
        QMetaObject::invokeMethod(
            this, [this, log] { Q_EMIT finished(log); }, Qt::QueuedConnection);
    });
}

void OpenJob::readLine(QByteArrayView line, qsizetype number, OpenedLog &log) const
{
    if (line.trimmed().isEmpty())
        return;
    QString problem;
    if (const auto row = Ndjson::row(line, problem)) {
        log.rows.append(*row);
        return;
    }
    if (log.badLines++ == 0)
        log.firstBad = tr("Line %1: %2").arg(number).arg(problem);
}

OpenedLog OpenJob::read(const QString &name)
{
    OpenedLog log;
    log.file = name;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        log.problem = FileFault::ofReading(name, file.errorString());
        return log;
    }
    QElapsedTimer since;
    since.start();
    for (qsizetype number = 1; !file.atEnd() && !m_cancelled; ++number) {
        readLine(file.readLine(), number, log);
        if (since.elapsed() < progressEvery)
            continue;
        since.start();
        const int percent = int(100.0 * double(file.pos()) / double(std::max<qint64>(1, file.size())));
        QMetaObject::invokeMethod(
            this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
    }
    if (file.error() != QFileDevice::NoError)
        log.problem = FileFault::ofReading(name, file.errorString());
    else if (log.rows.isEmpty())
        log.problem = tr("%1 holds no row of an exported log; choose a file that was exported as NDJSON.").arg(name);
    return log;
}

} // namespace porthole
