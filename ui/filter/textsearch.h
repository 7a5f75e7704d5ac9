// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace porthole {

/// Finds a text anywhere in another, letters without regard to case. Threads: const after it is made.
class TextSearch final
{
public:
    TextSearch() = default;
    explicit TextSearch(const QString &text);

    const QString &text() const { return m_text; }
    bool isIn(QByteArrayView utf8) const; ///< also in bytes that are no text
    bool isIn(QStringView text) const { return text.contains(m_text, Qt::CaseInsensitive); }

private:
    QString m_text;
    QByteArray m_lower; ///< of an ASCII text, in lower case
    bool m_ascii = true;
};

} // namespace porthole
