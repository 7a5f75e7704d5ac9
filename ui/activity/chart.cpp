// SPDX-License-Identifier: MIT
#include "ui/activity/chart.h"

#include "ui/shared/colours.h"
#include "ui/shared/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace porthole {

Chart::Chart(const History &history, const QString &title, Unit unit, QWidget *parent)
    : QWidget(parent), m_history(history), m_title(title), m_unit(std::move(unit))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(title);
}

void Chart::setLines(const QList<Line> &lines)
{
    m_lines = lines;
    update();
}

void Chart::setSpan(qint64 begin, qint64 end)
{
    m_begin = begin;
    m_end = end;
    setAccessibleDescription(reading());
    update();
}

void Chart::setPointed(qint64 time)
{
    m_pointed = time;
    setToolTip(time ? reading() : QString()); // whole, also where the line has no room for it
    update();
}

void Chart::setMarked(qint64 begin, qint64 end)
{
    m_markBegin = begin;
    m_markEnd = end;
    update();
}

QSize Chart::sizeHint() const { return {fontMetrics().height() * 22, fontMetrics().height() * 8}; }

QSize Chart::minimumSizeHint() const { return {fontMetrics().height() * 10, fontMetrics().height() * 6}; }

QRectF Chart::plot() const
{
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(8, line + 10, -8, -line - 6);
}

double Chart::xOf(qint64 time) const
{
    const QRectF area = plot();
    const double share = double(time - m_begin) / double(std::max<qint64>(1, m_end - m_begin));
    return layoutDirection() == Qt::RightToLeft ? area.right() - share * area.width()
                                                : area.left() + share * area.width();
}

qint64 Chart::timeAt(int x) const
{
    const QRectF area = plot();
    double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    if (layoutDirection() == Qt::RightToLeft)
        share = 1 - share;
    return m_begin + qint64(share * double(m_end - m_begin));
}

const Sample *Chart::sampleShown() const
{
    if (m_history.isEmpty())
        return nullptr;
    const qsizetype index = m_pointed ? m_history.indexAt(m_pointed) : m_history.size() - 1;
    return index < 0 ? nullptr : &m_history.at(index);
}

QString Chart::reading() const
{
    const Sample *sample = sampleShown();
    if (!sample)
        return {};
    QStringList parts;
    if (m_pointed)
        parts.append(Format::timeOfDay(sample->end));
    for (const Line &line : m_lines) {
        const double value = line.value(*sample);
        if (m_bars && value <= 0)
            continue;
        parts.append(line.name.isEmpty() ? m_unit(value) : QStringLiteral("%1 %2").arg(line.name, m_unit(value)));
    }
    return parts.join(QStringLiteral("   "));
}

