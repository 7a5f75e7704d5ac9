// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QPushButton;

namespace porthole {

class Feed;
class Filter;
class FilterEdit;
class LogView;
class PaneTitle;

class Strip;

/// The log of messages with its filter, pause and counters.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class MessagesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit MessagesPane(Feed &feed, QWidget *parent = nullptr);

    FilterEdit *filter() const { return m_filter; }
    LogView *table() const { return m_table; }
    QList<QAction *> menuActions() const;
    std::optional<LogRow> current() const;
    void showOnly(const QList<ClientId> &ids);
    void focusFilter();
    void resetColumns();
    QString counters() const; ///< what the title line says of rows kept, dropped and skipped

Q_SIGNALS:
    void currentChanged();

private:
    void setUpActions();
    void setUpControls();
    void setUpTable();
    void applyFilter();
    void refresh();
    void clearOnly();

    Feed &m_feed;
    PaneTitle *m_title;
    FilterEdit *m_filter;
    Strip *m_fault;
    QComboBox *m_direction;
    QPushButton *m_only;
    Strip *m_strip;
    LogView *m_table;
    std::optional<quint64> m_lastCurrent; ///< sequence of the message that was told last
    QList<ClientId> m_onlyIds;
    QAction *m_find = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_newest = nullptr;
    QAction *m_clear = nullptr;
};

} // namespace porthole
