// SPDX-License-Identifier: MIT
#include "server/loop/wakeup.h"

#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace porthole {

WakeUp::WakeUp() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { }

WakeUp::~WakeUp()
{
    if (isValid())
        close(m_descriptor);
}

void WakeUp::notify()
{
    if (m_state.exchange(State::Notified, std::memory_order_acq_rel) != State::Asleep)
        return;
    while (eventfd_write(m_descriptor, 1) < 0 && errno == EINTR) { }
}

bool WakeUp::consume()
{
    return m_state.load(std::memory_order_acquire) != State::Awake
        && m_state.exchange(State::Awake, std::memory_order_acq_rel) == State::Notified;
}

bool WakeUp::fallAsleep()
{
    auto expected = State::Awake;
    return m_state.compare_exchange_strong(expected, State::Asleep, std::memory_order_acq_rel);
}

bool WakeUp::sleep(int timeout)
{
    pollfd self{m_descriptor, POLLIN, 0};
    return poll(&self, 1, timeout) >= 0 || errno != EINTR;
}

void WakeUp::drain()
{
    eventfd_t count = 0;
    while (eventfd_read(m_descriptor, &count) < 0 && errno == EINTR) { }
}

} // namespace porthole
