// SPDX-License-Identifier: MIT
#include "app/node.h"

#include "app/builtinhandlers.h"
#include "tests/support/rawclient.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <map>

using namespace porthole;
using namespace porthole::test;

/// A server that is started, stopped and changed through its monitor, as a window does.
class TestNode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stopsAndStartsAgain();
    void anotherHandlerServesNewClients();
    void pagesComeWithTheirHandlers();
    void aCopyOfAHandlerKeepsItsPage();
    void aFileOfTheUsersServes();
    void idsGoOn();
    void clientsOfTheOneBeforeAreClosed();
    void whatIsLiveKeepsItsClients();
    void aTakenPortChangesNothing();
    void itsOwnPortIsFree_data();
    void itsOwnPortIsFree();
    void aFirstStartThatFailsSaysWhy();
    void whatCannotBeStartedIsTakenBack();
    void badSettings_data();
    void badSettings();
    void endsWhetherItRunsOrNot();

private:
    QString errorOf(Monitor::ActionId id);
    QString start(const std::function<void(ServerSetup &)> &change = [](ServerSetup &) {});
    quint16 port() { return quint16(QUrl(m_node->monitor().state().url).port()); }
    QByteArray page();
    QByteArray answerTo(RawClient &client, const QByteArray &text);
    ServerPhase phase() { return m_node->monitor().state().phase; }

    std::unique_ptr<Node> m_node;
    std::map<quint64, QString> m_errors;
    MonitorUpdate m_seen;
};

void TestNode::init()
{
    Options options;
    options.handler = QStringLiteral("echo");
    options.settings.port = 0;
    options.settings.workers = 2;
    m_node = std::make_unique<Node>(options);
    m_errors.clear();
    m_seen = {};
    connect(&m_node->monitor(), &Monitor::finished, this,
            [this](quint64 id, const ActionResult &result) { m_errors[id] = result.error; });
    connect(&m_node->monitor(), &Monitor::updated, this, [this](const MonitorUpdate &update) {
        m_seen.clients += update.clients;
        m_seen.closed += update.closed;
        m_seen.totals = update.totals;
    });
    m_node->monitor().watch(true);
    QVERIFY(m_node->start());
}

void TestNode::cleanup() { m_node.reset(); }

QString TestNode::errorOf(Monitor::ActionId id)
{
    return QTest::qWaitFor([&] { return m_errors.count(id) > 0; }, 10'000) ? m_errors[id]
                                                                           : QStringLiteral("never finished");
}

QString TestNode::start(const std::function<void(ServerSetup &)> &change)
{
    ServerSetup setup = m_node->monitor().setup();
    change(setup);
    return errorOf(m_node->monitor().start(setup));
}

QByteArray TestNode::answerTo(RawClient &client, const QByteArray &text)
{
    client.write(RawClient::frame(Opcode::Text, text));
    return client.readFrame().value_or(WireFrame()).payload;
}

void TestNode::stopsAndStartsAgain()
{
    QCOMPARE(errorOf(m_node->monitor().stop()), QString());
    QCOMPARE(phase(), ServerPhase::Stopped);
    QVERIFY(m_node->monitor().state().url.isEmpty());
    QVERIFY(!errorOf(m_node->monitor().stop()).isEmpty());
    QCOMPARE(start(), QString());
    QCOMPARE(phase(), ServerPhase::Running);
    RawClient client(port());
    QVERIFY(client.open("/"));
    QCOMPARE(answerTo(client, "again"), QByteArray("again"));
}

void TestNode::anotherHandlerServesNewClients()
{
    QCOMPARE(m_node->monitor().handlers(),
             (QStringList{QStringLiteral("hello"), QStringLiteral("echo"), QStringLiteral("broadcast"),
                          QStringLiteral("chat"), QStringLiteral("ticker"), QStringLiteral("game")}));
    QCOMPARE(start([](ServerSetup &setup) { setup.handler = QStringLiteral("hello"); }), QString());
    QCOMPARE(m_node->monitor().state().handler, QStringLiteral("hello"));
    RawClient client(port());
    QVERIFY(client.open("/"));
    QVERIFY(answerTo(client, "?").startsWith("[\"hello\","));
}

QByteArray TestNode::page()
{
    RawClient client(port());
    client.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return client.readAnswer().body;
}

void TestNode::pagesComeWithTheirHandlers()
{
    QVERIFY(page().contains("<h1>Echo</h1>"));
    QCOMPARE(start([](ServerSetup &setup) { setup.handler = QStringLiteral("chat"); }), QString());
    QVERIFY(page().contains("<h1>Chat</h1>"));
    QCOMPARE(start([](ServerSetup &setup) { setup.settings.maxClients = 7; }), QString());
    QVERIFY(page().contains("<h1>Chat</h1>"));
    QTemporaryDir own;
    QFile index(own.filePath(QStringLiteral("index.html")));
    QVERIFY(index.open(QIODevice::WriteOnly) && index.write("My own") > 0);
    index.close();
    QCOMPARE(start([&own](ServerSetup &setup) { setup.settings.documentRoot = own.path(); }), QString());
    QCOMPARE(page(), QByteArray("My own"));
}

void TestNode::aCopyOfAHandlerKeepsItsPage()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.js"));
    QVERIFY(QFile::copy(scriptOf(QStringLiteral("game")), path));
    const auto own = [&path](ServerSetup &setup) { setup.handler = path; };
    QCOMPARE(start(own), QString());
    QVERIFY(page().contains("<h1>Game</h1>"));
    QFile file(path);
    QVERIFY(file.setPermissions(file.permissions() | QFile::WriteOwner));
    for (const auto &[text, title] : {std::pair("\n// Page: chat\n", ""), std::pair("// Mine\n// Page: /etc\n", ""),
                                      std::pair("// Mine\r\n// Page: chat\r\n", "<h1>Chat</h1>")}) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        QCOMPARE(start([](ServerSetup &setup) { setup.handler = QStringLiteral("echo"); }), QString());
        QCOMPARE(start(own), QString());
        QVERIFY2(*title ? page().contains(title) : !page().contains("<h1>"), text);
    }
}

