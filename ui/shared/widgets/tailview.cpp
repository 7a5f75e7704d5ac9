// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/tailview.h"

#include "ui/shared/icons.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace porthole {

TailView::TailView(const QString &name, QWidget *parent) : TableView(name, parent), m_jump(new QToolButton(this))
{
    setVerticalScrollMode(ScrollPerPixel);
    m_jump->setText(tr("Newest"));
    m_jump->setIcon(icon(QStringLiteral("newest"), Tint::OnAccent));
    m_jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jump->setProperty("pill", true);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->setCursor(Qt::PointingHandCursor);
    m_jump->hide();
    connect(m_jump, &QToolButton::clicked, this, &TailView::jumpToNewest);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TailView::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following) {
            const QScopedValueRollback guard(m_moving, true);
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        }
    });
}

void TailView::setModel(QAbstractItemModel *model)
{
    TableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { keepInPlace(last - first + 1); });
    // Laid out later, the rows would be painted twice: where they were, and at the end.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_rearranging)
            executeDelayedItemsLayout();
    });
}

void TailView::scrolled()
{
    if (!m_moving && !m_rearranging)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void TailView::keepInPlace(int removed)
{
    if (m_following || m_rearranging)
        return;
    const QScopedValueRollback guard(m_moving, true);
    verticalScrollBar()->setValue(
        std::max(0, verticalScrollBar()->value() - removed * verticalHeader()->defaultSectionSize()));
}

void TailView::jumpToNewest()
{
    setFollowing(true);
    const QScopedValueRollback guard(m_moving, true);
    scrollToBottom();
}

void TailView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    m_jump->setVisible(!following);
    placeJumpButton();
    Q_EMIT followingChanged(following);
}

void TailView::placeJumpButton()
{
    m_jump->adjustSize();
    const QRect area = viewport()->geometry();
    m_jump->move(area.right() - m_jump->width() - 12, area.bottom() - m_jump->height() - 12);
    m_jump->raise();
}

void TailView::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    placeJumpButton();
}

void TailView::focusInEvent(QFocusEvent *event)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (!currentIndex().isValid() && rows > 0 && event->reason() != Qt::MouseFocusReason)
        selectionModel()->setCurrentIndex(model()->index(rows - 1, 0), QItemSelectionModel::NoUpdate);
    TableView::focusInEvent(event);
}

} // namespace porthole
