// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace porthole {

/// JSON as text (RFC 8259): any value may stand alone, nothing is reordered, no number is rounded.
class JsonText final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::JsonText)

public:
    struct Problem
    {
        QString text;          ///< what is wrong, in a few words; empty when nothing is
        qsizetype offset = -1; ///< of the byte where it is seen

        explicit operator bool() const { return !text.isEmpty(); }
    };

    static Problem check(const QByteArray &utf8);
    /// One member a line, two spaces a level. Only the white space differs from what came in, so it must have passed
    /// check(), but may be cut short.
    static QString pretty(QByteArrayView utf8);
};

} // namespace porthole
