// SPDX-License-Identifier: MIT
#include "ui/messages/messagespane.h"

#include "ui/export/exportdialog.h"
#include "ui/feed.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagefields.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/filteredit.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstdlib>
#include <limits>
#include <utility>

namespace porthole {

MessagesPane::MessagesPane(Feed &feed, Kind kind, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_kind(kind), m_title(new PaneTitle(tr("Messages"))),
      m_filter(new FilterEdit(tr("Filter messages"), MessageFields::all())), m_fault(new Strip),
      m_direction(new QComboBox), m_only(new QPushButton), m_strip(new Strip), m_table(new LogView(feed.messages()))
{
    setUpActions();
    auto *card = new Card;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_title);
    outer->addWidget(card, 1);
    QHBoxLayout *row = card->addRow();
    row->addWidget(m_filter, 1);
    row->addWidget(m_only);
    row->addWidget(m_direction);
    card->column()->addWidget(m_fault);
    card->column()->addWidget(m_strip);
    card->column()->addWidget(m_table, 1);
    setUpControls();
    setUpTable();
    connect(&m_feed, &Feed::refreshed, this, &MessagesPane::refresh);
    connect(&m_feed.messages(), &MessagesModel::matcherChanged, this, &MessagesPane::refresh);
    refresh();
}

void MessagesPane::setUpActions()
{
    const auto make = [this](const QString &sign, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(icon(sign), text, this);
        action->setShortcut(key);
        m_actions.append(action);
        return action;
    };
    m_find = make(QStringLiteral("search"), tr("&Filter…"), QKeySequence::Find);
    if (m_kind == Kind::Live) {
        m_pause = make(QStringLiteral("pause"), tr("&Pause"), QKeySequence(Qt::CTRL | Qt::Key_P));
        m_newest = make(QStringLiteral("newest"), tr("Jump to &newest"), QKeySequence(Qt::CTRL | Qt::Key_J));
        m_clear = make(QStringLiteral("clear"), tr("&Clear"), QKeySequence(Qt::CTRL | Qt::Key_L));
        setUpReading();
    }
    m_control = make(QStringLiteral("control"), tr("&Control frames and refusals"), QKeySequence(Qt::CTRL | Qt::Key_K));
    m_onlySelected =
        make(QStringLiteral("only"), tr("Show &only its client"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_copy = make(QStringLiteral("copy"), tr("Cop&y"), {});
    m_export = make(QStringLiteral("export"), tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    QAction *open = make(QStringLiteral("open"), tr("&Open an export…"), QKeySequence::Open);
    m_control->setCheckable(true);
    connect(m_find, &QAction::triggered, this, &MessagesPane::focusFilter);
    connect(m_control, &QAction::toggled, this, &MessagesPane::applyFilter);
    connect(m_onlySelected, &QAction::triggered, this, &MessagesPane::showOnlySelected);
    connect(m_copy, &QAction::triggered, m_table, &LogView::copySelection);
    connect(m_export, &QAction::triggered, this, &MessagesPane::exportRows);
    connect(open, &QAction::triggered, this, &MessagesPane::openWanted);
}

void MessagesPane::setUpReading()
{
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::toggled, &m_feed.messages(), &MessagesModel::setPaused);
    connect(&m_feed.messages(), &MessagesModel::pausedChanged, m_pause, &QAction::setChecked);
    connect(&m_feed.messages(), &MessagesModel::pausedChanged, this, [this](bool paused) {
        m_pause->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
        refresh();
    });
    connect(m_newest, &QAction::triggered, this, [this] {
        m_pause->setChecked(false);
        m_table->jumpToNewest();
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        m_feed.messages().clear();
        refresh();
    });
}

void MessagesPane::setUpControls()
{
    if (m_pause)
        m_title->addControl(toolButton(m_pause, true));
    for (QAction *action : {m_control, m_newest, m_clear, m_export}) {
        if (action)
            m_title->addControl(toolButton(action));
    }
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->addItem(tr("In and out"));
    m_direction->addItem(icon(QStringLiteral("arrow-in"), Tint::In), tr("In"), int(Direction::In));
    m_direction->addItem(icon(QStringLiteral("arrow-out"), Tint::Out), tr("Out"), int(Direction::Out));
    m_only->setIcon(icon(QStringLiteral("close"), Tint::Muted));
    m_only->setLayoutDirection(Qt::RightToLeft);
    m_only->hide();
    connect(m_only, &QPushButton::clicked, this, &MessagesPane::clearOnly);
    connect(m_filter, &FilterEdit::filtered, this, &MessagesPane::applyFilter);
    connect(m_filter, &FilterEdit::errorChanged, m_fault,
            [this](const QString &sentence) { m_fault->say(Strip::Kind::Error, sentence); });
    connect(m_filter, &FilterEdit::left, m_table, &LogView::enter);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &MessagesPane::applyFilter);
}

void MessagesPane::setUpTable()
{
    m_table->setAccessibleName(tr("Messages"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                const quint64 sequence = m_feed.messages().sequenceAt(current.row());
                if (std::exchange(m_lastCurrent, sequence) != sequence)
                    Q_EMIT currentChanged();
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_title->setRemark(counters()); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MessagesPane::showMenu);
}

void MessagesPane::showMenu(const QPoint &at)
{
    const bool any = m_table->selectionModel()->hasSelection();
    m_onlySelected->setEnabled(any);
    m_copy->setEnabled(any);
    QMenu menu;
    menu.addActions({m_onlySelected, m_copy});
    menu.addSeparator();
    menu.addActions({m_control, m_export});
    menu.exec(m_table->viewport()->mapToGlobal(at));
    m_onlySelected->setEnabled(true);
    m_copy->setEnabled(true);
}

void MessagesPane::exportRows()
{
    auto *dialog = new ExportDialog(m_feed, *m_table, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, &MessagesPane::announced);
    dialog->open();
}

void MessagesPane::showOnlySelected()
{
    QList<ClientId> ids;
    for (const int row : m_table->selectedRows()) {
        const ClientId client = m_feed.messages().rowAt(row)->client;
        if (client && !ids.contains(client))
            ids.append(client);
    }
    showOnly(ids);
}

void MessagesPane::applyFilter()
{
    MessageMatcher matcher(m_filter->filter());
    matcher.setClients(QSet<ClientId>(m_onlyIds.begin(), m_onlyIds.end()));
    matcher.setControlShown(m_control->isChecked());
    if (const QVariant way = m_direction->currentData(); way.isValid())
        matcher.setDirection(Direction(way.toInt()));
    m_feed.messages().setMatcher(matcher);
}

void MessagesPane::showOnly(const QList<ClientId> &ids)
{
    if (ids.isEmpty())
        return;
    m_onlyIds = ids;
    const QString text = ids.size() == 1 ? tr("Only %1").arg(Format::client(ids.front()))
                                         : tr("Only %Ln client(s)", nullptr, int(ids.size()));
    m_only->setText(text);
    m_only->setToolTip(tr("Show the messages of all clients again"));
    m_only->setAccessibleName(tr("%1: show all again").arg(text));
    m_only->show();
    applyFilter();
}

void MessagesPane::clearOnly()
{
    m_onlyIds.clear();
    m_only->hide();
    applyFilter();
}

std::optional<LogRow> MessagesPane::current() const
{
    const LogRow *row = m_feed.messages().rowAt(m_table->currentIndex().row());
    return row ? std::optional(*row) : std::nullopt;
}

QString MessagesPane::selectionSpan() const
{
    const QItemSelection ranges = m_table->selectionModel()->selection();
    qsizetype count = 0;
    int first = std::numeric_limits<int>::max();
    int last = -1;
    for (const QItemSelectionRange &range : ranges) {
        count += range.height();
        first = std::min(first, range.top());
        last = std::max(last, range.bottom());
    }
    if (count < 2)
        return {};
    const MessagesModel &model = m_feed.messages();
    const QString apart = Format::duration(std::abs(model.rowAt(last)->time - model.rowAt(first)->time));
    return tr("%Ln selected, %1 apart", nullptr, int(count)).arg(apart);
}

QString MessagesPane::counters() const
{
    const MessagesModel &model = m_feed.messages();
    const qsizetype hidden = model.matcher().showsControl() ? 0 : model.log().controlRows();
    const quint64 kept = quint64(model.log().size() - hidden);
    QStringList parts;
    if (const QString span = selectionSpan(); !span.isEmpty())
        parts.append(span);
    if (model.matcher().isFilter())
        parts.append(tr("%1 of %2 shown").arg(Format::count(quint64(model.rowCount())), Format::count(kept)));
    else
        parts.append(Format::count(kept));
    if (kept > 0)
        parts.append(Format::bytes(model.log().bytes()));
    if (model.log().dropped() > 0)
        parts.append(tr("%1 older dropped").arg(Format::count(model.log().dropped())));
    if (m_feed.totals().skipped > 0)
        parts.append(tr("%1 skipped").arg(Format::count(m_feed.totals().skipped)));
    return parts.join(QStringLiteral(" · "));
}

void MessagesPane::refresh()
{
    const MessagesModel &model = m_feed.messages();
    const bool paused = model.isPaused();
    m_title->setRemark(counters());
    if (m_pause) {
        m_pause->setText(!paused            ? tr("&Pause")
                             : model.held() ? tr("&Resume  +%1").arg(Format::count(model.held()))
                                            : tr("&Resume"));
    }
    m_strip->say(
        Strip::Kind::Warning,
        model.heldDropped()
            ? tr("%1 messages came while paused and did not fit any more.").arg(Format::count(model.heldDropped()))
            : QString());
    const bool filtered = model.matcher().isFilter();
    m_table->setPlaceholder(filtered && model.log().size() ? tr("No message fits the filter.")
                                                           : tr("No messages yet."));
}

void MessagesPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void MessagesPane::filterFor(const QString &expression) { m_filter->apply(expression); }

void MessagesPane::resetColumns() { m_table->resetColumns(); }

} // namespace porthole
