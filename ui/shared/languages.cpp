// SPDX-License-Identifier: MIT
#include "ui/shared/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace porthole {

static constexpr QLatin1String folder(":/translations");
static constexpr QLatin1String ours("porthole translator");

static bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &from)
{
    auto translator = std::make_unique<QTranslator>(&application);
    translator->setObjectName(ours);
    if (!translator->load(locale, name, QStringLiteral("_"), from))
        return false;
    QCoreApplication::installTranslator(translator.release());
    return true;
}

QStringList availableLanguages()
{
    initTranslations();
    QStringList languages{QStringLiteral("en")};
    for (const QString &file : QDir(folder).entryList({QStringLiteral("porthole_*.qm")}, QDir::Files, QDir::Name)) {
        const QString language = file.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('_'), 1);
        if (!languages.contains(language))
            languages.append(language);
    }
    return languages;
}

QString nameOfLanguage(const QString &language)
{
    const QLocale locale(language);
    QString name = locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

void installTranslators(QCoreApplication &application, const QLocale &locale)
{
    initTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(ours, Qt::FindDirectChildrenOnly));
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(application, locale, QStringLiteral("porthole"), folder))
        install(application, QLocale(QLocale::English), QStringLiteral("porthole"), folder);
}

void installTranslators(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    installTranslators(application, locale);
}

} // namespace porthole