/// A round number that is not less.
static double roundUp(double value)
{
    if (value <= 1)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

static double roundUpBinary(double value)
{
    double unit = 1;
    while (value > 1000 * unit)
        unit *= 1024;
    return unit * roundUp(value / unit);
}

double Chart::top() const
{
    double most = 0;
    for (qsizetype index = 0; index < m_history.size(); ++index) {
        const Sample &sample = m_history.at(index);
        if (sample.end < m_begin || sample.begin > m_end)
            continue;
        double sum = 0;
        for (const Line &line : m_lines) {
            const double value = line.value(sample);
            sum = m_bars ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    return m_binary ? roundUpBinary(most) : roundUp(most);
}

void Chart::paintScale(QPainter &painter, double top) const
{
    const QRectF area = plot();
    const Colours &set = colours(palette());
    painter.setPen(QPen(faded(set.border, 0.9), 1));
    for (const double y : {area.top(), area.center().y(), area.bottom()})
        painter.drawLine(QPointF(area.left(), std::round(y) + 0.5), QPointF(area.right(), std::round(y) + 0.5));
    painter.setPen(set.muted);
    const QRectF below(area.left(), area.bottom() + 3, area.width(), fontMetrics().height());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(below, mirrored ? Qt::AlignRight : Qt::AlignLeft, Format::timeOfDay(m_begin));
    painter.drawText(below, mirrored ? Qt::AlignLeft : Qt::AlignRight, Format::timeOfDay(m_end));
    painter.drawText(below, Qt::AlignHCenter, tr("scale to %1").arg(m_unit(top)));
}

void Chart::paintLine(QPainter &painter, const Line &line, double top) const
{
    const QRectF area = plot();
    QPolygonF points;
    for (qsizetype index = 0; index < m_history.size(); ++index) {
        const Sample &sample = m_history.at(index);
        if (sample.end >= m_begin && sample.begin <= m_end)
            points.append({xOf(sample.end), area.bottom() - area.height() * std::min(1.0, line.value(sample) / top)});
    }
    if (points.isEmpty())
        return;
    QPainterPath sheet;
    sheet.moveTo(points.front().x(), area.bottom());
    for (const QPointF &point : points)
        sheet.lineTo(point);
    sheet.lineTo(points.back().x(), area.bottom());
    painter.fillPath(sheet, faded(line.colour, 0.10));
    painter.setPen(QPen(line.colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
}

void Chart::paintBars(QPainter &painter, double top) const
{
    const QRectF area = plot();
    painter.setPen(Qt::NoPen);
    for (qsizetype index = 0; index < m_history.size(); ++index) {
        const Sample &sample = m_history.at(index);
        if (sample.end < m_begin || sample.begin > m_end)
            continue;
        const double left = std::min(xOf(sample.begin), xOf(sample.end));
        const double width = std::max(2.0, std::abs(xOf(sample.end) - xOf(sample.begin)) - 0.5);
        double floor = area.bottom();
        for (const Line &line : m_lines) {
            const double height = area.height() * line.value(sample) / top;
            if (height <= 0)
                continue;
            painter.setBrush(line.colour);
            painter.drawRect(QRectF(left, floor - height, width, height));
            floor -= height;
        }
    }
}

void Chart::paintReading(QPainter &painter) const
{
    const Colours &set = colours(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::Text));
    const int titleWidth = QFontMetrics(strong).horizontalAdvance(m_title);
    QRectF row(8, 4, width() - 16, fontMetrics().height() + 2);
    painter.drawText(row, Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft), m_title);
    painter.setFont(font());
    double room = row.width() - titleWidth - 16;
    const Sample *sample = sampleShown();
    if (!sample)
        return;
    // From the far end on, so that what has no room is left out, and not the title.
    double x = mirrored ? row.left() : row.right();
    for (auto line = m_lines.crbegin(); line != m_lines.crend(); ++line) {
        const double value = line->value(*sample);
        if (m_bars && value <= 0)
            continue;
        const QString text =
            line->name.isEmpty() ? m_unit(value) : QStringLiteral("%1 %2").arg(line->name, m_unit(value));
        const int wide = fontMetrics().horizontalAdvance(text);
        room -= wide + 14;
        if (room < 0)
            break;
        const QRectF place(mirrored ? x : x - wide, row.top(), wide, row.height());
        painter.setPen(line->colour);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignHCenter, text);
        x += mirrored ? wide + 14 : -wide - 14;
    }
    if (m_pointed && room > fontMetrics().horizontalAdvance(QStringLiteral("88:88:88"))) {
        painter.setPen(set.muted);
        const QString time = Format::timeOfDay(sample->end);
        const int wide = fontMetrics().horizontalAdvance(time);
        painter.drawText(QRectF(mirrored ? x : x - wide, row.top(), wide, row.height()), Qt::AlignVCenter, time);
    }
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // what is mirrored is mirrored below
    const Colours &set = colours(palette());
    const double most = top();
    if (hasFocus()) {
        painter.setPen(QPen(set.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    paintReading(painter);
    paintScale(painter, most);
    const QRectF area = plot();
    painter.setClipRect(area.adjusted(-1, -1, 1, 1));
    if (m_markEnd > m_markBegin)
        painter.fillRect(
            QRectF(QPointF(xOf(m_markBegin), area.top()), QPointF(xOf(m_markEnd), area.bottom())).normalized(),
            faded(set.accent, 0.18));
    if (m_bars)
        paintBars(painter, most);
    else
        for (const Line &line : m_lines)
            paintLine(painter, line, most);
    if (m_pointed) {
        painter.setPen(QPen(set.muted, 1, Qt::DashLine));
        painter.drawLine(QPointF(xOf(m_pointed), area.top()), QPointF(xOf(m_pointed), area.bottom()));
    }
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const qint64 time = timeAt(int(event->position().x()));
    Q_EMIT pointed(time);
    if (m_pressed)
        Q_EMIT marking(std::min(m_pressed, time), std::max(m_pressed, time));
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = timeAt(int(event->position().x()));
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const qint64 time = timeAt(int(event->position().x()));
    const qint64 from = std::exchange(m_pressed, 0);
    const bool dragged = std::abs(xOf(time) - xOf(from)) >= 4;
    Q_EMIT marked(dragged ? std::min(from, time) : 0, dragged ? std::max(from, time) : 0);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const bool forth = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const bool back = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left);
    if (event->key() == Qt::Key_Return && m_markEnd > m_markBegin)
        return Q_EMIT marked(m_markBegin, m_markEnd);
    if (event->key() == Qt::Key_Escape && (m_pointed || m_markEnd > m_markBegin)) {
        m_anchor = 0;
        Q_EMIT pointed(0);
        return Q_EMIT marked(0, 0);
    }
    if ((!forth && !back) || m_history.isEmpty())
        return QWidget::keyPressEvent(event);
    const qsizetype now = m_pointed ? m_history.indexAt(m_pointed) : m_history.size() - 1;
    const qsizetype next = std::clamp<qsizetype>(now + (forth ? 1 : -1), 0, m_history.size() - 1);
    const qint64 time = m_history.at(next).end;
    const bool marks = event->modifiers().testFlag(Qt::ShiftModifier);
    m_anchor = !marks ? 0 : m_anchor ? m_anchor : m_pointed ? m_pointed : m_history.end();
    Q_EMIT pointed(time);
    if (marks)
        Q_EMIT marking(std::min(m_anchor, time), std::max(m_anchor, time));
}

void Chart::focusInEvent(QFocusEvent *) { update(); }

void Chart::focusOutEvent(QFocusEvent *)
{
    Q_EMIT pointed(0);
    update();
}

void Chart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        Q_EMIT pointed(0);
}

} // namespace porthole
