// SPDX-License-Identifier: MIT
#include "tests/support/intime.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// Peers that mean harm, all on one worker with a healthy client that is answered in time meanwhile.
class TestAttacks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyMeanwhile_data();
    void healthyMeanwhile();
    void slowFrameIsCut();
    void pingsThatNobodyReadTheAnswersOf();
    void endlessFragments();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

/// A blocking socket without Qt, for threads without an event loop.
class Attacker
{
public:
    explicit Attacker(quint16 port) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{0, 200'000};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    ~Attacker() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Attacker)

    /// False when the peer takes no more or has gone.
    bool write(const QByteArray &bytes)
    {
        return ::send(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    void open()
    {
        char answer[4096];
        write(RawClient::handshake());
        [[maybe_unused]] const auto got = ::recv(m_descriptor, answer, sizeof answer, 0);
    }
    void drain()
    {
        char sink[65536];
        while (::recv(m_descriptor, sink, sizeof sink, MSG_DONTWAIT) > 0) { }
    }
    void resetOnClose()
    {
        const linger now{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }

private:
    int m_descriptor;
};

using Attack = void (*)(quint16 port, const std::atomic<bool> &over);

void storm(quint16 port, const std::atomic<bool> &over)
{
    while (!over) {
        Attacker attacker(port);
        attacker.resetOnClose();
        attacker.write(RawClient::handshake().first(40));
    }
}

void openAndReset(quint16 port, const std::atomic<bool> &over)
{
    while (!over) {
        Attacker attacker(port);
        attacker.open();
        attacker.resetOnClose();
    }
}

void flood(quint16 port, const std::atomic<bool> &over, const QByteArray &bytes)
{
    while (!over) {
        Attacker attacker(port);
        attacker.open();
        while (!over && attacker.write(bytes))
            attacker.drain();
    }
}

void pings(quint16 port, const std::atomic<bool> &over)
{
    flood(port, over, RawClient::frame(Opcode::Ping, "x").repeated(8000));
}

void fragments(quint16 port, const std::atomic<bool> &over)
{
    flood(port, over,
          RawClient::frame(Opcode::Text, "x", false) + RawClient::frame(Opcode::Continuation, "x", false).repeated(8000)
              + RawClient::frame(Opcode::Continuation, "x"));
}

void emptyFragments(quint16 port, const std::atomic<bool> &over)
{
    flood(port, over,
          RawClient::frame(Opcode::Text, "", false) + RawClient::frame(Opcode::Continuation, "", false).repeated(8000)
              + RawClient::frame(Opcode::Continuation, ""));
}

void smallMessages(quint16 port, const std::atomic<bool> &over) { flood(port, over, text("x").repeated(8000)); }

void halfOpen(quint16 port, const std::atomic<bool> &over)
{
    std::vector<std::unique_ptr<Attacker>> attackers;
    for (int index = 0; index < 300 && !over; ++index) {
        attackers.push_back(std::make_unique<Attacker>(port));
        attackers.back()->write(RawClient::handshake().first(40));
    }
    while (!over)
        std::this_thread::yield();
}

} // namespace

void TestAttacks::healthyMeanwhile_data()
{
    QTest::addColumn<Attack>("attack");
    QTest::newRow("connect and reset") << Attack(storm);
    QTest::newRow("open and reset") << Attack(openAndReset);
    QTest::newRow("pings") << Attack(pings);
    QTest::newRow("fragments of one byte") << Attack(fragments);
    QTest::newRow("empty fragments") << Attack(emptyFragments);
    QTest::newRow("messages of one byte") << Attack(smallMessages);
    QTest::newRow("half of a handshake, 300 times") << Attack(halfOpen);
}

// One answer in twenty may come later: this machine has other things to do.
void TestAttacks::healthyMeanwhile()
{
    QFETCH(const Attack, attack);
    Settings settings = testSettings();
    settings.maxClients = 500;
    settings.maxMessagesPerSecond = 10'000;
    RecordedServer server(settings);
    server.whenMessage = [&](const Frame &frame) { server.server().push(frame.client, frame.opcode, frame.view()); };
    QVERIFY(server.start());
    RawClient healthy(server.port());
    QVERIFY(healthy.open());
    std::atomic<bool> over = false;
    std::thread attacker(attack, server.port(), std::cref(over));
    qint64 worst = 0;
    int late = 0;
    int echoes = 0;
    QElapsedTimer all;
    all.start();
    bool answered = true;
    for (; answered && all.elapsed() < 1000; ++echoes) {
        QElapsedTimer timer;
        timer.start();
        healthy.write(text(QByteArray::number(echoes)));
        answered = healthy.readFrame().value_or(WireFrame()).payload == QByteArray::number(echoes);
        worst = qMax(worst, timer.elapsed());
        late += timer.elapsed() < inTime ? 0 : 1;
    }
    over = true;
    attacker.join();
    qInfo("%d answers, the slowest after %lld ms", echoes, worst);
    QVERIFY(answered);
    QVERIFY2(late * 20 <= echoes, qPrintable(QStringLiteral("%1 of %2 were late").arg(late).arg(echoes)));
}

void TestAttacks::slowFrameIsCut()
{
    Settings settings = testSettings();
    settings.pingInterval = 50ms;
    settings.pongTimeout = 100ms;
    settings.closeTimeout = 100ms;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(text("never whole").first(5));
    QTRY_VERIFY(!server.lines(QStringLiteral("close")).isEmpty());
    QVERIFY2(server.last().contains(QLatin1String("\"no pong\"")), qPrintable(server.last()));
}

// The answers wait in our queue: past its limit the peer is not read.
void TestAttacks::pingsThatNobodyReadTheAnswersOf()
{
    Settings settings = testSettings();
    settings.queueMaxBytes = 64 * 1024;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    const QByteArray burst = RawClient::frame(Opcode::Ping, QByteArray(100, 'p')).repeated(1000);
    Attacker attacker(server.port());
    attacker.open();
    QTRY_VERIFY(server.lastOpened());
    qint64 most = 0;
    int bursts = 0;
    for (; bursts < 1000 && attacker.write(burst); ++bursts)
        most = qMax(most, server.server().queuedBytes(server.lastOpened()));
    QVERIFY2(bursts < 1000, "it is read no more");
    QVERIFY2(most <= 2 * 1024 * 1024, qPrintable(QString::number(most)));
}

void TestAttacks::endlessFragments()
{
    Settings settings = testSettings();
    settings.messageMaxBytes = 10'000;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "x", false)
                 + RawClient::frame(Opcode::Continuation, "x", false).repeated(10'001));
    const auto frame = client.readFrame();
    QVERIFY(frame && frame->closeCode() == 1009);
    QTRY_VERIFY(server.last().contains(QLatin1String("1009 unclean server \"too big\"")));
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
