// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace porthole {

class TableView;

/// Paints the cells of a TableView: the row under the pointer, and a bar at the start of the current row.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(TableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    const TableView *view() const { return m_view; }

private:
    TableView *m_view;
};

} // namespace porthole
