// SPDX-License-Identifier: MIT
#include "app/node.h"
#include "tests/support/rawclient.h"
#include "tests/ui/keyboard.h"
#include "ui/clients/clientspane.h"
#include "ui/header/statusline.h"
#include "ui/mainwindow.h"
#include "ui/operate/serverpanel.h"
#include "ui/push/composebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>
#include <QUrl>

using namespace porthole;
using namespace porthole::test;

// What an operator does, by the keyboard alone, with a real server and real clients: each task ends in what a client
// received or what is on screen.
class TestOperatorActing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pushesToAClientThatWasFound();
    void repeatsEvery200MillisecondsAndStops();
    void broadcastsToThoseTheFilterShows();
    void pushesJsonThatIsCheckedFirst();
    void pingsAClient();
    void disconnectsWith4001AndAReason();
    void stopsAndStartsTheServer();
    void startsAnewAndClientsComeBack();
    void choosesAnotherHandler();
    void changesALimitWithoutClosingAnybody();
    void savesAMessageAndUsesItAgain();
    void readOnlyRefuses();
    void seesWhatWasDone();

private:
    RawClient *open(const QByteArray &target);
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { keys().press(key, modifiers); }
    void type(const QString &text) { keys().type(text); }
    void find(const QString &filter) { keys().find(filter); }
    void compose(ComposeBar::Target target, DraftKind kind, const QString &text) { keys().compose(target, kind, text); }
    bool waitForDialog() { return keys().waitForDialog(); }
    Keyboard keys() { return Keyboard(*m_window); }
    QByteArray textOf(RawClient *client);
    quint16 port() const { return quint16(QUrl(m_node->monitor().state().url).port()); }

    std::vector<std::unique_ptr<RawClient>> m_clients;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<MainWindow> m_window;
};

void TestOperatorActing::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("operatoracting"));
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
}

void TestOperatorActing::init()
{
    QSettings().clear();
    Options options;
    options.handler = QStringLiteral("broadcast"); // says nothing of itself
    options.settings.port = 0;
    options.settings.workers = 2;
    m_node = std::make_unique<Node>(options);
    m_window = std::make_unique<MainWindow>(m_node->monitor());
    QVERIFY(m_node->start());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestOperatorActing::cleanup()
{
    m_window.reset();
    m_node.reset();
    m_clients.clear();
}

RawClient *TestOperatorActing::open(const QByteArray &target)
{
    const qsizetype before = m_window->feed().clients().total();
    m_clients.push_back(std::make_unique<RawClient>(port()));
    const bool there = m_clients.back()->open(target)
        && QTest::qWaitFor([&] { return m_window->feed().clients().total() == before + 1; });
    return there ? m_clients.back().get() : nullptr;
}

QByteArray TestOperatorActing::textOf(RawClient *client) { return client->readFrame().value_or(WireFrame()).payload; }

void TestOperatorActing::pushesToAClientThatWasFound()
{
    RawClient *other = open("/chat");
    RawClient *wanted = open("/orders");
    QVERIFY(other && wanted);
    find(QStringLiteral("orders"));
    QTRY_COMPARE(m_window->clientsPane()->table()->model()->rowCount(), 1);
    press(Qt::Key_Home);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_E, Qt::ControlModifier);
    type(QStringLiteral("for you alone"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(wanted), QByteArray("for you alone"));
    QTRY_VERIFY(m_window->composeBar()->status().endsWith(QLatin1Char('1')));
}

void TestOperatorActing::repeatsEvery200MillisecondsAndStops()
{
    RawClient *client = open("/");
    QVERIFY(client);
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("tick {{counter}}"));
    press(Qt::Key_R, Qt::ControlModifier);
    keys().tabTo<QSpinBox>();
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("200"));
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    for (const char *expected : {"tick 1", "tick 2", "tick 3"}) {
        QTRY_VERIFY(client->socket().bytesAvailable() > 0 || client->socket().waitForReadyRead(1));
        QCOMPARE(textOf(client), QByteArray(expected));
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->composeBar()->isRepeating());
    QTRY_VERIFY(m_window->composeBar()->status().contains(QLatin1String("times")));
}

