// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string_view>

namespace porthole {

/// The names and sentences of the code that is free of Qt, as Qt has its text. A pure function.
inline QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace porthole
