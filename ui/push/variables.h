// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <QString>
#include <QStringList>

namespace porthole {

/// What the variables of one message stand for.
struct VariableValues
{
    quint64 counter = 1;
    qint64 now = 0; ///< microseconds since the Unix epoch
    ClientId client{1};
};

/// A text whose variables are replaced, with the way back to the places in the text that was typed. A value.
struct FilledText
{
    struct Span
    {
        qsizetype at = 0; ///< in the filled text
        qsizetype length = 0;
        qsizetype sourceAt = 0;
        qsizetype sourceLength = 0;
    };

    QString text;
    QList<Span> spans; ///< of the variables, in order

    /// Where that place was typed; the beginning of a variable for a place within one.
    qsizetype sourceOf(qsizetype position) const;
};

/// {{uuid}}, {{counter}}, {{now}} (ISO 8601 in UTC), {{now.s}} and {{now.ms}} (since the Unix epoch), {{client}} (the
/// receiver's number). Each use of {{uuid}} is another one. Other text in braces stays as it is.
class Variables final
{
public:
    static QStringList names();
    static bool areIn(const QString &text);
    static bool isClientIn(const QString &text); ///< each receiver gets a message of its own then
    static FilledText fill(const QString &text, const VariableValues &values);
};

} // namespace porthole
