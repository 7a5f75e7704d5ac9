// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QCoreApplication;
class QLocale;

namespace porthole {

/// The languages that there are texts for, English first: en, de, zh_CN.
QStringList availableLanguages();
/// As its speakers write it: Deutsch.
QString nameOfLanguage(const QString &language);

/// Installs the texts of this language on the application, or the English ones where there are none, instead of those
/// installed before; numbers follow. The translators are children of the application.
void installTranslators(QCoreApplication &application, const QLocale &locale);
/// The same for a language by its name, or for that of the system (LANGUAGE, LC_ALL, LANG) where it is empty.
void installTranslators(QCoreApplication &application, const QString &language = {});

} // namespace porthole
