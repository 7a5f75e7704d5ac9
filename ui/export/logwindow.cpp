// SPDX-License-Identifier: MIT
#include "ui/export/logwindow.h"

#include "ui/detail/detailpane.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/panetitle.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <limits>

namespace porthole {

static LogCaps uncapped() { return {std::numeric_limits<qsizetype>::max(), std::numeric_limits<qint64>::max()}; }

LogWindow::LogWindow(const QString &file, QWidget *parent)
    : QMainWindow(parent, Qt::Window), m_file(file), m_feed(uncapped()),
      m_messages(new MessagesPane(m_feed, MessagesPane::Kind::Opened)), m_detail(new DetailPane(m_feed)),
      m_strip(new Strip)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(applicationIcon());
    setWindowTitle(tr("%1 – Porthole").arg(QFileInfo(file).fileName()));
    layOut();
    buildMenus();
    m_strip->say(Strip::Kind::Note, tr("Reading %1…").arg(QDir::toNativeSeparators(file)));
    connect(&m_job, &OpenJob::progressed, this,
            [this](int percent) { m_strip->say(Strip::Kind::Note, tr("Reading: %1 %").arg(percent)); });
    connect(&m_job, &OpenJob::finished, this, &LogWindow::take);
    connect(m_messages, &MessagesPane::currentChanged, this, [this] {
        if (const auto message = m_messages->current())
            m_detail->showMessage(*message);
    });
    connect(m_detail, &DetailPane::filterWanted, m_messages, &MessagesPane::filterFor);
    connect(m_messages, &MessagesPane::openWanted, this, [this] { ask(this); });
    connect(m_messages, &MessagesPane::announced, m_strip,
            [this](const QString &sentence) { m_strip->say(Strip::Kind::Note, sentence); });
    m_job.start(file);
}

void LogWindow::ask(QWidget *parent)
{
    const QString folder = QSettings().value(QStringLiteral("export/folder")).toString();
    auto *dialog = new QFileDialog(parent, tr("Open exported messages"), folder,
                                   tr("Exported messages (*.ndjson *.jsonl);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, parent,
            [parent](const QString &file) { (new LogWindow(file, parent))->show(); });
    dialog->open();
}

void LogWindow::layOut()
{
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_strip->setRounded(true);
    column->addWidget(m_strip);
    auto *split = new QSplitter(Qt::Vertical);
    auto *detail = new QWidget;
    auto *below = new QVBoxLayout(detail);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(m_detail->title());
    below->addWidget(m_detail, 1);
    split->addWidget(m_messages);
    split->addWidget(detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split, 1);
    setCentralWidget(central);
    const int unit = fontMetrics().height();
    resize(unit * 56, unit * 38);
}

void LogWindow::buildMenus()
{
    QMenu *menu = menuBar()->addMenu(tr("&Messages"));
    menu->addActions(m_messages->menuActions());
    menu->addSeparator();
    QAction *closing = menu->addAction(tr("Close"));
    closing->setShortcut(QKeySequence::Close);
    connect(closing, &QAction::triggered, this, &QWidget::close);
}

void LogWindow::take(const OpenedLog &log)
{
    if (!log.problem.isEmpty())
        m_strip->say(Strip::Kind::Error, log.problem);
    else if (log.badLines > 0)
        m_strip->say(Strip::Kind::Warning,
                     tr("%Ln line(s) left out.", nullptr, int(log.badLines)) + QLatin1Char(' ') + log.firstBad);
    else
        m_strip->say(Strip::Kind::Note, {});
    m_feed.messages().take(log.rows);
    m_messages->table()->selectionModel()->clear();
    m_messages->table()->scrollToTop();
    m_messages->table()->setFocus();
    Q_EMIT m_feed.refreshed();
    Q_EMIT opened();
}

QString LogWindow::said() const { return m_strip->text(); }

} // namespace porthole
