// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <variant>

namespace porthole {

/// What a row has in a field: nothing, a number, yes or no, JSON's null, UTF-8 that is borrowed from the row, text, or
/// several texts of which any may fit.
using FilterValue =
    std::variant<std::monostate, qint64, double, bool, std::nullptr_t, QByteArrayView, QString, QStringList>;

inline bool isNothing(const FilterValue &value) { return std::holds_alternative<std::monostate>(value); }

} // namespace porthole
