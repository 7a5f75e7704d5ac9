// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

namespace porthole {

/// What a line icon is painted with; the palette of the moment decides the colour.
enum class Tint { Text, Muted, Accent, In, Out, Good, Warn, Bad, OnAccent };

/// A line icon of resources/icons by its file name. Painted from the palette each time, so it follows light and dark.
QIcon icon(const QString &name, Tint tint = Tint::Text);
/// The program's own icon.
QIcon applicationIcon();

} // namespace porthole
