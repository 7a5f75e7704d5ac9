// SPDX-License-Identifier: MIT
#include "server/engine/socketcalls.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace porthole::socketcalls {

namespace {

/// Up to here one copy costs less than the kernel's handling of two pieces.
constexpr qsizetype smallFrame = 2048;

// The C library's calls may be cancelled, which costs a program of several threads two locked instructions each; the
// kernel's own cannot. Sanitizers watch the former.
#if defined(SYS_sendto) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
ssize_t sendBytes(int descriptor, const void *bytes, size_t size, int flags)
{
    return ::syscall(SYS_sendto, descriptor, bytes, size, flags, nullptr, 0);
}
ssize_t sendPieces(int descriptor, const msghdr *message, int flags)
{
    return ::syscall(SYS_sendmsg, descriptor, message, flags);
}
ssize_t receive(int descriptor, void *place, size_t size, int flags)
{
    return ::syscall(SYS_recvfrom, descriptor, place, size, flags, nullptr, nullptr);
}
ssize_t receivePieces(int descriptor, msghdr *message, int flags)
{
    return ::syscall(SYS_recvmsg, descriptor, message, flags);
}
#else
constexpr auto sendBytes = ::send;
constexpr auto sendPieces = ::sendmsg;
constexpr auto receive = ::recv;
constexpr auto receivePieces = ::recvmsg;
#endif

template<typename Call>
qint64 taken(Call call)
{
    ssize_t written = 0;
    do {
        written = call();
    } while (written < 0 && errno == EINTR);
    return written < 0 ? 0 : written;
}

qint64 writeSmall(int descriptor, QByteArrayView head, QByteArrayView payload)
{
    char frame[smallFrame];
    std::memcpy(frame, head.data(), size_t(head.size()));
    if (!payload.isEmpty())
        std::memcpy(frame + head.size(), payload.data(), size_t(payload.size()));
    const size_t size = size_t(head.size() + payload.size());
    return taken([&] { return sendBytes(descriptor, frame, size, MSG_NOSIGNAL | MSG_DONTWAIT); });
}

/// What a call that reads has returned.
Got gotten(ssize_t got)
{
    if (got > 0)
        return {.bytes = got};
    if (got == 0)
        return {.isOver = true};
    if (errno == EAGAIN || errno == EINTR)
        return {};
    return {.isOver = true, .cause = Cause::Reset, .error = errno};
}

} // namespace

qint64 write(qintptr descriptor, QByteArrayView head, QByteArrayView payload)
{
    if (head.size() + payload.size() <= smallFrame)
        return writeSmall(int(descriptor), head, payload);
    iovec pieces[] = {{const_cast<char *>(head.data()), size_t(head.size())},
                      {const_cast<char *>(payload.data()), size_t(payload.size())}};
    msghdr message{};
    message.msg_iov = pieces;
    message.msg_iovlen = payload.isEmpty() ? 1 : 2;
    return taken([&] { return sendPieces(int(descriptor), &message, MSG_NOSIGNAL | MSG_DONTWAIT); });
}

qint64 write(qintptr descriptor, Transport::Pieces pieces)
{
    if (pieces.size() == 1)
        return taken([&] {
            return sendBytes(int(descriptor), pieces[0].data(), size_t(pieces[0].size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        });
    if (pieces.size() == 2)
        return write(descriptor, pieces[0], pieces[1]);
    std::array<iovec, Transport::maxPieces> vector;
    const std::size_t count = std::min(pieces.size(), vector.size());
    for (std::size_t index = 0; index < count; ++index)
        vector[index] = {const_cast<char *>(pieces[index].data()), size_t(pieces[index].size())};
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = count;
    return taken([&] { return sendPieces(int(descriptor), &message, MSG_NOSIGNAL | MSG_DONTWAIT); });
}

qint64 writeLast(qintptr descriptor, QByteArrayView bytes)
{
#ifdef MSG_MORE
    constexpr int more = MSG_MORE;
#else
    constexpr int more = 0;
#endif
    return taken([&] {
        return sendBytes(int(descriptor), bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT | more);
    });
}

int pendingError(qintptr descriptor)
{
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(int(descriptor), SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

Got read(qintptr descriptor, std::span<char> place)
{
    return gotten(receive(int(descriptor), place.data(), place.size(), MSG_DONTWAIT));
}

Got read(qintptr descriptor, std::span<char> first, std::span<char> second)
{
    if (first.empty())
        return read(descriptor, second);
    iovec pieces[] = {{first.data(), first.size()}, {second.data(), second.size()}};
    msghdr message{};
    message.msg_iov = pieces;
    message.msg_iovlen = std::size(pieces);
    return gotten(receivePieces(int(descriptor), &message, MSG_DONTWAIT));
}

qintptr duplicate(qintptr descriptor) { return ::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0); }

void shutdownWrite(qintptr descriptor) { ::shutdown(int(descriptor), SHUT_WR); }

void resetOnClose(qintptr descriptor)
{
    const linger now{1, 0};
    ::setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

bool wasReset(qintptr descriptor)
{
#ifdef TCP_INFO
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(int(descriptor), IPPROTO_TCP, TCP_INFO, &info, &size) == 0)
        return info.tcpi_state == TCP_CLOSE;
#else
    Q_UNUSED(descriptor)
#endif
    return false;
}

std::errc reasonOf(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SocketTimeoutError || error == QAbstractSocket::NetworkError
        ? std::errc::timed_out
        : std::errc::connection_reset;
}

void close(qintptr descriptor) { ::close(int(descriptor)); }

} // namespace porthole::socketcalls
