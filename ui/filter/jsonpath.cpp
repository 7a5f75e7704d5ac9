// SPDX-License-Identifier: MIT
#include "ui/filter/jsonpath.h"

#include "ui/filter/jsonvalue.h"

#include <algorithm>
#include <utility>

namespace porthole {

namespace {

/// Reads over JSON from left to right.
class Reader final
{
public:
    explicit Reader(QByteArrayView json) : m_at(json.begin()), m_end(json.end()) { skipSpace(); }

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

bool isNamed(QByteArrayView quoted, const QByteArray &name)
{
    const QByteArrayView raw = quoted.sliced(1, quoted.size() - 2);
    return raw.contains('\\') ? jsonString(quoted).toUtf8() == name : raw == QByteArrayView(name);
}

QByteArrayView member(Reader reader, const QByteArray &name)
{
    reader.take('{');
    while (reader.peek() == '"') {
        const QByteArrayView key = reader.value();
        if (key.isEmpty() || !reader.take(':'))
            return {};
        const QByteArrayView value = reader.value();
        if (value.isEmpty() || isNamed(key, name))
            return value;
        if (!reader.take(','))
            return {};
    }
    return {};
}

QByteArrayView element(Reader reader, const QByteArray &number)
{
    bool isNumber = false;
    const uint wanted = number.toUInt(&isNumber);
    reader.take('[');
    for (uint index = 0; isNumber && index <= wanted; ++index) {
        const QByteArrayView value = reader.value();
        if (value.isEmpty() || index == wanted)
            return value;
        if (!reader.take(','))
            return {};
    }
    return {};
}

} // namespace

JsonPath::JsonPath(QStringView path)
{
    QString step;
    bool quoted = false;
    for (const QChar c : path) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c == QLatin1Char('.') && !quoted) {
            m_steps.append(std::exchange(step, {}).toUtf8());
        } else {
            step.append(c);
        }
    }
    if (!path.isEmpty())
        m_steps.append(step.toUtf8());
}

std::optional<QByteArrayView> JsonPath::find(QByteArrayView json) const
{
    QByteArrayView value = Reader(json).value();
    if (!m_steps.isEmpty() && value.isEmpty())
        value = json; // cut; what is asked for may be before that
    for (const QByteArray &step : m_steps) {
        const Reader reader(value);
        value = reader.peek() == '{' ? member(reader, step)
            : reader.peek() == '['   ? element(reader, step)
                                     : QByteArrayView();
    }
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace porthole
