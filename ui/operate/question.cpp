// SPDX-License-Identifier: MIT
#include "ui/operate/question.h"

#include "ui/shared/widgets/buttons.h"

#include <QMessageBox>
#include <QPushButton>

namespace porthole {

void ask(QWidget *parent, const QString &title, const QString &text, const QString &button, std::function<void()> yes)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *agree = primaryButton(button);
    box->addButton(agree, QMessageBox::AcceptRole);
    box->setDefaultButton(agree);
    QObject::connect(agree, &QPushButton::clicked, parent, [yes = std::move(yes)] { yes(); });
    box->open();
}

} // namespace porthole
