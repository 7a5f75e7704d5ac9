// SPDX-License-Identifier: MIT
#include "server/monitor/local/localmonitor.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"
#include "ui/clients/clientspane.h"
#include "ui/detail/clientview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/jsontree.h"
#include "ui/export/exportdialog.h"
#include "ui/export/logwindow.h"
#include "ui/export/ndjson.h"
#include "ui/header/statusline.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/format.h"
#include "ui/shared/widgets/filteredit.h"
#include "ui/shared/widgets/tableview.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;
using namespace porthole::test;

// What an operator looks for, finds, reads and takes away: with the keyboard alone, at a server with real clients.
class TestOperatorFinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsTheClientFromAnAddress();
    void seesOnlyTheIncomingJoins();
    void isToldWhereTheFilterIsWrong();
    void writesAFilterFromWhatIsOffered();
    void seesWhyAnotherWasClosed();
    void seesWhoWasRefused();
    void comparesTheTimesOfTwoMessages();
    void exportsWhatIsShown();
    void opensTheExport();
    void seesOnlyOneClientsMessages();
    void showsControlFrames();
    void revealsASecret();
    void foldsJson();

private:
    std::unique_ptr<RawClient> connectClient(const QByteArray &target = "/", const QByteArray &more = {});
    void say(RawClient &client, const QList<QByteArray> &payloads);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    void filterMessages(const QString &expression);
    QList<QByteArray> shown() const;
    MessagesModel &messages() { return m_window->feed().messages(); }

    std::unique_ptr<RecordedServer> m_server;
    std::unique_ptr<LocalMonitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOperatorFinding::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("operatorfinding"));
}

void TestOperatorFinding::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_monitor = std::make_unique<LocalMonitor>();
    m_server = std::make_unique<RecordedServer>(testSettings());
    QVERIFY(m_server->start());
    m_monitor->attach(&m_server->server().monitorSource());
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestOperatorFinding::cleanup()
{
    m_window.reset();
    m_monitor->detach();
    m_server.reset();
    m_monitor.reset();
}

std::unique_ptr<RawClient> TestOperatorFinding::connectClient(const QByteArray &target, const QByteArray &more)
{
    const qsizetype before = m_window->feed().clients().total();
    auto client = std::make_unique<RawClient>(m_server->port());
    const bool isThere = client->open(target, more)
        && QTest::qWaitFor([&] { return m_window->feed().clients().total() > before && !m_window->isWelcoming(); });
    if (!isThere)
        QTest::qFail("a client did not show up", __FILE__, __LINE__);
    return client;
}

void TestOperatorFinding::say(RawClient &client, const QList<QByteArray> &payloads)
{
    for (const QByteArray &payload : payloads) {
        const qsizetype before = messages().log().size();
        client.write(RawClient::frame(Opcode::Text, payload));
        QTRY_VERIFY(messages().log().size() > before);
    }
}

void TestOperatorFinding::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
}

void TestOperatorFinding::type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

void TestOperatorFinding::filterMessages(const QString &expression)
{
    press(Qt::Key_F, Qt::ControlModifier);
    type(expression);
    press(Qt::Key_Return);
}

QList<QByteArray> TestOperatorFinding::shown() const
{
    const MessagesModel &model = m_window->feed().messages();
    QList<QByteArray> payloads;
    for (int row = 0; row < model.rowCount(); ++row)
        payloads.append(model.rowAt(row)->payload);
    return payloads;
}

void TestOperatorFinding::findsTheClientFromAnAddress()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i)
        clients.push_back(connectClient("/room/" + QByteArray::number(i)));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(clients[3]->socket().localPort());
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    type(address);
    press(Qt::Key_Return);
    TableView *table = m_window->clientsPane()->table();
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->hasFocus());
    const QList<ClientId> found = m_window->clientsPane()->selected();
    QCOMPARE(found.size(), 1);
    QCOMPARE(m_window->feed().clients().find(found[0])->path, QStringLiteral("/room/3"));
    QVERIFY(m_window->findChild<ClientView *>()->text().contains(address));
}

