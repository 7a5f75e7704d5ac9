// SPDX-License-Identifier: MIT
#include "server/script/translate.h"

#include "server/script/tokens.h"

#include <algorithm>
#include <vector>

namespace porthole {

namespace {

using Text = QLatin1String;

/// Finds what must change in a script, and changes it.
class Translator final
{
public:
    Translator(const QString &source, const Tokens &tokens, int file)
        : m_source(source), m_tokens(tokens), m_file(file), m_isAsync(size_t(tokens.count()), 0)
    { }

    Translated run()
    {
        for (qsizetype index = 0; index < m_tokens.count() && m_result.error.isEmpty(); ++index) {
            if (m_tokens.isWord(index) && !m_tokens.isMember(index))
                word(index);
            else if (m_tokens.is(index, Text("{")))
                brace(index);
        }
        m_result.source = m_source;
        if (!m_result.error.isEmpty())
            return m_result;
        std::vector<Change> changes = m_changes;
        m_result.source = changed(changes, &m_result.shifts);
        changes.insert(changes.end(), m_blanks.begin(), m_blanks.end());
        m_result.checkable = changed(changes, nullptr);
        return m_result;
    }

private:
    /// Text to be put at a place, or in the place of a token. What closes comes before what opens, the inner first.
    struct Change
    {
        qsizetype at;
        bool opens;
        qsizetype from; ///< the token that it belongs to
        QString text;
        qsizetype removed = 0; ///< length of what it replaces
    };

    const Token &token(qsizetype index) const { return m_tokens.at(index); }
    bool is(qsizetype index, const char *text) const { return m_tokens.is(index, Text(text)); }

    void open(qsizetype index, const QString &text) { m_changes.push_back({token(index).begin, true, index, text}); }
    void openBehind(qsizetype index, const QString &text)
    {
        m_changes.push_back({token(index).end, true, index, text});
    }
    void close(qsizetype index, qsizetype from, const char *text)
    {
        m_changes.push_back({token(index).end, false, from, Text(text)});
    }
    void replace(qsizetype index, const QString &text)
    {
        m_changes.push_back({token(index).begin, true, index, text, token(index).end - token(index).begin});
    }
    void fail(qsizetype index, const QString &sentence)
    {
        m_result.error = sentence;
        m_result.errorLine = token(index).line;
    }

    void word(qsizetype index)
    {
        if (is(index, "async"))
            asyncFunction(index);
        else if (is(index, "await"))
            await(index);
        else if (is(index, "while") && is(index + 1, "("))
            openBehind(index + 1, mark(index) + u',');
        else if (is(index, "for"))
            loop(index);
        else if (is(index, "catch") && is(index - 1, "}") && is(index + 1, "{"))
            openBehind(index, QStringLiteral("(__e)"));
        else if (is(index, "import") || is(index, "export"))
            import(index);
    }

    QString mark(qsizetype index) const
    {
        return QStringLiteral("__at.l=%1").arg(qint64(m_file) * linesPerFile + token(index).line);
    }

    void loop(qsizetype index)
    {
        if (is(index + 1, "await"))
            return fail(index, QStringLiteral("SyntaxError: for await is not known here; await inside of the loop"));
        if (!is(index + 1, "("))
            return;
        const qsizetype end = token(index + 1).partner;
        qsizetype at = index + 2;
        while (at < end && !is(at, ";"))
            at = std::max(at, token(at).partner) + 1;
        if (at < end)
            openBehind(at, mark(index) + (is(at + 1, ";") ? QString() : QStringLiteral(",")));
        else if (is(end + 1, "{"))
            openBehind(end + 1, mark(index) + u';');
    }

    /// A brace that begins the body of a function.
    void brace(qsizetype index)
    {
        const qsizetype before = index - 1;
        bool isBody = is(before, "=>");
        if (is(before, ")") && !m_tokens.closesCondition(before)) {
            const qsizetype name = token(before).partner - 1;
            isBody = !extends(name) && (m_tokens.isMember(name) || !(is(name, "switch") || is(name, "catch")));
        }
        if (isBody)
            openBehind(index, mark(index) + u';');
    }

    /// Whether what is called there is what a class extends.
    bool extends(qsizetype name) const
    {
        while (m_tokens.isMember(name))
            name -= 2;
        return is(name - 1, "extends");
    }

