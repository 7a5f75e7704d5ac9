// SPDX-License-Identifier: MIT
#include "ui/push/composebar.h"

#include "ui/clients/clientsmodel.h"
#include "ui/push/drafteditor.h"
#include "ui/push/outcome.h"
#include "ui/push/saveddialog.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace porthole {

ComposeBar::ComposeBar(Operations &operations, Delivery &delivery, const ClientsModel &clients, QWidget *parent)
    : QWidget(parent), m_operations(operations), m_clients(clients), m_delivery(delivery)
{
    makeControls();
    layOut();
    connectControls();
    setSelected({});
    if (!m_delivery.isRepeating())
        return;
    setDraft(m_delivery.order().draft);
    showDelivery();
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
    nameTargets();
    check();
}

void ComposeBar::nameTargets()
{
    m_target->setItemText(Selected, tr("Selected (%L1)").arg(m_selected.size()));
    m_target->setItemText(All, tr("All clients (%L1)").arg(m_clients.total()));
    m_target->setItemText(Shown, tr("Shown by the filter (%L1)").arg(m_clients.rowCount()));
    nameRooms();
    m_target->setItemText(Room, tr("A room (%L1)").arg(m_clients.rooms().count(room())));
}

// What is chosen stays chosen while rooms come and go, and a list that is open is not built anew for a number.
void ComposeBar::nameRooms()
{
    const QString chosen = room();
    QMap<QString, qsizetype> rooms;
    if (!chosen.isEmpty())
        rooms.insert(chosen, 0); // also when it is empty now: a message must not go to another room instead
    for (const auto &[name, members] : m_clients.rooms().all())
        rooms.insert(name, qsizetype(members.size()));
    int index = 0;
    const QSignalBlocker quiet(m_room);
    for (const auto &[name, count] : rooms.asKeyValueRange()) {
        while (index < m_room->count() && m_room->itemData(index).toString() < name)
            m_room->removeItem(index);
        if (index == m_room->count() || m_room->itemData(index).toString() != name)
            m_room->insertItem(index, QString(), name);
        const QString text = QStringLiteral("%1 (%L2)").arg(name).arg(count);
        if (m_room->itemText(index) != text)
            m_room->setItemText(index, text);
        ++index;
    }
    while (m_room->count() > index)
        m_room->removeItem(index);
    if (const int found = m_room->findData(chosen); found >= 0)
        m_room->setCurrentIndex(found);
}

void ComposeBar::setRoom(const QString &room) { m_room->setCurrentIndex(m_room->findData(room)); }

QString ComposeBar::room() const { return m_room->currentData().toString(); }

void ComposeBar::refresh()
{
    const QString before = m_target->currentText();
    nameTargets();
    if (m_target->currentIndex() != Selected && m_target->currentText() != before && !m_delivery.isBusy())
        check();
}

void ComposeBar::setTarget(Target target) { m_target->setCurrentIndex(target); }

void ComposeBar::setRepeat(bool on, int milliseconds)
{
    m_repeatAction->setChecked(on);
    m_every->setValue(milliseconds);
}

Receivers ComposeBar::receiversNow() const
{
    switch (m_target->currentIndex()) {
    case All: return {{}, true, int(m_clients.total())};
    case Shown: return {m_clients.shownIds(), false, m_clients.rowCount()};
    case Room: return {m_clients.rooms().members(room()), false, m_clients.rooms().count(room())};
    default: return {m_selected, false, int(m_selected.size())};
    }
}

int ComposeBar::receivers() const
{
    switch (m_target->currentIndex()) {
    case All: return int(m_clients.total());
    case Shown: return m_clients.rowCount();
    case Room: return m_clients.rooms().count(room());
    default: return int(m_selected.size());
    }
}

QString ComposeBar::status() const { return m_status->text(); }

QString ComposeBar::hint() const
{
    if (receivers() > 0)
        return tr("to %Ln client(s)", nullptr, receivers());
    switch (m_target->currentIndex()) {
    case All: return tr("No client is connected.");
    case Shown: return tr("No client fits the filter.");
    case Room: return room().isEmpty() ? tr("No client is in a room.") : tr("No client is in the room %1.").arg(room());
    default: return tr("Select clients in the table, or push to all.");
    }
}

