// SPDX-License-Identifier: MIT
#include "ui/console/consoledelegate.h"

#include "ui/console/consolemodel.h"
#include "ui/shared/colours.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/tableview.h"

#include <QEvent>

namespace porthole {

ConsoleDelegate::ConsoleDelegate(TableView *view, const ConsoleModel &model)
    : RowDelegate(view), m_model(model), m_fixed(Theme::fixedFont())
{
    view->installEventFilter(this);
}

bool ConsoleDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view() && event->type() == QEvent::FontChange)
        m_fixed = Theme::fixedFont();
    return false;
}

void ConsoleDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const ConsoleRow *row = m_model.at(index.row());
    const Colours &set = colours(option->palette);
    const bool isText = index.column() == ConsoleModel::Text;
    if (isText)
        option->font = m_fixed;
    QColor ink = isText && row->level != ConsoleLevel::Debug ? option->palette.color(QPalette::Text) : set.muted;
    if (row->level >= ConsoleLevel::Warning && (isText || index.column() == ConsoleModel::Level))
        ink = row->level == ConsoleLevel::Error ? set.bad : set.warn;
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
}

} // namespace porthole