    void import(qsizetype index)
    {
        const bool isExport = is(index, "export");
        if (isExport && !is(index + 1, "*") && !is(index + 1, "{"))
            return is(index + 1, "default") ? blank(index, index + 1, QStringLiteral("void 0,"))
                                            : blank(index, index, {});
        if (!isExport && is(index + 1, "("))
            return fail(index,
                        QStringLiteral("SyntaxError: import() is not known here; write import ... from \"...\""));
        qsizetype at = index + 1;
        while (at < m_tokens.count() && !m_tokens.isText(at) && !is(at, ";")
               && !(isExport && at > index + 1 && token(at).afterNewline && !is(at, "from")))
            at = std::max(at, token(at).partner) + 1;
        if (at < m_tokens.count() && m_tokens.isText(at) && (at == index + 1 || is(at - 1, "from")))
            m_result.imports.append(m_tokens.text(at).mid(1, m_tokens.text(at).size() - 2).toString());
        else if (isExport && is(index + 1, "{"))
            at = token(index + 1).partner;
        blank(index, std::min(at, m_tokens.count() - 1), {});
    }

    /// Where no module may be, neither import nor export is; what is exported by default is an expression.
    void blank(qsizetype from, qsizetype to, const QString &last)
    {
        const qsizetype begin = token(from).begin;
        QString spaces = m_source.mid(begin, token(to).end - begin);
        for (QChar &c : spaces)
            c = c == u'\n' || c == u'\r' ? c : QChar(u' ');
        spaces = spaces.chopped(last.size()) + last;
        m_blanks.push_back({begin, true, from, spaces, spaces.size()});
    }

    void asyncFunction(qsizetype index)
    {
        const qsizetype next = index + 1;
        if (next >= m_tokens.count() || token(next).afterNewline)
            return;
        if (is(next, "*") || (is(next, "function") && is(next + 1, "*")))
            return fail(index, QStringLiteral("SyntaxError: async generators are not known here"));
        if (is(next, "function"))
            return body(index, m_tokens.isWord(next + 1) ? next + 2 : next + 1);
        if (is(next, "(") && is(token(next).partner + 1, "=>"))
            return arrow(index, next, token(next).partner);
        if (m_tokens.isWord(next) && is(next + 1, "=>"))
            return arrow(index, next, next);
        const qsizetype name = is(next, "[") ? token(next).partner : next;
        const bool hasName = is(next, "[") || token(next).kind == Token::Word || token(next).kind == Token::String
            || token(next).kind == Token::Number;
        if (hasName && is(name + 1, "(") && is(token(name + 1).partner + 1, "{"))
            body(index, name + 1);
    }

    /// async name(parameters) {...}: the parameters and the body become those of a generator inside of it.
    void body(qsizetype index, qsizetype parameters)
    {
        if (!is(parameters, "(") || !is(token(parameters).partner + 1, "{"))
            return;
        const qsizetype end = token(token(parameters).partner + 1).partner;
        replace(index, {});
        open(parameters, QStringLiteral("() { return __async(this, arguments, function*"));
        close(end, index, ") }");
        claim(parameters, end);
    }

    void arrow(qsizetype index, qsizetype from, qsizetype to)
    {
        replace(index, {});
        const bool isBare = from == to;
        open(from,
             QStringLiteral("(...__a) => __async(this, __a, function*") + (isBare ? QStringLiteral("(") : QString()));
        if (isBare)
            close(to, index, ")");
        const qsizetype first = to + 2;
        if (first >= m_tokens.count())
            return;
        const bool isBlock = is(first, "{");
        replace(to + 1, isBlock ? QString() : QStringLiteral("{ return ("));
        const qsizetype last = isBlock ? token(first).partner : expressionEnd(first);
        close(last, index, isBlock ? ")" : ") })");
        claim(from, last);
    }

    void claim(qsizetype from, qsizetype to) { std::fill(m_isAsync.begin() + from, m_isAsync.begin() + to + 1, 1); }

    /// The last token of the assignment expression that begins there.
    qsizetype expressionEnd(qsizetype first) const
    {
        qsizetype last = first;
        for (qsizetype at = first; at < m_tokens.count(); ++at) {
            const bool isOver = is(at, ",") || is(at, ";") || is(at, ")") || is(at, "]") || is(at, "}")
                || token(at).kind == Token::TemplateMiddle || token(at).kind == Token::TemplateTail;
            if (at > first && (isOver || endsBefore(at)))
                break;
            last = at = std::max(at, token(at).partner);
        }
        return last;
    }

