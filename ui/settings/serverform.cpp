// SPDX-License-Identifier: MIT
#include "ui/settings/serverform.h"

#include "ui/shared/colours.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace porthole {

static constexpr int countMost = 10'000'000; // of what is counted; as the table of settings has it

ServerForm::ServerForm(Part part, const ServerSetup &setup, const QStringList &handlers, QWidget *parent)
    : QWidget(parent), m_setup(setup), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    if (part == Part::Place)
        addPlace(handlers);
    else
        addLimits();
    check();
}

void ServerForm::addPlace(const QStringList &handlers)
{
    addText(QStringLiteral("host"), tr("&Address"),
            tr("Give an IPv4 or IPv6 address, localhost, or unix: and a path."));
    addNumber(QStringLiteral("port"), tr("&Port"), 65'535, tr("any free one"));
    addNumber(QStringLiteral("workers"), tr("&Workers"), 1024, tr("one per core"));
    addChoice(QStringLiteral("engine"), tr("&Engine"),
              {QStringLiteral("qt"), QStringLiteral("native"), QStringLiteral("auto")},
              {tr("Qt"), tr("native"), tr("automatic")});
    addChoice({}, tr("&Handler"), handlers, handlers);
}

void ServerForm::addLimits()
{
    const QString size = tr("Write it as 65536, 64KiB or 1MiB.");
    const QString time = tr("Write it as 500ms, 10s or 5min.");
    const QString none = tr("no limit");
    addText(QStringLiteral("messageMaxBytes"), tr("&Longest message"), size);
    addText(QStringLiteral("queueMaxBytes"), tr("&Queue of a client"), size);
    addChoice(
        QStringLiteral("queuePolicy"), tr("When a queue is &full"),
        {QStringLiteral("close"), QStringLiteral("dropNewest"), QStringLiteral("dropOldest"), QStringLiteral("block")},
        {tr("close the client"), tr("drop the newest message"), tr("drop the oldest messages"), tr("take no message")});
    addNumber(QStringLiteral("maxClients"), tr("&Clients"), countMost, none);
    addNumber(QStringLiteral("maxClientsPerAddress"), tr("Clients of an &address"), countMost, none);
    addNumber(QStringLiteral("maxHandshakesPerSecond"), tr("&New clients a second"), countMost, none);
    addNumber(QStringLiteral("maxMessagesPerSecond"), tr("&Messages a second from a client"), countMost, none);
    addText(QStringLiteral("maxBytesPerSecond"), tr("&Bytes a second from a client"),
            tr("Write it as 65536, 64KiB or 1MiB; 0 is no limit."));
    addText(QStringLiteral("pingInterval"), tr("&Time between pings"), time);
    addText(QStringLiteral("pongTimeout"), tr("Time for the &pong"), time);
    addText(QStringLiteral("idleTimeout"), tr("Longest &silence"),
            tr("Write it as 500ms, 10s or 5min; 0 is for ever."));
}

void ServerForm::add(const QString &setting, const QString &label, QWidget *editor, std::function<QString()> value,
                     const QString &hint)
{
    auto *problem = new QLabel;
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    problem->hide();
    editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    editor->setObjectName(setting.isEmpty() ? QStringLiteral("handler") : setting);
    m_form->addRow(label, editor);
    m_form->labelForField(editor)->setMinimumHeight(editor->sizeHint().height());
    m_form->addRow(QString(), problem);
    m_fields.append({setting, std::move(value), problem, hint});
}

QLineEdit *ServerForm::addText(const QString &setting, const QString &label, const QString &hint)
{
    auto *editor = new QLineEdit(m_setup.settings.value(setting));
    editor->setToolTip(hint);
    add(
        setting, label, editor, [editor] { return editor->text().trimmed(); }, hint);
    connect(editor, &QLineEdit::textChanged, this, &ServerForm::check);
    return editor;
}

void ServerForm::addNumber(const QString &setting, const QString &label, int most, const QString &zero)
{
    auto *editor = new QSpinBox;
    editor->setRange(0, most);
    editor->setSpecialValueText(zero);
    editor->setGroupSeparatorShown(setting != QLatin1String("port"));
    editor->setValue(m_setup.settings.value(setting).toInt());
    add(setting, label, editor, [editor] { return QString::number(editor->value()); }, {});
    connect(editor, &QSpinBox::valueChanged, this, &ServerForm::check);
}

QComboBox *ServerForm::addChoice(const QString &setting, const QString &label, const QStringList &values,
                                 const QStringList &names)
{
    auto *editor = new QComboBox;
    for (qsizetype index = 0; index < values.size(); ++index)
        editor->addItem(names[index], values[index]);
    const QString now = setting.isEmpty() ? m_setup.handler : m_setup.settings.value(setting);
    editor->setCurrentIndex(editor->findData(now));
    add(setting, label, editor, [editor] { return editor->currentData().toString(); }, {});
    connect(editor, &QComboBox::currentIndexChanged, this, &ServerForm::check);
    return editor;
}

void ServerForm::check()
{
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, colours(ink).bad);
    for (const Field &field : m_fields) {
        Settings settings = m_setup.settings;
        const bool good = field.setting.isEmpty() || settings.set(field.setting, field.value());
        field.problem->setPalette(ink);
        field.problem->setText(good ? QString() : field.hint);
        field.problem->setVisible(!good);
    }
    Q_EMIT changed();
}

bool ServerForm::isGood() const
{
    return std::all_of(m_fields.begin(), m_fields.end(),
                       [](const Field &field) { return field.problem->text().isEmpty(); });
}

void ServerForm::writeTo(ServerSetup &setup) const
{
    for (const Field &field : m_fields) {
        if (field.setting.isEmpty())
            setup.handler = field.value();
        else
            (void)setup.settings.set(field.setting, field.value());
    }
}

} // namespace porthole
