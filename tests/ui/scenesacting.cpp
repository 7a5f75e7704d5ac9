// SPDX-License-Identifier: MIT
// The scenes in which an operator acts.
#include "tests/ui/screenshots.h"

#include "ui/activity/activitypane.h"
#include "ui/activity/chart.h"
#include "ui/clients/clientspane.h"
#include "ui/console/consolepane.h"
#include "ui/help/aboutdialog.h"
#include "ui/operate/auditdialog.h"
#include "ui/operate/newhandlerdialog.h"
#include "ui/push/composebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shared/widgets/tailview.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QtMath>

namespace porthole {

void TestScreenshots::serverSettings() { settingsPage(0); }

void TestScreenshots::limits() { settingsPage(1); }

void TestScreenshots::windowSettings() { settingsPage(2); }

void TestScreenshots::settingsPage(int page)
{
    SettingsDialog dialog(m_window->operations(), *m_monitor, m_window->preferences(), 124, m_window.get());
    dialog.tabs()->setCurrentIndex(page);
    dialog.findChild<QSpinBox *>(QStringLiteral("port"))->setValue(page == 0 ? 9600 : 9502);
    if (page == 1)
        dialog.findChild<QLineEdit *>(QStringLiteral("messageMaxBytes"))->setText(QStringLiteral("1 megabyte"));
    dialog.show();
    save(&dialog);
}

void TestScreenshots::audit()
{
    play(10);
    Operations &operations = m_window->operations();
    operations.push({{{m_clients[1], m_clients[2], m_clients[3]}, false, Message::text(R"({"type":"notice"})")}},
                    QStringLiteral("3 clients"), QStringLiteral(R"(text, 17 B: {"type":"notice"})"));
    m_monitor->answer = [](const FakeMonitor::Action &action) {
        ActionResult result;
        result[PushResult::Sent] = int(action.clients.size()) - 1;
        result[PushResult::BacklogFull] = 1;
        return result;
    };
    operations.ping({m_clients[1], m_clients[2]});
    operations.disconnectClients({m_clients[5]}, 4001, QStringLiteral("please sign in again"));
    ServerSetup setup = m_monitor->setup();
    setup.handler = QStringLiteral("echo");
    operations.changeServer(setup);
    QTRY_VERIFY(!operations.audit().at(3)->waiting);
    AuditDialog dialog(operations.audit(), m_window.get());
    dialog.show();
    save(&dialog);
}

void TestScreenshots::repeating()
{
    play(10);
    m_window->operations().setReadOnly(false);
    m_window->clientsPane()->select({m_clients[2], m_clients[5], m_clients[6]});
    m_window->composeBar()->setRepeat(true, 20);
    m_window->composeBar()->setDraft(
        {DraftKind::Json, QStringLiteral(R"({"type":"tick","count":{{counter}},"time":"{{now}}","for":{{client}}})")});
    m_window->composeBar()->pushAction()->trigger();
    QTRY_VERIFY(m_monitor->actions().size() >= 9);
    save(m_window.get());
}

void TestScreenshots::activity()
{
    const qint64 begin = m_monitor->time() - 300'000'000;
    m_window->feed().setWallClock([this, begin] { return begin + m_milliseconds * 1000; });
    play(2);
    static const Cause causes[] = {Cause::PeerClose, Cause::PeerClose, Cause::EndOfStream, Cause::SlowConsumer};
    for (int at = 0; at < 297; ++at) {
        Totals &totals = m_monitor->totals();
        const double wave = 1.3 + qSin(at / 31.0) + 0.3 * qSin(at / 5.0);
        totals.clients = quint64(100 + 18 * wave);
        totals.messagesIn += quint64(900 * wave) + quint64(m_random.bounded(120));
        totals.messagesOut += quint64(2100 * wave) + quint64(m_random.bounded(300));
        totals.bytesIn += quint64(70'000 * wave);
        totals.bytesOut += quint64(190'000 * wave) + quint64(m_random.bounded(20'000));
        totals.queuedBytes = at % 97 > 80 ? 48'000 + m_random.bounded(30'000) : m_random.bounded(3000);
        m_monitor->loopLags() = {0.2 + 0.01 * m_random.bounded(30),
                                 0.4 + (at % 60 == 40 ? 6.0 : 0.01 * m_random.bounded(40))};
        if (m_random.bounded(9) == 0)
            totals.causes[size_t(causes[m_random.bounded(4)])] += quint64(1 + m_random.bounded(3));
        m_milliseconds += 1000;
        m_monitor->setTime(begin + m_milliseconds * 1000);
        m_monitor->addMessage(m_clients[at % 30], at % 3 ? Direction::Out : Direction::In,
                              R"({"type":"price","symbol":"EURUSD","bid":1.08412,"ask":1.08419})");
        m_monitor->flush();
        m_window->feed().tick();
    }
    m_window->findChild<QDockWidget *>(QStringLiteral("activity"))->show();
    QCoreApplication::processEvents();
    Chart *chart = m_window->activityPane()->charts()[1];
    const QRectF plot = chart->plot();
    const auto place = [&plot](double share) {
        return QPoint(int(plot.left() + share * plot.width()), int(plot.center().y()));
    };
    QTest::mousePress(chart, Qt::LeftButton, {}, place(0.55));
    QTest::mouseMove(chart, place(0.7));
    QTest::mouseRelease(chart, Qt::LeftButton, {}, place(0.7));
    QTest::mouseMove(chart, place(0.4));
    QTRY_VERIFY(m_window->feed().messages().rowCount() > 20);
    save(m_window.get());
}

void TestScreenshots::console()
{
    const auto say = [this](ConsoleLevel level, const char *text, const char *place) {
        m_monitor->addConsole(level, QString::fromUtf8(text), QString::fromLatin1(place), m_random.bounded(2));
    };
    play(20);
    say(ConsoleLevel::Info, "started at ws://127.0.0.1:9502", "chat.js:61");
    for (int client = 1; client <= 12; ++client)
        say(ConsoleLevel::Info, qPrintable(QStringLiteral("connection open: %1 /?room=tea").arg(client)), "chat.js:20");
    say(ConsoleLevel::Debug, "members: [1,2,3,4,5,6,7,8,9,10,11,12]", "chat.js:14");
    say(ConsoleLevel::Warning, "Ada writes 48 lines a minute", "chat.js:35");
    say(ConsoleLevel::Error, "TypeError: Cannot read property 'room' of undefined\n    at say (chat.js:41)",
        "chat.js:41");
    say(ConsoleLevel::Info, "loaded again in 61 ms", "");
    m_monitor->flush();
    QTRY_VERIFY(m_window->findChild<QDockWidget *>(QStringLiteral("console"))->isVisible());
    TailView *table = m_window->consolePane()->table();
    table->selectRow(table->model()->rowCount() - 2);
    QCoreApplication::processEvents();
    save(m_window.get());
}

void TestScreenshots::newHandler()
{
    NewHandlerDialog dialog(m_window.get());
    dialog.list()->setCurrentRow(3);
    dialog.file()->setText(QStringLiteral("handlers/chat.js"));
    dialog.show();
    save(&dialog);
}

void TestScreenshots::licences()
{
    AboutDialog dialog(m_window.get());
    dialog.tabs()->setCurrentIndex(1);
    dialog.show();
    save(&dialog);
}

} // namespace porthole
