// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace porthole {

/// One token of JavaScript (ECMA-262 12). Template literals with substitutions come in parts, which enclose what they
/// substitute as brackets do.
struct Token
{
    enum Kind : quint8 { Word, Number, String, Template, TemplateHead, TemplateMiddle, TemplateTail, Regex, Mark };

    Kind kind;
    qsizetype begin;
    qsizetype end;
    int line;                  ///< from 1
    bool afterNewline;         ///< a line ends between it and the one before
    qsizetype partner = -1;    ///< of a bracket: the index of the one that closes or opens it
    bool isExpression = false; ///< of a brace: it opens an object, not a block
};

/// Why a source cannot be cut into tokens, and where.
struct TokenError
{
    QString sentence;
    int line = 0;
    int column = 0; ///< from 1
};

/// The tokens of a source. Errors: a literal that does not end, or a bracket without a partner. Threads: a value.
class Tokens final
{
public:
    static std::optional<Tokens> of(const QString &source, TokenError *error);

    qsizetype count() const { return m_all.size(); }
    const Token &at(qsizetype index) const { return m_all.at(index); }
    QStringView text(qsizetype index) const;
    /// Whether there is such a token, with that text, that is no literal.
    bool is(qsizetype index, QLatin1String text) const;
    bool isWord(qsizetype index) const { return has(index) && at(index).kind == Token::Word; }
    bool isText(qsizetype index) const { return has(index) && at(index).kind == Token::String; }
    bool isKeyword(qsizetype index) const; ///< a word that cannot be a name or a value
    bool isMember(qsizetype index) const;  ///< behind a dot: a name, whatever it reads
    /// Whether an expression may end with it.
    bool endsExpression(qsizetype index) const;
    /// Whether it is the parenthesis behind if, for, while or with.
    bool closesCondition(qsizetype index) const;

private:
    class Scanner;

    bool has(qsizetype index) const { return index >= 0 && index < m_all.size(); }

    QString m_source;
    QList<Token> m_all;
};

} // namespace porthole
