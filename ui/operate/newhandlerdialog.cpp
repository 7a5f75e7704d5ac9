// SPDX-License-Identifier: MIT
#include "ui/operate/newhandlerdialog.h"

#include "ui/operate/question.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/strip.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace porthole {

static QString folderKey() { return QStringLiteral("handler/folder"); }

static QString nameFilter() { return QStringLiteral("JavaScript (*.js *.mjs)"); }

NewHandlerDialog::NewHandlerDialog(QWidget *parent)
    : QDialog(parent), m_templates(HandlerFiles::templates()), m_list(new QListWidget), m_description(new QLabel),
      m_text(new QPlainTextEdit), m_file(new QLineEdit), m_fault(new Strip), m_create(primaryButton(tr("Create")))
{
    setWindowTitle(tr("New handler from a template"));
    layOut();
    for (const HandlerTemplate &each : m_templates)
        m_list->addItem(each.name);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewHandlerDialog::showTemplate);
    connect(m_file, &QLineEdit::textEdited, this, [this] {
        m_isNamed = true;
        m_fault->say(Strip::Kind::Error, {});
    });
    connect(m_create, &QPushButton::clicked, this, &NewHandlerDialog::create);
    m_list->setCurrentRow(0);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 32);
}

void NewHandlerDialog::layOut()
{
    m_list->setAccessibleName(tr("Templates"));
    m_description->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(Theme::fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Source of the template"));
    m_file->setAccessibleName(tr("File"));
    m_fault->setRounded(true);
    m_create->setDefault(true);
    auto *browsing = new QPushButton(tr("&Browse…"));
    browsing->setAutoDefault(false);
    connect(browsing, &QPushButton::clicked, this, &NewHandlerDialog::browse);
    auto *fileLabel = new QLabel(tr("&Save as"));
    fileLabel->setBuddy(m_file);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    m_list->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    grid->addWidget(m_list, 0, 0, 2, 1);
    grid->addWidget(m_description, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    auto *place = new QHBoxLayout;
    place->setSpacing(12);
    place->addWidget(fileLabel);
    place->addWidget(m_file, 1);
    place->addWidget(browsing);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_create, QDialogButtonBox::ActionRole);
    buttons->addButton(new QPushButton(tr("Cancel")), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &NewHandlerDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addLayout(grid, 1);
    column->addLayout(place);
    column->addWidget(m_fault);
    column->addWidget(buttons);
}

void NewHandlerDialog::showTemplate(int row)
{
    if (row < 0)
        return;
    const HandlerTemplate &chosen = m_templates[row];
    m_description->setText(chosen.description);
    m_text->setPlainText(chosen.text);
    if (m_isNamed)
        return;
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(QSettings().value(folderKey(), home).toString());
    m_file->setText(QDir::toNativeSeparators(folder.filePath(QStringLiteral("%1.js").arg(chosen.name))));
}

QString NewHandlerDialog::fault() const { return m_fault->text(); }

void NewHandlerDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Save the handler"), m_file->text(), nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // create() asks
    dialog->setDefaultSuffix(QStringLiteral("js"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_isNamed = true;
        m_file->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

void NewHandlerDialog::create()
{
    const QString file = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (!HandlerFiles::isFile(file))
        return m_fault->say(Strip::Kind::Error, tr("The name of a handler's file ends with .js or .mjs."));
    if (!QFileInfo(file).isFile())
        return write();
    ask(this, tr("Porthole"),
        tr("%1 is there already. Write the template over it?").arg(QDir::toNativeSeparators(file)), tr("Write over it"),
        [this] { write(); });
}

void NewHandlerDialog::write()
{
    const QString file = QFileInfo(QDir::fromNativeSeparators(m_file->text().trimmed())).absoluteFilePath();
    const QString fault = HandlerFiles::write(file, m_templates[m_list->currentRow()].text);
    m_fault->say(Strip::Kind::Error, fault);
    if (!fault.isEmpty())
        return;
    QSettings().setValue(folderKey(), QFileInfo(file).absolutePath());
    accept();
    Q_EMIT created(file);
}

} // namespace porthole
