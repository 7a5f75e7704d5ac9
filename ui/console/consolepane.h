// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;

namespace porthole {

class Feed;
class PaneTitle;
class TailView;

/// What the script says: its console, with the least level and a text to look for, and what was thrown away. Beside it
/// all of a chosen line that does not fit into its row, such as the stack of an error, also when the line has left.
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
    QPlainTextEdit *whole() const { return m_whole; }
    void focusTable();
    void resetColumns();
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void layOutWhole();
    void setUpTable();
    void showWhole(int row);
    void showMenu(const QPoint &at);
    void applyFilter();
    void refresh();

    Feed &m_feed;
    PaneTitle *m_title;
    QComboBox *m_level;
    QLineEdit *m_filter;
    TailView *m_table;
    QSplitter *m_halves;
    QPlainTextEdit *m_whole;
    bool m_losing = false; ///< lines leave the front
    bool m_isShared = false;
};

} // namespace porthole
