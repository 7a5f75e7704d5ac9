// SPDX-License-Identifier: MIT
#include "ui/filter/filteroperand.h"

#include "ui/filter/filteramount.h"

#include <algorithm>

namespace porthole {

namespace {

// A pattern that would try for ever gives up, and does not match then.
constexpr char patternLimit[] = "(*LIMIT_MATCH=100000)";

FilterError at(const FilterToken &token, const QString &text) { return {text, token.at, token.length}; }

bool isTextual(FilterKind kind) { return kind == FilterKind::Text || kind == FilterKind::Json; }

template<typename A, typename B>
std::partial_ordering compared(const A &a, const B &b)
{
    return a < b ? std::partial_ordering::less
        : b < a  ? std::partial_ordering::greater
                 : std::partial_ordering::equivalent;
}

bool holds(std::partial_ordering order, FilterOperator compare)
{
    switch (compare) {
    case FilterOperator::Equal: return std::is_eq(order);
    case FilterOperator::NotEqual: return !std::is_eq(order);
    case FilterOperator::Less: return std::is_lt(order);
    case FilterOperator::Greater: return std::is_gt(order);
    case FilterOperator::AtMost: return std::is_lteq(order);
    case FilterOperator::AtLeast: return std::is_gteq(order);
    case FilterOperator::Matches: break;
    }
    return false;
}

} // namespace

std::optional<FilterOperand> FilterOperand::parse(const FilterToken &token, const FilterField &field,
                                                  FilterOperator compare, qint64 now, FilterError &error)
{
    FilterOperand operand;
    operand.m_kind = field.kind;
    if (compare == FilterOperator::Matches) {
        if (isTextual(field.kind))
            return operand.setRegex(token, error) ? std::optional(operand) : std::nullopt;
        error = at(token, tr("=~ finds in text, and %1 is none; write ==.").arg(field.name));
        return std::nullopt;
    }
    bool good = true;
    switch (field.kind) {
    case FilterKind::Text: operand.setText(token.text); break;
    case FilterKind::Json: operand.setJson(token); break;
    case FilterKind::Choice:
        good = compare == FilterOperator::Equal || compare == FilterOperator::NotEqual;
        if (!good)
            error = at(token, tr("%1 can be compared with == and != only.").arg(field.name));
        good = good && operand.setChoice(token, field, error);
        break;
    case FilterKind::Time: good = operand.setTime(token, now, error); break;
    default: good = operand.setNumber(token, field.kind, error); break;
    }
    return good ? std::optional(operand) : std::nullopt;
}

void FilterOperand::setText(const QString &text)
{
    m_text = text;
    m_utf8 = text.toUtf8();
    m_isText = true;
}

bool FilterOperand::setRegex(const FilterToken &token, FilterError &error)
{
    const QRegularExpression asTyped(token.text);
    if (!asTyped.isValid()) {
        const qsizetype before = token.kind == FilterToken::String ? 1 : 0;
        const qsizetype offset = std::clamp<qsizetype>(asTyped.patternErrorOffset(), 0, token.text.size());
        error = {tr("The regular expression is not right here: %1.").arg(asTyped.errorString()),
                 token.at + before + offset, 0};
        return false;
    }
    m_regex = QRegularExpression(QLatin1String(patternLimit) + token.text);
    m_regex->optimize();
    return true;
}

bool FilterOperand::setNumber(const FilterToken &token, FilterKind kind, FilterError &error)
{
    QStringView text = token.text;
    QString expected;
    switch (kind) {
    case FilterKind::Size:
        m_number = parseSize(text);
        expected = tr("A size is written like 512, 1k or 2MiB.");
        break;
    case FilterKind::Span:
        m_number = parseSpan(text);
        expected = tr("A span of time needs a unit: 250ms, 30s, 5min, 2h.");
        break;
    case FilterKind::Client:
        if (text.startsWith(QLatin1Char('#')))
            text = text.sliced(1);
        m_number = parseCount(text);
        expected = tr("A client is written like 12 or #12.");
        break;
    default:
        m_number = parseCount(text);
        expected = tr("A number is needed here, like 12 or 1.5k.");
        break;
    }
    if (!m_number)
        error = at(token, expected);
    return m_number.has_value();
}

bool FilterOperand::setTime(const FilterToken &token, qint64 now, FilterError &error)
{
    const auto time = parseTime(token.text, now);
    if (!time) {
        error = at(token, tr("A time is written like 12:00, 12:00:01.250, \"2026-01-31 12:00\" or -5min."));
        return false;
    }
    m_whole = time->micros;
    m_precision = time->precision;
    m_isOfDay = time->isOfDay;
    return true;
}

bool FilterOperand::setChoice(const FilterToken &token, const FilterField &field, FilterError &error)
{
    const auto isIt = [&token](const QString &name) { return token.text.compare(name, Qt::CaseInsensitive) == 0; };
    const auto found = std::find_if(field.choices.begin(), field.choices.end(), isIt);
    if (found == field.choices.end()) {
        error = at(token, tr("%1 is one of: %2.").arg(field.name, field.choices.join(QStringLiteral(", "))));
        return false;
    }
    m_whole = found - field.choices.begin();
    return true;
}

void FilterOperand::setJson(const FilterToken &token)
{
    setText(token.text);
    if (token.kind == FilterToken::String)
        return;
    bool isNumber = false;
    if (const qint64 whole = token.text.toLongLong(&isNumber); isNumber)
        m_whole = whole;
    if (const double number = token.text.toDouble(&isNumber); isNumber)
        m_number = number;
    if (token.text == QLatin1String("true") || token.text == QLatin1String("false"))
        m_truth = token.text == QLatin1String("true");
    m_isNull = token.text == QLatin1String("null");
}

bool FilterOperand::matches(const FilterValue &value, FilterOperator compare) const
{
    if (const auto *texts = std::get_if<QStringList>(&value))
        return matchesAny(*texts, compare);
    if (compare == FilterOperator::Matches)
        return isFoundIn(value);
    if (m_kind == FilterKind::Time) {
        const qint64 *time = std::get_if<qint64>(&value);
        return holds(time ? orderOfTime(*time, compare) : std::partial_ordering::unordered, compare);
    }
    return holds(order(value), compare);
}

bool FilterOperand::matchesAny(const QStringList &texts, FilterOperator compare) const
{
    if (compare == FilterOperator::NotEqual)
        return !matchesAny(texts, FilterOperator::Equal);
    return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return matches(text, compare); });
}

