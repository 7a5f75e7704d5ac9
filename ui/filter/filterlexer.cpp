// SPDX-License-Identifier: MIT
#include "ui/filter/filterlexer.h"

#include <algorithm>
#include <array>

namespace porthole {

namespace {

struct Sign
{
    const char *text;
    FilterOperator compare;
};

constexpr std::array<Sign, 7> signs{{{"==", FilterOperator::Equal},
                                     {"!=", FilterOperator::NotEqual},
                                     {"=~", FilterOperator::Matches},
                                     {"<=", FilterOperator::AtMost},
                                     {">=", FilterOperator::AtLeast},
                                     {"<", FilterOperator::Less},
                                     {">", FilterOperator::Greater}}};

bool isQuote(QChar c) { return c == QLatin1Char('"') || c == QLatin1Char('\''); }

} // namespace

QChar FilterLexer::peek(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

bool FilterLexer::startsWith(QLatin1String sign) const { return m_text.sliced(m_at).startsWith(sign); }

void FilterLexer::skipSpace()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

FilterToken FilterLexer::take(FilterToken::Kind kind, qsizetype length)
{
    const FilterToken token{kind, m_at, length};
    m_at += length;
    return token;
}

FilterToken FilterLexer::bad(qsizetype at, qsizetype length, const QString &why)
{
    m_error = {why, at, length};
    m_at = m_text.size();
    return {FilterToken::Bad, at, length};
}

FilterToken FilterLexer::next()
{
    skipSpace();
    if (m_at >= m_text.size())
        return {FilterToken::End, m_text.size(), 0};
    if (startsWith(QLatin1String("&&")))
        return take(FilterToken::And, 2);
    if (startsWith(QLatin1String("||")))
        return take(FilterToken::Or, 2);
    const char c = peek().toLatin1();
    if (c == '(')
        return take(FilterToken::Open, 1);
    if (c == ')')
        return take(FilterToken::Close, 1);
    if (c == '=' || c == '<' || c == '>' || startsWith(QLatin1String("!=")))
        return comparison();
    if (c == '!')
        return take(FilterToken::Not, 1);
    return isQuote(peek()) ? string() : word();
}

FilterToken FilterLexer::nextValue()
{
    skipSpace();
    if (m_at >= m_text.size())
        return {FilterToken::End, m_text.size(), 0};
    return isQuote(peek()) ? string() : valueWord();
}

FilterToken FilterLexer::comparison()
{
    for (const Sign &sign : signs) {
        if (!startsWith(QLatin1String(sign.text)))
            continue;
        FilterToken token = take(FilterToken::Compare, QLatin1String(sign.text).size());
        token.compare = sign.compare;
        return token;
    }
    return bad(m_at, 1, tr("Write == for equal, or =~ for a regular expression."));
}

FilterToken FilterLexer::string()
{
    const qsizetype from = m_at;
    const QChar quote = peek();
    FilterToken token{FilterToken::String, from};
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const bool escapes = peek() == QLatin1Char('\\') && (isQuote(peek(1)) || peek(1) == QLatin1Char('\\'));
        if (escapes) {
            ++m_at;
        } else if (peek() == quote) {
            ++m_at;
            token.length = m_at - from;
            return token;
        }
        token.text.append(peek());
    }
    return bad(from, m_text.size() - from, tr("The quote is not closed."));
}

bool FilterLexer::endsWord() const
{
    const QChar c = peek();
    return c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')') || c == QLatin1Char('=')
        || c == QLatin1Char('<') || c == QLatin1Char('>') || startsWith(QLatin1String("!="))
        || startsWith(QLatin1String("&&")) || startsWith(QLatin1String("||"));
}

FilterToken FilterLexer::wordFrom(qsizetype from) const
{
    return {FilterToken::Word, from, m_at - from, m_text.sliced(from, m_at - from).toString()};
}

FilterToken FilterLexer::word()
{
    const qsizetype from = m_at;
    while (m_at < m_text.size()) {
        if (peek() == QLatin1Char('"') && m_at > from && m_text[m_at - 1] == QLatin1Char('.')) {
            const qsizetype end = m_text.indexOf(QLatin1Char('"'), m_at + 1);
            if (end < 0)
                return bad(m_at, m_text.size() - m_at, tr("The quote is not closed."));
            m_at = end + 1;
        } else if (endsWord()) {
            break;
        } else {
            ++m_at;
        }
    }
    return wordFrom(from);
}

FilterToken FilterLexer::valueWord()
{
    const qsizetype from = m_at;
    int depth = 0;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = peek();
        const bool isSign = startsWith(QLatin1String("&&")) || startsWith(QLatin1String("||"));
        if (c.isSpace() || isSign || (c == QLatin1Char(')') && depth == 0))
            break;
        depth += c == QLatin1Char('(') ? 1 : c == QLatin1Char(')') ? -1 : 0;
    }
    return m_at > from ? wordFrom(from) : next();
}

} // namespace porthole
