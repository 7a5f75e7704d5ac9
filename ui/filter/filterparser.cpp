// SPDX-License-Identifier: MIT
#include "ui/filter/filterparser.h"

namespace porthole {

static constexpr int deepest = 100;

FilterParser::FilterParser(QStringView text, const FilterFields &fields, qint64 now)
    : m_lexer(text), m_fields(fields), m_now(now)
{
    advance();
}

void FilterParser::advance()
{
    if (m_error) {
        m_token.kind = FilterToken::End;
        return;
    }
    m_token = m_lexer.next();
    if (m_token.kind == FilterToken::Bad) {
        m_error = m_lexer.error();
        m_token.kind = FilterToken::End;
    }
}

void FilterParser::fail(const FilterToken &token, const QString &text)
{
    if (!m_error)
        m_error = {text, token.at, token.length};
    m_token.kind = FilterToken::End;
}

std::optional<FilterNode> FilterParser::run()
{
    FilterNode node = any();
    if (m_token.kind == FilterToken::Close)
        fail(m_token, tr("This parenthesis was not opened."));
    else if (m_token.kind != FilterToken::End)
        fail(m_token, tr("A field or a word must stand before this."));
    return m_error ? std::nullopt : std::optional(std::move(node));
}

FilterNode FilterParser::joined(FilterNode::Kind kind, std::vector<FilterNode> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    FilterNode node{kind};
    node.parts = std::move(parts);
    return node;
}

FilterNode FilterParser::any()
{
    std::vector<FilterNode> parts;
    parts.push_back(all());
    while (m_token.kind == FilterToken::Or) {
        advance();
        parts.push_back(all());
    }
    return joined(FilterNode::Any, std::move(parts));
}

bool FilterParser::startsPart() const
{
    return m_token.kind == FilterToken::Word || m_token.kind == FilterToken::String || m_token.kind == FilterToken::Not
        || m_token.kind == FilterToken::Open;
}

FilterNode FilterParser::all()
{
    std::vector<FilterNode> parts;
    parts.push_back(negation());
    while (m_token.kind == FilterToken::And || startsPart()) {
        if (m_token.kind == FilterToken::And)
            advance();
        parts.push_back(negation());
    }
    return joined(FilterNode::All, std::move(parts));
}

FilterNode FilterParser::negation()
{
    bool negated = false;
    while (m_token.kind == FilterToken::Not) {
        negated = !negated;
        advance();
    }
    FilterNode node = primary();
    if (!negated)
        return node;
    FilterNode opposite{FilterNode::Not};
    opposite.parts.push_back(std::move(node));
    return opposite;
}

FilterNode FilterParser::primary()
{
    switch (m_token.kind) {
    case FilterToken::Open: return group();
    case FilterToken::Word:
    case FilterToken::String: return word();
    case FilterToken::End: fail(m_token, tr("Something is missing here: a field or a word.")); break;
    default: fail(m_token, tr("A field or a word must stand before this.")); break;
    }
    return {};
}

FilterNode FilterParser::group()
{
    const FilterToken open = m_token;
    if (++m_depth > deepest) {
        fail(open, tr("The parentheses are nested too deeply."));
        return {};
    }
    advance();
    FilterNode node = any();
    --m_depth;
    if (m_token.kind == FilterToken::Close)
        advance();
    else
        fail(open, tr("This parenthesis is not closed."));
    return node;
}

FilterNode FilterParser::word()
{
    const FilterToken token = m_token;
    advance();
    if (token.kind == FilterToken::Word && m_token.kind == FilterToken::Compare)
        return test(token, m_token.compare);
    const FilterField *field = token.kind == FilterToken::Word ? m_fields.find(token.text) : nullptr;
    const bool isPath = field && field->kind == FilterKind::Json && token.text.size() > field->name.size() + 1;
    FilterNode node{isPath ? FilterNode::Has : FilterNode::Word};
    if (isPath)
        node.path = JsonPath(QStringView(token.text).sliced(field->name.size() + 1));
    else
        node.word = TextSearch(token.text);
    return node;
}

FilterNode FilterParser::test(const FilterToken &name, FilterOperator compare)
{
    const FilterField *field = m_fields.find(name.text);
    if (!field) {
        fail(
            name,
            tr("There is no field %1. The fields are %2.").arg(name.text, m_fields.names().join(QStringLiteral(", "))));
        return {};
    }
    const FilterToken value = m_lexer.nextValue();
    if (value.kind == FilterToken::Bad)
        m_error = m_lexer.error();
    else if (value.kind != FilterToken::Word && value.kind != FilterToken::String)
        fail({FilterToken::End, value.at, value.length}, tr("A value is missing here."));
    FilterNode node{FilterNode::Test};
    node.compare = compare;
    node.field = field->kind == FilterKind::Json ? -1 : field->id;
    if (field->kind == FilterKind::Json)
        node.path = JsonPath(QStringView(name.text).mid(field->name.size() + 1));
    FilterError error;
    if (const auto operand = m_error ? std::nullopt : FilterOperand::parse(value, *field, compare, m_now, error))
        node.operand = *operand;
    else if (!m_error)
        m_error = error;
    advance();
    return node;
}

} // namespace porthole
