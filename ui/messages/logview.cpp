// SPDX-License-Identifier: MIT
#include "ui/messages/logview.h"

#include "ui/messages/messagedelegate.h"
#include "ui/messages/messagesmodel.h"
#include "ui/shared/icons.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace porthole {

LogView::LogView(MessagesModel &messages, QWidget *parent)
    : TableView(QStringLiteral("messages"), parent), m_messages(messages), m_jump(new QToolButton(this))
{
    setModel(&messages);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new MessageDelegate(this, messages));
    setColumns({QStringLiteral("88:88:88.888"), QStringLiteral("#8888"), QStringLiteral("88 out"),
                QStringLiteral("binary"), QStringLiteral("888.8 KiB"), QStringLiteral("preview")},
               {true, true, true, true, true, true});
    m_jump->setText(tr("Newest"));
    m_jump->setIcon(icon(QStringLiteral("newest"), Tint::OnAccent));
    m_jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jump->setProperty("pill", true);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->setCursor(Qt::PointingHandCursor);
    m_jump->hide();
    connect(m_jump, &QToolButton::clicked, this, &LogView::jumpToNewest);

    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following) {
            const QScopedValueRollback guard(m_moving, true);
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        }
    });
    connect(&messages, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { keepInPlace(last - first + 1); });
    connect(&messages, &QAbstractItemModel::modelAboutToBeReset, this, &LogView::rememberSelection);
    connect(&messages, &QAbstractItemModel::modelReset, this, &LogView::restoreSelection, Qt::QueuedConnection);
}

void LogView::scrolled()
{
    if (!m_moving)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void LogView::keepInPlace(int removed)
{
    if (m_following)
        return;
    const QScopedValueRollback guard(m_moving, true);
    verticalScrollBar()->setValue(
        std::max(0, verticalScrollBar()->value() - removed * verticalHeader()->defaultSectionSize()));
}

void LogView::jumpToNewest()
{
    setFollowing(true);
    const QScopedValueRollback guard(m_moving, true);
    scrollToBottom();
}

void LogView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    m_jump->setVisible(!following);
    placeJumpButton();
    Q_EMIT followingChanged(following);
}

void LogView::placeJumpButton()
{
    m_jump->adjustSize();
    const QRect area = viewport()->geometry();
    m_jump->move(area.right() - m_jump->width() - 12, area.bottom() - m_jump->height() - 12);
    m_jump->raise();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    placeJumpButton();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    const int rows = m_messages.rowCount();
    if (!currentIndex().isValid() && rows > 0 && event->reason() != Qt::MouseFocusReason)
        selectionModel()->setCurrentIndex(m_messages.index(rows - 1, 0), QItemSelectionModel::NoUpdate);
    TableView::focusInEvent(event);
}

void LogView::rememberSelection()
{
    static constexpr qsizetype mostKept = 1000;
    m_hadCurrent = currentIndex().isValid();
    m_keptCurrent = m_hadCurrent ? m_messages.sequenceAt(currentIndex().row()) : 0;
    m_kept.clear();
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        if (m_kept.size() < mostKept)
            m_kept.append(m_messages.sequenceAt(row.row()));
    }
}

void LogView::restoreSelection()
{
    QItemSelection selection;
    for (const quint64 sequence : std::as_const(m_kept)) {
        if (const int row = m_messages.rowOf(sequence); row >= 0)
            selection.select(m_messages.index(row, 0), m_messages.index(row, MessagesModel::ColumnCount - 1));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int current = m_hadCurrent ? m_messages.rowOf(m_keptCurrent) : -1;
    if (current >= 0) {
        const QModelIndex index = m_messages.index(current, 0);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        scrollTo(index, PositionAtCenter);
    } else {
        jumpToNewest();
    }
}

QString LogView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        const LogRow *row = m_messages.rowAt(index.row());
        lines.append(row->opcode == Opcode::Text ? QString::fromUtf8(row->payload)
                                                 : QString::fromLatin1(row->payload.toHex(' ')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace porthole
