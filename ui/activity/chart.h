// SPDX-License-Identifier: MIT
#pragma once

#include "ui/activity/history.h"

#include <QColor>
#include <QWidget>

#include <functional>

namespace porthole {

/// Lines over time in one frame: a title, the newest values, a scale, and what the pointer is on. All charts of a pane
/// show the same span of time and the same place of the pointer.
/// Threads: the GUI's. Lifetime: the history outlives it.
class Chart final : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString name;
        QColor colour;
        std::function<double(const Sample &)> value;
    };
    using Unit = std::function<QString(double)>; ///< a value in words

    Chart(const History &history, const QString &title, Unit unit, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);
    const QList<Line> &lines() const { return m_lines; }
    void setBinary(bool binary) { m_binary = binary; } ///< the scale goes by KiB and MiB
    void setBars(bool bars) { m_bars = bars; }         ///< one stack of bars instead of lines
    void setSpan(qint64 begin, qint64 end);            ///< microseconds since the epoch
    void setPointed(qint64 time);                      ///< 0 for nowhere
    void setMarked(qint64 begin, qint64 end);          ///< a span that is chosen; 0, 0 for none
    QString title() const { return m_title; }
    QString reading() const; ///< the title line: the values that the pointer is on, or the newest
    qint64 timeAt(int x) const;
    QRectF plot() const; ///< where the lines are

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointed(qint64 time); ///< 0: the pointer left
    void marking(qint64 begin, qint64 end);
    void marked(qint64 begin, qint64 end); ///< a span was dragged over; 0, 0 when it was only clicked

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< arrows point, with Shift they mark, Return takes, Escape drops
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    double top() const;
    double xOf(qint64 time) const;
    const Sample *sampleShown() const;
    void paintScale(QPainter &painter, double top) const;
    void paintLine(QPainter &painter, const Line &line, double top) const;
    void paintBars(QPainter &painter, double top) const;
    void paintReading(QPainter &painter) const;

    const History &m_history;
    QString m_title;
    Unit m_unit;
    QList<Line> m_lines;
    bool m_bars = false;
    bool m_binary = false;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_pointed = 0;
    qint64 m_markBegin = 0;
    qint64 m_markEnd = 0;
    qint64 m_pressed = 0;
    qint64 m_anchor = 0; ///< where marking by keys began
};

} // namespace porthole
