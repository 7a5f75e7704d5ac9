// SPDX-License-Identifier: MIT
#pragma once

#include <QSocketNotifier>
#include <QtGlobal>

#include <memory>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porthole::test {

/// A descriptor that is closed with it.
class Descriptor final
{
    Q_DISABLE_COPY(Descriptor)

public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { reset(); }

    int number() const { return m_number; }
    void reset()
    {
        if (m_number >= 0)
            close(std::exchange(m_number, -1));
    }
    bool write(char byte = 'x') const { return ::write(m_number, &byte, 1) == 1; }
    bool read() const
    {
        char byte = 0;
        return ::read(m_number, &byte, 1) == 1;
    }

private:
    int m_number = -1;
};

struct Pair
{
    Descriptor here;
    Descriptor there;
};

/// Two ends of a stream.
inline Pair streamPair()
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        qFatal("socketpair failed");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Two ends of a TCP connection, for what only TCP has.
inline Pair tcpPair()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const name = reinterpret_cast<sockaddr *>(&address);
    const Descriptor listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    Pair pair{Descriptor(), Descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))};
    if (bind(listener.number(), name, size) != 0 || listen(listener.number(), 1) != 0
        || getsockname(listener.number(), name, &size) != 0 || connect(pair.there.number(), name, size) != 0)
        qFatal("no TCP on loopback");
    pair.here = Descriptor(accept4(listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
    return pair;
}

/// Closes the file behind a number and puts another file, open elsewhere, behind the same number.
inline void reuse(const Descriptor &number, const Descriptor &file)
{
    if (dup3(file.number(), number.number(), O_CLOEXEC) != number.number())
        qFatal("dup3 failed");
}

/// A notifier that counts how often it was told.
class Counter final
{
    Q_DISABLE_COPY_MOVE(Counter)

public:
    Counter(int number, QSocketNotifier::Type type)
        : m_notifier(std::make_unique<QSocketNotifier>(qintptr(number), type))
    {
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, [this] { ++m_count; });
    }

    int count() const { return m_count; }
    QSocketNotifier &notifier() { return *m_notifier; }
    void remove() { m_notifier.reset(); }

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_count = 0;
};

} // namespace porthole::test
