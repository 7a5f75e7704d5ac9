// SPDX-License-Identifier: MIT
#include "ui/shared/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace porthole {

static bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return false;
    QCoreApplication::installTranslator(translator.release());
    return true;
}

void installTranslators(QCoreApplication &application, const QLocale &locale)
{
    initTranslations();
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(application, locale, QStringLiteral("porthole"), QStringLiteral(":/translations")))
        install(application, QLocale(QLocale::English), QStringLiteral("porthole"), QStringLiteral(":/translations"));
}

void installTranslators(QCoreApplication &application) { installTranslators(application, QLocale::system()); }

} // namespace porthole
