// SPDX-License-Identifier: MIT
#include "ui/clients/clientspane.h"

#include "ui/clients/clientcolumns.h"
#include "ui/clients/clientfields.h"
#include "ui/clients/closedorder.h"
#include "ui/feed.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/filteredit.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/strip.h"
#include "ui/shared/widgets/tableview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>

#include <algorithm>

namespace porthole {

ClientsPane::ClientsPane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Clients"))), m_tabs(new QTabBar),
      m_filter(new FilterEdit(tr("Filter clients"), ClientFields::all())), m_fault(new Strip),
      m_stack(new QStackedWidget), m_live(new TableView(QStringLiteral("clients"))),
      m_gone(new TableView(QStringLiteral("closed"))), m_goneOrder(new ClosedOrder(feed.closed(), this))
{
    auto *card = new Card;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    QHBoxLayout *row = card->addRow();
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Connected or closed clients"));
    m_tabs->setUsesScrollButtons(false);
    m_title->addSwitch(m_tabs);
    row->addWidget(m_filter, 1);
    card->column()->addWidget(m_fault);
    card->column()->addWidget(m_stack, 1);
    m_stack->addWidget(m_live);
    m_stack->addWidget(m_gone);

    setUpActions();
    setUpLive();
    setUpClosed();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &ClientsPane::refresh);
    setUpFilter();
    connect(&m_feed, &Feed::refreshed, this, &ClientsPane::refresh);
    m_ageTimer.setInterval(1000);
    connect(&m_ageTimer, &QTimer::timeout, this, &ClientsPane::refreshTimes);
    m_ageTimer.start();
    refresh();
    updateActions();
}

void ClientsPane::setUpFilter()
{
    connect(m_filter, &FilterEdit::filtered, this, [this](const Filter &filter) {
        m_feed.clients().setFilter(filter);
        m_goneOrder->setFilter(filter);
        refresh();
    });
    connect(m_filter, &FilterEdit::errorChanged, m_fault,
            [this](const QString &sentence) { m_fault->say(Strip::Kind::Error, sentence); });
    connect(m_filter, &FilterEdit::left, this, [this] { static_cast<TableView *>(m_stack->currentWidget())->enter(); });
}

