// SPDX-License-Identifier: MIT
#pragma once

class QCoreApplication;
class QLocale;

namespace porthole {

/// Installs the texts of this language on the application, or the English ones where there are none.
/// The translators are children of the application.
void installTranslators(QCoreApplication &application, const QLocale &locale);
/// The same for the language of the system (LANGUAGE, LC_ALL, LANG).
void installTranslators(QCoreApplication &application);

} // namespace porthole
