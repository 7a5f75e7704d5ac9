// SPDX-License-Identifier: MIT
#include "ui/filter/filtercompletion.h"

#include "ui/filter/filterlexer.h"

namespace porthole {

namespace {

/// The last three tokens before the cursor.
struct Tail
{
    FilterToken last;
    FilterToken before;
    FilterToken twoBefore;
};

Tail tailOf(QStringView text)
{
    Tail tail;
    FilterLexer lexer(text);
    bool valueNext = false;
    while (true) {
        const FilterToken token = valueNext ? lexer.nextValue() : lexer.next();
        if (token.kind == FilterToken::End || token.kind == FilterToken::Bad) {
            if (token.kind == FilterToken::Bad)
                tail.last.kind = FilterToken::Bad;
            return tail;
        }
        valueNext = token.kind == FilterToken::Compare;
        tail = {token, tail.last, tail.before};
    }
}

void offerFields(FilterCompletion &completion, const QString &typed, const FilterFields &fields)
{
    for (const FilterField &field : fields.all()) {
        const QString name = field.kind == FilterKind::Json ? field.name + QLatin1Char('.') : field.name;
        if (name != typed && name.startsWith(typed, Qt::CaseInsensitive))
            completion.offers.append({name, field.description});
    }
}

void offerChoices(FilterCompletion &completion, const QString &typed, const FilterField &field)
{
    for (const QString &choice : field.choices) {
        if (choice != typed && choice.startsWith(typed, Qt::CaseInsensitive))
            completion.offers.append({choice, {}});
    }
}

} // namespace

FilterCompletion FilterCompletion::at(const QString &text, qsizetype cursor, const FilterFields &fields)
{
    const Tail tail = tailOf(QStringView(text).first(cursor));
    FilterCompletion completion{cursor};
    const bool touches = tail.last.kind == FilterToken::Word && tail.last.at + tail.last.length == cursor;
    if (touches)
        completion.from = tail.last.at;
    const FilterToken &compare = touches ? tail.before : tail.last;
    const FilterToken &name = touches ? tail.twoBefore : tail.before;
    if (compare.kind == FilterToken::Compare) {
        if (const FilterField *field = fields.find(name.text))
            offerChoices(completion, touches ? tail.last.text : QString(), *field);
    } else if (touches) {
        offerFields(completion, tail.last.text, fields);
    }
    return completion;
}

} // namespace porthole
