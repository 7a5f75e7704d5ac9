// SPDX-License-Identifier: MIT
#include "server/script/bundle.h"

#include "server/script/translate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJSEngine>
#include <QUrl>

namespace porthole {

namespace {

constexpr qint64 longestFile = 16 * 1024 * 1024;
constexpr int mostFiles = 1000;

QString cleaned(const QString &file)
{
    return file.startsWith(QLatin1String(":/")) ? QDir::cleanPath(file)
                                                : QDir::cleanPath(QFileInfo(file).absoluteFilePath());
}

Error mistake(const QString &file, int line, int column, const QString &sentence)
{
    const QString place = QStringLiteral("%1:%2").arg(file).arg(line);
    return {QStringLiteral("%1: %2").arg(column > 0 ? place + QStringLiteral(":%1").arg(column) : place, sentence)};
}

/// What the engine finds wrong, with the column that it tells nobody who imports a module.
Result<> check(const Translated &translated, const QString &name)
{
    const QString opening = QStringLiteral("(function(){'use strict';");
    QJSEngine engine;
    QStringList trace;
    const QJSValue error = engine.evaluate(opening + translated.checkable + QStringLiteral("\n})"), {}, 1, &trace);
    const QStringList place = trace.value(0).split(QLatin1Char(':'));
    if (place.size() < 3 || !error.isError())
        return {};
    const int line = place[1].toInt();
    const int column = place[2].toInt() - (line == 1 ? int(opening.size()) : 0);
    return mistake(name, line, translated.columnOf(line, column), error.toString());
}

} // namespace

Result<std::shared_ptr<const Bundle>> Bundle::load(const QString &file)
{
    const std::shared_ptr<Bundle> bundle(new Bundle);
    if (!bundle->m_folder.isValid())
        return Error{QStringLiteral("No temporary folder for the script could be made: %1.")
                         .arg(bundle->m_folder.errorString())};
    if (const Result<> added = bundle->add(cleaned(file), {}); !added)
        return added.error();
    return std::shared_ptr<const Bundle>(bundle);
}

Result<> Bundle::add(const QString &path, const QString &importedFrom)
{
    if (m_files.contains(path))
        return {};
    QFile file(path);
    if (m_files.size() == mostFiles || file.size() > longestFile || !file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1%2 cannot be read: %3.")
                         .arg(importedFrom, path,
                              file.error() == QFile::NoError ? QStringLiteral("it is too much") : file.errorString())};
    const QString source = QString::fromUtf8(file.readAll());
    const auto number = int(m_files.size());
    m_files.append(path);
    if (source.trimmed().isEmpty())
        return Error{QStringLiteral("%1: the file is empty.").arg(nameOf(number))};
    const Translated translated = translate(source, number);
    if (!translated.error.isEmpty())
        return mistake(nameOf(number), translated.errorLine, translated.errorColumn, translated.error);
    if (const Result<> checked = check(translated, nameOf(number)); !checked)
        return checked;
    for (const QString &import : translated.imports) {
        const QString imported = pathOf(path, import);
        if (imported.isEmpty())
            return Error{QStringLiteral("%1: \"%2\" cannot be imported; files are named by their path, such as "
                                        "\"./%2.js\".")
                             .arg(nameOf(number), import)};
        if (const Result<> added = add(imported, nameOf(number) + QLatin1String(": ")); !added)
            return added;
    }
    const QString copy = copyOf(path);
    QDir().mkpath(QFileInfo(copy).path());
    QFile out(copy);
    const QByteArray bytes = translated.source.toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        return Error{QStringLiteral("%1 could not be put aside: %2.").arg(copy, out.errorString())};
    return {};
}

QString Bundle::pathOf(const QString &importer, const QString &import) const
{
    if (!import.startsWith(QLatin1String("./")) && !import.startsWith(QLatin1String("../")))
        return {};
    return QDir::cleanPath(importer.left(importer.lastIndexOf(QLatin1Char('/')) + 1) + import);
}

// The tree is kept, so that what is imported stays where it is looked for.
QString Bundle::copyOf(const QString &file) const
{
    return m_folder.path()
        + (file.startsWith(QLatin1Char(':')) ? QLatin1String("/resources") + file.mid(1)
                                             : QLatin1String("/files") + file);
}

QString Bundle::nameOf(int file) const
{
    if (file < 0 || file >= m_files.size())
        return {};
    const QString folder = QFileInfo(m_files.constFirst()).path() + QLatin1Char('/');
    const QString &path = m_files.at(file);
    return path.startsWith(folder) ? path.mid(folder.size()) : path;
}

QString Bundle::nameOf(const QString &place) const
{
    const QString path = place.startsWith(QLatin1String("file:")) ? QUrl(place).path() : place;
    for (int file = 0; file < m_files.size(); ++file) {
        if (copyOf(m_files.at(file)) == path)
            return nameOf(file);
    }
    return {};
}

} // namespace porthole
