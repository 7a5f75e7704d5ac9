// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/tableview.h"

#include "ui/shared/colours.h"
#include "ui/shared/widgets/rowdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace porthole {

TableView::TableView(const QString &name, QWidget *parent) : QTableView(parent), m_name(name)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setItemDelegate(new RowDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setTextElideMode(Qt::ElideRight);
    connect(header, &QWidget::customContextMenuRequested, this, &TableView::showColumnMenu);
    applyRowHeight();
}

TableView::~TableView() { save(); }

QString TableView::settingsKey() const { return QStringLiteral("columns/") + m_name; }

void TableView::save() const
{
    if (m_samples.isEmpty())
        return;
    QSettings settings;
    QVariantList fitting;
    for (const int width : m_wanted)
        fitting.append(width);
    settings.setValue(settingsKey(), horizontalHeader()->saveState());
    settings.setValue(settingsKey() + QStringLiteral("-fitting"), fitting);
}

void TableView::setPlaceholder(const QString &text)
{
    if (text == m_placeholder)
        return;
    m_placeholder = text;
    viewport()->update();
}

void TableView::setColumns(const QStringList &samples, const QList<bool> &shown)
{
    m_samples = samples;
    m_shown = shown;
    applyDefaultColumns();
    const QSettings settings;
    const QByteArray state = settings.value(settingsKey()).toByteArray();
    if (!state.isEmpty() && horizontalHeader()->restoreState(state))
        widen(settings.value(settingsKey() + QStringLiteral("-fitting")).toList());
}

/// Texts may have been smaller then, or in another language; who made a column narrow likes it so.
void TableView::widen(const QVariantList &fittingThen)
{
    QHeaderView *header = horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < header->count() && column < m_wanted.size(); ++column) {
        const int size = header->sectionSize(column);
        const bool isNarrowed = size < fittingThen.value(column).toInt() && column != lastShown();
        if (!header->isSectionHidden(column) && size < m_wanted[column] && !isNarrowed)
            header->resizeSection(column, m_wanted[column]);
    }
    header->setStretchLastSection(true);
}

QString TableView::widest(const QStringList &texts) const
{
    const auto narrower = [this](const QString &a, const QString &b) {
        return fontMetrics().horizontalAdvance(a) < fontMetrics().horizontalAdvance(b);
    };
    return *std::max_element(texts.begin(), texts.end(), narrower);
}

void TableView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->moveSection(header->visualIndex(column), column);
    applyDefaultColumns();
}

void TableView::applyDefaultColumns()
{
    QHeaderView *header = horizontalHeader();
    const int margins = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1) + 4;
    const int arrow = fontMetrics().height();
    m_wanted.clear();
    header->setStretchLastSection(false);
    for (int column = 0; column < header->count() && column < m_samples.size(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int wanted = std::max(fontMetrics().horizontalAdvance(m_samples[column]),
                                    fontMetrics().horizontalAdvance(title) + (isSortingEnabled() ? arrow : 0));
        const bool shown = m_shown.value(column, true);
        m_wanted.append(wanted + margins);
        header->setSectionHidden(column, !shown);
        header->resizeSection(column, wanted + margins);
    }
    header->setStretchLastSection(true);
}

void TableView::applyRowHeight()
{
    const int before = m_textHeight;
    m_textHeight = fontMetrics().height();
    verticalHeader()->setMinimumSectionSize(m_textHeight);
    verticalHeader()->setDefaultSectionSize(m_textHeight + 8);
    if (before == 0 || before == m_textHeight)
        return;
    scaleColumns(double(m_textHeight) / before);
}

void TableView::scaleColumns(double factor)
{
    QHeaderView *header = horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < header->count() && column < m_wanted.size(); ++column) {
        m_wanted[column] = int(m_wanted[column] * factor);
        const int size = column == lastShown() ? m_wanted[column] : int(header->sectionSize(column) * factor);
        if (!header->isSectionHidden(column))
            header->resizeSection(column, size);
    }
    header->setStretchLastSection(true);
}

int TableView::lastShown() const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = header->count() - 1; visual >= 0; --visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            return header->logicalIndex(visual);
    }
    return -1;
}

int TableView::wantedWidth() const
{
    int sum = 0;
    for (int column = 0; column < m_wanted.size(); ++column)
        sum += m_shown.value(column, true) ? m_wanted[column] : 0;
    return sum;
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyRowHeight();
}

std::pair<int, int> TableView::rowsInSight() const
{
    const int first = rowAt(0);
    if (first < 0)
        return {-1, -1};
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? model()->rowCount() - 1 : last};
}

QString TableView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void TableView::copySelection()
{
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void TableView::showColumnMenu(const QPoint &at)
{
    QMenu menu;
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column)
                           || horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &TableView::resetColumns);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void TableView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    option->palette.setColor(QPalette::Highlight, colours(palette()).tint);
    option->palette.setColor(QPalette::HighlightedText, palette().color(QPalette::Text));
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_placeholder.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(colours(palette()).muted);
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                     m_placeholder);
}

void TableView::enter()
{
    setFocus(Qt::ShortcutFocusReason);
    if (!selectionModel()->hasSelection() && currentIndex().isValid())
        selectRow(currentIndex().row());
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool toAnEnd = action == MoveHome || action == MoveEnd;
    return QTableView::moveCursor(action, toAnEnd ? modifiers | Qt::ControlModifier : modifiers);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(int(event->position().y())));
    QTableView::mouseMoveEvent(event);
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoverRow(-1);
    return QTableView::viewportEvent(event);
}

void TableView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    for (const int changed : {m_hoverRow, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
    m_hoverRow = row;
}

} // namespace porthole
