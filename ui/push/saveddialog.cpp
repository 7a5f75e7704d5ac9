// SPDX-License-Identifier: MIT
#include "ui/push/saveddialog.h"

#include "ui/shared/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace porthole {

SavedDialog::SavedDialog(SavedMessages &messages, const Draft &draft, QWidget *parent)
    : QDialog(parent), m_messages(messages), m_draft(draft), m_name(new QLineEdit), m_list(new QListWidget),
      m_save(new QPushButton), m_use(primaryButton(tr("&Use"))), m_remove(new QPushButton(tr("&Remove")))
{
    setWindowTitle(tr("Saved messages"));
    layOut();
    connect(m_name, &QLineEdit::textChanged, this, &SavedDialog::fill);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_list->currentItem() ? use() : save(); });
    connect(m_list, &QListWidget::currentItemChanged, this, &SavedDialog::update);
    connect(m_list, &QListWidget::itemActivated, this, &SavedDialog::use);
    connect(m_save, &QPushButton::clicked, this, &SavedDialog::save);
    connect(m_use, &QPushButton::clicked, this, &SavedDialog::use);
    connect(m_remove, &QPushButton::clicked, this, &SavedDialog::remove);
    m_name->installEventFilter(this);
    m_name->setFocus();
    fill();
}

void SavedDialog::layOut()
{
    m_name->setPlaceholderText(tr("Name, to save the message under or to find one"));
    m_name->setAccessibleName(tr("Name"));
    m_list->setAccessibleName(tr("Saved messages"));
    m_list->setAlternatingRowColors(true);
    m_list->setUniformItemSizes(true);
    for (QPushButton *button : {m_save, m_use, m_remove})
        button->setAutoDefault(false);
    auto *closing = new QPushButton(tr("Close"));
    closing->setAutoDefault(false);
    connect(closing, &QPushButton::clicked, this, &QDialog::reject);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_name, 1);
    first->addWidget(m_save);
    auto *last = new QHBoxLayout;
    last->setSpacing(8);
    last->addWidget(m_remove);
    last->addStretch(1);
    last->addWidget(closing);
    last->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(first);
    column->addWidget(m_list, 1);
    column->addLayout(last);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 22);
}

void SavedDialog::fill()
{
    const QString wanted = m_name->text().trimmed();
    const QString before = chosenName();
    m_list->clear();
    for (const SavedMessage &message : m_messages.all()) {
        if (!message.name.contains(wanted, Qt::CaseInsensitive))
            continue;
        const QString text = message.draft.text.simplified().left(120);
        auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(message.name, text), m_list);
        item->setData(Qt::UserRole, message.name);
        item->setToolTip(message.draft.text.left(2000));
        if (message.name == wanted || message.name == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !wanted.isEmpty())
        m_list->setCurrentRow(0);
    update();
}

QString SavedDialog::chosenName() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

void SavedDialog::update()
{
    const QString name = m_name->text().trimmed();
    m_save->setText(m_messages.find(name) ? tr("&Replace with the message") : tr("&Save the message"));
    m_save->setEnabled(!name.isEmpty() && !m_draft.text.isEmpty());
    m_use->setEnabled(m_list->currentItem());
    m_remove->setEnabled(m_list->currentItem());
}

void SavedDialog::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_draft.text.isEmpty())
        return;
    m_messages.save(name, m_draft);
    fill();
}

void SavedDialog::use()
{
    const SavedMessage *message = m_messages.find(chosenName());
    if (!message)
        return;
    const Draft draft = message->draft;
    accept();
    Q_EMIT chosen(draft);
}

void SavedDialog::remove()
{
    m_messages.remove(chosenName());
    fill();
}

bool SavedDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace porthole
