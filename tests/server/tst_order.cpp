// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

/// What one client's handlers saw. No lock: they must not overlap, and ThreadSanitizer sees to it.
struct Seen
{
    int next = 0;
    int wrong = 0;
    bool isOpen = false;
    bool isClosed = false;
    bool isRunning = false;

    void enter()
    {
        wrong += isRunning;
        isRunning = true;
    }
    void leave() { isRunning = false; }
};

QByteArray numbered(int count)
{
    QByteArray frames;
    for (int number = 0; number < count; ++number)
        frames += RawClient::frame(Opcode::Text, QByteArray::number(number));
    return frames + RawClient::closeFrame(1000);
}

/// Sockets of one thread that all send the same, a piece a round, and throw away what comes.
class Crowd final
{
    Q_DISABLE_COPY_MOVE(Crowd)

public:
    Crowd(quint16 port, int size)
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int index = 0; index < size; ++index) {
            const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
            if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0)
                m_polled.push_back({descriptor, POLLIN | POLLOUT, 0});
            else
                ::close(descriptor);
        }
    }
    ~Crowd()
    {
        for (const pollfd &polled : m_polled)
            ::close(polled.fd);
    }

    int size() const { return int(m_polled.size()); }
    /// Until the server has ended all connections.
    void send(const QByteArray &bytes)
    {
        std::vector<qsizetype> sent(m_polled.size(), 0);
        size_t ended = 0;
        while (ended < m_polled.size() && ::poll(m_polled.data(), m_polled.size(), 60'000) > 0) {
            for (size_t index = 0; index < m_polled.size(); ++index) {
                pollfd &polled = m_polled[index];
                if (polled.revents & POLLOUT)
                    sendPiece(polled, bytes, sent[index]);
                if (polled.revents & (POLLIN | POLLERR | POLLHUP))
                    ended += discard(polled);
            }
        }
    }

private:
    static void sendPiece(pollfd &polled, const QByteArray &bytes, qsizetype &sent)
    {
        const qsizetype piece = qMin<qsizetype>(bytes.size() - sent, 400 + 100 * (polled.fd % 7));
        const ssize_t taken = ::send(polled.fd, bytes.constData() + sent, size_t(piece), MSG_NOSIGNAL | MSG_DONTWAIT);
        sent += qMax<ssize_t>(0, taken);
        if (sent == bytes.size())
            polled.events = POLLIN;
    }
    static bool discard(pollfd &polled)
    {
        char sink[4096];
        const ssize_t got = ::recv(polled.fd, sink, sizeof sink, MSG_DONTWAIT);
        if (got > 0 || (got < 0 && errno == EAGAIN))
            return false;
        ::close(std::exchange(polled.fd, -1));
        return true;
    }

    std::vector<pollfd> m_polled;
};

#ifdef __SANITIZE_THREAD__
constexpr int usualMessages = 100; // it is slow then
#else
constexpr int usualMessages = 1000;
#endif

int fromEnvironment(const char *name, int otherwise)
{
    bool good = false;
    const int value = qEnvironmentVariableIntValue(name, &good);
    return good ? value : otherwise;
}

} // namespace

/// Each client's messages come out in order, none lost, none twice, open first, close last, however its handlers sleep.
/// PORTHOLE_ORDER_CLIENTS and PORTHOLE_ORDER_MESSAGES change the figure.
class TestOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void throughCoroutinesThatSleep();
};

void TestOrder::throughCoroutinesThatSleep()
{
    const int clients = fromEnvironment("PORTHOLE_ORDER_CLIENTS", 1000);
    const int messages = fromEnvironment("PORTHOLE_ORDER_MESSAGES", usualMessages);
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);

    Settings settings = testSettings();
    settings.workers = 2;
    settings.inboxMaxBytes = 4 * 1024; // so that reading pauses and goes on all the time
    settings.pingInterval = 0ms;
    settings.handshakeTimeout = 60s;
    settings.closeTimeout = 60s;
    Server server(settings);
    // Ids grow by at most the number of workers.
    std::vector<Seen> seen(size_t(clients) * 2 + 8);
    std::atomic<int> closed = 0;
    std::atomic<int> slept = 0;
    const auto of = [&seen](ClientId id) -> Seen & { return seen.at(size_t(id.value)); };
    const auto nap = [&server, &slept](ClientId id) -> QCoro::Task<> {
        const auto dice = QRandomGenerator::global()->bounded(8);
        if (dice > 4)
            co_return;
        ++slept;
        co_await server.sleep(id, std::chrono::milliseconds(dice / 4));
    };
    server.onOpen([&](const Request &request) -> QCoro::Task<> {
        Seen &client = of(request.client);
        client.enter();
        co_await nap(request.client);
        client.wrong += client.next != 0 || std::exchange(client.isOpen, true);
        client.leave();
    });
    server.onMessage([&](const Frame &frame) -> QCoro::Task<> {
        Seen &client = of(frame.client);
        client.enter();
        co_await nap(frame.client);
        client.wrong += !client.isOpen || client.isClosed || frame.data().toInt() != client.next++;
        client.leave();
    });
    server.onClose([&](const Closed &end) -> QCoro::Task<> {
        Seen &client = of(end.client);
        client.enter();
        co_await nap(end.client);
        client.wrong += std::exchange(client.isClosed, true);
        client.leave();
        ++closed;
    });
    QVERIFY(server.start());

    Crowd crowd(server.port(), clients);
    QCOMPARE(crowd.size(), clients);
    std::thread sender([&] { crowd.send(RawClient::handshake() + numbered(messages)); });
    QTRY_COMPARE_WITH_TIMEOUT(closed.load(), clients, 580'000);
    sender.join();
    server.stop(1s);

    int complete = 0;
    int wrong = 0;
    for (const Seen &client : seen) {
        complete += client.isOpen && client.isClosed && client.next == messages;
        wrong += client.wrong;
    }
    QCOMPARE(wrong, 0);
    QCOMPARE(complete, clients);
    QVERIFY(slept > clients);
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
