// SPDX-License-Identifier: MIT
#include "server/loop/alarm.h"

#include <cstdint>
#include <utility>

#include <sys/timerfd.h>
#include <unistd.h>

namespace porthole {

namespace {

constexpr Alarm::Clock::time_point never;

} // namespace

Alarm::Alarm() : m_descriptor(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)) { }

Alarm::~Alarm()
{
    if (isValid())
        close(m_descriptor);
}

bool Alarm::isSetFor(Clock::time_point time)
{
    if (std::exchange(m_asked, time) == time)
        set(time);
    return m_set == time;
}

// Of one that was set anew since there is nothing to read, and it is set once more when it is asked for.
void Alarm::rang()
{
    std::uint64_t times = 0;
    [[maybe_unused]] const ssize_t got = read(m_descriptor, &times, sizeof times);
    m_asked = never;
    m_set = never;
}

void Alarm::set(Clock::time_point time)
{
    using namespace std::chrono;
    const auto since = time.time_since_epoch();
    const auto whole = duration_cast<seconds>(since);
    const itimerspec once{{}, {.tv_sec = time_t(whole.count()), .tv_nsec = long(nanoseconds(since - whole).count())}};
    const bool isSet = timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &once, nullptr) == 0;
    m_set = isSet ? time : never;
}

} // namespace porthole
