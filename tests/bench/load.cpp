// SPDX-License-Identifier: MIT
// A closed loop of echoes over loopback: each busy client sends a message, waits for it to come back, checks it, and
// sends the next; idle clients are open and say nothing. Prints one line of JSON, or a sentence and status 1.
//
//   bench_load --port P [--busy 50] [--idle 0] [--size 20] [--seconds 2] [--warmup 0.5] [--pid SERVER]
//              [--rate MESSAGES] [--arrivals CLIENTS]
//
// With a rate, all busy clients together send so many messages a second, and not as fast as they can; with arrivals, so
// many idle clients come a second.
//
// With the server's process id it also tells the processor time that a message cost the server: on a machine that does
// other things as well, that says more than messages a second.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options
{
    int port = 0;
    int busy = 50;
    int idle = 0;
    int size = 20; ///< bytes of payload, less than 126
    double seconds = 2;
    double warmup = 0.5;
    double rate = 0;     ///< messages a second; 0: as fast as they come back
    double arrivals = 0; ///< idle clients a second; 0: as fast as they are let in
    int pid = 0;
};

Clock::duration inSeconds(double seconds)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// A descriptor that closes itself.
class Descriptor final
{
public:
    explicit Descriptor(int number) : m_number(number)
    {
        if (number < 0)
            throw std::runtime_error("a socket could not be opened; is the limit of descriptors too low?");
    }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    int operator*() const { return m_number; }

private:
    int m_number;
};

