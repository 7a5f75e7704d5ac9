// SPDX-License-Identifier: MIT
#include "app/unixsignals.h"

#ifdef Q_OS_UNIX

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string_view>

namespace porthole {

namespace {

int pipeEnds[2] = {-1, -1};
std::atomic<int> received = 0;
constexpr char end = 'e';
constexpr char reload = 'r';

void tell(char what) { [[maybe_unused]] const auto written = ::write(pipeEnds[0], &what, 1); }

void onSignal(int number)
{
    if (number == SIGHUP)
        return tell(reload);
    if (received.fetch_add(1) > 0)
        ::_exit(128 + number);
    tell(end);
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGHUP, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pipeEnds) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::readSignals);
    handle(onSignal);
}

void UnixSignals::readSignals()
{
    char bytes[64];
    const auto got = ::recv(pipeEnds[1], bytes, sizeof bytes, MSG_DONTWAIT);
    const std::string_view told(bytes, got > 0 ? size_t(got) : 0);
    if (told.find(reload) != std::string_view::npos)
        Q_EMIT reloadAsked();
    if (told.find(end) != std::string_view::npos)
        Q_EMIT asked();
}

UnixSignals::~UnixSignals()
{
    handle(SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace porthole

#else

namespace porthole {

UnixSignals::UnixSignals() = default;
UnixSignals::~UnixSignals() = default;

} // namespace porthole

#endif
