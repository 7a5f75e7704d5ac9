// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace porthole {

class Feed;
class PaneTitle;
class TailView;

/// What the script says: its console, with the least level and a text to look for, and what was thrown away.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class ConsolePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ConsolePane(Feed &feed, QWidget *parent = nullptr);

    PaneTitle *title() const { return m_title; }
    TailView *table() const { return m_table; }
    QComboBox *level() const { return m_level; }
    QLineEdit *filter() const { return m_filter; }
    void focusTable();
    void resetColumns();
    void clear();

private:
    void layOut();
    void applyFilter();
    void refresh();

    Feed &m_feed;
    PaneTitle *m_title;
    QComboBox *m_level;
    QLineEdit *m_filter;
    TailView *m_table;
};

} // namespace porthole
