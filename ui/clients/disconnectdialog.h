// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace porthole {

/// Asks with which code and reason to disconnect clients; says in place what is wrong with them.
class DisconnectDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DisconnectDialog(int clients, QWidget *parent = nullptr);

    quint16 code() const; ///< one that may be sent, once accepted
    QString reason() const;

private:
    void check();

    QComboBox *m_code;
    QLabel *m_codeHint;
    QLineEdit *m_reason;
    QLabel *m_reasonHint;
    QPushButton *m_disconnect;
};

} // namespace porthole
