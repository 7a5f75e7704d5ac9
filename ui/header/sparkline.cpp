// SPDX-License-Identifier: MIT
#include "ui/header/sparkline.h"

#include "ui/shared/colours.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace porthole {

Sparkline::Sparkline(int capacity, QWidget *parent) : QWidget(parent), m_capacity(capacity)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Sparkline::setValues(const QList<double> &values)
{
    const QList<double> last = values.size() > m_capacity ? values.sliced(values.size() - m_capacity) : values;
    if (last == m_values)
        return;
    m_values = last;
    update();
}

QSize Sparkline::sizeHint() const { return {fontMetrics().height() * 8, fontMetrics().height() * 2}; }

QSize Sparkline::minimumSizeHint() const { return {fontMetrics().height() * 3, fontMetrics().height()}; }

QPolygonF Sparkline::curve() const
{
    const QRectF area = QRectF(rect()).adjusted(1, 3, -1, -2);
    const double top = std::max(1.0, *std::max_element(m_values.begin(), m_values.end()));
    const double step = area.width() / std::max(1, m_capacity - 1);
    QPolygonF points;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double x = area.right() - step * double(m_values.size() - 1 - i);
        points.append({x, area.bottom() - area.height() * m_values[i] / top});
    }
    return points;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &set = colours(palette());
    const double floor = height() - 1.5;
    painter.setPen(QPen(set.border, 1));
    painter.drawLine(QPointF(0, floor), QPointF(width(), floor));
    if (m_values.size() < 2)
        return;
    const QPolygonF points = curve();
    QPainterPath area;
    area.moveTo(points.front().x(), floor);
    for (const QPointF &point : points)
        area.lineTo(point);
    area.lineTo(points.back().x(), floor);
    QLinearGradient fade(0, 0, 0, height());
    fade.setColorAt(0, faded(set.accent, 0.35));
    fade.setColorAt(1, faded(set.accent, 0.04));
    painter.fillPath(area, fade);
    painter.setPen(QPen(set.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.setBrush(set.accent);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(points.back(), 2.2, 2.2);
}

} // namespace porthole
