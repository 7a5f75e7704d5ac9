// SPDX-License-Identifier: MIT
#include "ui/detail/jsontree.h"

#include "ui/filter/jsonvalue.h"
#include "ui/shared/colours.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace porthole {

static constexpr qsizetype smallBytes = 4096; // is unfolded at once

namespace {

/// Paints name and value in the colours that JSON has as text.
class JsonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        option.text.clear();
        option.state.setFlag(QStyle::State_HasFocus, false);
        const Colours &set = colours(option.palette);
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        painter->save();
        painter->setFont(option.font);
        QRect place = option.rect.adjusted(4, 0, -4, 0);
        const QString key = index.data(JsonTreeModel::KeyRole).toString();
        if (!key.isEmpty()) {
            write(painter, place, key, set.jsonKey, option);
            write(painter, place, QStringLiteral(": "), set.muted, option);
        }
        write(painter, place, index.data(JsonTreeModel::ValueRole).toString(), inkOf(set, index), option);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + 4);
        return size;
    }

private:
    static QColor inkOf(const Colours &set, const QModelIndex &index)
    {
        switch (index.data(JsonTreeModel::TypeRole).toInt()) {
        case JsonTreeModel::String: return set.jsonString;
        case JsonTreeModel::Number: return set.jsonNumber;
        case JsonTreeModel::Literal: return set.jsonLiteral;
        default: return set.muted;
        }
    }

    static void write(QPainter *painter, QRect &place, const QString &text, const QColor &ink,
                      const QStyleOptionViewItem &option)
    {
        painter->setPen(ink);
        const QString fitting = option.fontMetrics.elidedText(text, Qt::ElideRight, place.width());
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, fitting);
        place.setLeft(place.left() + option.fontMetrics.horizontalAdvance(fitting));
    }
};

} // namespace

JsonTree::JsonTree(QWidget *parent) : QTreeView(parent)
{
    setModel(&m_model);
    setItemDelegate(new JsonDelegate(this));
    setAccessibleName(tr("Payload as a tree"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFont(Theme::fixedFont());
}

void JsonTree::setJson(const QByteArray &utf8)
{
    m_model.setJson(utf8);
    if (utf8.size() <= smallBytes)
        expandAll();
    else
        expandToDepth(0);
    setCurrentIndex(m_model.index(0, 0));
    scrollToTop();
}

void JsonTree::copyValue() const
{
    QApplication::clipboard()->setText(QString::fromUtf8(m_model.bytesOf(currentIndex())));
}

QString JsonTree::expression() const
{
    const QByteArray bytes = m_model.bytesOf(currentIndex());
    const QString path = m_model.pathOf(currentIndex());
    if (!bytes.startsWith('"'))
        return bytes.startsWith('{') || bytes.startsWith('[')
            ? path
            : path + QStringLiteral(" == ") + QString::fromUtf8(bytes);
    QString text = jsonString(bytes);
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return path + QStringLiteral(" == \"") + text + QLatin1Char('"');
}

void JsonTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        copyValue();
    else
        QTreeView::keyPressEvent(event);
}

void JsonTree::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    QMenu menu;
    connect(menu.addAction(tr("Copy the value")), &QAction::triggered, this, &JsonTree::copyValue);
    connect(menu.addAction(tr("Copy the path for a filter")), &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_model.pathOf(currentIndex())); });
    connect(menu.addAction(tr("Filter by this value")), &QAction::triggered, this,
            [this] { Q_EMIT filterWanted(expression()); });
    menu.addSeparator();
    connect(menu.addAction(tr("Unfold all")), &QAction::triggered, this, &QTreeView::expandAll);
    connect(menu.addAction(tr("Fold all")), &QAction::triggered, this, &QTreeView::collapseAll);
    menu.exec(event->globalPos());
}

void JsonTree::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    option->palette.setColor(QPalette::Highlight, colours(palette()).tint);
}

} // namespace porthole
