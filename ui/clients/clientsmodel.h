// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"
#include "ui/clients/roomindex.h"
#include "ui/filter/filter.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace porthole {

/// The clients that are connected, filtered and sorted. It never resets for an update: what comes is inserted, what
/// goes is removed, both in few ranges whatever their number, and an order is a change of layout, so that selection
/// and scroll position stay. An order by a value that changes all the time is put right by resort(), not by each
/// update. Threads: the GUI's. Errors: an id that is not here yields nothing.
class ClientsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsModel)

public:
    using Clock = std::function<qint64()>; ///< microseconds since the epoch

    explicit ClientsModel(QObject *parent = nullptr);
    ClientsModel(Clock clock, QObject *parent = nullptr);

    void take(const QList<ClientRow> &changed, const QList<ClosedRow> &gone);
    void clear();
    void setFilter(const Filter &filter);
    void refilter();                        ///< what a filter asks for may have changed, if only by the time
    void resort();                          ///< for a sort column that is volatile; nothing for others
    void refreshTimes(int first, int last); ///< the spans of these rows are older now

    qsizetype total() const { return qsizetype(m_clients.size()); } ///< without regard to the filter
    const RoomIndex &rooms() const { return m_rooms; }              ///< of all, without regard to the filter
    const ClientRow *find(ClientId id) const; ///< null when it is not connected; valid until the next update
    ClientId idAt(int row) const;
    int rowOf(ClientId id) const;     ///< -1 when it is not shown
    QList<ClientId> shownIds() const; ///< in the order of the rows
    QList<ClientId> allIds() const;   ///< without regard to the filter, in no order

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Entry
    {
        ClientRow client;
        int row = -1; ///< -1 while the filter hides it
    };
    using Rows = std::vector<Entry *>;

    bool fits(const Entry &entry) const;
    bool before(const Entry *a, const Entry *b) const;
    void update(const QList<ClientRow> &changed, Rows &fresh);
    void insert(Rows fresh);
    void remove(const QList<Entry *> &doomed);
    void arrange(Rows rows);
    void number(size_t from = 0);

    std::unordered_map<quint64, std::unique_ptr<Entry>> m_clients;
    Rows m_rows;
    RoomIndex m_rooms;
    Filter m_filter;
    Clock m_clock;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace porthole
