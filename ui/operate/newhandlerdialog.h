// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/handlerfiles.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace porthole {

class Strip;

/// Makes a handler's file of a template: which one, and where it is saved. A file that is there is asked for first.
/// Threads: the GUI's. Errors: what is wrong with the file stands in the dialog, which stays.
class NewHandlerDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewHandlerDialog(QWidget *parent = nullptr);

    QListWidget *list() const { return m_list; }
    QLineEdit *file() const { return m_file; }
    QPushButton *createButton() const { return m_create; }
    QString fault() const;

Q_SIGNALS:
    void created(const QString &file);

private:
    void layOut();
    void showTemplate(int row);
    void browse();
    void create();
    void write();

    const QList<HandlerTemplate> m_templates;
    QListWidget *m_list;
    QLabel *m_description;
    QPlainTextEdit *m_text;
    QLineEdit *m_file;
    Strip *m_fault;
    QPushButton *m_create;
    bool m_isNamed = false; ///< by the user
};

} // namespace porthole