bool FilterOperand::isFoundIn(const FilterValue &value) const
{
    if (const auto *utf8 = std::get_if<QByteArrayView>(&value))
        return m_regex->match(QString::fromUtf8(*utf8)).hasMatch();
    if (const auto *text = std::get_if<QString>(&value))
        return m_regex->match(*text).hasMatch();
    if (const auto *whole = std::get_if<qint64>(&value))
        return m_regex->match(QString::number(*whole)).hasMatch();
    return false;
}

std::partial_ordering FilterOperand::order(const FilterValue &value) const
{
    if (const auto *utf8 = std::get_if<QByteArrayView>(&value); utf8 && m_isText)
        return compared(utf8->compare(m_utf8), 0);
    if (const auto *text = std::get_if<QString>(&value); text && m_isText)
        return compared(text->compare(m_text), 0);
    if (const auto *whole = std::get_if<qint64>(&value)) {
        if (m_whole)
            return compared(*whole, *m_whole);
        if (m_number)
            return compared(double(*whole), *m_number);
    }
    if (const auto *number = std::get_if<double>(&value); number && m_number)
        return compared(*number, *m_number);
    if (const auto *truth = std::get_if<bool>(&value); truth && m_truth && *truth == *m_truth)
        return std::partial_ordering::equivalent;
    const bool bothNull = std::holds_alternative<std::nullptr_t>(value) && m_isNull;
    return bothNull ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

std::partial_ordering FilterOperand::orderOfTime(qint64 time, FilterOperator compare) const
{
    const qint64 moment = m_isOfDay ? timeOfDay(time) : time;
    const bool isEquality = compare == FilterOperator::Equal || compare == FilterOperator::NotEqual;
    if (isEquality && moment >= *m_whole && moment < *m_whole + m_precision)
        return std::partial_ordering::equivalent;
    return compared(moment, *m_whole);
}

} // namespace porthole
