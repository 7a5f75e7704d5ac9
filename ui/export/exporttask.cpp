// SPDX-License-Identifier: MIT
#include "ui/export/exporttask.h"

#include "ui/detail/secrets.h"
#include "ui/export/ndjson.h"
#include "ui/messages/messagefields.h"

#include <QIODevice>

namespace porthole {

static constexpr qsizetype rowsBetweenLooks = 256;

static bool goOn(qsizetype rows, const ExportProgress &progress)
{
    return rows % rowsBetweenLooks != 0 || progress(rows);
}

static QString pathOf(const ExportTask &task, const LogRow &row)
{
    return task.maskSecrets ? maskedPath(row.path) : row.path;
}

bool writeNdjson(const ExportTask &task, QIODevice &device, const ExportProgress &progress)
{
    qsizetype written = 0;
    for (LogRow row : task.rows) {
        row.path = pathOf(task, row);
        const QByteArray line = Ndjson::line(row);
        if (device.write(line) != line.size() || !goOn(++written, progress))
            return false;
    }
    return true;
}

static QByteArray cell(QByteArray value)
{
    const bool plain = !value.contains('"') && !value.contains(',') && !value.contains('\n') && !value.contains('\r');
    return plain ? value : '"' + value.replace('"', "\"\"") + '"';
}

bool writeCsv(const ExportTask &task, QIODevice &device, const ExportProgress &progress)
{
    qsizetype written = 0;
    device.write("time,client,peer,path,dir,type,size,code,encoding,payload\r\n");
    for (const LogRow &row : task.rows) {
        const bool isText = isUtf8(row.payload);
        const auto code = row.closeCode();
        const QByteArrayList cells{isoTime(row.time),
                                   row.client ? QByteArray::number(row.client.value) : QByteArray(),
                                   cell(row.peer.toUtf8()),
                                   cell(pathOf(task, row).toUtf8()),
                                   row.direction == Direction::In ? "in" : "out",
                                   MessageFields::typeName(row).toLatin1(),
                                   QByteArray::number(row.size),
                                   code ? QByteArray::number(*code) : QByteArray(),
                                   isText ? "utf-8" : "base64",
                                   isText ? cell(row.payload) : row.payload.toBase64()};
        const QByteArray line = cells.join(',') + "\r\n";
        if (device.write(line) != line.size() || !goOn(++written, progress))
            return false;
    }
    return true;
}

bool write(const ExportTask &task, QIODevice &device, const ExportProgress &progress)
{
    switch (task.format) {
    case ExportFormat::Ndjson: return writeNdjson(task, device, progress);
    case ExportFormat::Csv: return writeCsv(task, device, progress);
    case ExportFormat::Har: return writeHar(task, device, progress);
    }
    return false;
}

} // namespace porthole
