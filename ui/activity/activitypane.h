// SPDX-License-Identifier: MIT
#pragma once

#include "ui/activity/history.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QToolButton;

namespace porthole {

class Chart;
class Feed;
class PaneTitle;

/// How the server did over time: connections, messages, bytes, what is queued, loop lag of each worker, closes by
/// cause. A span that is dragged over, or marked by keys, is told of.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class ActivityPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPane(Feed &feed, QWidget *parent = nullptr);

    PaneTitle *title() const { return m_title; } ///< for the dock's title bar
    const QList<Chart *> &charts() const { return m_charts; }
    void setMinutes(int minutes); ///< how much is shown; one of the choices
    void focusCharts();
    void clearSpan();

Q_SIGNALS:
    /// Microseconds since the Unix epoch; 0, 0 for none any more.
    void spanChosen(qint64 begin, qint64 end);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeCharts();
    Chart *add(const QString &title, const std::function<QString(double)> &unit);
    void applyColours();
    void arrange();
    void refresh();
    void choose(qint64 begin, qint64 end);
    QString nameOfSpan(qint64 begin, qint64 end) const;

    Feed &m_feed;
    PaneTitle *m_title;
    QComboBox *m_range;
    QToolButton *m_clear;
    QGridLayout *m_grid;
    QList<Chart *> m_charts;
    int m_columns = 0;
    int m_workers = 0; ///< that have a line
};

} // namespace porthole
