// SPDX-License-Identifier: MIT
#include "ui/push/composebar.h"

#include "ui/push/drafteditor.h"
#include "ui/push/outcome.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/elidedlabel.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

ComposeBar::ComposeBar(Monitor &monitor, QWidget *parent)
    : QWidget(parent), m_monitor(monitor), m_target(new QComboBox), m_kind(new QComboBox), m_editor(new DraftEditor),
      m_historyButton(toolButton(icon(QStringLiteral("history"), Tint::Muted), tr("Messages pushed before"))),
      m_push(primaryButton(tr("Push"), icon(QStringLiteral("push"), Tint::OnAccent))), m_status(new ElidedLabel),
      m_question(new Strip), m_pushAction(new QAction(icon(QStringLiteral("push")), tr("&Push"), this))
{
    m_target->addItems({QString(), QString()});
    m_kind->addItems({tr("Text"), tr("JSON"), tr("Hex")});
    m_target->setAccessibleName(tr("Receivers"));
    m_kind->setAccessibleName(tr("Kind of message"));
    m_editor->setAccessibleName(tr("Message"));
    m_status->setAccessibleName(tr("What became of the message"));
    m_pushAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_push->setToolTip(tr("Push the message (%1)").arg(m_pushAction->shortcut().toString(QKeySequence::NativeText)));
    layOut();

    connect(m_pushAction, &QAction::triggered, this, &ComposeBar::push);
    connect(m_push, &QPushButton::clicked, this, &ComposeBar::push);
    connect(m_editor, &DraftEditor::sendWanted, this, &ComposeBar::push);
    connect(m_editor, &DraftEditor::olderWanted, this, [this] { walk(m_history.older(draft())); });
    connect(m_editor, &DraftEditor::newerWanted, this, [this] { walk(m_history.newer()); });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ComposeBar::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ComposeBar::check);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ComposeBar::check);
    connect(m_historyButton, &QToolButton::clicked, this, &ComposeBar::showHistory);
    connect(&m_monitor, &Monitor::finished, this, &ComposeBar::finished);
    setSelected({});
}

void ComposeBar::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_question->setRounded(true);
    column->addWidget(m_question);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    column->addLayout(grid);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const QList<QWidget *> controls{m_target, m_kind, m_editor, m_historyButton, m_push};
    for (int at = 0; at < controls.size(); ++at)
        grid->addWidget(controls[at], 0, at, controls[at] == m_editor ? Qt::Alignment() : Qt::AlignTop);
    grid->addWidget(m_status, 1, 2, 1, 3);
    grid->setColumnStretch(2, 1);

    auto *yes = primaryButton(tr("Push"));
    auto *no = new QPushButton(tr("Cancel"));
    m_question->addControl(yes);
    m_question->addControl(no);
    yes->setObjectName(QStringLiteral("confirmPush"));
    connect(yes, &QPushButton::clicked, this, &ComposeBar::send);
    connect(no, &QPushButton::clicked, this, [this] {
        check();
        focusEditor();
    });
}

Draft ComposeBar::draft() const { return {DraftKind(m_kind->currentIndex()), m_editor->toPlainText()}; }

void ComposeBar::setDraft(const Draft &draft)
{
    m_kind->setCurrentIndex(int(draft.kind));
    m_editor->setPlainText(draft.text);
    m_editor->moveCursor(QTextCursor::End);
}

void ComposeBar::setSelected(const QList<ClientId> &ids)
{
    m_selected = ids;
    m_target->setItemText(Selected, tr("Selected (%L1)").arg(ids.size()));
    m_target->setItemText(All, tr("All clients (%L1)").arg(m_clientCount));
    check();
}

void ComposeBar::setClientCount(int count)
{
    if (count == m_clientCount)
        return;
    m_clientCount = count;
    m_target->setItemText(All, tr("All clients (%L1)").arg(count));
    if (m_target->currentIndex() == All)
        check();
}

