// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filtererror.h"
#include "ui/filter/filterfields.h"
#include "ui/filter/filtervalue.h"
#include "ui/filter/jsonpath.h"
#include "ui/filter/textsearch.h"

#include <memory>

namespace porthole {

struct FilterNode;

/// What a filter asks of a row.
class FilterRow
{
public:
    virtual FilterValue value(int field) const = 0; ///< what it borrows lives as long as the row
    /// What stands in the JSON of the row; nothing where it has none.
    virtual FilterValue json(const JsonPath &) const { return {}; }
    virtual bool holds(const TextSearch &text) const = 0; ///< a word without a field

protected:
    ~FilterRow() = default;
};

/// An expression that says yes or no to a row, such as `dir == in && (json.type == "join" || size > 1k)`. The language
/// is described in ui/README.md. An empty one says yes to all.
/// Threads: const after it is made, so any thread may ask; copies are cheap.
/// Errors: parse() gives one sentence and the position; the filter says yes to all then.
class Filter final
{
public:
    struct Parsed;

    Filter() = default;
    /// `now` is what relative times count from, in microseconds since the epoch.
    static Parsed parse(const QString &text, const FilterFields &fields, qint64 now);

    const QString &text() const { return m_text; }
    bool matchesAll() const { return !m_root; }
    bool matches(const FilterRow &row) const;
    bool isExpensive() const;      ///< a single row can take long: do not ask for many at once on the GUI's thread
    bool asksFor(int field) const; ///< compares that field with something

    friend bool operator==(const Filter &a, const Filter &b) { return a.m_text == b.m_text; }

private:
    QString m_text;
    std::shared_ptr<const FilterNode> m_root;
};

struct Filter::Parsed
{
    Filter filter;
    FilterError error;
};

} // namespace porthole
