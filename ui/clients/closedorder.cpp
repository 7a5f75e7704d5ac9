// SPDX-License-Identifier: MIT
#include "ui/clients/closedorder.h"

#include "ui/clients/clientfields.h"

namespace porthole {

ClosedOrder::ClosedOrder(ClosedModel &closed, QObject *parent) : QSortFilterProxyModel(parent), m_closed(closed)
{
    setSourceModel(&closed);
    setSortRole(ClosedModel::SortRole);
}

void ClosedOrder::setFilter(const Filter &filter)
{
    m_filter = filter;
    invalidate(); // one change of layout; rows that leave one by one cost the view far more
}

bool ClosedOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ClosedClient *client = m_closed.at(row);
    return client && m_filter.matches(ClosedFilterRow(*client));
}

} // namespace porthole