void TestOperatorFinding::seesOnlyTheIncomingJoins()
{
    const auto client = connectClient();
    say(*client, {R"({"type":"join","room":"a"})", R"({"type":"leave"})", "join", R"({"type":"join","room":"b"})"});
    m_server->server().push(m_server->lastOpened(), QStringLiteral(R"({"type":"join","room":"out"})"));
    QTRY_COMPARE(messages().log().size(), 5);
    filterMessages(QStringLiteral("dir == in && json.type == \"join\""));
    QCOMPARE(shown(), (QList<QByteArray>{R"({"type":"join","room":"a"})", R"({"type":"join","room":"b"})"}));
    QVERIFY(m_window->messagesPane()->counters().startsWith(QLatin1String("2 of 5 shown")));
    say(*client, {R"({"type":"join","room":"c"})", "other"});
    QTRY_COMPARE(shown().size(), 3);
}

void TestOperatorFinding::isToldWhereTheFilterIsWrong()
{
    const auto client = connectClient();
    say(*client, {"one", "two"});
    filterMessages(QStringLiteral("text = one"));
    FilterEdit *field = m_window->messagesPane()->filter();
    QVERIFY(field->hasFocus());
    QCOMPARE(field->error().at, 5);
    QCOMPARE(field->error().text, QStringLiteral("Write == for equal, or =~ for a regular expression."));
    QCOMPARE(shown().size(), 2);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Left);
    type(QStringLiteral("="));
    press(Qt::Key_Return);
    QVERIFY(!field->error());
    QCOMPARE(shown(), QList<QByteArray>{"one"});
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QCOMPARE(shown().size(), 2);
}

void TestOperatorFinding::writesAFilterFromWhatIsOffered()
{
    const auto client = connectClient();
    say(*client, {"one"});
    m_server->server().push(m_server->lastOpened(), QStringLiteral("two"));
    QTRY_COMPARE(messages().log().size(), 2);
    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("d"));
    press(Qt::Key_Tab);
    type(QStringLiteral("== o"));
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QCOMPARE(m_window->messagesPane()->filter()->text(), QStringLiteral("dir == out "));
    QCOMPARE(shown(), QList<QByteArray>{"two"});
}

void TestOperatorFinding::seesWhyAnotherWasClosed()
{
    const auto stays = connectClient();
    const auto leaves = connectClient();
    const auto cut = connectClient();
    leaves->write(RawClient::closeFrame(4002, "shift is over"));
    cut->reset();
    QTRY_COMPARE(m_window->feed().closed().rowCount(), 2);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("code >= 4000"));
    press(Qt::Key_Return);
    TableView *table = m_window->clientsPane()->closedTable();
    QVERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 1);
    const QString told = m_window->findChild<ClientView *>()->text();
    for (const char *each : {"Closed by: client", "Code: 4002", "Reason: shift is over", "Cause: peer close"})
        QVERIFY2(told.contains(QLatin1String(each)), qPrintable(told));
}

void TestOperatorFinding::seesWhoWasRefused()
{
    const auto client = connectClient();
    RawClient stranger(m_server->port());
    stranger.write("GET /wrong HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    QTRY_COMPARE(m_window->feed().closed().rowCount(), 1);
    filterMessages(QStringLiteral("type == refused && peer =~ ^127"));
    QTRY_COMPARE(messages().rowCount(), 1);
    QCOMPARE(messages().index(0, MessagesModel::Type).data().toString(), QStringLiteral("refused"));
    const QString told = messages().index(0, MessagesModel::Text).data().toString();
    QVERIFY2(told.contains(QLatin1String("127.0.0.1")) && told.contains(QLatin1String("bad handshake")),
             qPrintable(told));
}

void TestOperatorFinding::comparesTheTimesOfTwoMessages()
{
    const auto client = connectClient();
    say(*client, {"one", "two", "three"});
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Home);
    press(Qt::Key_Down, Qt::ShiftModifier);
    const qint64 apart = messages().rowAt(1)->time - messages().rowAt(0)->time;
    QVERIFY(apart > 0);
    const QString told = m_window->messagesPane()->counters();
    QVERIFY2(told.contains(Format::duration(apart) + QStringLiteral(" apart")), qPrintable(told));
}

