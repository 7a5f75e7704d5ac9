// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 patience = 100; // milliseconds that a healthy client may wait, except where the machine was busy

Settings quickSettings()
{
    Settings settings = testSettings();
    settings.handshakeTimeout = 300ms;
    settings.closeTimeout = 300ms;
    return settings;
}

/// A well-behaved client that measures how long its answers take.
class HealthyClient final
{
public:
    explicit HealthyClient(quint16 port) : m_client(port), m_isOpen(m_client.open()) { }

    bool isOpen() const { return m_isOpen; }
    void ask()
    {
        QElapsedTimer time;
        time.start();
        m_client.write(RawClient::frame(Opcode::Text, "are you there?"));
        m_isAlwaysAnswered = m_client.readFrame().has_value() && m_isAlwaysAnswered;
        m_waits.push_back(time.elapsed());
    }
    /// Whether every question was answered, and nine in ten soon: a busy machine delays one, a blocked server each.
    bool isServed() const { return m_isAlwaysAnswered && wait(9, 10) < patience; }
    QByteArray waits() const
    {
        return QByteArray::number(asked()) + " questions, half answered within " + QByteArray::number(wait(1, 2))
            + " ms, nine in ten within " + QByteArray::number(wait(9, 10)) + " ms";
    }
    qsizetype asked() const { return qsizetype(m_waits.size()); }

private:
    qint64 wait(size_t of, size_t all) const ///< milliseconds within which `of` in `all` were answered
    {
        std::vector<qint64> waits = m_waits;
        const auto rank = waits.begin() + std::ptrdiff_t(waits.size() * of / all);
        std::nth_element(waits.begin(), rank, waits.end());
        return rank == waits.end() ? 0 : *rank;
    }

    RawClient m_client;
    bool m_isOpen;
    bool m_isAlwaysAnswered = true;
    std::vector<qint64> m_waits; // milliseconds
};

/// So many sockets that the first bytes of a handshake were written to.
std::vector<std::unique_ptr<QTcpSocket>> halfOpen(quint16 port, int count, const QByteArray &bytes)
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int number = 0; number < count; ++number) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, port);
        socket->waitForConnected();
        socket->write(bytes);
        sockets.push_back(std::move(socket));
    }
    return sockets;
}

} // namespace

/// Peers that attack before they are a WebSocket: the server keeps to its limits, a healthy client is answered
/// meanwhile, and each cause is named.
class TestHandshakeAttacks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowHeads();
    void slowBodies();
    void halfOpenHandshakes();
    void headOfAMebibyte();
    void pipelinedFlood();
};

/// A byte at a time, each well before any timeout that starts anew with each byte.
void TestHandshakeAttacks::slowHeads()
{
    constexpr int count = 20;
    RecordedServer server(quickSettings(), true);
    QVERIFY(server.start());
    HealthyClient healthy(server.port());
    QVERIFY(healthy.isOpen());
    const QByteArray head = RawClient::handshake("/", "X-Slow: " + QByteArray(6000, 'x') + "\r\n");
    auto sockets = halfOpen(server.port(), count, head.first(1));

    for (qsizetype index = 1; index < head.size() && server.lines(QStringLiteral("disconnect")).size() < count;
         ++index) {
        for (const auto &socket : sockets) {
            if (socket->state() == QAbstractSocket::ConnectedState)
                socket->write(head.mid(index, 1));
        }
        healthy.ask();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }

    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).size(), count);
    for (const QString &line : server.lines(QStringLiteral("disconnect")))
        QVERIFY2(line.contains(QStringLiteral("server \"handshake timeout\"")), qPrintable(line));
    for (const auto &socket : sockets)
        QTRY_VERIFY(socket->bytesAvailable() > 0 && socket->peek(13) == "HTTP/1.1 408 ");
    QVERIFY(healthy.asked() > 5);
    QVERIFY2(healthy.isServed(), healthy.waits().constData());
}

