// SPDX-License-Identifier: MIT
#include "app/node.h"
#include "tests/support/rawclient.h"
#include "tests/ui/keyboard.h"
#include "ui/clients/clientspane.h"
#include "ui/console/consolemodel.h"
#include "ui/console/consolepane.h"
#include "ui/operate/handlerfiles.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/strip.h"
#include "ui/shared/widgets/tailview.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

using namespace porthole;
using namespace porthole::test;

// What an operator does with a script and its rooms, by the keyboard alone: a real server, real clients, real files.
class TestOperatorScripting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pushesToARoom();
    void findsTheMembersOfARoom();
    void pushesToARoomAgainAndAgainInAnotherLanguage();
    void readsTheConsole();
    void makesAHandlerAndChangesIt();
    void isToldWhyANewHandlerIsNotServed();
    void isToldWhenNothingOpensTheHandler();

private:
    RawClient *open(const QByteArray &target);
    void serve(const QByteArray &script);
    void write(const QByteArray &script) const;
    void chooseRoom(const QString &room);
    void makeHandler(int row, const QString &file);
    QByteArray textOf(RawClient *client) const { return client->readFrame().value_or(WireFrame()).payload; }
    QString fault() const;
    quint16 port() const { return quint16(QUrl(m_node->monitor().state().url).port()); }
    Keyboard keys() { return Keyboard(*m_window); }

    QString m_script;     ///< the file that is served
    QStringList m_opened; ///< in an editor
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<RawClient>> m_clients;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<MainWindow> m_window;
};

static constexpr char roomsScript[] = R"(
server.on("open", request => { if (request.query.room) server.join(request.client, request.query.room); });
server.on("message", frame => server.push(frame.client, "heard " + frame.text));
)";

static constexpr char consoleScript[] = R"(server.on("message", frame => {
    console.warn("warned of", frame.text);
    console.log("noted", frame.text);
    server.push(frame.client, "done");
});
)";

void TestOperatorScripting::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("operatorscripting"));
}

void TestOperatorScripting::init()
{
    QSettings().clear();
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
    m_folder = std::make_unique<QTemporaryDir>();
    m_script = m_folder->filePath(QStringLiteral("served.js"));
    m_opened.clear();
    HandlerFiles::setOpener([this](const QString &file) {
        m_opened.append(file);
        return true;
    });
}

void TestOperatorScripting::cleanup()
{
    HandlerFiles::setOpener(nullptr);
    m_window.reset();
    m_node.reset();
    m_clients.clear();
}

void TestOperatorScripting::write(const QByteArray &script) const
{
    QFile file(m_script);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
}

void TestOperatorScripting::serve(const QByteArray &script)
{
    write(script);
    Options options;
    options.handler = m_script;
    options.settings.port = 0;
    options.settings.workers = 2;
    m_node = std::make_unique<Node>(options);
    m_window = std::make_unique<MainWindow>(m_node->monitor());
    QVERIFY(m_node->start());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

RawClient *TestOperatorScripting::open(const QByteArray &target)
{
    const qsizetype before = m_window->feed().clients().total();
    m_clients.push_back(std::make_unique<RawClient>(port()));
    const bool there = m_clients.back()->open(target)
        && QTest::qWaitFor([&] { return m_window->feed().clients().total() == before + 1; });
    return there ? m_clients.back().get() : nullptr;
}

/// With the keys that go from the kind of message to the rooms.
void TestOperatorScripting::chooseRoom(const QString &room)
{
    keys().press(Qt::Key_4, Qt::ControlModifier);
    keys().press(Qt::Key_Tab, Qt::ShiftModifier);
    keys().press(Qt::Key_Tab, Qt::ShiftModifier);
    keys().type(room);
    keys().press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->composeBar()->room(), room);
}

QString TestOperatorScripting::fault() const
{
    for (const Strip *strip : m_window->findChildren<Strip *>()) {
        if (strip->isVisible() && !strip->text().isEmpty())
            return strip->text();
    }
    return {};
}

void TestOperatorScripting::pushesToARoom()
{
    serve(roomsScript);
    RawClient *first = open("/?room=tea");
    RawClient *other = open("/?room=coffee");
    RawClient *second = open("/?room=tea");
    QVERIFY(first && other && second);
    ComposeBar *bar = m_window->composeBar();
    QTRY_COMPARE(m_window->feed().clients().rooms().count(QStringLiteral("tea")), 2);
    keys().compose(ComposeBar::Room, DraftKind::Text, QStringLiteral("{{client}} hears of tea"));
    chooseRoom(QStringLiteral("tea"));
    QCOMPARE(bar->receivers(), 2);
    keys().press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(textOf(first), QByteArray("1 hears of tea"));
    QCOMPARE(textOf(second), QByteArray("3 hears of tea"));
    QTRY_VERIFY2(bar->status().endsWith(QLatin1Char('2')), qPrintable(bar->status()));
    other->write(RawClient::frame(Opcode::Text, "mark"));
    QCOMPARE(textOf(other), QByteArray("heard mark")); // and nothing before it
}

void TestOperatorScripting::findsTheMembersOfARoom()
{
    serve(roomsScript);
    QVERIFY(open("/?room=tea") && open("/?room=coffee") && open("/nowhere"));
    QTRY_COMPARE(m_window->feed().clients().rooms().count(QStringLiteral("coffee")), 1);
    const auto *shown = m_window->clientsPane()->table()->model();
    QCOMPARE(shown->rowCount(), 3);
    keys().find(QStringLiteral("room == coffee"));
    QTRY_COMPARE(shown->rowCount(), 1);
    QCOMPARE(shown->index(0, 0).data().toString(), QStringLiteral("2"));
}

