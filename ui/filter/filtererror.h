// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace porthole {

/// Why a filter cannot be read. Positions are characters from the start of the expression.
struct FilterError
{
    QString text;         ///< one sentence; empty when nothing is wrong
    qsizetype at = 0;     ///< where
    qsizetype length = 0; ///< 0 where something is missing

    explicit operator bool() const { return !text.isEmpty(); }
};

} // namespace porthole
