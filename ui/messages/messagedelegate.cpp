// SPDX-License-Identifier: MIT
#include "ui/messages/messagedelegate.h"

#include "ui/messages/messagesmodel.h"
#include "ui/shared/colours.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/tableview.h"

#include <QEvent>

namespace porthole {

MessageDelegate::MessageDelegate(TableView *view, const MessagesModel &messages)
    : RowDelegate(view), m_messages(messages), m_fixed(Theme::fixedFont()),
      m_in(icon(QStringLiteral("arrow-in"), Tint::In)), m_out(icon(QStringLiteral("arrow-out"), Tint::Out))
{
    view->installEventFilter(this);
}

bool MessageDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view() && event->type() == QEvent::FontChange)
        m_fixed = Theme::fixedFont();
    return false;
}

void MessageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const LogRow *row = m_messages.rowAt(index.row());
    const Colours &set = colours(option->palette);
    QColor ink;
    switch (index.column()) {
    case MessagesModel::Way:
        option->icon = row->direction == Direction::In ? m_in : m_out;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height() - 2, option->fontMetrics.height() - 2);
        ink = row->direction == Direction::In ? set.in : set.out;
        break;
    case MessagesModel::Time:
    case MessagesModel::Type:
    case MessagesModel::Size: ink = set.muted; break;
    case MessagesModel::Text: option->font = m_fixed; return;
    default: return;
    }
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
}

} // namespace porthole