void TestOperatorScripting::pushesToARoomAgainAndAgainInAnotherLanguage()
{
    serve(roomsScript);
    RawClient *client = open("/?room=tea");
    QVERIFY(client);
    QTRY_COMPARE(m_window->feed().clients().rooms().count(QStringLiteral("tea")), 1);
    keys().compose(ComposeBar::Room, DraftKind::Text, QStringLiteral("{{counter}}"));
    keys().press(Qt::Key_R, Qt::ControlModifier);
    keys().tabTo<QSpinBox>();
    keys().press(Qt::Key_A, Qt::ControlModifier);
    keys().type(QStringLiteral("20"));
    keys().press(Qt::Key_4, Qt::ControlModifier);
    keys().press(Qt::Key_Return, Qt::ControlModifier);
    const auto hear = [&](const char *expected) {
        QTRY_VERIFY(client->socket().bytesAvailable() > 0 || client->socket().waitForReadyRead(1));
        QCOMPARE(textOf(client), QByteArray(expected));
    };
    hear("1");
    Preferences preferences = m_window->preferences();
    preferences.language = QStringLiteral("ja");
    m_window->setPreferences(preferences);
    hear("2");
    hear("3");
    QVERIFY(m_window->composeBar()->isRepeating());
    QCOMPARE(m_window->composeBar()->room(), QStringLiteral("tea"));
    keys().press(Qt::Key_4, Qt::ControlModifier);
    keys().press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->composeBar()->isRepeating());
}

void TestOperatorScripting::readsTheConsole()
{
    serve(consoleScript);
    RawClient *client = open("/");
    QVERIFY(client);
    for (const char *text : {"rain", "snow"}) {
        client->write(RawClient::frame(Opcode::Text, text));
        QCOMPARE(textOf(client), QByteArray("done"));
    }
    const ConsoleModel &console = m_window->feed().console();
    QTRY_COMPARE(console.rowCount(), 4);
    keys().press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(m_window->findChild<QDockWidget *>(QStringLiteral("console"))->isVisible());
    keys().press(Qt::Key_Tab, Qt::ShiftModifier);
    keys().press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), m_window->consolePane()->level());
    keys().walkCombo(2);
    QCOMPARE(console.rowCount(), 2);
    keys().press(Qt::Key_Tab);
    keys().type(QStringLiteral("SNOW"));
    QCOMPARE(console.rowCount(), 1);
    QCOMPARE(console.at(0)->place, QStringLiteral("served.js:2"));
    QCOMPARE(console.at(0)->level, ConsoleLevel::Warning);
    keys().press(Qt::Key_6, Qt::ControlModifier);
    keys().press(Qt::Key_A, Qt::ControlModifier);
    keys().press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("warned of snow"));
}

/// From the dialog's key to its button, the list walked to that row.
void TestOperatorScripting::makeHandler(int row, const QString &file)
{
    keys().press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(keys().waitForDialog());
    for (int step = 0; step < row; ++step)
        keys().press(Qt::Key_Down);
    keys().press(Qt::Key_S, Qt::AltModifier);
    keys().press(Qt::Key_A, Qt::ControlModifier);
    keys().type(file);
    keys().press(Qt::Key_Return);
}

void TestOperatorScripting::makesAHandlerAndChangesIt()
{
    serve(roomsScript);
    m_script = m_folder->filePath(QStringLiteral("mine.js"));
    makeHandler(1, m_script);
    QTRY_COMPARE(m_node->monitor().state().handler, m_script);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    QCOMPARE(m_opened, QStringList(m_script));
    RawClient *client = open("/");
    QVERIFY(client);
    client->write(RawClient::frame(Opcode::Text, "back to me"));
    QCOMPARE(textOf(client), QByteArray("back to me"));
    keys().press(Qt::Key_F4);
    QCOMPARE(m_opened, QStringList({m_script, m_script}));
    write("server.on('message', frame => server.push(frame.client, 'changed'));\n"); // as the editor does
    const auto answer = [&] {
        client->write(RawClient::frame(Opcode::Text, "again"));
        return textOf(client);
    };
    QTRY_COMPARE(answer(), QByteArray("changed"));
}

void TestOperatorScripting::isToldWhyANewHandlerIsNotServed()
{
    serve(roomsScript);
    const quint16 place = port();
    ServerSetup setup = m_node->monitor().setup();
    setup.settings.port = place;
    keys().press(Qt::Key_F5);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Stopped);
    m_window->operations().changeServer(setup);
    QTRY_COMPARE(m_node->monitor().setup().settings.port, place);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Running);
    keys().press(Qt::Key_F5);
    QTRY_COMPARE(m_node->monitor().state().phase, ServerPhase::Stopped);
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, place));
    makeHandler(1, m_folder->filePath(QStringLiteral("mine.js")));
    QTRY_VERIFY2(fault().contains(QStringLiteral("Port %1 on").arg(place)), qPrintable(fault()));
    QVERIFY(m_node->monitor().state().phase != ServerPhase::Running);
    QCOMPARE(m_node->monitor().setup().handler, m_script); // as it was
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("mine.js"))));
}

void TestOperatorScripting::isToldWhenNothingOpensTheHandler()
{
    serve(roomsScript);
    HandlerFiles::setOpener([](const QString &) { return false; });
    keys().press(Qt::Key_F4);
    QVERIFY2(fault().contains(QLatin1String("Nothing on this desktop opens")), qPrintable(fault()));
    QVERIFY(fault().contains(QLatin1String("served.js")));
}

QTEST_MAIN(TestOperatorScripting)
#include "tst_operatorscripting.moc"
