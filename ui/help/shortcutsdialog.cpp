// SPDX-License-Identifier: MIT
#include "ui/help/shortcutsdialog.h"

#include "ui/shared/widgets/card.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace porthole {

static QString plain(QString text) { return text.remove(QLatin1Char('&')).remove(QChar(0x2026)); }

static QTreeWidgetItem *addGroup(QTreeWidget *list, const QString &name)
{
    auto *group = new QTreeWidgetItem(list, {name});
    QFont strong = list->font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(0, strong);
    group->setFirstColumnSpanned(true);
    group->setSizeHint(0, QSize(0, list->fontMetrics().height() + 16));
    group->setExpanded(true);
    return group;
}

static void addKey(QTreeWidgetItem *group, const QString &what, const QString &key)
{
    auto *item = new QTreeWidgetItem(group, {what, key});
    item->setSizeHint(0, QSize(0, group->treeWidget()->fontMetrics().height() + 8));
}

static void addKeys(QTreeWidgetItem *group, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->menu())
            addKeys(group, action->menu()->actions());
        else if (!action->shortcut().isEmpty())
            addKey(group, plain(action->text()),
                   QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
    }
}

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent), m_list(new QTreeWidget)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list->setAccessibleName(windowTitle());
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    addMenus(menus);
    addLocalKeys();
    auto *closing = new QPushButton(tr("Close"));
    closing->setDefault(true);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    auto *card = new Card;
    card->column()->setContentsMargins(8, 8, 2, 8);
    card->column()->addWidget(m_list);
    column->addWidget(card, 1);
    column->addWidget(closing, 0, Qt::AlignRight);
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 40);
    closing->setFocus();
}

void ShortcutsDialog::addMenus(const QMenuBar &menus)
{
    for (const QAction *menu : menus.actions()) {
        if (!menu->menu())
            continue;
        QTreeWidgetItem *group = addGroup(m_list, plain(menu->text()));
        addKeys(group, menu->menu()->actions());
        if (group->childCount() == 0)
            delete group;
    }
}

void ShortcutsDialog::addLocalKeys()
{
    QTreeWidgetItem *group = addGroup(m_list, tr("Where the focus is"));
    const auto add = [group](const QString &what, const QString &key) { addKey(group, what, key); };
    add(tr("Copy the selected rows"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    add(tr("Select all rows"), QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText));
    add(tr("Empty the filter"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    add(tr("Push, from the editor"), QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    add(tr("Mark a time in a chart, and take it"),
        tr("%1, %2").arg(QKeySequence(Qt::SHIFT | Qt::Key_Left).toString(QKeySequence::NativeText),
                         QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)));
    add(tr("Message pushed before, and after"),
        tr("%1, %2").arg(QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText),
                         QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText)));
}

} // namespace porthole
