// SPDX-License-Identifier: MIT
// What the window opens above itself, and what is chosen there.
#include "ui/mainwindow.h"
#include "ui/messages/messagespane.h"
#include "ui/operate/auditdialog.h"
#include "ui/operate/handlerfiles.h"
#include "ui/operate/newhandlerdialog.h"
#include "ui/operate/serverpanel.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shared/format.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/filteredit.h"

#include <QApplication>

namespace porthole {

Preferences MainWindow::preferences() const
{
    Preferences now = m_preferences;
    now.theme = m_theme.choice();
    now.textScale = m_theme.textScale();
    now.readOnly = m_operations.isReadOnly();
    return now;
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    const QString language = m_preferences.language;
    m_preferences = preferences;
    m_preferences.write();
    if (preferences.theme != m_theme.choice())
        m_theme.setChoice(preferences.theme);
    if (preferences.textScale != m_theme.textScale())
        m_theme.setTextScale(preferences.textScale);
    m_operations.setReadOnly(preferences.readOnly);
    m_feed.messages().setCaps(preferences.log);
    m_faults.setOn(preferences.notify);
    const bool otherLanguage = language != preferences.language;
    if (otherLanguage)
        installTranslators(*QCoreApplication::instance(), preferences.language);
    if (otherLanguage)
        retranslate();
}

void MainWindow::filterBySpan(qint64 begin, qint64 end)
{
    FilterEdit *filter = m_messages->filter();
    const bool isOurs = !m_spanFilter.isEmpty() && filter->text() == m_spanFilter;
    m_filterUnspanned = isOurs ? m_filterUnspanned : filter->text();
    m_spanFilter.clear();
    if (end <= begin)
        return isOurs ? filter->apply(m_filterUnspanned) : void();
    const QString span =
        QStringLiteral("time >= \"%1\" && time <= \"%2\"").arg(Format::dateTime(begin), Format::dateTime(end));
    m_spanFilter = m_filterUnspanned.isEmpty() ? span : QStringLiteral("(%1) && %2").arg(m_filterUnspanned, span);
    filter->apply(m_spanFilter);
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_operations, m_monitor, preferences(), int(m_feed.clients().total()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Later, so that the dialog is gone when the window is built again.
    connect(dialog, &SettingsDialog::preferencesChosen, this, &MainWindow::setPreferences, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::showAudit()
{
    auto *dialog = new AuditDialog(m_operations.audit(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::allowHandlerActions()
{
    m_newHandlerAction->setEnabled(!m_operations.isReadOnly());
    m_editHandlerAction->setEnabled(HandlerFiles::isFile(m_monitor.state().handler));
}

void MainWindow::newHandler()
{
    auto *dialog = new NewHandlerDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewHandlerDialog::created, this, [this](const QString &file) {
        ServerSetup setup = m_monitor.setup();
        setup.handler = file;
        m_server->serve(setup);
        showFault(HandlerFiles::open(file));
    });
    dialog->open();
}

void MainWindow::editHandler() { showFault(HandlerFiles::open(m_monitor.state().handler)); }

} // namespace porthole
