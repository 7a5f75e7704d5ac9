// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace porthole {

/// A script as Qt's JavaScript engine can run it.
struct Translated
{
    QString source;      ///< line for line the script
    QStringList imports; ///< what it imports, as written
    QString error;       ///< why it cannot be; empty when it can
    int errorLine = 0;
    int errorColumn = 0; ///< from 1; 0 when unknown

    QString
        checkable; ///< the same as the body of a function, without imports and exports, to be looked at for mistakes
    /// The column in the script of one in what became of the line.
    int columnOf(int line, int column) const;

    struct Shift
    {
        int line;
        int column; ///< in what became of it
        int by;     ///< what stands behind it is so much further on
    };
    QList<Shift> shifts = {};
};

/// Qt's engine knows the language of 2016. This gives it async functions and await, as generators that `__async` runs,
/// and `catch` without a binding. At each function and each turn of a loop it has the script note in `__at.l` where it
/// is, as file * linesPerFile + line, so that a script that is interrupted can be told its line. Lines stay where they
/// are. Mistakes other than those of brackets and literals are left for the engine to find. Threads: a pure function.
Translated translate(const QString &source, int file);
inline constexpr int linesPerFile = 1'000'000;

} // namespace porthole
