// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/monitor/local/localmonitor.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <map>
#include <utility>

using namespace porthole;
using namespace porthole::test;

/// A monitor on a real server: what it shows and what it does.
class TestLocalMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsClientsAndMessages();
    void watchingLateShowsWhoIsThere();
    void notWatchingCollectsNothing();
    void showsControlFrames();
    void showsUsers();
    void showsClosedAndRefused();
    void pushReachesTheChosen();
    void broadcastReachesAll();
    void disconnectCarriesCodeAndReason();
    void actionsThatCannotBe_data();
    void actionsThatCannotBe();
    void withoutServer();
    void tellsWhenAllHaveAnswered();
    void waitsForNobodyLongerThanARound();

private:
    ActionResult resultOf(Monitor::ActionId id);
    std::unique_ptr<RawClient> openClient(const QByteArray &target = "/");

    std::unique_ptr<LocalMonitor> m_monitor;
    std::unique_ptr<RecordedServer> m_server;
    std::map<quint64, ClientRow> m_clients;
    MonitorUpdate m_seen; ///< all updates together, but for the clients
    std::map<quint64, ActionResult> m_results;
};

/// Workers that answer when the test says so.
class SlowSource final : public MonitorSource
{
public:
    int workerCount() const override { return 2; }
    void watch(bool) override { }
    bool collect(int worker, ReportReply reply) override
    {
        asked[worker] = std::move(reply);
        return true;
    }
    WorkerReport remains(int) override { return {}; }
    bool push(int, QList<ClientId>, Message, ActionReply) override { return false; }
    bool broadcast(int, Message, ActionReply) override { return false; }
    bool disconnect(int, QList<ClientId>, quint16, QString, ActionReply) override { return false; }

    void answer(int worker)
    {
        WorkerReport report;
        report.totals.clients = 1;
        report.notices.append({worker, QStringLiteral("here")});
        const ReportReply reply = std::exchange(asked[worker], nullptr);
        reply(report);
    }

    std::array<ReportReply, 2> asked;
};

void TestLocalMonitor::init()
{
    m_clients.clear();
    m_seen = {};
    m_results.clear();
    Settings settings = testSettings();
    settings.workers = 2;
    m_monitor = std::make_unique<LocalMonitor>();
    m_server = std::make_unique<RecordedServer>(settings);
    connect(m_monitor.get(), &Monitor::updated, this, [this](const MonitorUpdate &update) {
        for (const ClientRow &row : update.clients) {
            const QList<Header> headers = m_clients[row.id.value].headers;
            m_clients[row.id.value] = row;
            if (row.headers.isEmpty())
                m_clients[row.id.value].headers = headers;
        }
        for (const ClosedRow &row : update.closed)
            m_clients.erase(row.closed.client.value);
        m_seen.closed += update.closed;
        m_seen.messages += update.messages;
        m_seen.notices += update.notices;
        m_seen.totals = update.totals;
    });
    connect(m_monitor.get(), &Monitor::finished, this,
            [this](quint64 id, const ActionResult &result) { m_results[id] = result; });
    QVERIFY(m_server->start());
    m_monitor->attach(&m_server->server().monitorSource());
    m_monitor->watch(true);
}

void TestLocalMonitor::cleanup()
{
    m_monitor->detach();
    m_server.reset();
    m_monitor.reset();
}

std::unique_ptr<RawClient> TestLocalMonitor::openClient(const QByteArray &target)
{
    const auto before = m_server->lines(QStringLiteral("open")).size();
    auto client = std::make_unique<RawClient>(m_server->port());
    if (!client->open(target)
        || !QTest::qWaitFor([&] { return m_server->lines(QStringLiteral("open")).size() > before; }))
        return nullptr;
    return client;
}

ActionResult TestLocalMonitor::resultOf(Monitor::ActionId id)
{
    if (!QTest::qWaitFor([&] { return m_results.contains(id); }))
        QTest::qFail("the action never finished", __FILE__, __LINE__);
    return m_results[id];
}

void TestLocalMonitor::showsClientsAndMessages()
{
    const auto client = openClient("/chat?room=1");
    QVERIFY(client);
    client->write(RawClient::frame(Opcode::Text, "hello"));
    QTRY_COMPARE(m_seen.messages.size(), 1);
    QTRY_COMPARE(m_clients.size(), 1u);
    const ClientRow row = m_clients.begin()->second;
    QCOMPARE(row.id, m_server->lastOpened());
    QCOMPARE(row.path, QStringLiteral("/chat?room=1"));
    QCOMPARE(row.peer, QStringLiteral("127.0.0.1:%1").arg(client->socket().localPort()));
    QCOMPARE(row.engine, toString(standardEngine()));
    QTRY_COMPARE(m_clients.begin()->second.messagesIn, 1u);
    QCOMPARE(m_clients.begin()->second.bytesIn, 5u);
    QCOMPARE(Headers(m_clients.begin()->second.headers).value("Host"), QByteArray("127.0.0.1"));

    QCOMPARE(m_seen.messages[0].payload, QByteArray("hello"));
    QCOMPARE(m_seen.messages[0].direction, Direction::In);
    QCOMPARE(m_seen.totals.clients, 1u);
    QCOMPARE(m_seen.totals.messagesIn, 1u);
}

