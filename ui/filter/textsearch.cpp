// SPDX-License-Identifier: MIT
#include "ui/filter/textsearch.h"

#include <algorithm>

namespace porthole {

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

TextSearch::TextSearch(const QString &text)
    : m_text(text), m_ascii(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
{
    m_lower = m_ascii ? text.toLatin1().toLower() : QByteArray();
}

bool TextSearch::isIn(QByteArrayView utf8) const
{
    if (m_text.isEmpty())
        return true;
    if (!m_ascii)
        return QString::fromUtf8(utf8).contains(m_text, Qt::CaseInsensitive);
    if (utf8.size() < m_lower.size())
        return false;
    const char first = m_lower.front();
    const char upper = first >= 'a' && first <= 'z' ? char(first - ('a' - 'A')) : first;
    const char *const last = utf8.end() - m_lower.size();
    for (const char *at = utf8.begin(); at <= last; ++at) {
        if (*at != first && *at != upper)
            continue;
        if (std::equal(m_lower.begin() + 1, m_lower.end(), at + 1, [](char a, char b) { return a == lower(b); }))
            return true;
    }
    return false;
}

} // namespace porthole
