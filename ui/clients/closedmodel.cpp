// SPDX-License-Identifier: MIT
#include "ui/clients/closedmodel.h"

#include "ui/detail/secrets.h"
#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

ClosedModel::ClosedModel(qsizetype cap, QObject *parent) : QAbstractTableModel(parent), m_cap(cap) { }

void ClosedModel::take(QList<ClosedClient> rows)
{
    if (rows.size() > m_cap)
        rows.remove(0, rows.size() - m_cap);
    if (rows.isEmpty())
        return;
    const qsizetype over = qsizetype(m_rows.size()) + rows.size() - m_cap;
    if (over > 0) {
        beginRemoveRows({}, 0, int(over) - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + over);
        endRemoveRows();
    }
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    endInsertRows();
}

void ClosedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

const ClosedClient *ClosedModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[size_t(row)] : nullptr;
}

const ClosedClient *ClosedModel::find(ClientId id) const
{
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(),
                                    [id](const ClosedClient &client) { return client.row.closed.client == id; });
    return found == m_rows.rend() ? nullptr : &*found;
}

bool ClosedModel::isShownAtFirst(int column) { return column != Path && column != Lasted; }

int ClosedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ClosedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ClosedModel::text(const ClosedClient &client, int column) const
{
    const ClosedRow &row = client.row;
    switch (column) {
    case Time: return Format::timeOfDay(row.time);
    case Id: return row.closed.client ? QString::number(row.closed.client.value) : QStringLiteral("–");
    case Peer: return row.peer;
    case Path: return maskedPath(row.path);
    case By: return Format::initiator(row.closed.initiator);
    case Code: return row.connectedAt ? QString::number(row.closed.code) : tr("refused");
    case Reason: return row.closed.reason;
    case ClosedFor: return Format::cause(row.closed.cause);
    case Lasted: return row.connectedAt ? Format::span(row.time - row.connectedAt) : QStringLiteral("–");
    default: return {};
    }
}

QVariant ClosedModel::sortKey(const ClosedClient &client, int column) const
{
    switch (column) {
    case Time: return client.row.time;
    case Id: return client.row.closed.client.value;
    case Code: return client.row.connectedAt ? client.row.closed.code : 0;
    case Lasted: return client.row.connectedAt ? client.row.time - client.row.connectedAt : -1;
    default: return text(client, column);
    }
}

QVariant ClosedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClosedClient &client = m_rows[size_t(index.row())];
    const bool numeric = index.column() == Id || index.column() == Code || index.column() == Lasted;
    switch (role) {
    case Qt::DisplayRole: return text(client, index.column());
    case Qt::TextAlignmentRole: return int((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Code)
            return Format::codeName(client.row.closed.code);
        return index.column() == Time ? Format::dateTime(client.row.time) : text(client, index.column());
    case SortRole: return sortKey(client, index.column());
    default: return {};
    }
}

QVariant ClosedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool numeric = section == Id || section == Code || section == Lasted;
    if (role == Qt::TextAlignmentRole)
        return int((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Id: return tr("#");
    case Peer: return tr("Peer");
    case Path: return tr("Path");
    case By: return tr("Closed by");
    case Code: return tr("Code");
    case Reason: return tr("Reason");
    case ClosedFor: return tr("Cause");
    case Lasted: return tr("Connected for");
    default: return {};
    }
}

} // namespace porthole