void ComposeBar::setTarget(Target target) { m_target->setCurrentIndex(target); }

int ComposeBar::receivers() const { return m_target->currentIndex() == All ? m_clientCount : int(m_selected.size()); }

QString ComposeBar::status() const { return m_status->text(); }

QString ComposeBar::hint() const
{
    if (receivers() == 0)
        return m_target->currentIndex() == All ? tr("No client is connected.")
                                               : tr("Select clients in the table, or push to all.");
    return tr("to %Ln client(s)", nullptr, receivers());
}

void ComposeBar::check()
{
    ask(false);
    const DraftCheck draftCheck(draft());
    m_editor->markProblem(draftCheck.position());
    const bool ready = draftCheck.message() && receivers() > 0 && !m_waiting;
    setReady(ready);
    const Colours &set = colours(palette());
    if (!draftCheck.problem().isEmpty())
        say(draftCheck.problem(), set.bad);
    else if (draftCheck.message())
        say(QStringLiteral("%1 · %2").arg(hint(), Format::bytes(draftCheck.message()->size())), set.muted);
    else
        say(hint(), set.muted);
}

void ComposeBar::setReady(bool ready)
{
    m_push->setEnabled(ready);
    m_pushAction->setEnabled(ready);
}

void ComposeBar::say(const QString &text, const QColor &colour)
{
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, colour);
    m_status->setPalette(ink);
    m_status->setText(text);
}

void ComposeBar::ask(bool asking)
{
    m_asking = asking;
    m_question->say(Strip::Kind::Warning, asking ? tr("Push this to %Ln client(s)?", nullptr, receivers()) : QString());
    if (!asking)
        return;
    setReady(false);
    m_question->findChild<QPushButton *>(QStringLiteral("confirmPush"))->setFocus();
}

void ComposeBar::push()
{
    if (!m_push->isEnabled())
        return;
    if (receivers() > askAbove)
        ask(true);
    else
        send();
}

void ComposeBar::send()
{
    const Draft sent = draft();
    const DraftCheck draftCheck(sent);
    if (!draftCheck.message() || m_waiting)
        return;
    ask(false);
    m_history.add(sent);
    m_waiting = true;
    setReady(false);
    say(tr("Pushing…"), colours(palette()).muted);
    m_action = m_target->currentIndex() == All ? m_monitor.broadcast(*draftCheck.message())
                                               : m_monitor.push(m_selected, *draftCheck.message());
    m_editor->setFocus();
}

void ComposeBar::finished(quint64 action, const ActionResult &result)
{
    if (!m_waiting || action != m_action)
        return;
    m_waiting = false;
    check();
    const Colours &set = colours(palette());
    const Outcome::Grade grade = Outcome::grade(result);
    say(Outcome::ofPush(result),
        grade == Outcome::Grade::Good         ? set.good
            : grade == Outcome::Grade::Partly ? set.warn
                                              : set.bad);
}

void ComposeBar::walk(const std::optional<Draft> &found)
{
    if (found)
        setDraft(*found);
}

void ComposeBar::showHistory()
{
    QMenu menu;
    const QList<Draft> &drafts = m_history.drafts();
    for (auto each = drafts.crbegin(); each != drafts.crend() && menu.actions().size() < 20; ++each) {
        const QString line = each->text.simplified();
        QAction *action =
            menu.addAction(fontMetrics().elidedText(line, Qt::ElideRight, fontMetrics().averageCharWidth() * 60));
        connect(action, &QAction::triggered, this, [this, draft = *each] { setDraft(draft); });
    }
    if (drafts.isEmpty())
        menu.addAction(tr("Nothing was pushed yet"))->setEnabled(false);
    menu.exec(m_historyButton->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

void ComposeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_editor->setFont(Theme::fixedFont());
    else if (event->type() == QEvent::PaletteChange)
        check();
}

void ComposeBar::focusEditor() { m_editor->setFocus(Qt::ShortcutFocusReason); }

} // namespace porthole