void ClientsPane::setUpActions()
{
    const auto add = [this](const QString &sign, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(icon(sign), text, this);
        action->setShortcut(key);
        m_actions.append(action);
        return action;
    };
    m_push = add(QStringLiteral("push"), tr("&Push to…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_ping = add(QStringLiteral("ping"), tr("P&ing"), QKeySequence(Qt::CTRL | Qt::Key_G));
    m_only = add(QStringLiteral("only"), tr("Show &only its messages"), QKeySequence(Qt::CTRL | Qt::Key_M));
    m_disconnect = add(QStringLiteral("disconnect"), tr("&Disconnect…"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_copy = add(QStringLiteral("copy"), tr("&Copy rows"), {});
    m_showClosed =
        add(QStringLiteral("history"), tr("Show those that &left"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_showClosed->setCheckable(true);
    connect(m_showClosed, &QAction::triggered, this, [this](bool closed) {
        showClosed(closed);
        focusTable();
    });
    connect(m_tabs, &QTabBar::currentChanged, m_showClosed, [this](int tab) { m_showClosed->setChecked(tab == 1); });
    connect(m_push, &QAction::triggered, this, &ClientsPane::pushWanted);
    connect(m_ping, &QAction::triggered, this, [this] { Q_EMIT pingWanted(selected()); });
    connect(m_only, &QAction::triggered, this, [this] { Q_EMIT onlyWanted(selected()); });
    connect(m_disconnect, &QAction::triggered, this, [this] { Q_EMIT disconnectWanted(selected()); });
    connect(m_copy, &QAction::triggered, this,
            [this] { static_cast<TableView *>(m_stack->currentWidget())->copySelection(); });
}

void ClientsPane::setUpLive()
{
    m_live->setAccessibleName(tr("Connected clients"));
    m_live->setPlaceholder(tr("No client is connected."));
    m_live->setModel(&m_feed.clients());
    m_live->setSortingEnabled(true);
    m_live->sortByColumn(ClientColumns::Id, Qt::AscendingOrder);
    QList<bool> shown;
    for (int column = 0; column < ClientColumns::Count; ++column)
        shown.append(ClientColumns::isShownAtFirst(column));
    m_live->setColumns({QStringLiteral("8888"), QStringLiteral("127.0.0.1:88888"), QStringLiteral("/prices?symbol"),
                        QStringLiteral("graphql-ws"), QStringLiteral("somebody"), QStringLiteral("lobby, news"),
                        QStringLiteral("58 min 58 s"), QStringLiteral("88 min"), QStringLiteral("8,888"),
                        QStringLiteral("88,888"), QStringLiteral("888.8 KiB"), QStringLiteral("888.8 KiB"),
                        QStringLiteral("88.8 KiB"), QStringLiteral("88.888 ms"), QStringLiteral("8"),
                        QStringLiteral("native"), QStringLiteral("deflate 15/15")},
                       shown);
    m_live->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_live, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { showMenu(m_live, at); });
    connect(m_live->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        Q_EMIT selectionChanged();
    });
    connect(m_live->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT this->shown(m_feed.clients().idAt(current.row()));
            });
}

void ClientsPane::setUpClosed()
{
    m_gone->setAccessibleName(tr("Closed clients"));
    m_gone->setPlaceholder(tr("No client has left yet."));
    m_gone->setModel(m_goneOrder);
    m_gone->setSortingEnabled(true);
    m_gone->sortByColumn(ClosedModel::Time, Qt::DescendingOrder);
    QList<bool> shown;
    for (int column = 0; column < ClosedModel::ColumnCount; ++column)
        shown.append(ClosedModel::isShownAtFirst(column));
    m_gone->setColumns({QStringLiteral("88:88:88"), QStringLiteral("8888"), QStringLiteral("127.0.0.1:88888"),
                        QStringLiteral("/prices?symbol"), QStringLiteral("network"), QStringLiteral("8888"),
                        QStringLiteral("slow consumer"), QStringLiteral("against policy"),
                        QStringLiteral("58 min 58 s")},
                       shown);
    m_gone->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_gone, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { showMenu(m_gone, at); });
    connect(m_gone->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const ClosedClient *client = m_feed.closed().at(m_goneOrder->mapToSource(current).row());
                if (client && client->row.closed.client)
                    Q_EMIT this->shown(client->row.closed.client);
            });
}

// A tab bar lays itself out anew for a text that it has already.
static void setTabText(QTabBar *tabs, int index, const QString &text)
{
    if (text != tabs->tabText(index))
        tabs->setTabText(index, text);
}

void ClientsPane::refresh()
{
    const int live = int(m_feed.clients().total());
    const int shown = m_feed.clients().rowCount();
    setTabText(m_tabs, 0, tr("Connected %L1").arg(live));
    setTabText(m_tabs, 1, tr("Closed %L1").arg(m_feed.closed().rowCount()));
    const bool closed = m_tabs->currentIndex() == 1;
    const int all = closed ? m_feed.closed().rowCount() : live;
    const int fitting = closed ? m_goneOrder->rowCount() : shown;
    m_title->setRemark(m_filter->filter().matchesAll() ? QString() : tr("%L1 of %L2 shown").arg(fitting).arg(all));
    m_live->setPlaceholder(live ? tr("No client fits the filter.") : tr("No client is connected."));
    m_gone->setPlaceholder(m_feed.closed().rowCount() ? tr("No client fits the filter.")
                                                      : tr("No client has left yet."));
}

void ClientsPane::refreshTimes()
{
    const auto [first, last] = m_live->rowsInSight();
    m_feed.clients().refreshTimes(first, last);
}

QList<ClientId> ClientsPane::selected() const
{
    QModelIndexList rows = m_live->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<ClientId> ids;
    ids.reserve(rows.size());
    for (const QModelIndex &row : rows)
        ids.append(m_feed.clients().idAt(row.row()));
    return ids;
}

QList<ClientId> ClientsPane::selectedClosed() const
{
    QList<ClientId> ids;
    for (const QModelIndex &row : m_gone->selectionModel()->selectedRows()) {
        const ClosedClient *client = m_feed.closed().at(m_goneOrder->mapToSource(row).row());
        if (client && client->row.closed.client)
            ids.append(client->row.closed.client);
    }
    return ids;
}

void ClientsPane::select(const QList<ClientId> &ids)
{
    QItemSelection selection;
    const ClientsModel &model = m_feed.clients();
    for (const ClientId id : ids) {
        if (const int row = model.rowOf(id); row >= 0)
            selection.select(model.index(row, 0), model.index(row, ClientColumns::Count - 1));
    }
    m_live->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ClientsPane::updateActions()
{
    const bool any = m_live->selectionModel()->hasSelection();
    m_only->setEnabled(any);
    for (QAction *action : {m_push, m_ping, m_disconnect})
        action->setEnabled(any && !m_readOnly);
}

void ClientsPane::setReadOnly(bool on)
{
    m_readOnly = on;
    updateActions();
}

void ClientsPane::showMenu(TableView *table, const QPoint &at)
{
    QMenu menu;
    if (table == m_live) {
        menu.addActions({m_push, m_ping, m_only});
        menu.addSeparator();
        menu.addAction(m_disconnect);
        menu.addSeparator();
    } else {
        QAction *only = menu.addAction(m_only->icon(), m_only->text());
        only->setEnabled(!selectedClosed().isEmpty());
        connect(only, &QAction::triggered, this, [this] { Q_EMIT onlyWanted(selectedClosed()); });
    }
    menu.addAction(m_copy);
    menu.exec(table->viewport()->mapToGlobal(at));
}

void ClientsPane::showClosed(bool closed) { m_tabs->setCurrentIndex(closed ? 1 : 0); }

int ClientsPane::preferredWidth() const
{
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_live);
    return m_live->wantedWidth() + scrollBar + 4;
}

void ClientsPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ClientsPane::focusTable() { m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason); }

void ClientsPane::resetColumns()
{
    m_live->resetColumns();
    m_gone->resetColumns();
}

} // namespace porthole
