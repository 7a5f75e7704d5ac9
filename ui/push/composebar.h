// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/operations.h"
#include "ui/push/delivery.h"
#include "ui/push/drafthistory.h"
#include "ui/push/savedmessages.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace porthole {

class ClientsModel;
class DraftEditor;
class Strip;

/// Where a person writes a message and pushes it to the selected clients, to all, to those that the clients' filter
/// shows, or to a room, once or again and again. It shows how many will receive it, what is wrong with it, and
/// afterwards what became of it. More than askAbove receivers are asked for first, in place. Threads: the GUI's.
/// Lifetime: operations, delivery and clients outlive it; a delivery that repeats goes on without it, and the next bar
/// on it shows it.
class ComposeBar final : public QWidget
{
    Q_OBJECT

public:
    enum Target { Selected, All, Shown, Room };
    static constexpr int askAbove = 100;

    ComposeBar(Operations &operations, Delivery &delivery, const ClientsModel &clients, QWidget *parent = nullptr);

    void setSelected(const QList<ClientId> &ids);
    void refresh(); ///< the clients changed
    void setTarget(Target target);
    void setRoom(const QString &room); ///< one that has members; for the target Room
    QString room() const;              ///< empty when there is none
    void setDraft(const Draft &draft);
    Draft draft() const;
    int receivers() const;
    QString status() const;
    bool isAsking() const { return m_asking; }
    bool isRepeating() const { return m_delivery.isRepeating(); }
    void setRepeat(bool on, int milliseconds);
    void focusEditor();
    QAction *pushAction() const { return m_pushAction; }
    void fillMenu(QMenu *menu); ///< with all that can be done here
    const DraftHistory &history() const { return m_history; }
    void setHistory(const DraftHistory &history) { m_history = history; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void connectControls();
    void check();
    void push();
    void send();
    void ask(bool asking);
    void setReady(bool ready);
    void showDelivery();
    void showOutcome(const QString &text, const ActionResult &result);
    void ended(const QString &problem);
    void say(const QString &text, const QColor &colour);
    void walk(const std::optional<Draft> &draft);
    void fillHistory(QMenu *menu);
    void showSaved();
    void chooseFile();
    void takeFile(const QString &path);
    void nameTargets();
    void nameRooms();
    Receivers receiversNow() const;
    Delivery::Order order() const;
    QString hint() const;

    Operations &m_operations;
    const ClientsModel &m_clients;
    Delivery &m_delivery;
    QList<ClientId> m_selected;
    DraftHistory m_history;
    SavedMessages m_saved;
    bool m_asking = false;

    QComboBox *m_target;
    QComboBox *m_room;
    QComboBox *m_kind;
    DraftEditor *m_editor;
    QToolButton *m_file;
    QToolButton *m_historyButton;
    QToolButton *m_savedButton;
    QToolButton *m_repeat;
    QSpinBox *m_every;
    QPushButton *m_push;
    QLabel *m_status;
    Strip *m_question;
    QMenu *m_historyMenu;
    QAction *m_pushAction;
    QAction *m_repeatAction;
    QAction *m_savedAction;
};

} // namespace porthole
