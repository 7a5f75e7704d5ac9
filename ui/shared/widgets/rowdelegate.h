// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/celltexts.h"

#include <QStyledItemDelegate>

namespace porthole {

class TableView;

/// Paints the cells of a TableView: the row under the pointer, and a bar at the start of the current row. A cell of one
/// line is painted here and not by the style, which lays out its text three times. A text that is cut off is told whole
/// in a tool tip.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(TableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    const TableView *view() const { return m_view; }

private:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &cell) const;
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option) const;

    TableView *m_view;
    mutable CellTexts m_texts;
};

} // namespace porthole
