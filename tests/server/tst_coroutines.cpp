// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/monitor/monitor.h"

#include <QCoroNetworkReply>
#include <QCoroProcess>
#include <QCoroTimer>

#include <QNetworkAccessManager>
#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <stdexcept>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

/// Tells that it was destroyed.
class Witness final
{
    Q_DISABLE_COPY_MOVE(Witness)

public:
    explicit Witness(std::atomic<int> &gone) : m_gone(gone) { }
    ~Witness() { ++m_gone; }

private:
    std::atomic<int> &m_gone;
};

QCoro::Task<int> slowly(Server &server, int value)
{
    co_await server.sleep(1ms);
    co_return value;
}

} // namespace

/// Handlers that wait: what they may wait for, what waits for them, and how they end.
class TestCoroutines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHandlerMayBeOne();
    void handshakeAndRequest();
    void handshakeTimesOut();
    void emptyHandlers();
    void frameOwnsItsBytes();
    void eventsOfAClientWait();
    void otherClientsGoOn();
    void endlessOneLeavesTimeForOthers();
    void throwing_data();
    void throwing();
    void timerOfAClientWaitsItsTurn();
    void tickDoesNotOverlapItself();
    void afterKeepsItsCaptures();
    void foreignAwaitables_data();
    void foreignAwaitables();
    void helpersThatAreCoroutines();
    void pushWaitWaitsForRoom();
    void drainedWaitsForTheKernel();
    void clientThatLeft_data();
    void clientThatLeft();
    void backlogPausesReading();
    void pauseAndResume();
    void pausedPeerMayBeSilent();
    void resetIsSeenWhilePaused();
    void pauseWithinAFrame();
    void fromTheServersThread();
    void stopWaitsForTheGrace();
    void stopDestroysWhatNeverEnds_data();
    void stopDestroysWhatNeverEnds();
    void destructorDestroysWhatNeverEnds();
};

void TestCoroutines::everyHandlerMayBeOne()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    const auto say = [&recorded](const char *what) { recorded.write(QString::fromLatin1(what)); };
    server.onWorkerStart([&, say](int) -> QCoro::Task<> {
        co_await server.sleep(1ms);
        say("worker started");
    });
    server.onOpen([&, say](const Request &request) -> QCoro::Task<> {
        const bool there = co_await server.sleep(request.client, 1ms);
        say(there ? "opened" : "left");
    });
    server.onMessage([&, say](Frame frame) -> QCoro::Task<> {
        co_await server.sleep(frame.client, 1ms);
        say("message");
        server.push(frame.client, frame.text());
    });
    server.onClose([&, say](const Closed &closed) -> QCoro::Task<> {
        const quint16 code = closed.code;
        co_await server.sleep(1ms);
        say(code == closed.code ? "closed" : "garbled");
    });
    server.onDisconnect([say](const Closed &) -> QCoro::Task<> {
        say("disconnected");
        co_return;
    });
    QVERIFY(recorded.start());
    QTRY_COMPARE(recorded.last(), QStringLiteral("worker started"));

    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("a"));
    client.finish();
    QTRY_COMPARE(recorded.last(), QStringLiteral("closed"));
    RawClient(recorded.port()).write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(recorded.last(), QStringLiteral("disconnected"));
    QCOMPARE(recorded.lines(),
             QStringList({QStringLiteral("worker started"), QStringLiteral("opened"), QStringLiteral("message"),
                          QStringLiteral("closed"), QStringLiteral("disconnected")}));
}

void TestCoroutines::handshakeAndRequest()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onHandshake([&](const Request &request) -> QCoro::Task<Upgrade> {
        co_await server.sleep(request.client, 2ms);
        if (request.path == QLatin1String("/throws"))
            throw std::runtime_error("on purpose");
        co_return request.path == QLatin1String("/good") ? Upgrade::accept() : Upgrade::reject(403);
    });
    server.onRequest([&](const HttpRequest &request) -> QCoro::Task<HttpReply> {
        co_await server.sleep(request.client, 2ms);
        co_return HttpReply::text(request.path);
    });
    QVERIFY(recorded.start());
    RawClient good(recorded.port());
    QVERIFY(good.open("/good"));
    RawClient bad(recorded.port());
    bad.write(RawClient::handshake("/bad"));
    QVERIFY(bad.readHead().startsWith("HTTP/1.1 403 "));
    QTest::ignoreMessage(QtWarningMsg, "A handler of client #3 threw: on purpose.");
    RawClient throws(recorded.port());
    throws.write(RawClient::handshake("/throws"));
    QVERIFY(throws.readHead().startsWith("HTTP/1.1 500 "));
    RawClient page(recorded.port());
    const QByteArray get = " HTTP/1.1\r\nHost: a\r\n";
    page.write("GET /one" + get + "\r\nGET /two" + get + "Connection: close\r\n\r\n");
    const QByteArray answers = page.readToEnd().value_or(QByteArray());
    QVERIFY2(answers.contains("/one") && answers.indexOf("/two") > answers.indexOf("/one"), answers.constData());
}

