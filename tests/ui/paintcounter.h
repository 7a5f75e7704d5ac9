// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace porthole {

/// Counts how often a widget is painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }

    /// How often since the last time, once the loop has had some turns.
    int take()
    {
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        return std::exchange(m_count, 0);
    }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int m_count = 0;
};

} // namespace porthole