void TestNode::aFileOfTheUsersServes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.js"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("server.on('message', frame => server.push(frame.client, 'mine: ' + frame.text));\n");
    file.close();
    QCOMPARE(start([&path](ServerSetup &setup) { setup.handler = path; }), QString());
    RawClient client(port());
    QVERIFY(client.open("/"));
    QCOMPARE(answerTo(client, "hi"), QByteArray("mine: hi"));
    QCOMPARE(m_node->monitor().state().handler, path);
    QVERIFY(m_node->monitor().handlers().contains(path));
    QCOMPARE(start([](ServerSetup &setup) { setup.handler = QStringLiteral("echo"); }), QString());
    QVERIFY(m_node->monitor().handlers().contains(path)); // to go back to
    QVERIFY(start([](ServerSetup &setup) { setup.handler = QStringLiteral("none/mine.js"); }) != QString());
    QCOMPARE(m_node->monitor().state().handler, QStringLiteral("echo"));
}

void TestNode::idsGoOn()
{
    {
        RawClient first(port());
        QVERIFY(first.open("/"));
        QTRY_COMPARE(m_seen.totals.clients, 1U);
    }
    QTRY_COMPARE(m_seen.closed.size(), 1);
    const quint64 before = m_seen.closed[0].closed.client.value;
    m_seen.clients.clear();
    QCOMPARE(start([](ServerSetup &setup) { setup.settings.workers = 3; }), QString());
    QCOMPARE(m_node->monitor().state().workers, 3);
    RawClient second(port());
    QVERIFY(second.open("/"));
    QTRY_VERIFY(!m_seen.clients.isEmpty());
    QVERIFY(m_seen.clients.back().id.value > before);
    QCOMPARE(m_seen.clients.back().worker, int(m_seen.clients.back().id.value % 3));
}

void TestNode::clientsOfTheOneBeforeAreClosed()
{
    RawClient client(port());
    QVERIFY(client.open("/"));
    QTRY_COMPARE(m_seen.totals.clients, 1U);
    const auto change = m_node->monitor().stop();
    QCOMPARE(client.readFrame().value_or(WireFrame()).closeCode(), 1001);
    client.write(RawClient::closeFrame(1001));
    QCOMPARE(errorOf(change), QString());
    QCOMPARE(m_seen.closed.size(), 1);
    QCOMPARE(m_seen.closed[0].closed.cause, Cause::Shutdown);
    QCOMPARE(m_seen.totals.clients, 0U);
}