Descriptor connectTo(int port)
{
    Descriptor descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(*descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        throw std::runtime_error("the server does not accept a connection");
    const int on = 1;
    ::setsockopt(*descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

void sendAll(int descriptor, std::string_view bytes)
{
    if (::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error("the server does not take what is sent");
}

void upgrade(int descriptor, int port)
{
    sendAll(descriptor,
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyBvaw==\r\n\r\n");
    std::string answer;
    while (!answer.ends_with("\r\n\r\n")) {
        char piece[1024];
        const ssize_t size = ::recv(descriptor, piece, sizeof piece, 0);
        if (size <= 0)
            throw std::runtime_error("the server ended a handshake");
        answer.append(piece, static_cast<std::size_t>(size));
    }
    if (!answer.starts_with("HTTP/1.1 101 "))
        throw std::runtime_error("the server refused a handshake");
}

/// One client that is always waiting for an echo. Its message never changes, so that making it costs nothing.
class BusyClient final
{
public:
    BusyClient(Descriptor descriptor, int size, std::mt19937 &dice) : m_descriptor(std::move(descriptor))
    {
        std::string payload;
        for (int index = 0; index < size; ++index)
            payload.push_back(static_cast<char>('a' + dice() % 26));
        std::string key;
        for (int index = 0; index < 4; ++index)
            key.push_back(static_cast<char>(dice()));
        m_sent = std::string("\x81") + static_cast<char>(0x80 | size) + key;
        for (std::size_t index = 0; index < payload.size(); ++index)
            m_sent.push_back(static_cast<char>(payload[index] ^ key[index % 4]));
        m_expected = std::string("\x81") + static_cast<char>(size) + payload;
    }

    int descriptor() const { return *m_descriptor; }
    void send() { sendAll(*m_descriptor, m_sent); }

    /// True when the whole echo is here, and it is the right one.
    bool receive()
    {
        char piece[256];
        const ssize_t size = ::recv(*m_descriptor, piece, sizeof piece, 0);
        if (size <= 0)
            throw std::runtime_error("the server closed a connection");
        m_received.append(piece, static_cast<std::size_t>(size));
        answerPing();
        if (m_received.size() < m_expected.size())
            return false;
        if (!m_received.starts_with(m_expected))
            throw std::runtime_error("an echo is not what was sent");
        m_received.erase(0, m_expected.size());
        answerPing();
        return true;
    }

private:
    /// A ping of the server, when one is there (RFC 6455 5.5.2). Zeros as a mask change nothing.
    void answerPing()
    {
        constexpr std::size_t head = 2;
        if (m_received.size() < head || m_received[0] != '\x89'
            || m_received.size() < head + std::size_t(m_received[1]))
            return;
        const std::size_t length = std::size_t(m_received[1]);
        sendAll(*m_descriptor,
                std::string("\x8A") + static_cast<char>(0x80 | length) + std::string(4, '\0')
                    + m_received.substr(head, length));
        m_received.erase(0, head + length);
    }

    Descriptor m_descriptor;
    std::string m_sent;
    std::string m_expected;
    std::string m_received;
};

class Load final
{
public:
    explicit Load(const Options &options) : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_rate(options.rate)
    {
        std::mt19937 dice(6455);
        const Clock::time_point begin = Clock::now();
        for (int index = 0; index < options.idle; ++index) {
            if (options.arrivals > 0)
                std::this_thread::sleep_until(begin + inSeconds(index / options.arrivals));
            m_idle.push_back(open(options.port));
        }
        for (int index = 0; index < options.busy; ++index)
            m_busy.emplace_back(open(options.port), options.size, dice);
        for (BusyClient &client : m_busy) {
            epoll_event event = {.events = EPOLLIN, .data = {.ptr = &client}};
            ::epoll_ctl(*m_epoll, EPOLL_CTL_ADD, client.descriptor(), &event);
            m_ready.push_back(&client);
        }
    }

    /// Returns the messages that came back in that time.
    std::int64_t run(Clock::duration time)
    {
        const Clock::time_point begin = Clock::now();
        const Clock::time_point end = begin + time;
        std::int64_t messages = 0;
        std::int64_t sent = 0;
        epoll_event events[256];
        for (Clock::time_point now = begin; now < end; now = Clock::now()) {
            sent += sendReady(m_rate > 0 ? allowed(now - begin) - sent : std::int64_t(m_ready.size()));
            const int count = ::epoll_wait(*m_epoll, events, 256, m_rate > 0 ? 1 : 100);
            for (int index = 0; index < count; ++index) {
                auto &client = *static_cast<BusyClient *>(events[index].data.ptr);
                if (!client.receive())
                    continue;
                ++messages;
                m_ready.push_back(&client);
            }
        }
        return messages;
    }

private:
    std::int64_t allowed(Clock::duration since) const
    {
        return std::int64_t(std::chrono::duration<double>(since).count() * m_rate);
    }
    std::int64_t sendReady(std::int64_t most)
    {
        std::int64_t count = 0;
        for (; count < most && !m_ready.empty(); ++count) {
            BusyClient *client = m_ready.front();
            m_ready.pop_front();
            client->send();
        }
        return count;
    }
    static Descriptor open(int port)
    {
        Descriptor descriptor = connectTo(port);
        upgrade(*descriptor, port);
        return descriptor;
    }

    Descriptor m_epoll;
    std::vector<Descriptor> m_idle;
    std::vector<BusyClient> m_busy;
    std::deque<BusyClient *> m_ready; ///< have their echo
    double m_rate;
};

Options parse(int argc, char *argv[])
{
    Options options;
    for (int index = 1; index + 1 < argc; index += 2) {
        const std::string_view name = argv[index];
        const double value = std::atof(argv[index + 1]);
        if (name == "--port")
            options.port = int(value);
        else if (name == "--busy")
            options.busy = int(value);
        else if (name == "--idle")
            options.idle = int(value);
        else if (name == "--size")
            options.size = int(value);
        else if (name == "--seconds")
            options.seconds = value;
        else if (name == "--warmup")
            options.warmup = value;
        else if (name == "--rate")
            options.rate = value;
        else if (name == "--arrivals")
            options.arrivals = value;
        else if (name == "--pid")
            options.pid = int(value);
        else
            throw std::runtime_error("unknown option " + std::string(name));
    }
    if (options.port <= 0 || options.size < 1 || options.size > 125)
        throw std::runtime_error("give a --port, and a --size from 1 to 125");
    return options;
}

/// Seconds that all threads of a process have spent on processors; 0 for no process.
double processorTime(int pid)
{
    clockid_t clock = {};
    timespec time = {};
    if (pid == 0 || ::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

int main(int argc, char *argv[])
{
    try {
        const Options options = parse(argc, argv);
        Load load(options);
        load.run(inSeconds(options.warmup));
        const Clock::time_point begin = Clock::now();
        const double before = processorTime(options.pid);
        const std::int64_t messages = load.run(inSeconds(options.seconds));
        const double processor = processorTime(options.pid) - before;
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        std::printf("{\"messages\": %lld, \"seconds\": %.3f, \"per_second\": %.0f, \"microseconds\": %.3f}\n",
                    static_cast<long long>(messages), seconds, double(messages) / seconds,
                    processor * 1e6 / double(messages));
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_load: %s\n", error.what());
        return 1;
    }
    return 0;
}
