// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/admission.h"
#include "server/core/tokenbucket.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// What a server lets in, reads and keeps, and what it says to the rest.
class TestLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens();
    void addresses_data();
    void addresses();
    void turnedAway_data();
    void turnedAway();
    void maxClientsIsATrueCount();
    void aPlaceIsFreeAgain();
    void refusalsThatCrowdAreDropped();
    void rates_data();
    void rates();
    void aSlowedClientIsNotTakenForDead();
    void queuesOfAll_data();
    void queuesOfAll();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

using Change = void (*)(Settings &);

std::vector<std::unique_ptr<RawClient>> openClients(RecordedServer &server, int count)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int index = 0; index < count; ++index) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        if (!clients.back()->open())
            return {};
    }
    return clients;
}

} // namespace

void TestLimits::tokens()
{
    Clock::time_point now{};
    TokenBucket bucket(10, now);
    QVERIFY(bucket.isLimited());
    for (int index = 0; index < 10; ++index)
        QVERIFY2(bucket.take(1, now), "a second's worth may come at once");
    QVERIFY(!bucket.take(1, now));
    now += 99ms;
    QVERIFY(!bucket.take(1, now));
    now += 2ms;
    QVERIFY(bucket.take(1, now));
    now += 1h;
    QVERIFY2(!bucket.take(11, now), "no more than a second's worth is saved up");
    QVERIFY2(!bucket.spend(30, now), "a debt is made");
    QVERIFY(!bucket.isPaid(now + 1900ms));
    QVERIFY(bucket.isPaid(now + 2100ms));
    bucket.setRate(1000, now + 2100ms);
    QVERIFY(bucket.take(1, now + 2102ms));
    bucket.setRate(0, now + 2103ms);
    QVERIFY(!bucket.isLimited());
    QVERIFY(bucket.take(1'000'000, now + 2104ms));
    QVERIFY(TokenBucket().spend(1, now));
}

void TestLimits::addresses_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *rule, const char *one, const char *other, bool same) {
        QTest::newRow(rule) << QString::fromLatin1(one) << QString::fromLatin1(other) << same;
    };
    row("IPv4", "192.0.2.1", "192.0.2.1", true);
    row("another IPv4", "192.0.2.1", "192.0.2.2", false);
    row("IPv4 by way of IPv6", "192.0.2.1", "::ffff:192.0.2.1", true);
    row("one IPv6 network", "2001:db8:1:2::3", "2001:db8:1:2:ffff::4", true);
    row("another IPv6 network", "2001:db8:1:2::3", "2001:db8:1:3::3", false);
}

void TestLimits::addresses()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    using Network = Admission::Network;
    QCOMPARE(Network::of(QHostAddress(one)) == Network::of(QHostAddress(other)), same);
    QVERIFY(!Network::of(QHostAddress()));
}

void TestLimits::turnedAway_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("cause");
    QTest::addRow("maxClients") << Change([](Settings &settings) { settings.maxClients = 2; }) << QByteArray("503")
                                << QStringLiteral("too many clients");
    QTest::addRow("maxClientsPerAddress") << Change([](Settings &settings) { settings.maxClientsPerAddress = 2; })
                                          << QByteArray("429") << QStringLiteral("too many clients of an address");
    QTest::addRow("maxHandshakesPerSecond") << Change([](Settings &settings) { settings.maxHandshakesPerSecond = 2; })
                                            << QByteArray("503") << QStringLiteral("too many handshakes");
}

void TestLimits::turnedAway()
{
    QFETCH(const Change, change);
    QFETCH(const QByteArray, status);
    QFETCH(const QString, cause);
    Settings settings = testSettings();
    settings.workers = 2;
    change(settings);
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    const auto clients = openClients(server, 2);
    QCOMPARE(clients.size(), size_t(2));

    RawClient refused(server.port());
    refused.write(RawClient::handshake());
    const QByteArray head = refused.readHead();
    QVERIFY2(head.startsWith("HTTP/1.1 " + status + ' '), head.constData());
    QVERIFY2(head.contains("\r\nRetry-After: "), head.constData());
    const auto body = refused.readToEnd();
    QVERIFY(body && body->endsWith(".\n"));

    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).size(), 1);
    const QString told = server.lines(QStringLiteral("disconnect")).constFirst();
    QVERIFY2(told.contains(QStringLiteral("server \"%1\"").arg(cause)), qPrintable(told));
    clients.front()->write(text("still here"));
    QCOMPARE(clients.front()->readFrame().value_or(WireFrame()).payload, QByteArray("still here"));
}

void TestLimits::maxClientsIsATrueCount()
{
    Settings settings = testSettings();
    settings.workers = 3;
    settings.maxClients = 7;
    RecordedServer server(settings);
    QVERIFY(server.start());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int index = 0; index < 20; ++index)
        clients.push_back(std::make_unique<RawClient>(server.port()));
    int opened = 0;
    for (const auto &client : clients)
        opened += client->open() ? 1 : 0;
    QCOMPARE(opened, 7);
    QCOMPARE(server.lines(QStringLiteral("open")).size(), 7);
}

