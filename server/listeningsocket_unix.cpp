// SPDX-License-Identifier: MIT
#include "server/listeningsocket.h"

#include "server/listeningfault.h"

#include <QFile>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace porthole {

namespace {

void setOption(qintptr descriptor, int level, int option, int value)
{
    ::setsockopt(int(descriptor), level, option, &value, sizeof value);
}

QString textOf(int error) { return QString::fromLocal8Bit(std::strerror(error)); }

QHostAddress addressOf(const QString &host)
{
    return host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

Error advice(const Listener &listener, int error)
{
    switch (error) {
    case EADDRINUSE: return listeningfault::portTaken(listener);
    case EADDRNOTAVAIL: return listeningfault::notHere(listener);
    case EACCES: return listeningfault::forbidden(listener);
    default: return listeningfault::other(listener, textOf(error));
    }
}

/// A socket address of either family, filled in for bind().
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr *data() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress inet(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *four = reinterpret_cast<sockaddr_in *>(&result.storage);
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        four->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.size = sizeof *four;
        return result;
    }
    auto *six = reinterpret_cast<sockaddr_in6 *>(&result.storage);
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&six->sin6_addr, &bytes, sizeof bytes);
    six->sin6_scope_id = address.scopeId().toUInt();
    result.size = sizeof *six;
    return result;
}

// An IPv4 peer of an IPv6 socket is shown as the IPv4 address it is.
Peer peerOf(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        const auto &four = reinterpret_cast<const sockaddr_in &>(storage);
        return {QHostAddress(ntohl(four.sin_addr.s_addr)), ntohs(four.sin_port), {}};
    }
    const auto &six = reinterpret_cast<const sockaddr_in6 &>(storage);
    QHostAddress address(reinterpret_cast<const sockaddr *>(&six));
    bool mapped = false;
    if (const quint32 four = address.toIPv4Address(&mapped); mapped)
        address = QHostAddress(four);
    return {address, ntohs(six.sin6_port), {}};
}

Peer localPeer(int descriptor, const QByteArray &path)
{
    Peer peer;
    peer.local = QStringLiteral("unix:%1").arg(QFile::decodeName(path));
#ifdef SO_PEERCRED
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0)
        peer.local += QStringLiteral(" uid %1 pid %2").arg(credentials.uid).arg(credentials.pid);
#else
    Q_UNUSED(descriptor)
#endif
    return peer;
}

SocketAddress local(const QByteArray &path)
{
    SocketAddress result;
    auto *address = reinterpret_cast<sockaddr_un *>(&result.storage);
    address->sun_family = AF_UNIX;
    std::memcpy(address->sun_path, path.constData(), size_t(path.size()));
    result.size = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()) + 1);
    return result;
}

quint64 fileOf(const QByteArray &path)
{
    struct stat status = {};
    return ::lstat(path.constData(), &status) == 0 && S_ISSOCK(status.st_mode) ? quint64(status.st_ino) : 0;
}

} // namespace

ListeningSocket::~ListeningSocket()
{
    removeFile();
    if (m_descriptor >= 0)
        ::close(int(m_descriptor));
}

Result<> ListeningSocket::open(const Listener &listener, const Settings &settings)
{
    return listener.isUnixSocket() ? openUnix(listener, settings) : openTcp(listener, settings);
}

