// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace porthole {

/// The colours that a palette has no role for. There is one set for light and one for dark.
struct Colours
{
    QColor border; ///< hairlines and frames
    QColor card;   ///< behind a pane
    QColor muted;  ///< text of second rank, still readable (4.5:1)
    QColor tint;   ///< behind a selected row or a pressed toggle
    QColor hover;  ///< behind what the pointer is on
    QColor accent; ///< focus, links, the sparkline
    QColor in;     ///< a message that came in
    QColor out;    ///< a message that went out
    QColor good;   ///< running, sent
    QColor warn;   ///< queued, skipped
    QColor bad;    ///< failed, refused
    QColor warnTint;
    QColor badTint;
    QColor jsonKey;
    QColor jsonString;
    QColor jsonNumber;
    QColor jsonLiteral;
};

/// Whether light text stands on a dark window. Qt 6.4 has no other way to ask.
bool isDark(const QPalette &palette);
/// The set that goes with this palette. The reference lives for ever.
const Colours &colours(const QPalette &palette);
/// The colour at a share of its opacity, for overlays.
QColor faded(QColor colour, double opacity);

} // namespace porthole
