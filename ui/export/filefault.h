// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace porthole {

/// What is wrong with a file, in a sentence that says what to do.
class FileFault final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::FileFault)

public:
    static QString ofTarget(const QString &file); ///< whether it can be written at all; empty when it can
    static QString ofWriting(const QString &file, const QString &why);
    static QString ofReading(const QString &file, const QString &why);
};

} // namespace porthole