void TestCoroutines::handshakeTimesOut()
{
    Settings settings = testSettings();
    settings.handshakeTimeout = 30ms;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onHandshake([&](const Request &request) -> QCoro::Task<Upgrade> {
        const bool there = co_await server.sleep(request.client, 1h);
        recorded.write(there ? QStringLiteral("there") : QStringLiteral("left"));
        co_return Upgrade::accept();
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.write(RawClient::handshake());
    QVERIFY(client.waitForEnd());
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("disconnect")));
    QCOMPARE(recorded.lines().constFirst(), QStringLiteral("left"));
}

void TestCoroutines::emptyHandlers()
{
    QVERIFY(!Handler<int>());
    QVERIFY(!Handler<int>(nullptr));
    QVERIFY(!Handler<int>(std::function<void(int)>()));
    QVERIFY(Handler<int>([](int) {}));
    QVERIFY((!Decider<int, int>(nullptr) && !Decider<int, int>(std::function<int(int)>())));
    QVERIFY(!(Decider<int, int>().into({})));
}

/// A coroutine may take its arguments by reference: they live as long as it does.
void TestCoroutines::frameOwnsItsBytes()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) -> QCoro::Task<> {
        co_await server.sleep(frame.client, 2ms);
        recorded.write(frame.text() + QLatin1Char('/') + QString::fromUtf8(frame.view()));
        recorded.write(QString::fromUtf8(frame.data()));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    const QByteArray one(3000, 'x');
    client.write(text(one) + text("two"));
    QTRY_COMPARE(recorded.lines().size(), 5);
    QCOMPARE(recorded.lines().mid(1).join(QLatin1Char(' ')).toUtf8(), one + '/' + one + ' ' + one + " two/two two");
}

void TestCoroutines::eventsOfAClientWait()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) -> QCoro::Task<> {
        recorded.write(QStringLiteral("begin ") + frame.text());
        co_await server.sleep(3ms);
        recorded.write(QStringLiteral("end ") + frame.text());
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a") + text("b"));
    client.write(text("c") + RawClient::closeFrame(1000));
    QTRY_COMPARE(recorded.lines(QStringLiteral("close")).size(), 1);
    QCOMPARE(recorded.lines().mid(1).join(QLatin1Char('|')),
             QStringLiteral("begin a|end a|begin b|end b|begin c|end c|close #1 1000 clean client \"peer close\""));
}

void TestCoroutines::otherClientsGoOn()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        if (frame.text() == QLatin1String("wait"))
            co_await server.sleep(frame.client, 1h);
        server.push(frame.client, frame.text());
    });
    QVERIFY(recorded.start());
    RawClient waiting(recorded.port());
    QVERIFY(waiting.open());
    waiting.write(text("wait"));
    RawClient other(recorded.port());
    QVERIFY(other.open());
    other.write(text("go"));
    QCOMPARE(other.readFrame().value_or(WireFrame()).payload, QByteArray("go"));
}

/// What it waits for is there at once, again and again.
void TestCoroutines::endlessOneLeavesTimeForOthers()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        while (frame.text() == QLatin1String("for ever") && co_await server.drained(frame.client)) { }
        server.push(frame.client, frame.text());
    });
    QVERIFY(recorded.start());
    RawClient busy(recorded.port());
    QVERIFY(busy.open());
    busy.write(text("for ever"));
    RawClient other(recorded.port());
    QVERIFY(other.open());
    other.write(text("go"));
    QCOMPARE(other.readFrame().value_or(WireFrame()).payload, QByteArray("go"));
    busy.reset();
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("close")));
}

void TestCoroutines::throwing_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("before it waits") << false;
    QTest::newRow("after it waited") << true;
}

