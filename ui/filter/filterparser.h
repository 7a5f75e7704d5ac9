// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filternode.h"

namespace porthole {

/// Reads an expression:
///     any  = all { "||" all }
///     all  = not { [ "&&" ] not }
///     not  = "!" not | "(" any ")" | field operator value | word | string
/// Errors: run() returns nothing; error() says what and where.
class FilterParser final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::FilterParser)

public:
    FilterParser(QStringView text, const FilterFields &fields, qint64 now);

    std::optional<FilterNode> run();
    const FilterError &error() const { return m_error; }

private:
    FilterNode any();
    FilterNode all();
    FilterNode negation();
    FilterNode primary();
    FilterNode group();
    FilterNode word();
    FilterNode test(const FilterToken &name, FilterOperator compare);
    bool startsPart() const;
    void advance();
    void fail(const FilterToken &token, const QString &text);
    static FilterNode joined(FilterNode::Kind kind, std::vector<FilterNode> parts);

    FilterLexer m_lexer;
    const FilterFields &m_fields;
    qint64 m_now;
    FilterToken m_token;
    FilterError m_error;
    int m_depth = 0;
};

} // namespace porthole
