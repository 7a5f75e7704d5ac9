// SPDX-License-Identifier: MIT
#include "ui/shared/style/stylepaint.h"

#include "ui/shared/colours.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace porthole::stylepaint {

namespace {

/// Smooth lines for as long as it lives.
class Smooth final
{
public:
    explicit Smooth(QPainter *painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Smooth() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Smooth)

private:
    QPainter *m_painter;
};

QRectF inset(const QRect &rect, double by = 0.5) { return QRectF(rect).adjusted(by, by, -by, -by); }

bool has(const QStyleOption *option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

} // namespace

void button(QPainter *painter, const QStyleOption *option, bool primary)
{
    const Smooth smooth(painter);
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken);
    const bool over = has(option, QStyle::State_MouseOver);
    QColor fill = palette.color(QPalette::Button);
    QColor edge = palette.color(QPalette::Mid);
    if (primary && enabled) {
        const QColor accent = palette.color(QPalette::Highlight);
        fill = down ? accent.darker(120) : over ? accent.lighter(112) : accent;
        edge = fill;
    } else if (!enabled) {
        fill = palette.color(QPalette::Window);
        edge = colours(palette).border;
    } else if (has(option, QStyle::State_On)) {
        fill = colours(palette).tint;
    } else if (down || over) {
        fill = down ? palette.color(QPalette::Midlight) : colours(palette).hover;
    }
    const bool ringed =
        enabled && has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    if (ringed && !primary)
        edge = colours(palette).accent;
    painter->setPen(QPen(edge, ringed ? 1.6 : 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(inset(option->rect), radius, radius);
    if (ringed && primary) {
        painter->setPen(QPen(palette.color(QPalette::HighlightedText), 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(inset(option->rect, 3), radius - 2, radius - 2);
    }
}

void toolButton(QPainter *painter, const QStyleOption *option)
{
    const bool on = has(option, QStyle::State_On);
    const bool down = has(option, QStyle::State_Sunken);
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (!on && !down && !over)
        return;
    const Smooth smooth(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(on || down ? colours(option->palette).tint : option->palette.color(QPalette::Midlight));
    painter->drawRoundedRect(inset(option->rect, 1), radius - 1, radius - 1);
}

void pill(QPainter *painter, const QStyleOption *option)
{
    const Smooth smooth(painter);
    const QColor accent = option->palette.color(QPalette::Highlight);
    const QRectF shape = inset(option->rect, 1);
    painter->setPen(Qt::NoPen);
    painter->setBrush(has(option, QStyle::State_MouseOver) ? accent.lighter(112) : accent);
    painter->drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
}

void field(QPainter *painter, const QStyleOption *option)
{
    const Smooth smooth(painter);
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = enabled && has(option, QStyle::State_HasFocus);
    painter->setBrush(palette.color(enabled ? QPalette::Base : QPalette::Window));
    painter->setPen(QPen(focus ? colours(palette).accent : palette.color(QPalette::Mid), focus ? 1.6 : 1));
    painter->drawRoundedRect(inset(option->rect, focus ? 0.8 : 0.5), radius, radius);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    const Smooth smooth(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colours(option->palette).accent, 1.6));
    painter->drawRoundedRect(inset(option->rect, 0.8), radius - 1, radius - 1);
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Smooth smooth(painter);
    const bool selected = has(option, QStyle::State_Selected);
    const bool over = has(option, QStyle::State_MouseOver);
    if (!selected && !over)
        return;
    QRectF line(option->rect);
    line.setTop(line.bottom() - 2.5);
    line.adjust(6, 0, -6, 0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? colours(option->palette).accent : option->palette.color(QPalette::Mid));
    painter->drawRoundedRect(line, 1.2, 1.2);
}

void headerSection(QPainter *painter, const QStyleOption *option)
{
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const Colours &set = colours(option->palette);
    painter->fillRect(option->rect, over ? set.hover : option->palette.color(QPalette::Base));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), set.border);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle)
{
    painter->fillRect(option->rect, option->palette.base());
    if (option->minimum == option->maximum || handle.isEmpty())
        return;
    const Smooth smooth(painter);
    const bool active = has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver);
    const bool horizontal = option->orientation == Qt::Horizontal;
    const double gap = (horizontal ? handle.height() : handle.width()) * (active ? 0.22 : 0.3);
    QRectF shape(handle);
    shape.adjust(horizontal ? 2 : gap, horizontal ? gap : 2, horizontal ? -2 : -gap, horizontal ? -gap : -2);
    const double round = std::min(shape.width(), shape.height()) / 2;
    painter->setPen(Qt::NoPen);
    painter->setBrush(faded(colours(option->palette).muted, active ? 0.75 : 0.42));
    painter->drawRoundedRect(shape, round, round);
}

void menuBarItem(QPainter *painter, const QStyleOption *option)
{
    painter->fillRect(option->rect, option->palette.window());
    if (!has(option, QStyle::State_Selected))
        return;
    const Smooth smooth(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours(option->palette).tint);
    painter->drawRoundedRect(inset(option->rect, 2), radius - 2, radius - 2);
}

void chevron(QPainter *painter, const QRect &rect, const QColor &colour, bool up)
{
    const Smooth smooth(painter);
    const double half = std::min({rect.width() * 0.26, rect.height() * 0.26, 5.0 + rect.width() * 0.05});
    const QPointF centre = QRectF(rect).center();
    const double dip = up ? -half / 2 : half / 2;
    painter->setPen(QPen(colour, std::max(1.3, half * 0.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(
        QPolygonF{centre + QPointF(-half, -dip), centre + QPointF(0, dip), centre + QPointF(half, -dip)});
}

} // namespace porthole::stylepaint
