// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientcolumns.h"
#include "ui/clients/clientspane.h"
#include "ui/console/consolemodel.h"
#include "ui/console/consolepane.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagefields.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/widgets/filteredit.h"
#include "ui/shared/widgets/tableview.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace porthole;

// What the window costs, with a shown window and everything painted: printed, never asserted.
namespace {

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

void report(const char *what, double value) { std::printf("%-64s %9.2f ms\n", what, value); }

/// Takes an update in, then paints, as the loop would.
struct Cost
{
    double take = 0;
    double paint = 0;
};

class Bench final
{
public:
    Bench() : m_window(m_monitor, [this] { return m_now; })
    {
        m_window.resize(1280, 800);
        m_window.show();
        if (!QTest::qWaitForWindowExposed(&m_window))
            qWarning("the window did not show");
    }

    void clients();
    void messages();
    void filters();
    void closedFilters();
    void console();

private:
    Cost update()
    {
        m_now += 100;
        Cost cost;
        cost.take = milliseconds([this] { m_monitor.flush(); });
        cost.paint = milliseconds([] { QCoreApplication::processEvents(); });
        return cost;
    }

    FakeMonitor m_monitor;
    qint64 m_now = 1000;
    MainWindow m_window;
};

void Bench::clients()
{
    Cost worst;
    for (int i = 0; i < 100; ++i) {
        m_monitor.addClients(100);
        const Cost cost = update();
        worst.take = std::max(worst.take, cost.take);
        worst.paint = std::max(worst.paint, cost.paint);
    }
    report("10,000 clients at 1,000/s, sorted by id: worst update", worst.take);
    report("10,000 clients at 1,000/s, sorted by id: worst paint", worst.paint);
    TableView *table = m_window.clientsPane()->table();
    for (const int column : {int(ClientColumns::Peer), int(ClientColumns::MessagesIn), int(ClientColumns::Id)}) {
        const QByteArray name = "sort 10,000 clients by " + ClientColumns::title(column).toUtf8();
        report(name.constData(), milliseconds([&] {
                   table->sortByColumn(column, Qt::DescendingOrder);
                   QCoreApplication::processEvents();
               }));
    }
    table->selectAll();
    report("sort 10,000 selected clients by Peer", milliseconds([&] {
               table->sortByColumn(ClientColumns::Peer, Qt::AscendingOrder);
               QCoreApplication::processEvents();
           }));
    table->clearSelection();
    m_monitor.addClients(10'000);
    report("10,000 more clients in one update, sorted by Peer", update().take);
    for (quint64 id = 1; id <= 20'000; id += 2)
        m_monitor.closeClient({id});
    report("every second of 20,000 clients leaves in one update", update().take);
    for (quint64 id = 2; id <= 20'000; id += 2)
        m_monitor.changeClient({id}, [](ClientRow &row) { ++row.messagesIn; });
    report("10,000 clients change in one update", update().take);
}

void Bench::messages()
{
    static const QByteArray payload =
        R"({"type":"price","symbol":"EURUSD","bid":1.08412,"ask":1.08419,"time":1718012345123})";
    Cost worst;
    Cost sum;
    static constexpr int rounds = 60;
    for (int i = 0; i < rounds; ++i) {
        for (int n = 0; n < 5000; ++n)
            m_monitor.addMessage({1}, n % 2 ? Direction::In : Direction::Out, payload);
        const Cost cost = update();
        worst.take = std::max(worst.take, cost.take);
        worst.paint = std::max(worst.paint, cost.paint);
        sum.take += cost.take;
        sum.paint += cost.paint;
    }
    report("5,000 messages an update, ring turning over: mean update", sum.take / rounds);
    report("5,000 messages an update, ring turning over: worst update", worst.take);
    report("5,000 messages an update, ring turning over: mean paint", sum.paint / rounds);
    report("5,000 messages an update, ring turning over: worst paint", worst.paint);
}

void Bench::filters()
{
    for (const char *text :
         {"symbol", "not there", "\xc3\xab", "dir == in && size > 50", "json.symbol == \"EURUSD\" && json.bid > 1",
          "text =~ \"\\\"bid\\\":1[.]\"", "time > 00:00:01 || text =~ nothing", ""}) {
        const MessageMatcher matcher(Filter::parse(QString::fromUtf8(text), MessageFields::all(), 0).filter);
        double longest = 0;
        MessagesModel &model = m_window.feed().messages();
        const double all = milliseconds([&] {
            longest = milliseconds([&] { model.setMatcher(matcher); });
            while (model.isScanning())
                longest = std::max(longest, milliseconds([] { QCoreApplication::processEvents(); }));
        });
        report(qPrintable(
                   QStringLiteral("refilter %1 rows for \"%2\"").arg(model.log().size()).arg(QString::fromUtf8(text))),
               all);
        report("    longest block of it", longest);
    }
}

void Bench::closedFilters()
{
    for (quint64 id = 2; id <= 20'000; id += 2)
        m_monitor.closeClient({id}, quint16(id % 6 ? 1000 : 4001));
    update();
    for (const char *text : {"code == 4001", "peer =~ 7$", ""}) {
        const QByteArray name = "refilter 10,000 closed clients for \"" + QByteArray(text) + '"';
        report(name.constData(), milliseconds([&] {
                   m_window.clientsPane()->filter()->apply(QString::fromLatin1(text));
                   QCoreApplication::processEvents();
               }));
    }
}

/// Ten seconds of a script that talks, with its console in front and full: what an update and its painting cost.
void Bench::console()
{
    static constexpr int updates = 100;
    ConsolePane &pane = *m_window.consolePane();
    m_monitor.addClient();
    update();
    auto *dock = m_window.findChild<QDockWidget *>(QStringLiteral("console"));
    dock->show();
    dock->raise();
    update();
    if (pane.visibleRegion().isEmpty())
        qWarning("the console is not in sight");
    int line = 0;
    for (const char *filter : {"", "line 7"}) {
        pane.filter()->setText(QString::fromLatin1(filter));
        for (const int perUpdate : {100, 1'000, 10'000}) {
            Cost worst;
            double all = 0;
            for (int i = 0; i < updates; ++i) {
                for (int end = line + perUpdate; line < end; ++line)
                    m_monitor.addConsole(ConsoleLevel(line % 4), QStringLiteral("line %1 of a script").arg(line),
                                         QStringLiteral("chat.js:12"));
                const Cost cost = update();
                worst.take = std::max(worst.take, cost.take);
                worst.paint = std::max(worst.paint, cost.paint);
                all += cost.take + cost.paint;
            }
            const QString name =
                QStringLiteral("console, %L1 lines/s, filter \"%2\": ").arg(perUpdate * 10).arg(QLatin1String(filter));
            report(qPrintable(name + QLatin1String("worst update")), worst.take);
            report(qPrintable(name + QLatin1String("worst paint")), worst.paint);
            report(qPrintable(name + QLatin1String("a second of it")), all / 10);
        }
    }
    std::printf("console: %lld lines kept, %llu dropped, of %d\n", qlonglong(m_window.feed().console().total()),
                qulonglong(m_window.feed().console().dropped()), line);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    Bench bench;
    bench.clients();
    bench.messages();
    bench.filters();
    bench.closedFilters();
    Bench().console();
    return 0;
}