void TestLimits::aPlaceIsFreeAgain()
{
    Settings settings = testSettings();
    settings.maxClients = 1;
    settings.maxClientsPerAddress = 1;
    RecordedServer server(settings);
    QVERIFY(server.start());
    for (int round = 1; round <= 3; ++round) {
        RawClient client(server.port());
        QVERIFY2(client.open(), qPrintable(QString::number(round)));
        client.reset();
        QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), round);
    }
}

void TestLimits::refusalsThatCrowdAreDropped()
{
    Settings settings = testSettings();
    settings.maxClients = 1;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int index = 0; index < Admission::maxRefusing + 20; ++index)
        crowd.push_back(std::make_unique<RawClient>(server.port()));
    QVERIFY2(crowd.back()->waitForEnd(), "the last is closed without a word");
    crowd.front()->write(RawClient::handshake());
    QVERIFY(crowd.front()->readHead().startsWith("HTTP/1.1 503 "));
}

void TestLimits::rates_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("bytes");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("messages a second") << 50 << 0;
    QTest::newRow("bytes a second") << 0 << 500;
}

// A second's worth may come at once; what is beyond it takes its time, and nothing is lost.
void TestLimits::rates()
{
    QFETCH(const int, messages);
    QFETCH(const int, bytes);
    Settings settings = testSettings();
    settings.maxMessagesPerSecond = messages;
    settings.maxBytesPerSecond = bytes;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QElapsedTimer timer;
    timer.start();
    for (int index = 0; index < 100; ++index) {
        client.write(text(QByteArray::number(index).rightJustified(10, '0')));
        const auto echo = client.readFrame();
        QVERIFY(echo);
        QCOMPARE(echo->payload.toInt(), index);
    }
    const bool limited = messages > 0 || bytes > 0;
    if (limited)
        QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    client.write(RawClient::closeFrame(1000));
    QVERIFY(client.waitForEnd());
    QTRY_VERIFY(server.last().contains(QLatin1String("clean client")));
}

void TestLimits::aSlowedClientIsNotTakenForDead()
{
    Settings settings = testSettings();
    settings.maxMessagesPerSecond = 10;
    settings.pingInterval = 20ms;
    settings.pongTimeout = 40ms;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QByteArray burst;
    for (int index = 0; index < 15; ++index)
        burst += text("x");
    client.write(burst);
    int echoes = 0;
    // Pings are answered only when the server reads again.
    while (echoes < 15) {
        const auto frame = client.readFrame();
        QVERIFY(frame);
        QVERIFY(frame->opcode != Opcode::Close);
        echoes += frame->opcode == Opcode::Text ? 1 : 0;
        if (frame->opcode == Opcode::Ping)
            client.write(RawClient::frame(Opcode::Pong, frame->payload));
    }
    QCOMPARE(server.lines(QStringLiteral("close")), QStringList());
}

void TestLimits::queuesOfAll_data()
{
    QTest::addColumn<int>("policy");
    QTest::newRow("close") << int(QueuePolicy::Close);
    QTest::newRow("dropNewest") << int(QueuePolicy::DropNewest);
    QTest::newRow("dropOldest") << int(QueuePolicy::DropOldest);
    QTest::newRow("block") << int(QueuePolicy::Block);
}

// Six clients that do not read, each far below its own limit; a seventh that reads loses nothing.
void TestLimits::queuesOfAll()
{
    QFETCH(const int, policy);
    constexpr qint64 most = 2 * 1024 * 1024;
    const QByteArray piece(64 * 1024, 'a');
    Settings settings = testSettings();
    settings.workers = 2;
    settings.queueTotalMaxBytes = most;
    settings.queueMaxBytes = 64 * most;
    settings.queuePolicy = QueuePolicy(policy);
    settings.closeTimeout = 200ms;
    RecordedServer server(settings, true);
    std::atomic<int> full = 0;
    server.server().onBufferFull([&](ClientId) { ++full; });
    QVERIFY(server.start());
    const auto slow = openClients(server, 6);
    QCOMPARE(slow.size(), size_t(6));
    Server &api = server.server();

    const auto queued = [&] {
        qint64 sum = 0;
        for (quint64 id = 1; id <= 7; ++id)
            sum += api.queuedBytes({id});
        return sum;
    };
    for (int round = 0; round < 1200 && full == 0; ++round) {
        api.broadcast(Message(Opcode::Binary, piece));
        // The clients are asked one after the other while their queues move: too much is only what stays.
        QVERIFY(QTest::qWaitFor([&] { return queued() <= most + 7 * piece.size(); }));
    }
    QTRY_VERIFY2(full > 0 || policy == int(QueuePolicy::DropOldest), "somebody found the queues full");
    if (policy == int(QueuePolicy::Close)) {
        QTRY_VERIFY(!server.lines(QStringLiteral("close")).isEmpty());
        const QString told = server.lines(QStringLiteral("close")).constFirst();
        QVERIFY2(told.contains(QLatin1String(" 3008 ")) && told.contains(QLatin1String("\"queues full\"")),
                 qPrintable(told));
    }
    RawClient healthy(server.port());
    QVERIFY(healthy.open());
    for (int index = 0; index < 20; ++index) {
        healthy.write(text(QByteArray::number(index)));
        QCOMPARE(healthy.readFrame().value_or(WireFrame()).payload, QByteArray::number(index));
    }
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
