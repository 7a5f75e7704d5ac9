// SPDX-License-Identifier: MIT
#pragma once

#include <QStyleOption>

class QPainter;

// The shapes that PortholeStyle is made of. Each paints one thing into option->rect and leaves the painter as it was.
namespace porthole::stylepaint {

inline constexpr double radius = 6;

void button(QPainter *painter, const QStyleOption *option, bool primary);
void toolButton(QPainter *painter, const QStyleOption *option);
void pill(QPainter *painter, const QStyleOption *option);
void field(QPainter *painter, const QStyleOption *option);
void focusRing(QPainter *painter, const QStyleOption *option);
void tab(QPainter *painter, const QStyleOptionTab *option);
void headerSection(QPainter *painter, const QStyleOption *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle);
void menuBarItem(QPainter *painter, const QStyleOption *option);
void chevron(QPainter *painter, const QRect &rect, const QColor &colour, bool up);

} // namespace porthole::stylepaint