void TestCoroutines::throwing()
{
    QFETCH(const bool, waits);
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        if (waits)
            co_await server.sleep(frame.client, 1ms);
        throw std::runtime_error("on purpose");
    });
    QTest::ignoreMessage(QtWarningMsg, "A handler of client #1 threw: on purpose.");
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a"));
    const auto close = client.readFrame();
    QVERIFY(close);
    QCOMPARE(close->closeCode(), 1011);
    client.write(RawClient::closeFrame(1011));
    QTRY_VERIFY(recorded.last().contains(QStringLiteral("1011 clean server \"handler error\"")));
    server.stop();
    QTRY_COMPARE(server.finalTotals().handlerErrors, 1u);
}

void TestCoroutines::timerOfAClientWaitsItsTurn()
{
    std::atomic<int> cleared = -1;
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) -> QCoro::Task<> {
        server.after(frame.client, 1ms, [&] { recorded.write(QStringLiteral("after")); });
        const TimerId never = server.after(frame.client, 1ms, [&] { recorded.write(QStringLiteral("never")); });
        server.tick(frame.client, 1ms, [&] { recorded.write(QStringLiteral("tick")); });
        co_await server.sleep(frame.client, 20ms);
        cleared = server.clearTimer(never);
        recorded.write(QStringLiteral("end"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a"));
    QTRY_VERIFY(recorded.lines().size() > 5);
    QCOMPARE(recorded.lines().mid(1, 2), QStringList({QStringLiteral("end"), QStringLiteral("after")}));
    QVERIFY(!recorded.lines().contains(QStringLiteral("never")));
    QCOMPARE(cleared, 1);
    client.reset();
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("close")));
}

void TestCoroutines::tickDoesNotOverlapItself()
{
    std::atomic<int> running = 0;
    std::atomic<int> runs = 0;
    std::atomic<int> most = 0;
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.tick(1ms, [&]() -> QCoro::Task<> {
        most = std::max(most.load(), ++running);
        co_await server.sleep(5ms);
        --running;
        ++runs;
    });
    QTRY_VERIFY(runs > 3);
    QCOMPARE(most, 1);
}

void TestCoroutines::afterKeepsItsCaptures()
{
    std::atomic<int> gone = 0;
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    server.after(1ms, [&, kept = std::make_shared<Witness>(gone), word = QStringLiteral("kept")]() -> QCoro::Task<> {
        co_await server.sleep(2ms);
        recorded.write(word + QString::number(gone));
    });
    QTRY_COMPARE(recorded.last(), QStringLiteral("kept0"));
    QTRY_COMPARE(gone, 1);
}

void TestCoroutines::foreignAwaitables_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"sleepFor", "timer", "reply", "process"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestCoroutines::foreignAwaitables()
{
    QFETCH(const QString, word);
    QTcpServer http;
    QVERIFY(http.listen(QHostAddress::LocalHost));
    connect(&http, &QTcpServer::newConnection, &http, [&] {
        QTcpSocket *socket = http.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nreply"); });
    });
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(http.serverPort()));

    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        QByteArray answer = frame.data();
        if (answer == "sleepFor") {
            co_await QCoro::sleepFor(2ms);
        } else if (answer == "timer") {
            QTimer timer;
            timer.start(2);
            co_await timer;
        } else if (answer == "reply") {
            QNetworkAccessManager network;
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
            co_await reply.get();
            answer = reply->readAll();
        } else {
            QProcess process;
            process.setProgram(QStringLiteral("echo"));
            process.setArguments(QStringList(QStringLiteral("process")));
            co_await qCoro(process).start();
            co_await qCoro(process).waitForFinished();
            answer = process.readAllStandardOutput().trimmed();
        }
        server.push(frame.client, Opcode::Text, answer);
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text(word.toUtf8()));
    QTRY_VERIFY(client.socket().bytesAvailable() > 0);
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, word.toUtf8());
}

void TestCoroutines::helpersThatAreCoroutines()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        auto first = slowly(server, 1);
        auto second = slowly(server, 2);
        const int sum = co_await first + co_await second + co_await slowly(server, 4);
        server.push(frame.client, QString::number(sum));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("7"));
}