void TestOperatorActing::broadcastsToThoseTheFilterShows()
{
    RawClient *first = open("/prices/eur");
    RawClient *other = open("/chat");
    RawClient *second = open("/prices/usd");
    QVERIFY(first && other && second);
    find(QStringLiteral("prices"));
    QTRY_COMPARE(m_window->clientsPane()->table()->model()->rowCount(), 2);
    compose(ComposeBar::Shown, DraftKind::Text, QStringLiteral("new prices"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(first), QByteArray("new prices"));
    QCOMPARE(textOf(second), QByteArray("new prices"));
    second->write(RawClient::frame(Opcode::Text, "mark")); // to all the others: the first thing that this one hears
    QCOMPARE(textOf(other), QByteArray("mark"));
}

void TestOperatorActing::pushesJsonThatIsCheckedFirst()
{
    RawClient *client = open("/");
    QVERIFY(client);
    compose(ComposeBar::All, DraftKind::Json, QStringLiteral("{\"a\" 1}"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_window->composeBar()->status().startsWith(QLatin1String("Column 6")));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("{\"a\": 1}"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(client), QByteArray("{\"a\": 1}"));
}

void TestOperatorActing::pingsAClient()
{
    RawClient *client = open("/");
    QVERIFY(client);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(client->readFrame().value_or(WireFrame()).opcode, Opcode::Ping);
    QTRY_COMPARE(m_window->statusLine()->text(), QStringLiteral("Pinged 1 client"));
}

void TestOperatorActing::disconnectsWith4001AndAReason()
{
    RawClient *client = open("/");
    QVERIFY(client);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(waitForDialog());
    type(QStringLiteral("sign in again"));
    press(Qt::Key_C, Qt::AltModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("4001"));
    press(Qt::Key_R, Qt::AltModifier);
    press(Qt::Key_Return);
    const auto close = client->readFrame();
    QVERIFY(close);
    QCOMPARE(close->closeCode(), 4001);
    QCOMPARE(close->closeReason(), QByteArray("sign in again"));
    client->write(RawClient::closeFrame(4001));
    QTRY_COMPARE(m_window->feed().closed().rowCount(), 1);
}

void TestOperatorActing::stopsAndStartsTheServer()
{
    RawClient *client = open("/");
    QVERIFY(client);
    press(Qt::Key_F5);
    QVERIFY(waitForDialog());
    press(Qt::Key_Return);
    QCOMPARE(client->readFrame().value_or(WireFrame()).closeCode(), 1001);
    client->write(RawClient::closeFrame(1001));
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Stopped);
    QTRY_COMPARE(m_window->feed().clients().total(), 0);
    press(Qt::Key_F5);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    QVERIFY(open("/again"));
}

void TestOperatorActing::startsAnewAndClientsComeBack()
{
    press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(m_window->operations().audit().rowCount(), 2);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    QVERIFY(open("/again"));
}

void TestOperatorActing::choosesAnotherHandler()
{
    QAction *handlers = m_window->serverPanel()->menuActions().back();
    // A menu of its own takes the keys as a menu bar's does, and is closed by Return.
    handlers->menu()->popup(m_window->pos());
    QTest::keyClick(handlers->menu(), Qt::Key_Down);
    QTest::keyClick(handlers->menu(), Qt::Key_Down);
    QTest::keyClick(handlers->menu(), Qt::Key_Return);
    QTRY_COMPARE(m_node->monitor().state().handler, QStringLiteral("echo"));
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    RawClient *client = open("/");
    QVERIFY(client);
    client->write(RawClient::frame(Opcode::Text, "back to me"));
    QCOMPARE(textOf(client), QByteArray("back to me"));
}

void TestOperatorActing::changesALimitWithoutClosingAnybody()
{
    RawClient *client = open("/");
    QVERIFY(client);
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(waitForDialog());
    auto *dialog = qobject_cast<SettingsDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    press(Qt::Key_L, Qt::AltModifier);
    keys().tabTo<QLineEdit>(QStringLiteral("messageMaxBytes"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("2MiB"));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_node->monitor().setup().settings.messageMaxBytes, 2 * 1024 * 1024);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("still there"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(client), QByteArray("still there"));
}

void TestOperatorActing::savesAMessageAndUsesItAgain()
{
    RawClient *client = open("/");
    QVERIFY(client);
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("good morning"));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(waitForDialog());
    type(QStringLiteral("greeting"));
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("something else"));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(waitForDialog());
    type(QStringLiteral("greet"));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_window->composeBar()->draft().text, QStringLiteral("good morning"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(client), QByteArray("good morning"));
}

void TestOperatorActing::readOnlyRefuses()
{
    RawClient *client = open("/");
    RawClient *speaker = open("/speaker");
    QVERIFY(client && speaker);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("not for you"));
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_F5);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_window->statusLine()->text().startsWith(QLatin1String("Read-only")));
    speaker->write(RawClient::frame(Opcode::Text, "first"));
    QCOMPARE(textOf(client), QByteArray("first"));
    QCOMPARE(m_window->operations().audit().rowCount(), 0);
    QCOMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
}

void TestOperatorActing::seesWhatWasDone()
{
    RawClient *client = open("/");
    QVERIFY(client);
    compose(ComposeBar::All, DraftKind::Text, QStringLiteral("noted"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(client), QByteArray("noted"));
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waitForDialog());
    const auto *table = QApplication::activeModalWidget()->findChild<TableView *>();
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, Audit::What).data().toString(), QStringLiteral("text, 5 B: noted"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

QTEST_MAIN(TestOperatorActing)
#include "tst_operatoracting.moc"
