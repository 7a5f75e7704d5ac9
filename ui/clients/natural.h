// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace porthole {

/// Below, equal or above 0 as a stands before, with or after b. Runs of digits compare as numbers, so that
/// 10.0.0.9:80 stands before 10.0.0.10:80. Letters compare by code point.
int compareNatural(QStringView a, QStringView b);

} // namespace porthole
