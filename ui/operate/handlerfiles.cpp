// SPDX-License-Identifier: MIT
#include "ui/operate/handlerfiles.h"

#include "ui/export/filefault.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

static void initHandlers() { Q_INIT_RESOURCE(handlers); }

namespace porthole {

static HandlerFiles::Opener &openerNow()
{
    static HandlerFiles::Opener opener;
    return opener;
}

/// The comment at the beginning, but for the licence and the page.
static QString descriptionOf(const QString &text)
{
    QStringList words;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (!line.startsWith(QLatin1String("//")))
            break;
        if (!line.startsWith(QLatin1String("// SPDX")) && !line.startsWith(QLatin1String("// Page:")))
            words.append(line.mid(2).trimmed());
    }
    return words.join(QLatin1Char(' '));
}

QList<HandlerTemplate> HandlerFiles::templates()
{
    initHandlers();
    QList<HandlerTemplate> all;
    for (const char *name : {"hello", "echo", "broadcast", "chat", "ticker", "game"}) {
        QFile file(QStringLiteral(":/porthole/handlers/%1.js").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        all.append({QString::fromLatin1(name), descriptionOf(text), text});
    }
    return all;
}

bool HandlerFiles::isFile(const QString &handler)
{
    return handler.endsWith(QLatin1String(".js")) || handler.endsWith(QLatin1String(".mjs"));
}

QString HandlerFiles::write(const QString &file, const QString &text)
{
    if (const QString fault = FileFault::ofTarget(file); !fault.isEmpty())
        return fault;
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(text.toUtf8()) < 0 || !target.commit())
        return FileFault::ofWriting(file, target.errorString());
    return {};
}

QString HandlerFiles::open(const QString &file)
{
    if (!QFileInfo::exists(file))
        return tr("%1 is not there any more; save it again or choose another handler.")
            .arg(QDir::toNativeSeparators(file));
    const QString absolute = QFileInfo(file).absoluteFilePath();
    const bool opened = openerNow() ? openerNow()(absolute) : QDesktopServices::openUrl(QUrl::fromLocalFile(absolute));
    return opened ? QString()
                  : tr("Nothing on this desktop opens %1; open it in an editor of your choice.")
                        .arg(QDir::toNativeSeparators(absolute));
}

void HandlerFiles::setOpener(Opener opener) { openerNow() = std::move(opener); }

} // namespace porthole