void ComposeBar::check()
{
    m_file->setVisible(draft().isFile());
    m_room->setVisible(m_target->currentIndex() == Room);
    if (m_delivery.isBusy())
        return;
    ask(false);
    const DraftCheck draftCheck(draft());
    m_editor->markProblem(draftCheck.position());
    setReady(draftCheck.isReady() && receivers() > 0 && !m_operations.isReadOnly());
    const Colours &set = colours(palette());
    if (m_operations.isReadOnly())
        say(tr("The window is read-only: nothing is pushed."), set.warn);
    else if (!draftCheck.problem().isEmpty())
        say(draftCheck.problem(), set.bad);
    else if (draftCheck.isReady())
        say(QStringLiteral("%1 · %2").arg(hint(), Format::bytes(draftCheck.size())), set.muted);
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
    if (m_delivery.isRepeating())
        return m_delivery.stop();
    if (!m_push->isEnabled())
        return;
    if (receivers() > askAbove)
        ask(true);
    else
        send();
}

// It may outlive this bar, but not the clients.
Delivery::Order ComposeBar::order() const
{
    Delivery::Order order;
    const ClientsModel *clients = &m_clients;
    order.draft = draft();
    order.everyone = [clients] { return clients->allIds(); };
    order.target = m_target->currentText();
    switch (m_target->currentIndex()) {
    case All: order.receivers = [clients] { return Receivers{{}, true, int(clients->total())}; }; break;
    case Shown:
        order.receivers = [clients] { return Receivers{clients->shownIds(), false, clients->rowCount()}; };
        break;
    case Room:
        order.target = tr("Room %1").arg(room());
        order.receivers = [clients, room = room()] {
            return Receivers{clients->rooms().members(room), false, clients->rooms().count(room)};
        };
        break;
    default:
        order.target = Operations::nameOf(m_selected);
        order.receivers = [fixed = receiversNow()] { return fixed; };
        break;
    }
    if (m_repeatAction->isChecked())
        order.every = std::chrono::milliseconds(m_every->value());
    order.most = receivers() > askAbove ? 0 : askAbove;
    return order;
}

void ComposeBar::send()
{
    if (!DraftCheck(draft()).isReady() || m_delivery.isBusy())
        return;
    ask(false);
    m_history.add(draft());
    setReady(false);
    say(tr("Pushing…"), colours(palette()).muted);
    m_delivery.start(order());
    showDelivery();
    m_editor->setFocus();
}

void ComposeBar::showDelivery()
{
    const bool repeating = m_delivery.isRepeating();
    m_push->setText(repeating ? tr("Stop") : tr("Push"));
    m_push->setIcon(icon(repeating ? QStringLiteral("stop") : QStringLiteral("push"), Tint::OnAccent));
    m_pushAction->setText(repeating ? tr("&Stop pushing") : tr("&Push"));
    for (QWidget *control : std::initializer_list<QWidget *>{m_target, m_room, m_kind, m_every, m_repeat})
        control->setEnabled(!repeating);
    m_repeatAction->setEnabled(!repeating);
    m_editor->setReadOnly(repeating);
    if (repeating)
        setReady(true);
}

void ComposeBar::showOutcome(const QString &text, const ActionResult &result)
{
    const Colours &set = colours(palette());
    const Outcome::Grade grade = Outcome::grade(result);
    say(text, grade == Outcome::Grade::Good ? set.good : grade == Outcome::Grade::Partly ? set.warn : set.bad);
}

void ComposeBar::ended(const QString &problem)
{
    showDelivery();
    check();
    const QString rounds = tr("pushed %Ln time(s)", nullptr, m_delivery.rounds());
    const QString outcome = Outcome::ofPush(m_delivery.total());
    if (!problem.isEmpty())
        say(problem, colours(palette()).bad);
    else if (m_delivery.rounds() > 1)
        showOutcome(QStringLiteral("%1 · %2").arg(rounds, outcome), m_delivery.total());
    else
        showOutcome(outcome, m_delivery.total());
}

void ComposeBar::walk(const std::optional<Draft> &found)
{
    if (found && !m_delivery.isRepeating())
        setDraft(*found);
}

void ComposeBar::showSaved()
{
    auto *dialog = new SavedDialog(m_saved, draft(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavedDialog::chosen, this, [this](const Draft &draft) {
        setDraft(draft);
        focusEditor();
    });
    dialog->open();
}

void ComposeBar::takeFile(const QString &path)
{
    if (path.isEmpty() || m_delivery.isRepeating())
        return;
    setDraft({draft().kind == DraftKind::TextFile ? DraftKind::TextFile : DraftKind::File, path});
    focusEditor();
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
