// SPDX-License-Identifier: MIT
#include "ui/filter/filter.h"

#include "ui/filter/filterparser.h"

#include <algorithm>

namespace porthole {

static bool answer(const FilterNode &node, const FilterRow &row)
{
    const auto asked = [&row](const FilterNode &part) { return answer(part, row); };
    switch (node.kind) {
    case FilterNode::All: return std::all_of(node.parts.begin(), node.parts.end(), asked);
    case FilterNode::Any: return std::any_of(node.parts.begin(), node.parts.end(), asked);
    case FilterNode::Not: return !answer(node.parts.front(), row);
    case FilterNode::Word: return row.holds(node.word);
    case FilterNode::Has: return !isNothing(row.json(node.path));
    case FilterNode::Test:
        return node.operand.matches(node.field < 0 ? row.json(node.path) : row.value(node.field), node.compare);
    }
    return false;
}

template<typename Property>
static bool anyPart(const FilterNode &node, const Property &property)
{
    return property(node) || std::any_of(node.parts.begin(), node.parts.end(), [&property](const FilterNode &part) {
               return anyPart(part, property);
           });
}

Filter::Parsed Filter::parse(const QString &text, const FilterFields &fields, qint64 now)
{
    Parsed parsed;
    if (text.trimmed().isEmpty())
        return parsed;
    FilterParser parser(text, fields, now);
    if (auto root = parser.run()) {
        parsed.filter.m_text = text;
        parsed.filter.m_root = std::make_shared<const FilterNode>(std::move(*root));
    }
    parsed.error = parser.error();
    return parsed;
}

bool Filter::matches(const FilterRow &row) const { return !m_root || answer(*m_root, row); }

bool Filter::isExpensive() const
{
    return m_root && anyPart(*m_root, [](const FilterNode &node) { return node.operand.isExpensive(); });
}

bool Filter::asksFor(int field) const
{
    return m_root && anyPart(*m_root, [field](const FilterNode &node) {
               return node.kind == FilterNode::Test && node.field == field;
           });
}

} // namespace porthole
