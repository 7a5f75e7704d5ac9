// SPDX-License-Identifier: MIT
#include "tests/ui/screenshots.h"

#include "ui/clients/clientspane.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/detail/detailpane.h"
#include "ui/export/exportdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagesmodel.h"
#include "ui/messages/messagespane.h"
#include "ui/push/composebar.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/filteredit.h"
#include "ui/shared/widgets/tableview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QtMath>

using namespace porthole;

void TestScreenshots::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("screenshots"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
    QLocale::setDefault(QLocale(QLocale::English));
    QVERIFY(QDir().mkpath(QStringLiteral(SCREENSHOTS)));
}

void TestScreenshots::init()
{
    QSettings().clear();
    m_random.seed(7);
    m_clients.clear();
}

void TestScreenshots::states_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    const auto add = [](const char *state, ThemeChoice theme, int scale) {
        const char *look = theme == ThemeChoice::Dark ? "dark" : "light";
        QTest::addRow("%s-%s-%d", state, look, scale) << QString::fromLatin1(state) << int(theme) << scale;
    };
    for (const char *state :
         {"first-start", "failed",    "busy",  "detail",       "closed",    "refused-push", "paused",  "disconnect",
          "about",       "shortcuts", "hex",   "filter-error", "json-tree", "export",       "offers",  "settings",
          "limits",      "look",      "audit", "repeating",    "activity",  "licences",     "console", "new-handler"}) {
        for (const int scale : {100, 150}) {
            add(state, ThemeChoice::Light, scale);
            add(state, ThemeChoice::Dark, scale);
        }
    }
    add("busy", ThemeChoice::Light, 200);
    add("settings", ThemeChoice::Light, 200);
}

void TestScreenshots::states()
{
    QFETCH(QString, state);
    QFETCH(int, theme);
    QFETCH(int, scale);
    show(ThemeChoice(theme), scale);
    static const QHash<QString, void (TestScreenshots::*)()> scenes{
        {QStringLiteral("first-start"), &TestScreenshots::firstStart},
        {QStringLiteral("failed"), &TestScreenshots::failed},
        {QStringLiteral("busy"), &TestScreenshots::busy},
        {QStringLiteral("detail"), &TestScreenshots::detail},
        {QStringLiteral("closed"), &TestScreenshots::closedClients},
        {QStringLiteral("refused-push"), &TestScreenshots::refusedPush},
        {QStringLiteral("paused"), &TestScreenshots::paused},
        {QStringLiteral("disconnect"), &TestScreenshots::disconnectDialog},
        {QStringLiteral("about"), &TestScreenshots::about},
        {QStringLiteral("shortcuts"), &TestScreenshots::shortcuts},
        {QStringLiteral("hex"), &TestScreenshots::hex},
        {QStringLiteral("filter-error"), &TestScreenshots::filterError},
        {QStringLiteral("json-tree"), &TestScreenshots::jsonTree},
        {QStringLiteral("export"), &TestScreenshots::exporting},
        {QStringLiteral("offers"), &TestScreenshots::offers},
        {QStringLiteral("settings"), &TestScreenshots::serverSettings},
        {QStringLiteral("limits"), &TestScreenshots::limits},
        {QStringLiteral("look"), &TestScreenshots::windowSettings},
        {QStringLiteral("audit"), &TestScreenshots::audit},
        {QStringLiteral("repeating"), &TestScreenshots::repeating},
        {QStringLiteral("activity"), &TestScreenshots::activity},
        {QStringLiteral("new-handler"), &TestScreenshots::newHandler},
        {QStringLiteral("console"), &TestScreenshots::console},
        {QStringLiteral("licences"), &TestScreenshots::licences}};
    (this->*scenes.value(state))();
    m_window.reset();
    m_monitor.reset();
}

void TestScreenshots::languages_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : availableLanguages())
        QTest::addRow("language-%s", qPrintable(language)) << language;
}

void TestScreenshots::languages()
{
    QFETCH(QString, language);
    installTranslators(*QCoreApplication::instance(), language);
    show(ThemeChoice::Light, 100);
    busy();
    m_window.reset();
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
}

void TestScreenshots::rightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    show(ThemeChoice::Light, 100);
    activity();
    // What stood at the left is at the right now.
    const QWidget *clients = m_window->clientsPane();
    QVERIFY(clients->mapTo(m_window.get(), QPoint()).x() > m_window->width() / 3);
    m_window.reset();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestScreenshots::show(ThemeChoice theme, int scale)
{
    m_monitor = std::make_unique<FakeMonitor>();
    m_milliseconds = 0;
    m_window = std::make_unique<MainWindow>(*m_monitor, [this] { return m_milliseconds; });
    m_window->theme().setChoice(theme);
    m_window->theme().setTextScale(scale);
    m_window->resize(scale > 150 ? QSize(1600, 1000) : QSize(1280, 800));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestScreenshots::save(QWidget *widget)
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    const QImage image = widget->grab().toImage();
    const char *name = QTest::currentDataTag() ? QTest::currentDataTag() : QTest::currentTestFunction();
    const QString file = QStringLiteral(SCREENSHOTS "/%1.png").arg(QString::fromLatin1(name));
    QVERIFY(image.save(file));
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    }
    QVERIFY2(seen.size() > 30, "the picture is all but empty");
}