void TestLocalMonitor::watchingLateShowsWhoIsThere()
{
    m_monitor->watch(false);
    const auto client = openClient();
    QVERIFY(client);
    QVERIFY(m_clients.empty());
    m_monitor->watch(true);
    QTRY_COMPARE(m_clients.size(), 1u);
    QVERIFY(!m_clients.begin()->second.headers.isEmpty());
}

void TestLocalMonitor::notWatchingCollectsNothing()
{
    const auto client = openClient();
    QVERIFY(client);
    m_monitor->watch(false);
    client->write(RawClient::frame(Opcode::Text, "unseen"));
    QTRY_COMPARE(m_server->lines(QStringLiteral("message")).size(), 1);
    QSignalSpy updates(m_monitor.get(), &Monitor::updated);
    m_monitor->watch(true);
    QTRY_VERIFY2(!updates.isEmpty(), "a new watch begins with one update");
    client->write(RawClient::frame(Opcode::Text, "seen"));
    QTRY_COMPARE(m_seen.messages.size(), 1);
    QCOMPARE(m_seen.messages[0].payload, QByteArray("seen"));
}

void TestLocalMonitor::showsControlFrames()
{
    const auto client = openClient();
    QVERIFY(client);
    client->write(RawClient::frame(Opcode::Ping, "are you there"));
    QTRY_COMPARE(m_seen.messages.size(), 1);
    QCOMPARE(m_seen.messages[0].opcode, Opcode::Ping);
    QCOMPARE(m_seen.messages[0].direction, Direction::In);
    QCOMPARE(m_seen.messages[0].payload, QByteArray("are you there"));
    m_monitor->disconnectClients({m_server->lastOpened()}, 4001, QStringLiteral("enough"));
    QTRY_COMPARE(m_seen.messages.size(), 2);
    QCOMPARE(m_seen.messages[1].opcode, Opcode::Close);
    QCOMPARE(m_seen.messages[1].direction, Direction::Out);
    QCOMPARE(m_seen.messages[1].payload,
             QByteArray("\x0f\xa1"
                        "enough"));
}

void TestLocalMonitor::showsUsers()
{
    const auto client = openClient();
    QVERIFY(client);
    QTRY_COMPARE(m_clients.size(), 1u);
    QCOMPARE(m_clients.begin()->second.user, QString());
    QVERIFY(m_server->server().bind(m_server->lastOpened(), QStringLiteral("zoe")));
    QTRY_COMPARE(m_clients.begin()->second.user, QStringLiteral("zoe"));
}

void TestLocalMonitor::showsClosedAndRefused()
{
    const auto client = openClient();
    QVERIFY(client);
    client->write(RawClient::closeFrame(4001, "enough"));
    RawClient plain(m_server->port());
    plain.write("GET / HTTP/1.0\r\n\r\n");
    plain.readToEnd();
    plain.socket().close();

    QTRY_COMPARE(m_seen.closed.size(), 2);
    const auto byCause = [&](Cause cause) {
        return std::find_if(m_seen.closed.cbegin(), m_seen.closed.cend(),
                            [&](const ClosedRow &row) { return row.closed.cause == cause; });
    };
    const auto closed = byCause(Cause::PeerClose);
    QVERIFY(closed != m_seen.closed.cend());
    QCOMPARE(closed->closed.code, 4001);
    QCOMPARE(closed->closed.reason, QStringLiteral("enough"));
    QVERIFY(closed->connectedAt > 0);
    const auto refused = byCause(Cause::NotAnUpgrade);
    QVERIFY(refused != m_seen.closed.cend());
    QCOMPARE(refused->connectedAt, 0);
    QVERIFY2(refused->peer.startsWith(QStringLiteral("127.0.0.1:")), "a refused peer is named too");
    QTRY_COMPARE(m_seen.totals.refused, 1u);
    QTRY_VERIFY(m_clients.empty());
}

