// SPDX-License-Identifier: MIT
#include "ui/messages/logview.h"

#include "ui/messages/messagedelegate.h"
#include "ui/messages/messagesmodel.h"
#include "ui/messages/preview.h"
#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

LogView::LogView(MessagesModel &messages, QWidget *parent)
    : TailView(QStringLiteral("messages"), parent), m_messages(messages)
{
    setModel(&messages);
    setItemDelegate(new MessageDelegate(this, messages));
    const QString way = widest({Format::direction(Direction::In), Format::direction(Direction::Out)});
    setColumns({QStringLiteral("88:88:88.888"), QStringLiteral("#8888"), QStringLiteral("888 %1").arg(way),
                widest({Format::opcode(Opcode::Text), Format::opcode(Opcode::Binary), Format::opcode(Opcode::Close)}),
                QStringLiteral("888.8 KiB"), QStringLiteral("preview")},
               {true, true, true, true, true, true});
    connect(&messages, &MessagesModel::matcherAboutToChange, this, &LogView::rememberPlace);
    connect(&messages, &MessagesModel::matcherChanged, this, &LogView::restorePlace);
}

void LogView::rememberPlace()
{
    static constexpr qsizetype mostKept = 10'000;
    setRearranging(true);
    const auto sequenceAt = [this](int row) {
        return row >= 0 ? std::optional(m_messages.sequenceAt(row)) : std::nullopt;
    };
    m_keptCurrent = sequenceAt(currentIndex().row());
    m_keptTop = sequenceAt(rowAt(0));
    m_kept.clear();
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        if (m_kept.size() < mostKept)
            m_kept.append(m_messages.sequenceAt(row.row()));
    }
    std::sort(m_kept.begin(), m_kept.end());
    selectionModel()->clear();
}

void LogView::restorePlace()
{
    restoreSelection();
    executeDelayedItemsLayout();
    setRearranging(false);
    restoreScroll();
}

void LogView::restoreSelection()
{
    if (!m_keptCurrent && m_hidden) {
        m_keptCurrent = m_hidden;
        if (m_kept.isEmpty())
            m_kept.append(*m_hidden);
    }
    QItemSelection selection;
    for (const quint64 sequence : std::as_const(m_kept)) {
        const int row = m_messages.rowOf(sequence);
        if (row < 0)
            continue;
        const int first =
            !selection.isEmpty() && selection.back().bottom() == row - 1 ? selection.takeLast().top() : row;
        selection.append({m_messages.index(first, 0), m_messages.index(row, MessagesModel::ColumnCount - 1)});
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int current = m_keptCurrent ? m_messages.rowOf(*m_keptCurrent) : -1;
    m_hidden = current < 0 ? m_keptCurrent : std::nullopt;
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_messages.index(current, 0), QItemSelectionModel::NoUpdate);
}

void LogView::restoreScroll()
{
    if (currentIndex().isValid()) {
        scrollTo(currentIndex(), PositionAtCenter);
        return scrolled();
    }
    const int top = m_keptTop ? m_messages.nearestRow(*m_keptTop) : -1;
    if (isFollowing() || top < 0)
        return jumpToNewest();
    setRearranging(true);
    scrollTo(m_messages.index(top, 0), PositionAtTop);
    setRearranging(false);
}

QList<int> LogView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString LogView::selectedText() const
{
    QStringList lines;
    for (const int row : selectedRows())
        lines.append(plainText(*m_messages.rowAt(row)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace porthole
