// SPDX-License-Identifier: MIT
#pragma once

#include "ui/push/savedmessages.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace porthole {

/// The saved messages: the draft that is being written can be added, others taken or removed. One field both names and
/// finds them. Threads: the GUI's. Lifetime: the messages outlive it.
class SavedDialog final : public QDialog
{
    Q_OBJECT

public:
    SavedDialog(SavedMessages &messages, const Draft &draft, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const porthole::Draft &draft);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void fill();
    void save();
    void use();
    void remove();
    void update();
    QString chosenName() const;

    SavedMessages &m_messages;
    Draft m_draft;
    QLineEdit *m_name;
    QListWidget *m_list;
    QPushButton *m_save;
    QPushButton *m_use;
    QPushButton *m_remove;
};

} // namespace porthole
