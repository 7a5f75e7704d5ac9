// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/result.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace porthole {

/// A script and all that it imports, as they were at one moment, translated and put aside in a folder of their own: all
/// workers run the same, whatever happens to the files meanwhile.
/// Threads: made on any, then read on any. Lifetime: shared by the engines that run it; its folder goes with it.
/// Errors: load() names file, line and reason.
class Bundle final
{
    Q_DISABLE_COPY_MOVE(Bundle)

public:
    static Result<std::shared_ptr<const Bundle>> load(const QString &file);

    QString entry() const { return copyOf(m_files.constFirst()); } ///< what the engine imports
    const QStringList &files() const { return m_files; }           ///< the script first
    /// The name of a file as people know it: beside the script without the folder.
    QString nameOf(int file) const;
    /// The same for what the engine calls it, a URL or a path; empty for what is none of its files.
    QString nameOf(const QString &place) const;

private:
    Bundle() = default;

    Result<> add(const QString &file, const QString &importedFrom);
    QString copyOf(const QString &file) const;
    QString pathOf(const QString &importer, const QString &import) const;

    QTemporaryDir m_folder;
    QStringList m_files;
};

} // namespace porthole