void TestOperatorFinding::exportsWhatIsShown()
{
    const auto client = connectClient("/chat?token=hush");
    say(*client, {R"({"n":1})", R"({"n":2})", R"({"n":3})"});
    filterMessages(QStringLiteral("json.n > 1"));
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    press(Qt::Key_F, Qt::AltModifier);
    QVERIFY(dialog->file()->hasFocus());
    press(Qt::Key_A, Qt::ControlModifier);
    const QString file = m_folder->filePath(QStringLiteral("shown.ndjson"));
    type(file);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_window->statusLine()->text(), QStringLiteral("2 row(s) exported to %1").arg(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray lines = written.readAll();
    QCOMPARE(lines.count('\n'), 2);
    const QByteArray third = "\"text\":\"{\\\"n\\\":3}\"";
    QVERIFY(lines.contains(third));
    QVERIFY(!lines.contains("hush"));
}

void TestOperatorFinding::opensTheExport()
{
    const auto client = connectClient();
    say(*client, {"kept", "for later"});
    const QString file = m_folder->filePath(QStringLiteral("a.ndjson"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    QList<QByteArray> lines;
    for (int row = 0; row < messages().rowCount(); ++row)
        lines.append(Ndjson::line(*messages().rowAt(row)));
    written.write(lines.join());
    written.close();
    press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(file);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<LogWindow *>());
    auto *opened = m_window->findChild<LogWindow *>();
    QTRY_COMPARE(opened->feed().messages().rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        QCOMPARE(Ndjson::line(*opened->feed().messages().rowAt(row)), lines[row]);
    QVERIFY(QTest::qWaitForWindowActive(opened));
    QTRY_VERIFY(opened->messagesPane()->table()->hasFocus());
    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("later"));
    press(Qt::Key_Return);
    QCOMPARE(opened->feed().messages().rowCount(), 1);
    QCOMPARE(messages().rowCount(), 2);
}

void TestOperatorFinding::seesOnlyOneClientsMessages()
{
    const auto first = connectClient();
    const auto second = connectClient();
    say(*first, {"from the first"});
    say(*second, {"from the second"});
    say(*first, {"again"});
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Home);
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), (QList<QByteArray>{"from the first", "again"}));
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QCOMPARE(shown().size(), 3);
}

void TestOperatorFinding::showsControlFrames()
{
    const auto client = connectClient();
    say(*client, {"hello"});
    client->write(RawClient::frame(Opcode::Ping, "still here"));
    QTRY_COMPARE(messages().log().size(), 2);
    QCOMPARE(messages().rowCount(), 1);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(shown(), (QList<QByteArray>{"hello", "still here"}));
    QCOMPARE(messages().index(1, MessagesModel::Type).data().toString(), QStringLiteral("ping"));
    press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(messages().rowCount(), 1);
}

void TestOperatorFinding::revealsASecret()
{
    const auto client = connectClient("/?token=hush", "Cookie: session=hush\r\n");
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Down);
    const auto *view = m_window->findChild<ClientView *>();
    QTRY_VERIFY(view->text().contains(QLatin1String("Cookie: ")));
    QVERIFY(!view->text().contains(QLatin1String("hush")));
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), view->revealButton());
    press(Qt::Key_Space);
    QCOMPARE(view->text().count(QLatin1String("hush")), 2);
}

void TestOperatorFinding::foldsJson()
{
    const auto client = connectClient();
    say(*client, {R"({"a":{"b":[1,2]}})"});
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Home);
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_window->detailPane()->tabs()->currentIndex(), int(DetailPane::Json));
    press(Qt::Key_3, Qt::ControlModifier);
    JsonTree *tree = m_window->detailPane()->jsonTree();
    QVERIFY(tree->hasFocus());
    const QModelIndex top = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(top));
    press(Qt::Key_Left);
    QVERIFY(!tree->isExpanded(top));
}

QTEST_MAIN(TestOperatorFinding)
#include "tst_operatorfinding.moc"
