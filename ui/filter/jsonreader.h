// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace porthole {

/// Reads over JSON from left to right without building anything. It borrows the bytes. What it does not understand it
/// takes for a value that is cut: it never fails and never reads beyond the end.
class JsonReader final
{
public:
    explicit JsonReader(QByteArrayView json) : m_at(json.begin()), m_end(json.end()) { skipSpace(); }

    bool atEnd() const { return m_at == m_end; }
    char peek() const { return atEnd() ? '\0' : *m_at; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        skipSpace();
        return true;
    }
    /// The bytes of the value that begins here; empty when none does, or when it is cut.
    QByteArrayView value()
    {
        const char *from = m_at;
        const bool whole = peek() == '"' ? skipString() : peek() == '{' || peek() == '[' ? skipNested() : skipWord();
        const QByteArrayView found = whole ? QByteArrayView(from, m_at - from) : QByteArrayView();
        skipSpace();
        return found;
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    void skipSpace() { m_at = std::find_if_not(m_at, m_end, isSpace); }
    bool skipString()
    {
        for (++m_at; m_at < m_end; ++m_at) {
            if (*m_at == '\\')
                ++m_at;
            else if (*m_at == '"')
                return ++m_at, true;
        }
        m_at = m_end;
        return false;
    }
    bool skipNested()
    {
        qsizetype depth = 0;
        while (m_at < m_end) {
            if (*m_at == '"') {
                if (!skipString())
                    return false;
                continue;
            }
            depth += *m_at == '{' || *m_at == '[' ? 1 : *m_at == '}' || *m_at == ']' ? -1 : 0;
            ++m_at;
            if (depth == 0)
                return true;
        }
        return false;
    }
    bool skipWord()
    {
        const char *from = m_at;
        m_at = std::find_if(m_at, m_end, [](char c) { return isSpace(c) || c == ',' || c == '}' || c == ']'; });
        return m_at > from;
    }

    const char *m_at;
    const char *m_end;
};

} // namespace porthole
