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
    enum class Kind {
        Live,
        Opened ///< of a file: nothing comes, so there is nothing to pause, to follow or to clear
    };

    explicit MessagesPane(Feed &feed, Kind kind = Kind::Live, QWidget *parent = nullptr);

    FilterEdit *filter() const { return m_filter; }
    LogView *table() const { return m_table; }
    QList<QAction *> menuActions() const { return m_actions; }
    std::optional<LogRow> current() const;
    void showOnly(const QList<ClientId> &ids);
    const QList<ClientId> &only() const { return m_onlyIds; } ///< empty: not only those of some
    void focusFilter();
    void filterFor(const QString &expression); ///< as if it had been typed
    void resetColumns();
    QString counters() const; ///< what the title line says of rows kept, dropped and skipped, and of those selected
    void exportRows();        ///< asks how

Q_SIGNALS:
    void currentChanged();
    void openWanted();
    void announced(const QString &sentence);

private:
    void setUpActions();
    void setUpReading();
    void setUpControls();
    void setUpTable();
    void applyFilter();
    void refresh();
    void clearOnly();
    void showOnlySelected();
    void showMenu(const QPoint &at);
    QString selectionSpan() const;

    Feed &m_feed;
    Kind m_kind;
    PaneTitle *m_title;
    FilterEdit *m_filter;
    Strip *m_fault;
    QComboBox *m_direction;
    QPushButton *m_only;
    Strip *m_strip;
    LogView *m_table;
    std::optional<quint64> m_lastCurrent; ///< sequence of the message that was told last
    QList<ClientId> m_onlyIds;
    QList<QAction *> m_actions;
    QAction *m_find = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_newest = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_control = nullptr;
    QAction *m_export = nullptr;
    QAction *m_onlySelected = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace porthole
