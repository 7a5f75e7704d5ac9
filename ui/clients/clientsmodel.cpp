// SPDX-License-Identifier: MIT
#include "ui/clients/clientsmodel.h"

#include "ui/clients/clientcolumns.h"
#include "ui/clients/clientfields.h"
#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

ClientsModel::ClientsModel(QObject *parent) : ClientsModel(&Format::now, parent) { }

ClientsModel::ClientsModel(Clock clock, QObject *parent) : QAbstractTableModel(parent), m_clock(std::move(clock)) { }

void ClientsModel::take(const QList<ClientRow> &changed, const QList<ClosedRow> &gone)
{
    Rows fresh;
    update(changed, fresh);
    insert(std::move(fresh));

    QList<Entry *> doomed;
    std::vector<std::unique_ptr<Entry>> kept;
    for (const ClosedRow &row : gone) {
        const auto found = m_clients.find(row.closed.client.value);
        if (found == m_clients.end())
            continue;
        m_rooms.move(row.closed.client, found->second->client.rooms, {});
        if (found->second->row >= 0)
            doomed.append(found->second.get());
        kept.push_back(std::move(found->second));
        m_clients.erase(found);
    }
    remove(doomed);
}

void ClientsModel::update(const QList<ClientRow> &changed, Rows &fresh)
{
    int first = int(m_rows.size());
    int last = -1;
    for (const ClientRow &client : changed) {
        std::unique_ptr<Entry> &entry = m_clients[client.id.value];
        m_rooms.move(client.id, entry ? entry->client.rooms : QStringList(), client.rooms);
        if (!entry) {
            entry = std::make_unique<Entry>(Entry{client});
            if (fits(*entry))
                fresh.push_back(entry.get());
            continue;
        }
        QList<Header> headers = client.headers.isEmpty() ? std::move(entry->client.headers) : client.headers;
        entry->client = client;
        entry->client.headers = std::move(headers);
        if (entry->row >= 0) {
            first = std::min(first, entry->row);
            last = std::max(last, entry->row);
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ClientColumns::Count - 1));
}

bool ClientsModel::before(const Entry *a, const Entry *b) const
{
    const int order = ClientColumns::compare(a->client, b->client, m_sortColumn);
    return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
}

void ClientsModel::insert(Rows fresh)
{
    if (fresh.empty())
        return;
    const auto earlier = [this](const Entry *a, const Entry *b) { return before(a, b); };
    std::sort(fresh.begin(), fresh.end(), earlier);
    const size_t old = m_rows.size();
    beginInsertRows({}, int(old), int(old + fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    number(old);
    endInsertRows();
    if (old == 0 || ClientColumns::isVolatile(m_sortColumn) || before(m_rows[old - 1], m_rows[old]))
        return;
    Rows merged = m_rows;
    std::inplace_merge(merged.begin(), merged.begin() + std::ptrdiff_t(old), merged.end(), earlier);
    arrange(std::move(merged));
}

void ClientsModel::remove(const QList<Entry *> &doomed)
{
    if (doomed.isEmpty())
        return;
    std::vector<int> rows;
    rows.reserve(size_t(doomed.size()));
    for (const Entry *entry : doomed)
        rows.push_back(entry->row);
    std::sort(rows.begin(), rows.end());
    int first = rows.front();
    const int count = int(rows.size());
    if (rows.back() - first + 1 != count) {
        Rows parted = m_rows;
        std::stable_partition(parted.begin(), parted.end(), [&](const Entry *entry) {
            return !std::binary_search(rows.begin(), rows.end(), entry->row);
        });
        arrange(std::move(parted));
        first = int(m_rows.size()) - count;
    }
    beginRemoveRows({}, first, first + count - 1);
    for (int row = first; row < first + count; ++row)
        m_rows[size_t(row)]->row = -1;
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    number(size_t(first));
    endRemoveRows();
}

void ClientsModel::arrange(Rows rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    Rows held;
    for (const QModelIndex &index : from)
        held.push_back(m_rows[size_t(index.row())]);
    m_rows = std::move(rows);
    number();
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(held[size_t(i)]->row, from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ClientsModel::number(size_t from)
{
    for (size_t row = from; row < m_rows.size(); ++row)
        m_rows[row]->row = int(row);
}

void ClientsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_rooms.clear();
    m_clients.clear();
    endResetModel();
}

bool ClientsModel::fits(const Entry &entry) const
{
    return m_filter.matchesAll() || m_filter.matches(ClientFilterRow(entry.client, m_clock()));
}

void ClientsModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    refilter();
    resort();
}

void ClientsModel::refilter()
{
    QList<Entry *> doomed;
    Rows fresh;
    for (const auto &[id, entry] : m_clients) {
        const bool isWanted = fits(*entry);
        if (isWanted && entry->row < 0)
            fresh.push_back(entry.get());
        else if (!isWanted && entry->row >= 0)
            doomed.append(entry.get());
    }
    remove(doomed);
    insert(std::move(fresh));
}

void ClientsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 ? ClientColumns::Id : column;
    m_sortOrder = order;
    Rows sorted = m_rows;
    std::sort(sorted.begin(), sorted.end(), [this](const Entry *a, const Entry *b) { return before(a, b); });
    arrange(std::move(sorted));
}

void ClientsModel::resort()
{
    if (ClientColumns::isVolatile(m_sortColumn))
        sort(m_sortColumn, m_sortOrder);
}

void ClientsModel::refreshTimes(int first, int last)
{
    last = std::min(last, int(m_rows.size()) - 1);
    if (first >= 0 && first <= last)
        Q_EMIT dataChanged(index(first, ClientColumns::Connected), index(last, ClientColumns::Idle), {Qt::DisplayRole});
}

const ClientRow *ClientsModel::find(ClientId id) const
{
    const auto found = m_clients.find(id.value);
    return found == m_clients.end() ? nullptr : &found->second->client;
}

ClientId ClientsModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)]->client.id : ClientId();
}

QList<ClientId> ClientsModel::shownIds() const
{
    QList<ClientId> ids;
    ids.reserve(qsizetype(m_rows.size()));
    for (const Entry *entry : m_rows)
        ids.append(entry->client.id);
    return ids;
}

QList<ClientId> ClientsModel::allIds() const
{
    QList<ClientId> ids;
    ids.reserve(total());
    for (const auto &[id, entry] : m_clients)
        ids.append(entry->client.id);
    return ids;
}

int ClientsModel::rowOf(ClientId id) const
{
    const auto found = m_clients.find(id.value);
    return found == m_clients.end() ? -1 : found->second->row;
}

int ClientsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ClientsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ClientColumns::Count; }

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientRow &client = m_rows[size_t(index.row())]->client;
    if (role == Qt::DisplayRole)
        return ClientColumns::text(client, index.column(), m_clock());
    if (role == Qt::TextAlignmentRole)
        return int((ClientColumns::isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (index.column() == ClientColumns::Peer || index.column() == ClientColumns::Path))
        return ClientColumns::text(client, index.column(), 0);
    return {};
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return ClientColumns::title(section);
    if (role == Qt::ToolTipRole)
        return ClientColumns::description(section);
    if (role == Qt::TextAlignmentRole)
        return int((ClientColumns::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace porthole
