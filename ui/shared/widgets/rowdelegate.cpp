// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/rowdelegate.h"

#include "ui/shared/colours.h"
#include "ui/shared/widgets/tableview.h"

#include <QHeaderView>
#include <QPainter>

namespace porthole {

RowDelegate::RowDelegate(TableView *view) : QStyledItemDelegate(view), m_view(view) { }

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
    option->state.setFlag(QStyle::State_MouseOver, false);
    if (index.row() == m_view->hoverRow() && !option->state.testFlag(QStyle::State_Selected))
        option->backgroundBrush = colours(option->palette).hover;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const bool first = m_view->horizontalHeader()->logicalIndexAt(0) == index.column();
    if (!first || index.row() != m_view->currentIndex().row() || !m_view->hasFocus())
        return;
    const QRect cell = option.rect;
    const int width = 3;
    const int left = option.direction == Qt::RightToLeft ? cell.right() - width + 1 : cell.left();
    painter->fillRect(QRect(left, cell.top() + 2, width, cell.height() - 4), colours(option.palette).accent);
}

} // namespace porthole