void TestHandshakeAttacks::slowBodies()
{
    constexpr int count = 20;
    RecordedServer server(quickSettings(), true);
    QVERIFY(server.start());
    HealthyClient healthy(server.port());
    auto sockets = halfOpen(server.port(), count, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    QElapsedTimer time;
    time.start();
    while (server.lines(QStringLiteral("disconnect")).size() < count && time.elapsed() < 5000) {
        for (const auto &socket : sockets) {
            if (socket->state() == QAbstractSocket::ConnectedState)
                socket->write("1\r\nx\r\n");
        }
        healthy.ask();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
    QCOMPARE(server.lines(QStringLiteral("disconnect")).size(), count);
    for (const QString &line : server.lines(QStringLiteral("disconnect")))
        QVERIFY2(line.contains(QStringLiteral("server \"handshake timeout\"")), qPrintable(line));
    QVERIFY2(healthy.isServed(), healthy.waits().constData());
}

void TestHandshakeAttacks::halfOpenHandshakes()
{
    constexpr int count = 1000;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 2 * count + 200)
        QSKIP("this account may not open enough sockets");

    Settings settings = quickSettings();
    settings.handshakeTimeout = 2s;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    HealthyClient healthy(server.port());
    auto sockets = halfOpen(server.port(), count, RawClient::handshake().first(40));
    QTRY_VERIFY(std::all_of(sockets.begin(), sockets.end(),
                            [](const auto &socket) { return socket->state() != QAbstractSocket::ConnectingState; }));
    for (int round = 0; round < 50; ++round)
        healthy.ask();
    RawClient late(server.port());
    QVERIFY(late.open());

    QTRY_COMPARE_WITH_TIMEOUT(server.lines(QStringLiteral("disconnect")).size(), count, 30'000);
    for (const QString &line : server.lines(QStringLiteral("disconnect")))
        QVERIFY2(line.contains(QStringLiteral("server \"handshake timeout\"")), qPrintable(line));
    healthy.ask();
    QVERIFY2(healthy.isServed(), healthy.waits().constData());
}

void TestHandshakeAttacks::headOfAMebibyte()
{
    RecordedServer server(quickSettings(), true);
    QVERIFY(server.start());
    HealthyClient healthy(server.port());
    const QByteArray head = RawClient::handshake("/", "X-Long: " + QByteArray(1024 * 1024, 'x') + "\r\n");
    auto sockets = halfOpen(server.port(), 10, head);
    while (server.lines(QStringLiteral("disconnect")).size() < 10) {
        healthy.ask();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
    for (const QString &line : server.lines(QStringLiteral("disconnect")))
        QVERIFY2(line.contains(QStringLiteral("server \"bad handshake\"")), qPrintable(line));
    for (const auto &socket : sockets)
        QTRY_VERIFY(socket->peek(13) == "HTTP/1.1 431 ");
    QVERIFY2(healthy.isServed(), healthy.waits().constData());
}

/// Requests without end from a peer that reads no answer: it is not read either.
void TestHandshakeAttacks::pipelinedFlood()
{
    RecordedServer server(quickSettings(), true);
    std::atomic<int> asked = 0;
    server.server().onRequest([&](const HttpRequest &) {
        ++asked;
        return HttpReply{.body = QByteArray(100'000, 'x')};
    });
    QVERIFY(server.start());
    HealthyClient healthy(server.port());
    QTcpSocket greedy;
    greedy.setReadBufferSize(1024);
    greedy.connectToHost(QHostAddress::LocalHost, server.port());
    const QByteArray requests = QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n").repeated(10'000);
    greedy.write(requests);
    while (server.lines(QStringLiteral("disconnect")).isEmpty()) {
        healthy.ask();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
    const QString line = server.lines(QStringLiteral("disconnect")).constFirst();
    QVERIFY2(line.contains(QStringLiteral("server \"slow consumer\"")), qPrintable(line));
    QVERIFY2(asked < 500, qPrintable(QString::number(asked)));
    QVERIFY2(healthy.isServed(), healthy.waits().constData());
}

QTEST_GUILESS_MAIN(TestHandshakeAttacks)
#include "tst_handshakeattacks.moc"
