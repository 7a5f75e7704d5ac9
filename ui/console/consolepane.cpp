// SPDX-License-Identifier: MIT
#include "ui/console/consolepane.h"

#include "ui/console/consoledelegate.h"
#include "ui/feed.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/tailview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
      m_filter(new QLineEdit), m_table(new ConsoleView(feed.console()))
{
    m_table->setModel(&feed.console());
    m_table->setItemDelegate(new ConsoleDelegate(m_table, feed.console()));
    m_table->setAccessibleName(tr("Console of the script"));
    m_table->setPlaceholder(tr("What the script writes with console.log() comes here."));
    m_table->setColumns({QStringLiteral("88:88:88.888"), QStringLiteral("warning"), QStringLiteral("8"),
                         QStringLiteral("handler.js:888"), QStringLiteral("text")},
                        {true, false, false, true, true});
    layOut();
    connect(m_level, &QComboBox::currentIndexChanged, this, &ConsolePane::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &ConsolePane::applyFilter);
    connect(&m_feed, &Feed::refreshed, this, &ConsolePane::refresh);
    applyFilter();
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
    card->column()->addWidget(m_table, 1);
}

void ConsolePane::applyFilter()
{
    m_feed.console().setFilter(ConsoleLevel(m_level->currentData().toInt()), m_filter->text());
    m_table->jumpToNewest();
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
    refresh();
}

void ConsolePane::focusTable() { m_table->enter(); }

void ConsolePane::resetColumns() { m_table->resetColumns(); }

} // namespace porthole
