// SPDX-License-Identifier: MIT
#include "ui/export/exportdialog.h"

#include "ui/feed.h"
#include "ui/messages/logview.h"
#include "ui/shared/format.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace porthole {

static QString folderKey() { return QStringLiteral("export/folder"); }

ExportDialog::ExportDialog(Feed &feed, LogView &view, QWidget *parent)
    : QDialog(parent), m_feed(feed), m_view(view), m_rows(new QComboBox), m_format(new QComboBox),
      m_file(new QLineEdit), m_browse(new QPushButton(tr("&Browse…"))),
      m_mask(new QCheckBox(tr("&Mask secrets in paths and header fields"))), m_strip(new Strip),
      m_progress(new QProgressBar), m_export(primaryButton(tr("Export")))
{
    setWindowTitle(tr("Export messages"));
    layOut();
    fill();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_file, &QLineEdit::textEdited, m_strip, [this] { m_strip->say(Strip::Kind::Error, {}); });
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(&m_job, &ExportJob::progressed, this, [this](qsizetype rows) { m_progress->setValue(int(rows)); });
    connect(&m_job, &ExportJob::finished, this, &ExportDialog::finish);
}

void ExportDialog::layOut()
{
    m_rows->setAccessibleName(tr("Rows"));
    m_format->setAccessibleName(tr("Format"));
    m_file->setAccessibleName(tr("File"));
    m_progress->setAccessibleName(tr("Rows written"));
    m_browse->setAutoDefault(false);
    m_mask->setChecked(true);
    m_strip->setRounded(true);
    m_progress->hide();
    m_export->setDefault(true);
    auto *place = new QHBoxLayout;
    place->addWidget(m_file, 1);
    place->addWidget(m_browse);
    auto *fileLabel = new QLabel(tr("&File"));
    fileLabel->setBuddy(m_file);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignVCenter);
    form->addRow(tr("&Rows"), m_rows);
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(fileLabel, place);
    form->addRow(QString(), m_mask);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    buttons->addButton(new QPushButton(tr("Cancel")), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(m_strip);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
}

void ExportDialog::fill()
{
    const MessagesModel &model = m_feed.messages();
    const auto selected = m_view.selectionModel()->selectedRows().size();
    const auto add = [this](const QString &text, qsizetype count, Rows rows) {
        m_rows->addItem(tr("%1 (%2)").arg(text, Format::count(quint64(count))), int(rows));
    };
    if (selected > 1)
        add(tr("Selected rows"), selected, Selected);
    if (model.rowCount() < model.log().size())
        add(tr("Rows that are shown"), model.rowCount(), Shown);
    add(tr("All rows that are kept"), model.log().size(), All);
    if (selected == 1)
        add(tr("Selected rows"), selected, Selected);
    m_format->addItem(tr("NDJSON, which can be opened again"), int(ExportFormat::Ndjson));
    m_format->addItem(tr("CSV, for spreadsheets"), int(ExportFormat::Csv));
    m_format->addItem(tr("HAR, as browsers and proxies write it"), int(ExportFormat::Har));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QSettings().value(folderKey(), documents).toString());
    const QString name =
        QStringLiteral("porthole-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    m_file->setText(QDir::toNativeSeparators(folder.filePath(name + suffix())));
}

QString ExportDialog::suffix() const
{
    switch (ExportFormat(m_format->currentData().toInt())) {
    case ExportFormat::Ndjson: return QStringLiteral(".ndjson");
    case ExportFormat::Csv: return QStringLiteral(".csv");
    case ExportFormat::Har: return QStringLiteral(".har");
    }
    return {};
}

void ExportDialog::changeFormat()
{
    QString file = m_file->text();
    for (const QString &known : {QStringLiteral(".ndjson"), QStringLiteral(".csv"), QStringLiteral(".har")}) {
        if (file.endsWith(known))
            file.chop(known.size());
    }
    m_file->setText(file + suffix());
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export messages"), m_file->text());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(QDir::toNativeSeparators(file));
        m_replaces = file; // the file dialog has asked
    });
    dialog->open();
}

void ExportDialog::start()
{
    const QString file = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (QFileInfo(file).isFile() && m_replaces != file) {
        m_replaces = file;
        m_strip->say(Strip::Kind::Warning, tr("This file is there already. Export again to replace it."));
        return;
    }
    ExportTask task{file, ExportFormat(m_format->currentData().toInt()), m_mask->isChecked(), gather(), {}};
    if (task.format == ExportFormat::Har)
        task.clients = clientsOf(task.rows);
    m_progress->setRange(0, int(std::max<qsizetype>(1, task.rows.size())));
    m_progress->setValue(0);
    showRunning(true);
    m_job.start(std::move(task));
}

void ExportDialog::showRunning(bool running)
{
    m_running = running;
    m_strip->say(Strip::Kind::Error, {});
    m_progress->setVisible(running);
    for (QWidget *control : QList<QWidget *>{m_rows, m_format, m_file, m_browse, m_mask, m_export})
        control->setEnabled(!running);
}

void ExportDialog::finish(qsizetype rows, const QString &problem)
{
    showRunning(false);
    if (!problem.isEmpty()) {
        m_strip->say(Strip::Kind::Error, problem);
        m_file->setFocus();
        return;
    }
    QSettings().setValue(folderKey(), QFileInfo(m_file->text()).absolutePath());
    Q_EMIT exported(tr("%Ln row(s) exported to %1", nullptr, int(rows)).arg(m_file->text()));
    accept();
}

QString ExportDialog::problem() const { return m_strip->text(); }

QList<LogRow> ExportDialog::gather() const
{
    const MessagesModel &model = m_feed.messages();
    QList<LogRow> rows;
    if (m_rows->currentData().toInt() == All) {
        rows.reserve(model.log().size());
        for (quint64 at = model.log().begin(); at < model.log().end(); ++at)
            rows.append(model.log().at(at));
        return rows;
    }
    if (m_rows->currentData().toInt() == Shown) {
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(*model.rowAt(row));
        return rows;
    }
    for (const int row : m_view.selectedRows())
        rows.append(*model.rowAt(row));
    return rows;
}

QHash<ClientId, ExportClient> ExportDialog::clientsOf(const QList<LogRow> &rows) const
{
    QHash<ClientId, ExportClient> clients;
    for (const LogRow &row : rows) {
        if (row.client && !clients.contains(row.client)) {
            const ClientRow *live = m_feed.clients().find(row.client);
            clients.insert(row.client,
                           live ? ExportClient{live->path, live->connectedAt, live->headers} : ExportClient());
        }
    }
    for (int row = 0; row < m_feed.closed().rowCount(); ++row) {
        const ClosedClient &gone = *m_feed.closed().at(row);
        const auto found = clients.find(gone.row.closed.client);
        if (found != clients.end())
            *found = {gone.row.path, gone.row.connectedAt, gone.last.headers};
    }
    return clients;
}

void ExportDialog::reject()
{
    if (m_running)
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace porthole
