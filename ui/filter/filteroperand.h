// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filterfields.h"
#include "ui/filter/filterlexer.h"
#include "ui/filter/filtervalue.h"

#include <QRegularExpression>

#include <optional>

namespace porthole {

/// What stands on the right of a comparison, made ready to be compared with many rows.
/// Threads: const after it is made. Errors: parse() says why it makes no sense for that kind of field.
class FilterOperand final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::FilterOperand)

public:
    /// `now` is what a relative time counts from, in microseconds since the epoch.
    static std::optional<FilterOperand> parse(const FilterToken &token, const FilterField &field,
                                              FilterOperator compare, qint64 now, FilterError &error);

    bool matches(const FilterValue &value, FilterOperator compare) const;
    bool isExpensive() const { return m_regex.has_value(); } ///< a row can take long

private:
    bool setRegex(const FilterToken &token, FilterError &error);
    bool setNumber(const FilterToken &token, FilterKind kind, FilterError &error);
    bool setTime(const FilterToken &token, qint64 now, FilterError &error);
    bool setChoice(const FilterToken &token, const FilterField &field, FilterError &error);
    void setJson(const FilterToken &token);
    void setText(const QString &text);
    bool matchesAny(const QStringList &texts, FilterOperator compare) const;
    bool isFoundIn(const FilterValue &value) const;
    std::partial_ordering order(const FilterValue &value) const;
    std::partial_ordering orderOfTime(qint64 time, FilterOperator compare) const;

    FilterKind m_kind = FilterKind::Text;
    QString m_text;
    QByteArray m_utf8;
    bool m_isText = false; ///< m_text is something to compare with
    std::optional<qint64> m_whole;
    std::optional<double> m_number;
    std::optional<bool> m_truth;
    bool m_isNull = false;
    qint64 m_precision = 1; ///< of a time: what counts as equal
    bool m_isOfDay = false; ///< a time without a date
    std::optional<QRegularExpression> m_regex;
};

} // namespace porthole