void TestCoroutines::pushWaitWaitsForRoom()
{
    Settings settings = testSettings();
    settings.queueMaxBytes = 64 * 1024;
    settings.workers = 2;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    constexpr int count = 400;
    // Handlers run on the sender's worker; the receiver is another's.
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        const ClientId to{frame.text().toULongLong()};
        for (int number = 0; number < count; ++number) {
            const QByteArray block = QByteArray::number(number).leftJustified(32 * 1024, '.');
            if (!accepted(co_await server.pushWait(to, Message::binary(block))))
                co_return recorded.write(QStringLiteral("lost"));
        }
        const PushResult tooBig = co_await server.pushWait(to, Message::binary(QByteArray(2 * 1024 * 1024, 'b')));
        recorded.write(QStringLiteral("done ") + QString::fromLatin1(name(tooBig).data()));
    });
    QVERIFY(recorded.start());
    RawClient receiver(recorded.port());
    receiver.socket().setReadBufferSize(64 * 1024);
    QVERIFY(receiver.open());
    QTRY_VERIFY(recorded.lastOpened());
    const ClientId to = recorded.lastOpened();
    RawClient sender(recorded.port());
    QVERIFY(sender.open());
    sender.write(text(QByteArray::number(to.value)));
    receiver.write(text(QByteArray::number(to.value)));

    QTRY_VERIFY(server.queuedBytes(to) > 0);
    QHash<int, int> seen;
    receiver.socket().setReadBufferSize(0);
    for (int index = 0; index < 2 * count; ++index)
        ++seen[receiver.readFrame().value_or(WireFrame()).payload.replace('.', "").toInt()];
    QCOMPARE(seen.size(), count);
    for (const int times : seen)
        QCOMPARE(times, 2);
    QTRY_COMPARE(recorded.lines(QStringLiteral("done")), QStringList(2, QStringLiteral("too big")));
}

