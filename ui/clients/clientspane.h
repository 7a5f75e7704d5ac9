// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QStackedWidget;
class QTabBar;

namespace porthole {

class Feed;
class PaneTitle;
class ClosedOrder;
class FilterEdit;
class Strip;
class TableView;

/// The clients that are connected and, on a second tab, those that left. It asks for actions and does none itself.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class ClientsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientsPane(Feed &feed, QWidget *parent = nullptr);

    PaneTitle *title() const { return m_title; } ///< for the dock's title bar
    QList<ClientId> selected() const;            ///< in the order of the table
    void select(const QList<ClientId> &ids);
    QList<QAction *> menuActions() const { return m_actions; }
    void setReadOnly(bool on); ///< offers no action that changes something
    FilterEdit *filter() const { return m_filter; }
    TableView *table() const { return m_live; }
    TableView *closedTable() const { return m_gone; }
    void showClosed(bool closed); ///< turns to the tab of those that left, or back
    int preferredWidth() const;   ///< that shows all columns of the table
    void focusFilter();
    void focusTable();
    void resetColumns();

Q_SIGNALS:
    void selectionChanged();
    void pushWanted();
    void pingWanted(const QList<porthole::ClientId> &ids);
    void disconnectWanted(const QList<porthole::ClientId> &ids);
    void onlyWanted(const QList<porthole::ClientId> &ids);
    void shown(porthole::ClientId id); ///< its details are wanted; also of one that left

private:
    void setUpFilter();
    void setUpLive();
    void setUpClosed();
    void setUpActions();
    void refresh();
    void refreshTimes();
    void showMenu(TableView *table, const QPoint &at);
    void updateActions();
    QList<ClientId> selectedClosed() const;

    Feed &m_feed;
    PaneTitle *m_title;
    QTabBar *m_tabs;
    FilterEdit *m_filter;
    Strip *m_fault;
    QStackedWidget *m_stack;
    TableView *m_live;
    TableView *m_gone;
    ClosedOrder *m_goneOrder;
    QList<QAction *> m_actions;
    QAction *m_push = nullptr;
    QAction *m_ping = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_only = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_showClosed = nullptr;
    QTimer m_ageTimer;
    bool m_readOnly = false;
};

} // namespace porthole
