// SPDX-License-Identifier: MIT
#include "ui/shared/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace porthole {

static QString describe(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::NoError: return {};
    case QJsonParseError::UnterminatedObject: return JsonText::tr("the object is not closed");
    case QJsonParseError::MissingNameSeparator: return JsonText::tr("a colon is missing after the name");
    case QJsonParseError::UnterminatedArray: return JsonText::tr("the array is not closed");
    case QJsonParseError::MissingValueSeparator: return JsonText::tr("a comma is missing");
    case QJsonParseError::IllegalValue: return JsonText::tr("this is no value");
    case QJsonParseError::TerminationByNumber: return JsonText::tr("it ends within a number");
    case QJsonParseError::IllegalNumber: return JsonText::tr("this is no number");
    case QJsonParseError::IllegalEscapeSequence: return JsonText::tr("this escape is not known");
    case QJsonParseError::IllegalUTF8String: return JsonText::tr("this is not UTF-8");
    case QJsonParseError::UnterminatedString: return JsonText::tr("the string is not closed");
    case QJsonParseError::MissingObject: return JsonText::tr("an object is missing");
    case QJsonParseError::DeepNesting: return JsonText::tr("it is nested too deeply");
    case QJsonParseError::DocumentTooLarge: return JsonText::tr("it is too large");
    case QJsonParseError::GarbageAtEnd: return JsonText::tr("something follows the value");
    }
    return JsonText::tr("this is not JSON");
}

static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Qt's parser has already taken the character that it did not expect, and the space after it.
static bool isPastIt(QJsonParseError::ParseError error)
{
    return error == QJsonParseError::MissingNameSeparator || error == QJsonParseError::MissingValueSeparator;
}

static qsizetype lastTokenSize(const QByteArray &utf8, qsizetype end)
{
    qsizetype at = end;
    while (at > 0 && isSpace(utf8[at - 1]))
        --at;
    return end - std::max<qsizetype>(0, at - 1);
}

JsonText::Problem JsonText::check(const QByteArray &utf8)
{
    if (std::all_of(utf8.begin(), utf8.end(), isSpace))
        return {tr("there is no value"), 0};
    const char first = *std::find_if_not(utf8.begin(), utf8.end(), isSpace);
    const bool alone = first != '{' && first != '[';
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(alone ? '[' + utf8 + ']' : utf8, &error);
    if (error.error == QJsonParseError::NoError)
        return alone && document.array().size() != 1 ? Problem{tr("something follows the value"), 0} : Problem();
    const qsizetype offset = std::clamp<qsizetype>(error.offset - (alone ? 1 : 0), 0, utf8.size());
    return {describe(error.error), offset - (isPastIt(error.error) ? lastTokenSize(utf8, offset) : 0)};
}

namespace {

/// Lays the tokens out anew while it copies them.
class Layout final
{
public:
    QByteArray run(QByteArrayView in)
    {
        m_out.reserve(in.size() * 2);
        for (qsizetype i = 0; i < in.size(); ++i) {
            const char c = in[i];
            if (m_inString)
                string(c);
            else if (!isSpace(c))
                token(c, in.sliced(i + 1));
        }
        return m_out;
    }

private:
    void string(char c)
    {
        m_out.append(c);
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
    }

    void token(char c, QByteArrayView rest)
    {
        if (m_empty) {
            m_empty = false;
            m_out.append(c);
            return;
        }
        if (c == '}' || c == ']') {
            --m_depth;
            line();
        }
        m_out.append(c);
        if (c == '"')
            m_inString = true;
        else if (c == ':')
            m_out.append(' ');
        else if (c == ',')
            line();
        else if (c == '{' || c == '[')
            open(rest);
    }

    void open(QByteArrayView rest)
    {
        const auto *next = std::find_if_not(rest.begin(), rest.end(), isSpace);
        m_empty = next != rest.end() && (*next == '}' || *next == ']');
        if (m_empty)
            return;
        ++m_depth;
        line();
    }

    void line()
    {
        m_out.append('\n');
        m_out.append(2 * std::max(0, m_depth), ' ');
    }

    QByteArray m_out;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_empty = false;
};

} // namespace

QString JsonText::pretty(QByteArrayView utf8) { return QString::fromUtf8(Layout().run(utf8)); }

} // namespace porthole
