// SPDX-License-Identifier: MIT
#include "server/script/tokens.h"

#include <algorithm>
#include <array>

namespace porthole {

namespace {

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$' || c == u'#' || c == u'\\' || c.isSurrogate();
}
bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c.isMark() || c == QChar(0x200C) || c == QChar(0x200D);
}
bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029); }

constexpr std::array<const char *, 32> keywords{
    "break",    "case", "catch",  "class", "const",      "continue", "debugger", "default",
    "delete",   "do",   "else",   "enum",  "export",     "extends",  "finally",  "for",
    "function", "if",   "import", "in",    "instanceof", "new",      "return",   "switch",
    "throw",    "try",  "typeof", "var",   "void",       "while",    "with",     "yield"};

/// Longest first where one begins with another.
constexpr std::array<const char *, 14> longMarks{
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "=>", "++", "--", "&&", "||", "??"};

} // namespace

/// Cuts a source into tokens.
class Tokens::Scanner final
{
public:
    explicit Scanner(Tokens &tokens) : m_tokens(tokens), m_source(tokens.m_source) { }

    bool run()
    {
        while (skipBlanks()) {
            if (m_at == m_source.size())
                return m_open.isEmpty() || neverClosed();
            if (!scan())
                return false;
        }
        return fail(QStringLiteral("the comment never ends"), m_at, m_line);
    }

    const TokenError &error() const { return m_error; }

private:
    bool fail(const QString &sentence, qsizetype at, int line)
    {
        const qsizetype lineBegin = at == 0 ? 0 : m_source.lastIndexOf(u'\n', at - 1) + 1;
        m_error = {QStringLiteral("SyntaxError: ") + sentence, line, int(at - lineBegin) + 1};
        return false;
    }

    bool neverClosed()
    {
        const Token &open = m_tokens.at(m_open.last());
        return fail(QStringLiteral("this %1 is never closed").arg(m_tokens.text(m_open.last())), open.begin, open.line);
    }

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : QChar(0);
    }

    void step()
    {
        const QChar c = m_source.at(m_at++);
        if (isLineEnd(c) && !(c == u'\r' && peek() == u'\n')) {
            ++m_line;
            m_newline = true;
        }
    }

    bool skipBlanks()
    {
        while (m_at < m_source.size()) {
            if (peek().isSpace() || isLineEnd(peek()) || peek() == QChar(0xFEFF))
                step();
            else if (peek() == u'/' && peek(1) == u'/')
                skipLine();
            else if (m_at == 0 && peek() == u'#' && peek(1) == u'!')
                skipLine();
            else if (peek() == u'/' && peek(1) == u'*') {
                if (!skipComment())
                    return false;
            } else
                break;
        }
        return true;
    }

    void skipLine()
    {
        while (m_at < m_source.size() && !isLineEnd(peek()))
            ++m_at;
    }

    bool skipComment()
    {
        const qsizetype end = m_source.indexOf(QLatin1String("*/"), m_at + 2);
        while (end >= 0 && m_at < end + 2)
            step();
        return end >= 0;
    }

    bool scan()
    {
        const QChar c = peek();
        m_begin = m_at;
        m_beginLine = m_line;
        if (isNameStart(c))
            return scanName();
        if (c.isDigit() || (c == u'.' && peek(1).isDigit()))
            return scanNumber();
        if (c == u'"' || c == u'\'')
            return scanString(c);
        if (c == u'`')
            return ++m_at, scanTemplate(Token::Template, Token::TemplateHead);
        if (c == u'/' && regexMayBegin())
            return scanRegex();
        if (c == u'}' && !m_open.isEmpty() && m_tokens.at(m_open.last()).kind == Token::TemplateHead)
            return ++m_at, scanTemplate(Token::TemplateTail, Token::TemplateMiddle);
        return scanMark();
    }

    bool scanName()
    {
        while (m_at < m_source.size() && isNamePart(peek()))
            ++m_at;
        return add(Token::Word);
    }

    bool scanNumber()
    {
        while (isNamePart(peek()) || peek() == u'.'
               || ((peek() == u'+' || peek() == u'-') && m_source.at(m_at - 1).toLower() == u'e'
                   && !m_source.mid(m_begin, 2).startsWith(QLatin1String("0x"), Qt::CaseInsensitive)))
            ++m_at;
        return add(Token::Number);
    }

    bool scanString(QChar quote)
    {
        for (++m_at; m_at < m_source.size() && peek() != quote; step()) {
            if (peek() == u'\\' && m_at + 1 < m_source.size())
                step();
            else if (peek() == u'\n' || peek() == u'\r')
                return fail(QStringLiteral("the string never ends"), m_begin, m_beginLine);
        }
        if (m_at++ >= m_source.size())
            return fail(QStringLiteral("the string never ends"), m_begin, m_beginLine);
        return add(Token::String);
    }

    bool scanTemplate(Token::Kind whole, Token::Kind part)
    {
        for (; m_at < m_source.size(); step()) {
            if (peek() == u'\\' && m_at + 1 < m_source.size()) {
                step();
            } else if (peek() == u'`') {
                ++m_at;
                return whole == Token::Template ? add(whole) : addTail();
            } else if (peek() == u'$' && peek(1) == u'{') {
                m_at += 2;
                if (part == Token::TemplateHead)
                    m_open.append(m_tokens.count());
                return add(part);
            }
        }
        return fail(QStringLiteral("the template never ends"), m_begin, m_beginLine);
    }

    bool addTail()
    {
        const qsizetype head = m_open.takeLast();
        add(Token::TemplateTail);
        pair(head, m_tokens.count() - 1);
        return true;
    }

    bool regexMayBegin() const
    {
        const qsizetype last = m_tokens.count() - 1;
        if (last < 0)
            return true;
        if (m_tokens.closesCondition(last))
            return true;
        if (m_tokens.is(last, QLatin1String("}")))
            return !m_tokens.at(last).isExpression;
        return !m_tokens.endsExpression(last)
            || (m_tokens.is(last, QLatin1String("await")) && !m_tokens.isMember(last));
    }

    bool scanRegex()
    {
        bool inClass = false;
        for (++m_at; m_at < m_source.size() && (inClass || peek() != u'/'); ++m_at) {
            if (isLineEnd(peek()))
                break;
            if (peek() == u'[')
                inClass = true;
            else if (peek() == u']')
                inClass = false;
            else if (peek() == u'\\')
                ++m_at;
        }
        if (m_at >= m_source.size() || m_source.at(m_at++) != u'/')
            return fail(QStringLiteral("the regular expression never ends"), m_begin, m_beginLine);
        while (isNamePart(peek()))
            ++m_at;
        return add(Token::Regex);
    }

    bool scanMark()
    {
        const QStringView rest = QStringView(m_source).mid(m_at);
        const auto *found = std::find_if(longMarks.begin(), longMarks.end(),
                                         [rest](const char *mark) { return rest.startsWith(QLatin1String(mark)); });
        const bool isChain = rest.startsWith(QLatin1String("?.")) && !peek(2).isDigit();
        m_at += found != longMarks.end() ? qsizetype(qstrlen(*found)) : isChain ? 2 : 1;
        add(Token::Mark);
        const QChar first = rest.front();
        if (first == u'(' || first == u'[' || first == u'{')
            return open(first);
        return (first != u')' && first != u']' && first != u'}') || close(first);
    }

    bool open(QChar bracket)
    {
        const qsizetype index = m_tokens.count() - 1;
        if (bracket == u'{')
            m_tokens.m_all.last().isExpression = beginsObject(index);
        m_open.append(index);
        return true;
    }

    bool beginsObject(qsizetype brace) const
    {
        const qsizetype before = brace - 1;
        if (before < 0)
            return false;
        if (m_tokens.at(before).kind == Token::Mark)
            return QStringLiteral("({[,=?:!&|+-*/%<>~^").contains(m_tokens.text(before).back())
                && !m_tokens.is(before, QLatin1String("=>")) && !m_tokens.is(before, QLatin1String("{"));
        return m_tokens.is(before, QLatin1String("return")) || m_tokens.is(before, QLatin1String("yield"));
    }

    bool close(QChar bracket)
    {
        const QChar opening = bracket == u')' ? u'(' : bracket == u']' ? u'[' : u'{';
        if (m_open.isEmpty())
            return fail(QStringLiteral("this %1 closes nothing").arg(bracket), m_begin, m_beginLine);
        if (m_tokens.text(m_open.last()) != opening)
            return fail(QStringLiteral("this %1 does not close the %2 of line %3")
                            .arg(bracket)
                            .arg(m_tokens.text(m_open.last()))
                            .arg(m_tokens.at(m_open.last()).line),
                        m_begin, m_beginLine);
        pair(m_open.takeLast(), m_tokens.count() - 1);
        return true;
    }

    void pair(qsizetype opening, qsizetype closing)
    {
        m_tokens.m_all[opening].partner = closing;
        m_tokens.m_all[closing].partner = opening;
        m_tokens.m_all[closing].isExpression = m_tokens.m_all[opening].isExpression;
    }

    bool add(Token::Kind kind)
    {
        m_tokens.m_all.append({kind, m_begin, m_at, m_beginLine, m_newline});
        m_newline = m_line != m_beginLine;
        return true;
    }

    Tokens &m_tokens;
    TokenError m_error;
    const QString &m_source;
    QList<qsizetype> m_open;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    int m_line = 1;
    int m_beginLine = 1;
    bool m_newline = false;
};

