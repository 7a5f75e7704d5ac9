// SPDX-License-Identifier: MIT
#include "ui/detail/jsonhighlighter.h"

#include "ui/shared/colours.h"

#include <QGuiApplication>
#include <QTextDocument>

namespace porthole {

int JsonHighlighter::string(const QString &text, int from)
{
    int end = from + 1;
    while (end < text.size() && text[end] != QLatin1Char('"'))
        end += text[end] == QLatin1Char('\\') ? 2 : 1;
    end = std::min(end + 1, int(text.size()));
    int next = end;
    while (next < text.size() && text[next].isSpace())
        ++next;
    const bool key = next < text.size() && text[next] == QLatin1Char(':');
    const Colours &set = colours(QGuiApplication::palette());
    setFormat(from, end - from, key ? set.jsonKey : set.jsonString);
    return end;
}

int JsonHighlighter::word(const QString &text, int from)
{
    const bool letters = text[from].isLetter();
    int end = from;
    while (end < text.size() && (text[end].isLetterOrNumber() || QStringLiteral("+-.").contains(text[end])))
        ++end;
    const Colours &set = colours(QGuiApplication::palette());
    setFormat(from, end - from, letters ? set.jsonLiteral : set.jsonNumber);
    return end;
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    int at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == QLatin1Char('"'))
            at = string(text, at);
        else if (c.isLetterOrNumber() || c == QLatin1Char('-'))
            at = word(text, at);
        else
            ++at;
    }
}

} // namespace porthole
