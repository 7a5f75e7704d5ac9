// SPDX-License-Identifier: MIT
#include "ui/console/consolepane.h"

#include "ui/console/consoledelegate.h"
#include "ui/feed.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/tailview.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace porthole {

namespace {

/// Copies whole lines of text, and not only what a row shows of them.
class ConsoleView final : public TailView
{
public:
    explicit ConsoleView(const ConsoleModel &model) : TailView(QStringLiteral("console")), m_model(model) { }

    QString selectedText() const override
    {
        QList<int> rows;
        for (const QModelIndex &index : selectionModel()->selectedRows())
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
        QStringList lines;
        for (const int row : std::as_const(rows))
            lines.append(m_model.at(row)->text);
        return lines.join(QLatin1Char('\n'));
    }

private:
    const ConsoleModel &m_model;
};

} // namespace

ConsolePane::ConsolePane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Console"))), m_level(new QComboBox),
      m_filter(new QLineEdit), m_table(new ConsoleView(feed.console())), m_halves(new QSplitter),
      m_whole(new QPlainTextEdit)
{
    setUpTable();
    layOut();
    connect(m_level, &QComboBox::currentIndexChanged, this, &ConsolePane::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &ConsolePane::applyFilter);
    connect(&m_feed, &Feed::refreshed, this, &ConsolePane::refresh);
    applyFilter();
}

// The table goes to a neighbour of a line that leaves; that is no choice of the user's.
void ConsolePane::setUpTable()
{
    connect(&m_feed.console(), &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_losing = true; });
    m_table->setModel(&m_feed.console());
    m_table->setItemDelegate(new ConsoleDelegate(m_table, m_feed.console()));
    m_table->setAccessibleName(tr("Console of the script"));
    m_table->setPlaceholder(tr("What the script writes with console.log() comes here."));
    QStringList levels;
    for (const ConsoleLevel level :
         {ConsoleLevel::Debug, ConsoleLevel::Info, ConsoleLevel::Warning, ConsoleLevel::Error})
        levels.append(ConsoleModel::levelName(level));
    m_table->setColumns({QStringLiteral("88:88:88.888"), m_table->widest(levels), QStringLiteral("8"),
                         QStringLiteral("handler.js:888"), QStringLiteral("text")},
                        {true, true, false, true, true});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_feed.console(), &QAbstractItemModel::rowsRemoved, this, [this] { m_losing = false; });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ConsolePane::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_losing && current.isValid())
                    showWhole(current.row());
            });
}

void ConsolePane::layOut()
{
    m_level->addItem(tr("All levels"), int(ConsoleLevel::Debug));
    m_level->addItem(tr("Info and above"), int(ConsoleLevel::Info));
    m_level->addItem(tr("Warnings and errors"), int(ConsoleLevel::Warning));
    m_level->addItem(tr("Errors"), int(ConsoleLevel::Error));
    m_level->setAccessibleName(tr("Least level"));
    m_filter->setPlaceholderText(tr("Find in the console"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    QToolButton *clearing = toolButton(icon(QStringLiteral("clear"), Tint::Muted), tr("Clear the console"));
    connect(clearing, &QToolButton::clicked, this, &ConsolePane::clear);
    m_title->addControl(clearing);

    auto *card = new Card;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_level);
    row->addWidget(m_filter, 1);
    card->column()->addLayout(row);
    layOutWhole();
    m_halves->addWidget(m_table);
    m_halves->addWidget(m_whole);
    m_halves->setChildrenCollapsible(false);
    m_halves->setStretchFactor(0, 2);
    m_halves->setStretchFactor(1, 1);
    card->column()->addWidget(m_halves, 1);
}

void ConsolePane::layOutWhole()
{
    m_whole->setReadOnly(true);
    m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_whole->setTabChangesFocus(true);
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->setFont(Theme::fixedFont());
    m_whole->setAccessibleName(tr("All of the chosen line"));
    m_whole->hide();
}

void ConsolePane::showWhole(int row)
{
    static constexpr qsizetype longest = 120;
    const ConsoleRow *line = m_feed.console().at(row);
    const bool isMore = line && (line->text.size() > longest || line->text.contains(QLatin1Char('\n')));
    m_whole->setPlainText(isMore ? line->text : QString());
    m_whole->setVisible(isMore);
    if (isMore && !std::exchange(m_isShared, true))
        m_halves->setSizes({2 * m_halves->width(), m_halves->width()}); // the lines beside it are still to be read
}

void ConsolePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_whole->setFont(Theme::fixedFont());
}

void ConsolePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_halves->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

void ConsolePane::showMenu(const QPoint &at)
{
    QMenu menu;
    QAction *copy = menu.addAction(icon(QStringLiteral("copy")), tr("Cop&y"), m_table, &TableView::copySelection);
    copy->setEnabled(m_table->selectionModel()->hasSelection());
    menu.addAction(icon(QStringLiteral("clear")), tr("Clear the console"), this, &ConsolePane::clear);
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

// A line that was chosen stays in sight, so that its neighbours can be read.
void ConsolePane::applyFilter()
{
    ConsoleModel &model = m_feed.console();
    const std::optional<quint64> chosen = model.numberAt(m_table->currentIndex().row());
    model.setFilter(ConsoleLevel(m_level->currentData().toInt()), m_filter->text());
    const int row = chosen ? model.rowOf(*chosen) : -1;
    if (row < 0) {
        showWhole(-1);
        m_table->jumpToNewest();
    } else {
        m_table->selectRow(row);
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
    refresh();
}

void ConsolePane::refresh()
{
    const ConsoleModel &model = m_feed.console();
    QStringList parts;
    if (model.total() > 0)
        parts.append(
            model.rowCount() == model.total()
                ? Format::count(quint64(model.total()))
                : tr("%1 of %2").arg(Format::count(quint64(model.rowCount())), Format::count(quint64(model.total()))));
    if (model.dropped() > 0)
        parts.append(tr("%1 dropped").arg(Format::count(model.dropped())));
    m_title->setRemark(parts.join(QStringLiteral(" · ")));
}

void ConsolePane::clear()
{
    m_feed.console().clear();
    showWhole(-1);
    refresh();
}

void ConsolePane::focusTable() { m_table->enter(); }

void ConsolePane::resetColumns() { m_table->resetColumns(); }

} // namespace porthole
