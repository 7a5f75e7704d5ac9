// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"
#include "ui/push/draft.h"
#include "ui/push/drafthistory.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace porthole {

class DraftEditor;
class Strip;

/// Where a person writes a message and pushes it to the selected clients or to all. It shows how many will receive it,
/// what is wrong with it, and afterwards what became of it. More than askAbove receivers are asked for first, in place.
/// Threads: the GUI's. Lifetime: the monitor outlives it.
class ComposeBar final : public QWidget
{
    Q_OBJECT

public:
    enum Target { Selected, All };
    static constexpr int askAbove = 100;

    explicit ComposeBar(Monitor &monitor, QWidget *parent = nullptr);

    void setSelected(const QList<ClientId> &ids);
    void setClientCount(int count);
    void setTarget(Target target);
    void setDraft(const Draft &draft);
    Draft draft() const;
    int receivers() const;
    QString status() const;
    bool isAsking() const { return m_asking; }
    void focusEditor();
    QAction *pushAction() const { return m_pushAction; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void check();
    void push();
    void send();
    void ask(bool asking);
    void setReady(bool ready);
    void finished(quint64 action, const ActionResult &result);
    void say(const QString &text, const QColor &colour);
    void walk(const std::optional<Draft> &draft);
    void showHistory();
    QString hint() const;

    Monitor &m_monitor;
    QList<ClientId> m_selected;
    int m_clientCount = 0;
    DraftHistory m_history;
    Monitor::ActionId m_action = 0;
    bool m_waiting = false;
    bool m_asking = false;

    QComboBox *m_target;
    QComboBox *m_kind;
    DraftEditor *m_editor;
    QToolButton *m_historyButton;
    QPushButton *m_push;
    QLabel *m_status;
    Strip *m_question;
    QAction *m_pushAction;
};

} // namespace porthole