std::optional<Tokens> Tokens::of(const QString &source, TokenError *error)
{
    Tokens tokens;
    tokens.m_source = source;
    Scanner scanner(tokens);
    if (scanner.run())
        return tokens;
    *error = scanner.error();
    return std::nullopt;
}

QStringView Tokens::text(qsizetype index) const
{
    const Token &token = at(index);
    return QStringView(m_source).mid(token.begin, token.end - token.begin);
}

bool Tokens::is(qsizetype index, QLatin1String wanted) const
{
    return has(index) && (at(index).kind == Token::Word || at(index).kind == Token::Mark) && text(index) == wanted;
}

bool Tokens::isKeyword(qsizetype index) const
{
    return isWord(index) && std::any_of(keywords.begin(), keywords.end(), [this, index](const char *keyword) {
               return text(index) == QLatin1String(keyword);
           });
}

bool Tokens::isMember(qsizetype index) const
{
    return is(index - 1, QLatin1String(".")) || is(index - 1, QLatin1String("?."));
}

bool Tokens::endsExpression(qsizetype index) const
{
    if (!has(index))
        return false;
    switch (at(index).kind) {
    case Token::Word: return !isKeyword(index) || isMember(index);
    case Token::Mark:
        return is(index, QLatin1String(")")) || is(index, QLatin1String("]")) || is(index, QLatin1String("}"))
            || is(index, QLatin1String("++")) || is(index, QLatin1String("--"));
    case Token::TemplateHead:
    case Token::TemplateMiddle: return false;
    default: return true;
    }
}

bool Tokens::closesCondition(qsizetype index) const
{
    if (!is(index, QLatin1String(")")))
        return false;
    const qsizetype word = at(index).partner - 1;
    return !isMember(word)
        && (is(word, QLatin1String("if")) || is(word, QLatin1String("for")) || is(word, QLatin1String("while"))
            || is(word, QLatin1String("with")));
}

} // namespace porthole