void TestCoroutines::drainedWaitsForTheKernel()
{
    Settings settings = testSettings();
    settings.queueMaxBytes = 64 * 1024 * 1024;
    settings.messageMaxBytes = 16 * 1024 * 1024;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        const bool empty = co_await server.drained(frame.client);
        server.push(frame.client, Opcode::Binary, QByteArray(16 * 1024 * 1024, 'b'));
        recorded.write(empty && server.queuedBytes(frame.client) > 0 ? QStringLiteral("waits") : QStringLiteral("no"));
        const bool drained = co_await server.drained(frame.client);
        const bool isEmpty = server.queuedBytes(frame.client) == 0;
        recorded.write(drained && isEmpty ? QStringLiteral("drained") : QStringLiteral("not"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.socket().setReadBufferSize(64 * 1024);
    QVERIFY(client.open());
    client.write(text("a"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("waits"));
    client.socket().setReadBufferSize(0);
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload.size(), 16 * 1024 * 1024);
    QTRY_COMPARE(recorded.last(), QStringLiteral("drained"));
}

void TestCoroutines::clientThatLeft_data()
{
    QTest::addColumn<QString>("waitsFor");
    for (const char *what : {"sleep", "drained", "room", "foreign"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// What a coroutine waits for ends with its client, and says so; only then is the close told.
void TestCoroutines::clientThatLeft()
{
    QFETCH(const QString, waitsFor);
    Settings settings = testSettings();
    settings.queuePolicy = QueuePolicy::Block;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        const Message block = Message::binary(QByteArray(512 * 1024, 'b'));
        if (waitsFor != QLatin1String("sleep")) {
            while (accepted(server.push(frame.client, block))) { }
        }
        recorded.write(QStringLiteral("waits"));
        bool there = false;
        if (waitsFor == QLatin1String("sleep"))
            there = co_await server.sleep(frame.client, 1h);
        else if (waitsFor == QLatin1String("drained"))
            there = co_await server.drained(frame.client);
        else if (waitsFor == QLatin1String("room"))
            there = co_await server.pushWait(frame.client, block) != PushResult::UnknownClient;
        else
            while (server.isEstablished(frame.client))
                co_await QCoro::sleepFor(1ms);
        there = there || server.push(frame.client, block) != PushResult::UnknownClient;
        there = there || co_await server.pushWait(frame.client, block) != PushResult::UnknownClient;
        there = there || co_await server.sleep(frame.client, 1h) || co_await server.drained(frame.client);
        recorded.write(there ? QStringLiteral("there") : QStringLiteral("left"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.socket().setReadBufferSize(64 * 1024);
    QVERIFY(client.open());
    client.write(text("a"));
    QTRY_COMPARE(recorded.lines().value(1), QStringLiteral("waits"));
    client.reset();
    QTRY_COMPARE(recorded.lines(QStringLiteral("close")).size(), 1);
    QCOMPARE(recorded.lines().value(recorded.lines().size() - 2), QStringLiteral("left"));
}

/// A client that sends more than its handler takes is held back by TCP, not closed, and nothing of it is lost.
void TestCoroutines::backlogPausesReading()
{
    std::atomic<bool> held = true;
    std::atomic<int> handled = 0;
    Settings settings = testSettings();
    settings.inboxMaxBytes = 64 * 1024;
    settings.messageMaxBytes = 64 * 1024;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        while (held && co_await server.sleep(frame.client, 1ms)) { }
        if (frame.text().startsWith(QString::number(handled) + QLatin1Char('.')))
            ++handled;
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    constexpr int count = 1500;
    for (int number = 0; number < count; ++number)
        client.socket().write(text(QByteArray::number(number).append('.').leftJustified(16 * 1024, 'x')));
    qint64 unsent = -1;
    QVERIFY(QTest::qWaitFor([&] {
        const bool stuck = unsent == client.socket().bytesToWrite();
        unsent = client.socket().bytesToWrite();
        return stuck && !client.socket().waitForBytesWritten(50);
    }));
    QVERIFY2(unsent > 4 * 1024 * 1024, qPrintable(QString::number(unsent)));
    QCOMPARE(handled, 0);

    held = false;
    QTRY_COMPARE_WITH_TIMEOUT(handled, count, 20'000);
    client.write(RawClient::closeFrame(1000));
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("close #1 1000 clean")));
}

void TestCoroutines::pauseAndResume()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) {
        recorded.write(frame.text());
        server.pause(frame.client);
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("one"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("one"));
    RawClient witness(recorded.port());
    client.write(text("two") + RawClient::closeFrame(1000));
    QVERIFY(witness.open());
    witness.write(text("witness"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("witness"));
    QVERIFY(!recorded.lines().contains(QStringLiteral("two")));

    server.resume({1});
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("close #1 1000 clean")));
    QVERIFY(recorded.lines().contains(QStringLiteral("two")));
    server.resume({99});
}

/// It cannot be heard, and is not to blame.
void TestCoroutines::pausedPeerMayBeSilent()
{
    std::atomic<int> ticks = 0;
    Settings settings = testSettings();
    settings.pingInterval = 10ms;
    settings.pongTimeout = 10ms;
    settings.idleTimeout = 40ms;
    settings.closeTimeout = 50ms;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    recorded.whenOpen = [&](const Request &request) {
        server.pause(request.client);
        server.tick(10ms, [&] { ++ticks; });
    };
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    QTRY_VERIFY(ticks > 10);
    QVERIFY(server.isEstablished({1}));
    server.resume({1});
    QTRY_VERIFY(recorded.last().contains(QStringLiteral("server \"no pong\"")));
}

void TestCoroutines::resetIsSeenWhilePaused()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) {
        recorded.write(frame.text());
        server.pause(frame.client);
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("one"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("one"));
    client.write(text("two"));
    client.reset();
    QTRY_COMPARE(recorded.last(), QStringLiteral("close #1 1006 unclean network \"reset\""));
}

/// QWebSocket gives up a frame whose rest does not come for five seconds; it must not when we do not read it.
void TestCoroutines::pauseWithinAFrame()
{
    std::atomic<int> ticks = 0;
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onMessage([&](const Frame &frame) {
        recorded.write(frame.text().left(3));
        server.pause(frame.client);
        server.tick(100ms, [&] { ++ticks; });
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    const QByteArray second = text("two" + QByteArray(1000, 'x'));
    client.write(text("one") + second.first(500));
    QTRY_COMPARE(recorded.last(), QStringLiteral("one"));
    QTRY_VERIFY_WITH_TIMEOUT(ticks > 56, 20'000);
    client.write(second.mid(500));
    server.resume({1});
    QTRY_COMPARE(recorded.last(), QStringLiteral("two"));
}

void TestCoroutines::fromTheServersThread()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    QTRY_VERIFY(recorded.lastOpened());
    QStringList said;
    const auto talk = [&]() -> QCoro::Task<> {
        const ClientId to = recorded.lastOpened();
        said << (co_await server.sleep(to, 1ms) ? QStringLiteral("slept") : QStringLiteral("left"));
        said << QString::fromLatin1(name(co_await server.pushWait(to, QStringLiteral("hi"))).data());
        said << (QThread::currentThread() == thread() ? QStringLiteral("here") : QStringLiteral("elsewhere"));
    };
    const auto task = talk();
    QTRY_COMPARE(said.join(QLatin1Char(' ')), QStringLiteral("slept sent here"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("hi"));
}

void TestCoroutines::stopWaitsForTheGrace()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    bool done = false;
    server.onShutdown([&] { done = true; });
    server.onMessage([&](Frame frame) -> QCoro::Task<> {
        const bool there = co_await server.sleep(frame.client, 1h);
        co_await QCoro::sleepFor(20ms);
        recorded.write(there ? QStringLiteral("there") : QStringLiteral("finished"));
    });
    server.onClose([&](const Closed &) -> QCoro::Task<> {
        recorded.write(QStringLiteral("closing"));
        co_await QCoro::sleepFor(20ms);
        recorded.write(QStringLiteral("closed"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a") + text("b"));
    QTRY_COMPARE(recorded.lines().size(), 1);
    server.stop(10s);
    QVERIFY(client.readFrame());
    client.write(RawClient::closeFrame(1001));
    QTRY_VERIFY(done);
    QCOMPARE(recorded.lines().mid(1).join(QLatin1Char(' ')), QStringLiteral("finished closing closed"));
}

void TestCoroutines::stopDestroysWhatNeverEnds_data()
{
    QTest::addColumn<QString>("waitsFor");
    for (const char *what : {"sleepFor", "timer", "reply", "process", "helper", "detached", "sleep"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestCoroutines::stopDestroysWhatNeverEnds()
{
    std::atomic<int> gone = 0;
    QFETCH(const QString, waitsFor);
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    const auto forEver = [&gone]() -> QCoro::Task<> {
        const Witness witness(gone);
        co_await QCoro::sleepFor(1h);
    };
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    bool done = false;
    server.onShutdown([&] { done = true; });
    server.onMessage([&](const Frame &) -> QCoro::Task<> {
        const Witness witness(gone);
        recorded.write(QStringLiteral("waits"));
        if (waitsFor == QLatin1String("sleepFor")) {
            co_await QCoro::sleepFor(1h);
        } else if (waitsFor == QLatin1String("timer")) {
            QTimer timer;
            timer.start(3'600'000);
            co_await timer;
        } else if (waitsFor == QLatin1String("reply")) {
            QNetworkAccessManager network;
            const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(mute.serverPort()));
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
            co_await reply.get();
        } else if (waitsFor == QLatin1String("process")) {
            QProcess process;
            process.start(QStringLiteral("sleep"), {QStringLiteral("3600")});
            co_await qCoro(process).waitForFinished(-1);
        } else if (waitsFor == QLatin1String("helper")) {
            const auto other = forEver();
            co_await forEver();
        } else if (waitsFor == QLatin1String("detached")) {
            forEver();
            co_await forEver();
        } else {
            co_await server.sleep(1h);
        }
        recorded.write(QStringLiteral("never"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(text("a") + text("b"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("waits"));
    server.stop(30ms);
    QTRY_VERIFY(done);
    const int frames = waitsFor == QLatin1String("helper") ? 3 : waitsFor == QLatin1String("detached") ? 3 : 1;
    QCOMPARE(gone, frames);
    QCOMPARE(recorded.lines().size(), 3);
    QVERIFY2(recorded.last().startsWith(QStringLiteral("close #1 1001")), "its close is told behind it");
}

void TestCoroutines::destructorDestroysWhatNeverEnds()
{
    std::atomic<int> gone = 0;
    {
        RecordedServer recorded(testSettings());
        recorded.server().onOpen([&](const Request &) -> QCoro::Task<> {
            const Witness witness(gone);
            recorded.write(QStringLiteral("waits"));
            co_await QCoro::sleepFor(1h);
        });
        QVERIFY(recorded.start());
        RawClient client(recorded.port());
        QVERIFY(client.open());
        QTRY_COMPARE(recorded.last(), QStringLiteral("waits"));
    }
    QCOMPARE(gone, 1);
}

QTEST_GUILESS_MAIN(TestCoroutines)
#include "tst_coroutines.moc"
