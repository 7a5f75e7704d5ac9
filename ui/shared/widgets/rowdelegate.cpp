// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/rowdelegate.h"

#include "ui/shared/colours.h"
#include "ui/shared/widgets/tableview.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

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

/// What is painted here; more lines, checks and what cannot be used are left to the style.
static bool isOneLine(const QStyleOptionViewItem &cell)
{
    const auto isBreak = [](QChar c) { return c == QChar::LineSeparator || c == QLatin1Char('\n'); };
    return !(cell.features & (QStyleOptionViewItem::WrapText | QStyleOptionViewItem::HasCheckIndicator))
        && cell.state.testFlag(QStyle::State_Enabled) && std::none_of(cell.text.begin(), cell.text.end(), isBreak);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (isOneLine(cell))
        paintCell(painter, cell);
    else
        m_view->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, m_view);
    const bool first = m_view->horizontalHeader()->logicalIndexAt(0) == index.column();
    if (first && index.row() == m_view->currentIndex().row() && m_view->hasFocus())
        paintBar(painter, option);
}

static QPointF placeOf(const CellTexts::Text &text, const QStyleOptionViewItem &cell, const QRect &space)
{
    const auto along = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    const double spare = space.width() - text.advance;
    const double left = along.testFlag(Qt::AlignRight) ? spare : along.testFlag(Qt::AlignHCenter) ? spare / 2 : 0;
    const QSize whole(space.width(), int(text.size.height()));
    return {space.x() + left, double(QStyle::alignedRect(Qt::LeftToRight, cell.displayAlignment, whole, space).top())};
}

static int marginOf(const QStyleOptionViewItem &cell, const QWidget *view)
{
    return view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, view) + 1;
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    const bool hasOwn = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() != QEvent::ToolTip || hasOwn || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool hasSign = cell.features.testFlag(QStyleOptionViewItem::HasDecoration);
    const int margins = marginOf(cell, m_view) * (hasSign ? 4 : 2) + (hasSign ? cell.decorationSize.width() : 0);
    const bool isCut = QFontMetrics(cell.font).horizontalAdvance(cell.text) > cell.rect.width() - margins;
    QToolTip::showText(event->globalPos(), isCut ? Qt::convertFromPlainText(cell.text) : QString(), view);
    return true;
}

/// As the style would paint it; the view has painted what is behind a selected row.
void RowDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &cell) const
{
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    if (!selected && cell.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(cell.rect, cell.backgroundBrush);
    const int margin = marginOf(cell, m_view);
    QRect space = cell.rect;
    if (cell.features.testFlag(QStyleOptionViewItem::HasDecoration)) {
        QRect sign(QPoint(space.left() + margin, 0), cell.decorationSize);
        sign.moveTop(space.top() + (space.height() - sign.height()) / 2);
        cell.icon.paint(painter, QStyle::visualRect(cell.direction, cell.rect, sign), Qt::AlignCenter,
                        selected ? QIcon::Selected : QIcon::Normal);
        space.setLeft(sign.right() + 1 + margin);
    }
    space = QStyle::visualRect(cell.direction, cell.rect, space.adjusted(margin, 0, -margin, 0));
    const CellTexts::Text &text = m_texts.of(cell.text, cell.font, cell.direction, space.width());
    if (text.size.isEmpty())
        return;
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Normal : QPalette::Inactive;
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawStaticText(placeOf(text, cell, space), text.laidOut);
}

void RowDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QRect cell = option.rect;
    const int width = 3;
    const int left = option.direction == Qt::RightToLeft ? cell.right() - width + 1 : cell.left();
    painter->fillRect(QRect(left, cell.top() + 2, width, cell.height() - 4), colours(option.palette).accent);
}

} // namespace porthole