void TestLocalMonitor::pushReachesTheChosen()
{
    const auto first = openClient();
    const ClientId firstId = m_server->lastOpened();
    const auto second = openClient();
    const ClientId secondId = m_server->lastOpened();
    const auto third = openClient();
    QVERIFY(first && second && third);

    const ActionResult result =
        resultOf(m_monitor->push({firstId, secondId, ClientId{9999}}, Message(QStringLiteral("chosen"))));

    QCOMPARE(result.acceptedCount(), 2);
    QCOMPARE(result[PushResult::UnknownClient], 1);
    QCOMPARE(result.refusedCount(), 1);
    QCOMPARE(first->readFrame().value_or(WireFrame()).payload, QByteArray("chosen"));
    QCOMPARE(second->readFrame().value_or(WireFrame()).payload, QByteArray("chosen"));
    resultOf(m_monitor->broadcast(Message(QStringLiteral("all"))));
    QCOMPARE(third->readFrame().value_or(WireFrame()).payload, QByteArray("all"));
    QTRY_COMPARE(m_seen.messages.size(), 5);
}

void TestLocalMonitor::broadcastReachesAll()
{
    const auto first = openClient();
    const auto second = openClient();
    const auto third = openClient();
    QVERIFY(first && second && third);
    const ActionResult result = resultOf(m_monitor->broadcast(Message::binary("\x01\x02")));
    QCOMPARE(result.acceptedCount(), 3);
    for (RawClient *client : {first.get(), second.get(), third.get()})
        QCOMPARE(client->readFrame().value_or(WireFrame()).payload, QByteArray("\x01\x02"));
}

void TestLocalMonitor::disconnectCarriesCodeAndReason()
{
    const auto client = openClient();
    QVERIFY(client);
    const ActionResult result =
        resultOf(m_monitor->disconnectClients({m_server->lastOpened()}, 4001, QStringLiteral("out")));
    QCOMPARE(result.acceptedCount(), 1);
    const auto close = client->readFrame();
    QVERIFY(close);
    QCOMPARE(close->closeCode(), 4001);
    QCOMPARE(close->closeReason(), QByteArray("out"));
    client->write(RawClient::closeFrame(4001));
    QTRY_COMPARE(m_seen.closed.size(), 1);
    QCOMPARE(m_seen.closed[0].closed.cause, Cause::Kicked);
}

void TestLocalMonitor::actionsThatCannotBe_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("code that may not be sent") << 1005 << QString();
    QTest::newRow("reason too long") << 1000 << QString(124, QLatin1Char('a'));
}

void TestLocalMonitor::actionsThatCannotBe()
{
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    const ActionResult result = resultOf(m_monitor->disconnectClients({{1}}, quint16(code), reason));
    QVERIFY(!result.error.isEmpty());
}

void TestLocalMonitor::withoutServer()
{
    m_monitor->detach();
    QVERIFY(!resultOf(m_monitor->broadcast(Message(QStringLiteral("nobody")))).error.isEmpty());
    QVERIFY(!resultOf(m_monitor->push({{1}}, Message(QStringLiteral("nobody")))).error.isEmpty());
}

void TestLocalMonitor::tellsWhenAllHaveAnswered()
{
    SlowSource source;
    LocalMonitor monitor;
    QList<qsizetype> told;
    connect(&monitor, &Monitor::updated, this,
            [&told](const MonitorUpdate &update) { told.append(update.notices.size()); });
    monitor.setInterval(std::chrono::milliseconds(1));
    monitor.attach(&source);
    monitor.watch(true);
    QTRY_VERIFY(source.asked[0] && source.asked[1]);
    monitor.setInterval(std::chrono::hours(1)); // no other round comes
    told.clear();
    source.answer(0);
    QCoreApplication::processEvents();
    QVERIFY(told.isEmpty());
    source.answer(1);
    QTRY_COMPARE(told, QList<qsizetype>{2});
}

void TestLocalMonitor::waitsForNobodyLongerThanARound()
{
    SlowSource source;
    LocalMonitor monitor;
    QList<quint64> notices;
    connect(&monitor, &Monitor::updated, this, [&notices](const MonitorUpdate &update) {
        for (const Notice &notice : update.notices)
            notices.append(quint64(notice.time));
    });
    monitor.setInterval(std::chrono::milliseconds(1));
    monitor.attach(&source);
    monitor.watch(true);
    QTRY_VERIFY(source.asked[0] && source.asked[1]);
    source.answer(1);
    QTRY_COMPARE(notices, QList<quint64>{1});
    QVERIFY2(source.asked[0], "it is not asked twice");
    source.answer(0);
    QTRY_VERIFY(notices.contains(0));
}

QTEST_GUILESS_MAIN(TestLocalMonitor)
#include "tst_localmonitor.moc"
