// SPDX-License-Identifier: MIT
#include "server/listeningsocket.h"

#include "server/engine/socketcalls.h"
#include "server/listeningfault.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <mstcpip.h>

#include <cstring>
#include <system_error>

namespace porthole {

namespace {

/// Windows' sockets work between the first of these and the last.
struct Winsock
{
    Winsock()
    {
        WSADATA data;
        ::WSAStartup(MAKEWORD(2, 2), &data);
    }
    ~Winsock() { ::WSACleanup(); }
};

void setOption(qintptr descriptor, int level, int option, int value)
{
    ::setsockopt(SOCKET(descriptor), level, option, reinterpret_cast<const char *>(&value), sizeof value);
}

QString textOf(int error) { return QString::fromLocal8Bit(std::system_category().message(error).c_str()).trimmed(); }

QHostAddress addressOf(const QString &host)
{
    return host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

// Windows keeps ranges of ports for itself, and tells of them as of ports that are forbidden.
Error advice(const Listener &listener, int error)
{
    switch (error) {
    case WSAEADDRINUSE: return listeningfault::portTaken(listener);
    case WSAEADDRNOTAVAIL: return listeningfault::notHere(listener);
    case WSAEACCES: return listeningfault::portTaken(listener);
    default: return listeningfault::other(listener, textOf(error));
    }
}

int bindTo(SOCKET descriptor, const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in four{};
        four.sin_family = AF_INET;
        four.sin_port = ::htons(port);
        four.sin_addr.s_addr = ::htonl(address.toIPv4Address());
        return ::bind(descriptor, reinterpret_cast<const sockaddr *>(&four), sizeof four);
    }
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = ::htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&six.sin6_addr, &bytes, sizeof bytes);
    six.sin6_scope_id = address.scopeId().toUInt();
    return ::bind(descriptor, reinterpret_cast<const sockaddr *>(&six), sizeof six);
}

// An IPv4 peer of an IPv6 socket is shown as the IPv4 address it is.
Peer peerOf(const sockaddr_storage &storage)
{
    QHostAddress address(reinterpret_cast<const sockaddr *>(&storage));
    const bool isFour = storage.ss_family == AF_INET;
    bool mapped = false;
    if (const quint32 four = address.toIPv4Address(&mapped); mapped && !isFour)
        address = QHostAddress(four);
    const auto port = isFour ? reinterpret_cast<const sockaddr_in &>(storage).sin_port
                             : reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port;
    return {address, ::ntohs(port), {}};
}

} // namespace

ListeningSocket::~ListeningSocket()
{
    if (m_descriptor >= 0)
        socketcalls::close(m_descriptor);
}

Result<> ListeningSocket::open(const Listener &listener, const Settings &settings)
{
    static const Winsock winsock;
    return listener.isUnixSocket() ? openUnix(listener, settings) : openTcp(listener, settings);
}

// SO_REUSEADDR is there what SO_REUSEPORT is elsewhere, and without SO_EXCLUSIVEADDRUSE anybody may take our port.
Result<> ListeningSocket::openTcp(const Listener &listener, const Settings &settings)
{
    const QHostAddress address = addressOf(listener.host);
    const bool six = address.protocol() != QAbstractSocket::IPv4Protocol;
    const SOCKET descriptor = ::WSASocketW(six ? AF_INET6 : AF_INET, SOCK_STREAM, IPPROTO_TCP, nullptr, 0,
                                           WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    if (descriptor == INVALID_SOCKET)
        return advice(listener, ::WSAGetLastError());
    m_descriptor = qintptr(descriptor);
    setOption(m_descriptor, SOL_SOCKET, settings.reusePort ? SO_REUSEADDR : SO_EXCLUSIVEADDRUSE, 1);
    if (six)
        setOption(m_descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 0);
    setTcpOptions(settings);
    u_long on = 1;
    ::ioctlsocket(descriptor, long(FIONBIO), &on);
    if (bindTo(descriptor, address, listener.port) != 0 || ::listen(descriptor, settings.backlog) != 0)
        return advice(listener, ::WSAGetLastError());
    return {};
}

void ListeningSocket::setTcpOptions(const Settings &settings)
{
    setOption(m_descriptor, IPPROTO_TCP, TCP_NODELAY, settings.tcpNoDelay ? 1 : 0);
    constexpr int probes = 10; // as Windows has it
    const auto time = u_long(settings.tcpKeepAlive.count());
    tcp_keepalive wish{time > 0 ? 1UL : 0UL, time, std::max(1UL, time / probes)};
    DWORD size = 0;
    ::WSAIoctl(SOCKET(m_descriptor), SIO_KEEPALIVE_VALS, &wish, sizeof wish, nullptr, 0, &size, nullptr, nullptr);
}

Result<> ListeningSocket::openUnix(const Listener &listener, const Settings &)
{
    return listeningfault::other(listener, QStringLiteral("on Windows there is TCP only, such as ws://127.0.0.1:9502"));
}

quint16 ListeningSocket::port() const
{
    sockaddr_storage storage{};
    int size = sizeof storage;
    if (::getsockname(SOCKET(m_descriptor), reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return 0;
    return peerOf(storage).port;
}

// What is accepted has the notifier of the socket that listens; it is to have its worker's.
std::optional<Accepted> ListeningSocket::accept()
{
    sockaddr_storage storage{};
    int size = sizeof storage;
    const SOCKET descriptor = ::accept(SOCKET(m_descriptor), reinterpret_cast<sockaddr *>(&storage), &size);
    if (descriptor != INVALID_SOCKET) {
        ::WSAEventSelect(descriptor, nullptr, 0);
        ::SetHandleInformation(reinterpret_cast<HANDLE>(descriptor), HANDLE_FLAG_INHERIT, 0);
        u_long on = 1;
        ::ioctlsocket(descriptor, long(FIONBIO), &on);
        Accepted accepted;
        accepted.descriptor = qintptr(descriptor);
        accepted.peer = peerOf(storage);
        return accepted;
    }
    m_error = ::WSAGetLastError();
    const bool none = m_error == WSAEWOULDBLOCK;
    const bool scarce = m_error == WSAEMFILE || m_error == WSAENOBUFS;
    m_trouble = none ? Trouble::None : scarce ? Trouble::OutOfDescriptors : Trouble::Gone;
    return {};
}

QString ListeningSocket::troubleText() const { return textOf(m_error); }

} // namespace porthole
