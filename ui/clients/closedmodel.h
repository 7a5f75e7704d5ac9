// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QAbstractTableModel>

#include <deque>

namespace porthole {

/// A connection that ended, with what was last known of the client (an empty row for one that was refused).
struct ClosedClient
{
    ClosedRow row;
    ClientRow last;
};

/// The last connections that ended, oldest first. Rows come at the end and leave at the front, each in one range.
/// Threads: the GUI's.
class ClosedModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClosedModel)

public:
    enum Column { Time, Id, Peer, Path, By, Code, ClosedFor, Reason, Lasted, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    explicit ClosedModel(qsizetype cap = 10'000, QObject *parent = nullptr);

    void take(QList<ClosedClient> rows);
    void clear();
    const ClosedClient *at(int row) const; ///< null outside; valid until the next update
    const ClosedClient *find(ClientId id) const;

    static bool isShownAtFirst(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ClosedClient &client, int column) const;
    QVariant sortKey(const ClosedClient &client, int column) const;

    std::deque<ClosedClient> m_rows;
    qsizetype m_cap;
};

} // namespace porthole
