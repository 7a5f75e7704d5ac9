// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filteroperand.h"
#include "ui/filter/jsonpath.h"
#include "ui/filter/textsearch.h"

#include <vector>

namespace porthole {

/// A part of a filter expression, ready to be asked.
struct FilterNode
{
    enum Kind { All, Any, Not, Word, Test, Has };

    Kind kind = Word;
    std::vector<FilterNode> parts = {};
    int field = -1;       ///< of a test; -1 for JSON
    JsonPath path = {};   ///< of a test of JSON
    TextSearch word = {}; ///< of a word
    FilterOperator compare = FilterOperator::Equal;
    FilterOperand operand = {};
};

} // namespace porthole
