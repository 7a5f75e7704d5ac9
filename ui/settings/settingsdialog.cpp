// SPDX-License-Identifier: MIT
#include "ui/settings/settingsdialog.h"

#include "ui/settings/serverform.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>

namespace porthole {

static constexpr qint64 megabyte = 1024 * 1024;

SettingsDialog::SettingsDialog(Operations &operations, const Monitor &monitor, const Preferences &preferences,
                               int clients, QWidget *parent)
    : QDialog(parent), m_operations(operations), m_monitor(monitor), m_clients(clients), m_tabs(new QTabWidget),
      m_place(new ServerForm(ServerForm::Part::Place, monitor.setup(), monitor.handlers())),
      m_limits(new ServerForm(ServerForm::Part::Limits, monitor.setup(), {})), m_language(new QComboBox),
      m_theme(new QComboBox), m_textScale(new QSpinBox), m_rows(new QSpinBox), m_megabytes(new QSpinBox),
      m_readOnly(new QCheckBox(tr("&Read-only: nothing is pushed, closed or changed from here"))),
      m_notify(new QCheckBox(tr("&Notify when a client is closed for a fault"))), m_strip(new Strip),
      m_apply(primaryButton(tr("Apply")))
{
    setWindowTitle(tr("Settings"));
    m_tabs->addTab(page(m_place,
                        tr("The server is started anew when one of these changes. They hold until the program "
                           "ends; its command line sets them for good.")),
                   tr("&Server"));
    m_tabs->addTab(page(m_limits,
                        tr("These hold at once, for those who are connected too. They hold until the program "
                           "ends; its command line sets them for good.")),
                   tr("&Limits"));
    m_tabs->addTab(page(windowPage(preferences), tr("These hold at once and are remembered.")), tr("&Window"));
    layOut();
    connect(m_place, &ServerForm::changed, this, &SettingsDialog::check);
    connect(m_limits, &ServerForm::changed, this, &SettingsDialog::check);
    connect(m_readOnly, &QCheckBox::toggled, this, &SettingsDialog::check);
    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(&m_operations, &Operations::finished, this, &SettingsDialog::finish);
    check();
}

QWidget *SettingsDialog::page(QWidget *content, const QString &remark)
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *label = new QLabel(remark);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(label);
    column->addWidget(content);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(sheet);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *SettingsDialog::windowPage(const Preferences &preferences)
{
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const auto add = [form](const QString &label, QWidget *editor, const QString &name) {
        editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        editor->setObjectName(name);
        form->addRow(label, editor);
        form->labelForField(editor)->setMinimumHeight(editor->sizeHint().height());
    };
    m_language->addItem(tr("As the system"), QString());
    for (const QString &language : availableLanguages())
        m_language->addItem(nameOfLanguage(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(int(preferences.theme));
    m_textScale->setRange(75, 200);
    m_textScale->setSingleStep(5);
    m_textScale->setSuffix(tr(" %"));
    m_textScale->setValue(preferences.textScale);
    m_rows->setRange(1000, 10'000'000);
    m_rows->setSingleStep(10'000);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setValue(int(preferences.log.rows));
    m_megabytes->setRange(1, 65'536);
    m_megabytes->setSuffix(tr(" MiB"));
    m_megabytes->setGroupSeparatorShown(true);
    m_megabytes->setValue(int(preferences.log.bytes / megabyte));
    add(tr("&Language"), m_language, QStringLiteral("language"));
    add(tr("&Theme"), m_theme, QStringLiteral("theme"));
    add(tr("Text si&ze"), m_textScale, QStringLiteral("textScale"));
    add(tr("&Messages kept"), m_rows, QStringLiteral("logRows"));
    add(tr("&Memory for them"), m_megabytes, QStringLiteral("logBytes"));
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_readOnly->setChecked(preferences.readOnly);
    m_notify->setObjectName(QStringLiteral("notify"));
    m_notify->setChecked(preferences.notify);
    form->addRow(m_readOnly);
    form->addRow(m_notify);
    return content;
}

void SettingsDialog::layOut()
{
    m_tabs->setDocumentMode(true);
    m_strip->setRounded(true);
    m_apply->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_strip);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 34);
}

ServerSetup SettingsDialog::setup() const
{
    ServerSetup setup = m_monitor.setup();
    m_place->writeTo(setup);
    m_limits->writeTo(setup);
    return setup;
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen;
    chosen.language = m_language->currentData().toString();
    chosen.theme = ThemeChoice(m_theme->currentIndex());
    chosen.textScale = m_textScale->value();
    chosen.log = {m_rows->value(), m_megabytes->value() * megabyte};
    chosen.readOnly = m_readOnly->isChecked();
    chosen.notify = m_notify->isChecked();
    return chosen;
}

QString SettingsDialog::notice() const { return m_strip->text(); }

bool SettingsDialog::isLive(const ServerSetup &setup) const
{
    const ServerSetup now = m_monitor.setup();
    return setup.handler == now.handler && now.settings.fixedDifferences(setup.settings).isEmpty();
}

void SettingsDialog::check()
{
    const bool good = m_place->isGood() && m_limits->isGood();
    const bool mayChange = !m_readOnly->isChecked();
    m_place->setEnabled(mayChange);
    m_limits->setEnabled(mayChange);
    const bool anew = mayChange && !isLive(setup()) && m_monitor.state().phase == ServerPhase::Running;
    QString cost;
    if (anew)
        cost = m_clients
            ? tr("The server is started anew for this; %Ln client(s) will be closed with 1001.", nullptr, m_clients)
            : tr("The server is started anew for this.");
    m_strip->say(Strip::Kind::Warning, cost);
    m_apply->setText(anew ? tr("Apply and start anew") : tr("Apply"));
    m_apply->setEnabled(good && !m_change);
}

void SettingsDialog::apply()
{
    const Preferences chosen = preferences();
    const ServerSetup wanted = setup();
    if (chosen.readOnly || m_operations.isReadOnly()) {
        accept();
        Q_EMIT preferencesChosen(chosen);
        return;
    }
    const bool isChanged = !Operations::difference(m_monitor.setup(), wanted).isEmpty();
    m_change = isChanged ? m_operations.changeServer(wanted) : 0;
    if (m_change)
        return m_apply->setEnabled(false);
    accept();
    Q_EMIT preferencesChosen(chosen);
}

void SettingsDialog::finish(quint64 id, const ActionResult &result)
{
    if (!m_change || id != m_change)
        return;
    m_change = 0;
    check();
    if (!result.error.isEmpty())
        return m_strip->say(Strip::Kind::Error, result.error);
    const Preferences chosen = preferences();
    accept();
    Q_EMIT preferencesChosen(chosen);
}

} // namespace porthole
