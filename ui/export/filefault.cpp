// SPDX-License-Identifier: MIT
#include "ui/export/filefault.h"

#include <QDir>
#include <QFileInfo>

namespace porthole {

QString FileFault::ofTarget(const QString &file)
{
    const QFileInfo info(file);
    const QString folder = QDir::toNativeSeparators(info.absolutePath());
    if (file.trimmed().isEmpty())
        return tr("Say which file to write.");
    if (info.isDir())
        return tr("%1 is a folder; add a file name.").arg(QDir::toNativeSeparators(file));
    if (!info.dir().exists())
        return tr("There is no folder %1; create it or choose another.").arg(folder);
    const bool mayWrite = info.exists() ? info.isWritable() : QFileInfo(info.absolutePath()).isWritable();
    return mayWrite ? QString() : tr("Writing to %1 is not allowed; choose another folder.").arg(folder);
}

QString FileFault::ofWriting(const QString &file, const QString &why)
{
    return tr("%1 could not be written (%2); free some space or choose another folder.")
        .arg(QDir::toNativeSeparators(file), why);
}

QString FileFault::ofReading(const QString &file, const QString &why)
{
    return tr("%1 could not be read (%2); check its name and who may read it.")
        .arg(QDir::toNativeSeparators(file), why);
}

} // namespace porthole