Result<> ListeningSocket::openTcp(const Listener &listener, const Settings &settings)
{
    const QHostAddress address = addressOf(listener.host);
    const bool six = address.protocol() != QAbstractSocket::IPv4Protocol;
    m_descriptor = ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_descriptor < 0)
        return advice(listener, errno);
    setOption(m_descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
    if (settings.reusePort)
        setOption(m_descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    if (six)
        setOption(m_descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 0);
    setTcpOptions(settings);
    SocketAddress bound = inet(address, listener.port);
    if (::bind(int(m_descriptor), bound.data(), bound.size) != 0 || ::listen(int(m_descriptor), settings.backlog) != 0)
        return advice(listener, errno);
    return {};
}

void ListeningSocket::setTcpOptions(const Settings &settings)
{
    if (!m_path.isEmpty())
        return;
    setOption(m_descriptor, IPPROTO_TCP, TCP_NODELAY, settings.tcpNoDelay ? 1 : 0);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.tcpKeepAlive).count();
    setOption(m_descriptor, SOL_SOCKET, SO_KEEPALIVE, seconds > 0 ? 1 : 0);
#ifdef TCP_KEEPIDLE
    constexpr int probes = 4;
    if (seconds > 0) {
        setOption(m_descriptor, IPPROTO_TCP, TCP_KEEPIDLE, int(std::min<qint64>(seconds, 32'767)));
        setOption(m_descriptor, IPPROTO_TCP, TCP_KEEPINTVL, int(std::clamp<qint64>(seconds / probes, 1, 32'767)));
        setOption(m_descriptor, IPPROTO_TCP, TCP_KEEPCNT, probes);
    }
#endif
#ifdef TCP_USER_TIMEOUT
    setOption(m_descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, int(settings.tcpUserTimeout.count()));
#endif
}

// The mode is set before anybody can connect: a socket that does not listen yet refuses.
Result<> ListeningSocket::openUnix(const Listener &listener, const Settings &settings)
{
    const QString path = listener.path();
    m_descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_descriptor < 0)
        return advice(listener, errno);
    if (const auto bound = bindUnix(path); !bound)
        return bound;
    m_path = QFile::encodeName(path);
    m_file = fileOf(m_path);
    if (::chmod(m_path.constData(), mode_t(settings.socketMode.bits)) != 0
        || ::listen(int(m_descriptor), settings.backlog) != 0)
        return listeningfault::other(listener, textOf(errno));
    return {};
}

Result<> ListeningSocket::bindUnix(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    SocketAddress address = local(name);
    int bound = ::bind(int(m_descriptor), address.data(), address.size);
    if (bound != 0 && errno == EADDRINUSE && isStale(path)) {
        ::unlink(name.constData());
        bound = ::bind(int(m_descriptor), address.data(), address.size);
    }
    if (bound == 0)
        return {};
    if (errno != EADDRINUSE)
        return Error{QStringLiteral("Cannot listen on unix:%1: %2.").arg(path, textOf(errno))};
    return Error{
        QStringLiteral("The file %1 is in use: end the program that listens on it, or choose another path.").arg(path)};
}

/// A socket's file that nobody listens on any more.
bool ListeningSocket::isStale(const QString &path) const
{
    const QByteArray name = QFile::encodeName(path);
    if (fileOf(name) == 0)
        return false;
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0)
        return false;
    SocketAddress address = local(name);
    const bool refused = ::connect(probe, address.data(), address.size) != 0 && errno == ECONNREFUSED;
    ::close(probe);
    return refused;
}

void ListeningSocket::removeFile()
{
    if (!m_path.isEmpty() && m_file != 0 && fileOf(m_path) == m_file)
        ::unlink(m_path.constData());
}

quint16 ListeningSocket::port() const
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (!m_path.isEmpty() || ::getsockname(int(m_descriptor), reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return 0;
    return peerOf(storage).port;
}

std::optional<Accepted> ListeningSocket::accept()
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    const int descriptor =
        ::accept4(int(m_descriptor), reinterpret_cast<sockaddr *>(&storage), &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor >= 0)
        return Accepted{.descriptor = descriptor,
                        .peer = m_path.isEmpty() ? peerOf(storage) : localPeer(descriptor, m_path),
                        .refusal = {}};
    m_error = errno;
    const bool none = m_error == EAGAIN || m_error == EWOULDBLOCK;
    const bool scarce = m_error == EMFILE || m_error == ENFILE || m_error == ENOBUFS || m_error == ENOMEM;
    m_trouble = none ? Trouble::None : scarce ? Trouble::OutOfDescriptors : Trouble::Gone;
    return {};
}

QString ListeningSocket::troubleText() const { return textOf(m_error); }

} // namespace porthole
