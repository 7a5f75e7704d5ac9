// SPDX-License-Identifier: MIT
#include "server/engine/socketcalls.h"

#include <winsock2.h>

namespace porthole::socketcalls {

namespace {

bool isReset(int error) { return error == WSAECONNRESET || error == WSAECONNABORTED || error == WSAENETRESET; }

} // namespace

Got read(qintptr descriptor, std::span<char> place)
{
    const int got = ::recv(SOCKET(descriptor), place.data(), int(place.size()), 0);
    if (got > 0)
        return {.bytes = got};
    if (got == 0)
        return {.isOver = true};
    const int error = ::WSAGetLastError();
    if (error == WSAEWOULDBLOCK || error == WSAEINTR)
        return {};
    return {.isOver = true, .cause = Cause::Reset, .error = error};
}

qintptr duplicate(qintptr descriptor)
{
    WSAPROTOCOL_INFOW info{};
    if (::WSADuplicateSocketW(SOCKET(descriptor), ::GetCurrentProcessId(), &info) != 0)
        return -1;
    return qintptr(::WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0,
                                WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT));
}

void shutdownWrite(qintptr descriptor) { ::shutdown(SOCKET(descriptor), SD_SEND); }

void resetOnClose(qintptr descriptor)
{
    const linger now{1, 0};
    ::setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now), sizeof now);
}

bool wasReset(qintptr descriptor)
{
    char byte = 0;
    return ::recv(SOCKET(descriptor), &byte, 1, MSG_PEEK) < 0 && isReset(::WSAGetLastError());
}

std::errc reasonOf(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SocketTimeoutError ? std::errc::timed_out : std::errc::connection_reset;
}

void close(qintptr descriptor) { ::closesocket(SOCKET(descriptor)); }

} // namespace porthole::socketcalls
