// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filter.h"

#include <QSortFilterProxyModel>

namespace porthole {

class ClosedModel;

/// The closed clients that a filter lets through, in the order of any column. Lifetime: the model outlives it.
class ClosedOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ClosedOrder(ClosedModel &closed, QObject *parent = nullptr);

    void setFilter(const Filter &filter);
    bool isFiltered() const { return !m_filter.matchesAll(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ClosedModel &m_closed;
    Filter m_filter;
};

} // namespace porthole
