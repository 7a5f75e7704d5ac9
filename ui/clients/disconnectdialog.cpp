// SPDX-License-Identifier: MIT
#include "ui/clients/disconnectdialog.h"

#include "server/monitor/monitor.h"
#include "ui/clients/closecheck.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/widgets/buttons.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace porthole {

static QLabel *hint()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

static void tell(QLabel *label, const QString &problem, const QString &otherwise)
{
    QPalette palette = label->parentWidget()->palette();
    const Colours &set = colours(palette);
    palette.setColor(QPalette::WindowText, problem.isEmpty() ? set.muted : set.bad);
    label->setPalette(palette);
    label->setText(problem.isEmpty() ? otherwise : problem);
}

static void fillCodes(QComboBox *box)
{
    for (const quint16 code : {1000, 1001, 1008, 1011, 1012, 1013})
        box->addItem(QStringLiteral("%1 %2").arg(code).arg(Format::codeName(code)));
    box->addItem(QStringLiteral("4000"));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
}

DisconnectDialog::DisconnectDialog(int clients, QWidget *parent)
    : QDialog(parent), m_code(new QComboBox), m_codeHint(hint()), m_reason(new QLineEdit), m_reasonHint(hint()),
      m_disconnect(primaryButton(tr("Disconnect %Ln client(s)", nullptr, clients)))
{
    setWindowTitle(tr("Disconnect"));
    fillCodes(m_code);
    m_code->setAccessibleName(tr("Close code"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Optional; the client can read it"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 24);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Code"), m_code);
    form->addRow(QString(), m_codeHint);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(QString(), m_reasonHint);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_disconnect, QDialogButtonBox::AcceptRole);
    buttons->addButton(new QPushButton(tr("Cancel")), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);

    m_disconnect->setDefault(true);
    connect(m_code, &QComboBox::editTextChanged, this, &DisconnectDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &DisconnectDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_reason->setFocus();
}

void DisconnectDialog::check()
{
    const QString codeProblem = CloseCheck::codeProblem(m_code->currentText());
    const QString reasonProblem = CloseCheck::reasonProblem(m_reason->text());
    const quint16 number = CloseCheck::code(m_code->currentText()).value_or(0);
    const QString name = Format::codeName(number);
    const QString meaning = !name.isEmpty() ? name
        : number >= 4000                    ? tr("for your own use")
                                            : tr("for libraries and frameworks");
    tell(m_codeHint, codeProblem, meaning);
    tell(m_reasonHint, reasonProblem, tr("%1 of 123 bytes").arg(CloseCheck::reasonBytes(m_reason->text())));
    m_disconnect->setEnabled(codeProblem.isEmpty() && reasonProblem.isEmpty());
}

quint16 DisconnectDialog::code() const
{
    return CloseCheck::code(m_code->currentText()).value_or(quint16(CloseCode::Normal));
}

QString DisconnectDialog::reason() const { return m_reason->text(); }

} // namespace porthole