void TestScreenshots::play(int steps)
{
    static const QList<Header> headers{{"Host", "127.0.0.1:9502"},
                                       {"Upgrade", "websocket"},
                                       {"Connection", "Upgrade"},
                                       {"User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0"},
                                       {"Origin", "http://localhost:5173"},
                                       {"Cookie", "session=8f14e45fceea167a5a36dedd4bea2543"},
                                       {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                                       {"Sec-WebSocket-Version", "13"}};
    static const QStringList paths{QStringLiteral("/chat/lobby"), QStringLiteral("/chat/help"),
                                   QStringLiteral("/orders"), QStringLiteral("/prices?symbol=EURUSD"),
                                   QStringLiteral("/")};
    static const QByteArrayList texts{
        R"({"type":"join","room":"lobby","user":"ada"})",
        R"({"type":"message","room":"lobby","text":"Good morning, is anybody here?"})",
        R"({"type":"price","symbol":"EURUSD","bid":1.08412,"ask":1.08419,"time":1718012345123})",
        R"({"type":"typing","user":"grace"})",
        R"(["hello",1718012345])",
        R"({"type":"order","id":90417,"lines":[{"sku":"A-100","count":2},{"sku":"B-220","count":1}],"total":73.4})",
        "ping",
        "line one\nline two\twith a tab"};
    const qint64 now = m_monitor->time();
    m_monitor->setTime(now - 3'723'000'000LL);
    for (int i = 0; i < 128; ++i) {
        m_clients.append(m_monitor->addClient(paths[i % paths.size()], headers));
        m_monitor->advance(m_random.bounded(1'000'000, 40'000'000));
    }
    m_monitor->setTime(now - steps * 100'000LL);
    for (int step = 0; step < steps; ++step) {
        const int wave = 30 + int(24 * qSin(step / 9.0)) + m_random.bounded(12);
        for (int i = 0; i < wave; ++i) {
            const ClientId id = m_clients[m_random.bounded(m_clients.size())];
            const bool in = m_random.bounded(5) < 2;
            if (m_random.bounded(12) == 0)
                m_monitor->addMessage(id, Direction::In,
                                      QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000001a4"), Opcode::Binary);
            else
                m_monitor->addMessage(id, in ? Direction::In : Direction::Out, texts[m_random.bounded(texts.size())]);
            m_monitor->advance(100'000 / (wave + 1));
        }
        m_monitor->totals().messagesIn += quint64(wave) * 40;
        m_monitor->totals().messagesOut += quint64(wave) * 90;
        m_milliseconds += 1000;
        m_monitor->flush();
        m_window->feed().tick();
    }
    m_monitor->changeClient(m_clients[3], [](ClientRow &row) { row.queuedBytes = 48'200; });
    m_monitor->closeClient(m_clients[40], 1001, QStringLiteral("page closed"), Cause::PeerClose);
    m_monitor->closeClient(m_clients[41], 4001, QStringLiteral("please sign in again"), Cause::Kicked);
    m_monitor->closeClient(m_clients[42], 1006, {}, Cause::Reset);
    m_monitor->closeClient(m_clients[43], 3008, QStringLiteral("slow consumer"), Cause::SlowConsumer);
    m_monitor->refuse(QStringLiteral("127.0.0.1:51770"), Cause::NotAnUpgrade, QStringLiteral("a plain HTTP request"));
    m_monitor->refuse(QStringLiteral("127.0.0.1:51774"), Cause::BadHandshake,
                      QStringLiteral("Sec-WebSocket-Version is 8"));
    m_monitor->totals().loopLag = 0.2;
    m_milliseconds += 1000;
    m_monitor->flush();
    QTRY_VERIFY(m_window->feed().messages().log().size() > 0);
}

void TestScreenshots::firstStart() { save(m_window.get()); }

void TestScreenshots::failed()
{
    m_monitor->setState(
        {ServerPhase::Failed,
         {},
         QStringLiteral("hello"),
         QStringLiteral("qt"),
         0,
         QStringLiteral("Port 9502 on 127.0.0.1 is taken by another program. Choose another one with --port.")});
    save(m_window.get());
}

void TestScreenshots::busy()
{
    play(60);
    m_window->clientsPane()->select({m_clients[2], m_clients[5], m_clients[6]});
    LogView *table = m_window->messagesPane()->table();
    const MessagesModel &messages = m_window->feed().messages();
    for (int row = messages.rowCount() - 4; row > 0; --row) {
        if (messages.rowAt(row)->payload.contains("order")) {
            table->setCurrentIndex(messages.index(row, 0));
            break;
        }
    }
    m_window->detailPane()->tabs()->setCurrentIndex(DetailPane::Json);
    m_window->composeBar()->setTarget(ComposeBar::Selected);
    m_window->composeBar()->setDraft(
        {DraftKind::Json, QStringLiteral(R"({"type":"notice","text":"Back in five minutes"})")});
    m_window->composeBar()->pushAction()->trigger();
    QTRY_COMPARE(m_monitor->actions().size(), 1);
    QTRY_VERIFY(m_window->composeBar()->status().contains(QLatin1Char('3')));
    save(m_window.get());
}

void TestScreenshots::detail()
{
    play(20);
    m_window->detailPane()->showClient(m_clients[4]);
    m_window->messagesPane()->showOnly({m_clients[4]});
    save(m_window.get());
}

void TestScreenshots::closedClients()
{
    play(10);
    m_milliseconds += 1000;
    m_monitor->addNotice(QStringLiteral("The handler threw for client #17: unexpected null"));
    m_monitor->totals().skipped = 1204;
    m_monitor->flush();
    m_window->clientsPane()->showClosed(true);
    QTRY_VERIFY(m_window->feed().notices().size() == 1);
    m_window->clientsPane()->closedTable()->selectRow(2);
    save(m_window.get());
}

void TestScreenshots::refusedPush()
{
    play(10);
    m_window->composeBar()->setTarget(ComposeBar::All);
    m_window->composeBar()->setDraft(
        {DraftKind::Json, QStringLiteral("{\n  \"type\": \"notice\",\n  \"text\" \"oops\"\n}")});
    save(m_window.get());
}

void TestScreenshots::filterError()
{
    play(30);
    m_window->messagesPane()->filter()->apply(QStringLiteral("dir == in && json.type == \"message\""));
    m_window->messagesPane()->filter()->apply(QStringLiteral("dir == in && jsn.type == \"message\" && size > 1k"));
    m_window->clientsPane()->filter()->apply(QStringLiteral("path =~ ^/chat && in > 3"));
    save(m_window.get());
}

void TestScreenshots::jsonTree()
{
    play(30);
    m_window->messagesPane()->filter()->apply(QStringLiteral("json.lines.0.count > 1 || type == close"));
    LogView *table = m_window->messagesPane()->table();
    table->selectRow(2);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    m_window->detailPane()->tabs()->setCurrentIndex(DetailPane::Json);
    save(m_window.get());
}

void TestScreenshots::exporting()
{
    play(5);
    m_window->messagesPane()->filter()->apply(QStringLiteral("dir == in"));
    m_window->messagesPane()->exportRows();
    auto *dialog = m_window->findChild<ExportDialog *>();
    dialog->file()->setText(QStringLiteral("/nowhere/messages.ndjson"));
    QTest::keyClick(dialog->file(), Qt::Key_Return);
    QTRY_VERIFY(!dialog->problem().isEmpty());
    save(dialog);
}

void TestScreenshots::offers()
{
    play(1);
    FilterEdit *filter = m_window->messagesPane()->filter();
    m_window->activateWindow();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("t"));
    save(filter->offers()->popup());
}

void TestScreenshots::paused()
{
    play(30);
    m_window->feed().messages().setPaused(true);
    m_milliseconds += 1000;
    for (int i = 0; i < 1204; ++i)
        m_monitor->addMessage(m_clients[i % 20], Direction::In, "tick");
    m_monitor->flush();
    QTRY_COMPARE(m_window->feed().messages().held(), 1204U);
    m_window->composeBar()->setTarget(ComposeBar::All);
    m_window->composeBar()->setDraft({DraftKind::Text, QStringLiteral("The server restarts at noon.")});
    m_window->composeBar()->pushAction()->trigger();
    m_window->messagesPane()->table()->verticalScrollBar()->setValue(40);
    save(m_window.get());
}

void TestScreenshots::about()
{
    AboutDialog dialog(m_window.get());
    dialog.show();
    save(&dialog);
}

void TestScreenshots::shortcuts()
{
    ShortcutsDialog dialog(*m_window->menuBar(), m_window.get());
    dialog.show();
    save(&dialog);
}

void TestScreenshots::hex()
{
    play(10);
    QByteArray bytes;
    for (int i = 0; i < 600; ++i)
        bytes.append(char(m_random.bounded(256)));
    m_milliseconds += 1000;
    m_monitor->addMessage(m_clients[1], Direction::In, bytes, Opcode::Binary);
    m_monitor->flush();
    m_window->messagesPane()->table()->selectRow(m_window->feed().messages().rowCount() - 1);
    m_window->detailPane()->tabs()->setCurrentIndex(DetailPane::Hex);
    save(m_window.get());
}

void TestScreenshots::disconnectDialog()
{
    DisconnectDialog dialog(3, m_window.get());
    dialog.findChild<QComboBox *>()->setEditText(QStringLiteral("2000"));
    dialog.show();
    save(&dialog);
}

QTEST_MAIN(TestScreenshots)
