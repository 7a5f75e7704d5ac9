// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filterfields.h"

namespace porthole {

/// What can stand where the cursor is in a filter: names of fields, or after == the names of a choice.
struct FilterCompletion
{
    struct Offer
    {
        QString text;
        QString description;
    };

    qsizetype from = 0; ///< an offer replaces the text from here up to the cursor
    QList<Offer> offers = {};

    /// Nothing is offered where nothing has been typed, or where what is typed is complete already.
    static FilterCompletion at(const QString &text, qsizetype cursor, const FilterFields &fields);
};

} // namespace porthole
