// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace porthole {

/// What stands in a field, which says how what it is compared with is written.
enum class FilterKind : quint8 {
    Text,
    Number, ///< 12, 1k is a thousand
    Client, ///< 12 or #12
    Size,   ///< 512, 1k or 1KiB is 1,024, 1kB is 1,000
    Span,   ///< microseconds: 30s, 250ms, 5min
    Time,   ///< microseconds since the epoch: 12:00, 12:00:01.250, "2026-01-31 12:00", -5min
    Choice, ///< one of a few names; the row has its number
    Json,   ///< a value within the payload: the field's name, a dot, and a JsonPath
};

struct FilterField
{
    int id = 0; ///< what a FilterRow knows it by
    QString name;
    FilterKind kind = FilterKind::Text;
    QString description = {}; ///< a few words, for the completion
    QStringList choices = {};
    QString alias = {}; ///< another name that is understood
};

/// The fields of one sort of row. Threads: a value.
class FilterFields final
{
public:
    FilterFields() = default;
    explicit FilterFields(QList<FilterField> fields) : m_fields(std::move(fields)) { }

    const QList<FilterField> &all() const { return m_fields; }
    /// By its name or, for JSON, by the name before the first dot; null when there is none.
    const FilterField *find(QStringView name) const;
    QStringList names() const;

private:
    QList<FilterField> m_fields;
};

} // namespace porthole