    /// Whether a semicolon is understood between it and the one before (ECMA-262 12.10).
    bool endsBefore(qsizetype index) const
    {
        if (!token(index).afterNewline || !m_tokens.endsExpression(index - 1))
            return false;
        if (token(index).kind == Token::Mark)
            return is(index, "{") || is(index, "++") || is(index, "--") || is(index, "!") || is(index, "~");
        return !is(index, "in") && !is(index, "instanceof") && token(index).kind != Token::Template
            && token(index).kind != Token::TemplateHead;
    }

    void await(qsizetype index)
    {
        if (index + 1 >= m_tokens.count() || is(index + 1, ":") || is(index + 1, "=") || is(index + 1, ","))
            return;
        if (!m_isAsync[size_t(index)]) {
            if (m_tokens.isWord(index + 1) && !token(index + 1).afterNewline)
                fail(index, QStringLiteral("SyntaxError: await is only possible in async functions"));
            return;
        }
        const bool isStatement = token(index).afterNewline && m_tokens.endsExpression(index - 1)
            && !m_tokens.closesCondition(index - 1) && !is(index - 1, "await");
        replace(index, isStatement ? QStringLiteral(";(yield") : QStringLiteral("(yield"));
        close(operandEnd(index + 1), index, ")");
    }

    /// The last token of the unary expression that begins there (ECMA-262 13.5).
    qsizetype operandEnd(qsizetype at) const
    {
        while (at + 1 < m_tokens.count() && isPrefix(at))
            ++at;
        qsizetype last = primaryEnd(at);
        for (qsizetype next = last + 1; next < m_tokens.count(); next = last + 1) {
            if (is(next, ".") || is(next, "?."))
                last = is(next + 1, "(") || is(next + 1, "[") ? next : next + 1;
            else if (is(next, "(") || is(next, "[") || token(next).kind == Token::TemplateHead)
                last = token(next).partner;
            else if (token(next).kind == Token::Template)
                last = next;
            else
                break;
        }
        return std::min(last, m_tokens.count() - 1);
    }

    bool isPrefix(qsizetype at) const
    {
        for (const char *prefix : {"typeof", "void", "delete", "await", "new", "!", "~", "+", "-", "++", "--"}) {
            if (is(at, prefix))
                return true;
        }
        return false;
    }

    qsizetype primaryEnd(qsizetype at) const
    {
        if (is(at, "async") && is(at + 1, "function"))
            ++at;
        if (is(at, "function") || is(at, "class")) {
            while (at < m_tokens.count() - 1 && !is(at, "{"))
                at = std::max(at, token(at).partner) + 1;
        }
        return std::max(at, token(at).partner);
    }

    QString changed(std::vector<Change> &changes, QList<Translated::Shift> *shifts) const
    {
        std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) {
            if (a.at != b.at || a.opens != b.opens)
                return a.at != b.at ? a.at < b.at : !a.opens;
            return a.opens ? a.from < b.from : a.from > b.from;
        });
        QString result = QStringLiteral("const __at=__marks;");
        qsizetype at = m_source.startsWith(Text("#!")) ? std::max<qsizetype>(m_source.indexOf(u'\n'), 0) : 0;
        if (shifts)
            shifts->append({1, 0, int(result.size())});
        for (const Change &change : changes) {
            result += QStringView(m_source).mid(at, change.at - at);
            if (shifts)
                shifts->append({1 + int(result.count(u'\n')), int(result.size() - result.lastIndexOf(u'\n')),
                                int(change.text.size() - change.removed)});
            result += change.text;
            at = change.at + change.removed;
        }
        result += QStringView(m_source).mid(at);
        return result;
    }

    const QString &m_source;
    const Tokens &m_tokens;
    const int m_file;
    std::vector<char> m_isAsync; ///< by token
    std::vector<Change> m_changes;
    std::vector<Change> m_blanks; ///< of imports and exports
    Translated m_result;
};

} // namespace

Translated translate(const QString &source, int file)
{
    TokenError error;
    const std::optional<Tokens> tokens = Tokens::of(source, &error);
    if (tokens)
        return Translator(source, *tokens, file).run();
    Translated failed;
    failed.source = source;
    failed.error = error.sentence;
    failed.errorLine = error.line;
    failed.errorColumn = error.column;
    return failed;
}

int Translated::columnOf(int line, int column) const
{
    int before = 0;
    for (const Shift &shift : shifts) {
        if (shift.line == line && shift.column <= column)
            before += shift.by;
    }
    return std::max(1, column - before);
}

} // namespace porthole
