// SPDX-License-Identifier: MIT
#include "ui/messages/messagespane.h"

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
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

MessagesPane::MessagesPane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Messages"))),
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
        return action;
    };
    m_find = make(QStringLiteral("search"), tr("&Filter…"), QKeySequence::Find);
    m_pause = make(QStringLiteral("pause"), tr("&Pause"), QKeySequence(Qt::CTRL | Qt::Key_P));
    m_newest = make(QStringLiteral("newest"), tr("Jump to &newest"), QKeySequence(Qt::CTRL | Qt::Key_J));
    m_clear = make(QStringLiteral("clear"), tr("&Clear"), QKeySequence(Qt::CTRL | Qt::Key_L));
    m_pause->setCheckable(true);
    connect(m_find, &QAction::triggered, this, &MessagesPane::focusFilter);
    connect(m_pause, &QAction::toggled, &m_feed.messages(), &MessagesModel::setPaused);
    connect(&m_feed.messages(), &MessagesModel::pausedChanged, m_pause, &QAction::setChecked);
    connect(&m_feed.messages(), &MessagesModel::pausedChanged, this, &MessagesPane::refresh);
    connect(m_newest, &QAction::triggered, this, [this] {
        m_pause->setChecked(false);
        m_table->jumpToNewest();
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        m_feed.messages().clear();
        refresh();
    });
}

QList<QAction *> MessagesPane::menuActions() const { return {m_find, m_pause, m_newest, m_clear}; }

void MessagesPane::setUpControls()
{
    m_title->addControl(toolButton(m_pause, true));
    m_title->addControl(toolButton(m_newest));
    m_title->addControl(toolButton(m_clear));
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
    connect(m_filter, &FilterEdit::left, this, [this] { m_table->setFocus(); });
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
}

void MessagesPane::applyFilter()
{
    MessageMatcher matcher(m_filter->filter());
    matcher.setClients(QSet<ClientId>(m_onlyIds.begin(), m_onlyIds.end()));
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

QString MessagesPane::counters() const
{
    const MessagesModel &model = m_feed.messages();
    const quint64 kept = quint64(model.log().size());
    const quint64 shown = quint64(model.rowCount());
    QStringList parts;
    if (shown < kept)
        parts.append(tr("%1 of %2 shown").arg(Format::count(shown), Format::count(kept)));
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
    m_pause->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setText(!paused            ? tr("&Pause")
                         : model.held() ? tr("&Resume  +%1").arg(Format::count(model.held()))
                                        : tr("&Resume"));
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

void MessagesPane::resetColumns() { m_table->resetColumns(); }

} // namespace porthole
