// SPDX-License-Identifier: MIT
#include "ui/messages/messagematcher.h"

#include <algorithm>

namespace porthole {

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

void MessageMatcher::setText(const QString &text)
{
    m_text = text;
    m_ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    m_lower = m_ascii ? text.toLatin1().toLower() : QByteArray();
}

bool MessageMatcher::holdsText(QByteArrayView payload) const
{
    if (!m_ascii)
        return QString::fromUtf8(payload).contains(m_text, Qt::CaseInsensitive);
    if (payload.size() < m_lower.size())
        return false;
    const char first = m_lower.front();
    const char upper = first >= 'a' && first <= 'z' ? char(first - ('a' - 'A')) : first;
    const char *const last = payload.end() - m_lower.size();
    for (const char *at = payload.begin(); at <= last; ++at) {
        if (*at != first && *at != upper)
            continue;
        if (std::equal(m_lower.begin() + 1, m_lower.end(), at + 1, [](char a, char b) { return a == lower(b); }))
            return true;
    }
    return false;
}

bool MessageMatcher::matches(const MessageRow &row) const
{
    if (m_direction && row.direction != *m_direction)
        return false;
    if (!m_clients.isEmpty() && !m_clients.contains(row.client))
        return false;
    return m_text.isEmpty() || holdsText(row.payload);
}

} // namespace porthole
