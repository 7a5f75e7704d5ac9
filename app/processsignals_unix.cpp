// SPDX-License-Identifier: MIT
#include "app/processsignals.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string>

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

std::string read()
{
    char bytes[64];
    const auto got = ::recv(pipeEnds[1], bytes, sizeof bytes, MSG_DONTWAIT);
    return {bytes, got > 0 ? size_t(got) : 0};
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

ProcessSignals::ProcessSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pipeEnds) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        const std::string told = read();
        if (told.find(reload) != std::string::npos)
            Q_EMIT reloadAsked();
        if (told.find(end) != std::string::npos)
            Q_EMIT asked();
    });
    handle(onSignal);
}

ProcessSignals::~ProcessSignals()
{
    handle(SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace porthole
