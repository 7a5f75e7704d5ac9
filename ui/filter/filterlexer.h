// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filtererror.h"

#include <QCoreApplication>

namespace porthole {

enum class FilterOperator : quint8 { Equal, NotEqual, Less, Greater, AtMost, AtLeast, Matches };

struct FilterToken
{
    enum Kind { Word, String, Compare, And, Or, Not, Open, Close, End, Bad };

    Kind kind = End;
    qsizetype at = 0;
    qsizetype length = 0;
    QString text = {}; ///< of a word; of a string without its quotes
    FilterOperator compare = FilterOperator::Equal;
};

/// Cuts a filter expression into words, strings and signs. Errors: a Bad token; error() says what is wrong with it.
class FilterLexer final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::FilterLexer)

public:
    explicit FilterLexer(QStringView text) : m_text(text) { }

    FilterToken next();
    FilterToken nextValue(); ///< on the right of a comparison, where = < > ! and pairs of ( ) are letters
    const FilterError &error() const { return m_error; }

private:
    QChar peek(qsizetype ahead = 0) const;
    bool startsWith(QLatin1String sign) const;
    void skipSpace();
    FilterToken take(FilterToken::Kind kind, qsizetype length);
    FilterToken string();
    FilterToken word();
    FilterToken valueWord();
    FilterToken wordFrom(qsizetype from) const;
    FilterToken comparison();
    bool endsWord() const;
    FilterToken bad(qsizetype at, qsizetype length, const QString &why);

    QStringView m_text;
    qsizetype m_at = 0;
    FilterError m_error;
};

} // namespace porthole