void TestNode::whatIsLiveKeepsItsClients()
{
    RawClient client(port());
    QVERIFY(client.open("/"));
    QCOMPARE(start([](ServerSetup &setup) { setup.settings.messageMaxBytes = 10; }), QString());
    QCOMPARE(m_node->monitor().setup().settings.messageMaxBytes, 10);
    QCOMPARE(answerTo(client, "short"), QByteArray("short"));
    RawClient next(port());
    QVERIFY(next.open("/"));
    next.write(RawClient::frame(Opcode::Text, "much too long"));
    QCOMPARE(next.readFrame().value_or(WireFrame()).closeCode(), 1009);
}

void TestNode::aTakenPortChangesNothing()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    RawClient client(port());
    QVERIFY(client.open("/"));
    const QString error = start([&other](ServerSetup &setup) { setup.settings.port = other.serverPort(); });
    QVERIFY2(error.contains(QString::number(other.serverPort())), qPrintable(error));
    QCOMPARE(m_node->monitor().setup().settings.port, 0);
    QCOMPARE(phase(), ServerPhase::Running);
    QCOMPARE(answerTo(client, "still here"), QByteArray("still here"));
}

void TestNode::itsOwnPortIsFree_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("the one it got for 0") << QStringLiteral("127.0.0.1");
    QTest::newRow("on every network") << QStringLiteral("0.0.0.0");
}

void TestNode::itsOwnPortIsFree()
{
    QFETCH(QString, host);
    const quint16 own = port();
    const auto keep = [&](ServerSetup &setup) {
        setup.settings.host = host;
        setup.settings.port = own;
    };
    QCOMPARE(start(keep), QString());
    QCOMPARE(m_node->monitor().setup().settings.port, own);
    QCOMPARE(port(), own);
    RawClient client(own);
    QVERIFY(client.open("/"));
    QCOMPARE(answerTo(client, "here"), QByteArray("here"));
}

void TestNode::aFirstStartThatFailsSaysWhy()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Options options;
    options.settings.port = other.serverPort();
    Node node(options);
    QVERIFY(!node.start());
    QCOMPARE(node.monitor().state().phase, ServerPhase::Failed);
    QVERIFY(node.monitor().state().error.contains(QString::number(other.serverPort())));
    other.close();
    node.monitor().start(node.monitor().setup());
    QCOMPARE(node.monitor().state().phase, ServerPhase::Running);
}

void TestNode::whatCannotBeStartedIsTakenBack()
{
    const QString error =
        start([](ServerSetup &setup) { setup.settings.host = QStringLiteral("unix:/nowhere/at/all.sock"); });
    QVERIFY(!error.isEmpty());
    QCOMPARE(phase(), ServerPhase::Running);
    QCOMPARE(m_node->monitor().setup().settings.host, QStringLiteral("127.0.0.1"));
    RawClient client(port());
    QVERIFY(client.open("/"));
    QCOMPARE(answerTo(client, "as before"), QByteArray("as before"));
}

void TestNode::badSettings_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("handler");
    QTest::newRow("a certificate that is not there") << "tlsCert"
                                                     << "echo";
    QTest::newRow("no such handler") << ""
                                     << "shout";
}

void TestNode::badSettings()
{
    QFETCH(QString, setting);
    QFETCH(QString, handler);
    RawClient client(port());
    QVERIFY(client.open("/"));
    const QString error = start([&](ServerSetup &setup) {
        setup.handler = handler;
        if (!setting.isEmpty())
            QVERIFY(setup.settings.set(setting, QStringLiteral("/nowhere.pem")));
    });
    QVERIFY(!error.isEmpty());
    QCOMPARE(m_node->monitor().setup().handler, QStringLiteral("echo"));
    QCOMPARE(answerTo(client, "kept"), QByteArray("kept"));
}

void TestNode::endsWhetherItRunsOrNot()
{
    int stopped = 0;
    connect(m_node.get(), &Node::stopped, this, [&stopped] { ++stopped; });
    QCOMPARE(errorOf(m_node->monitor().stop()), QString());
    QCOMPARE(stopped, 0);
    m_node->stop();
    QCOMPARE(stopped, 1);
    init();
    connect(m_node.get(), &Node::stopped, this, [&stopped] { ++stopped; });
    m_node->stop();
    QTRY_COMPARE(stopped, 2);
}

QTEST_GUILESS_MAIN(TestNode)
#include "tst_node.moc"
