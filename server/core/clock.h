// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

#ifdef Q_OS_LINUX
#include <time.h>
#endif

namespace porthole {

/// The monotonic clock that timers and time limits use.
using Clock = std::chrono::steady_clock;

/// Clock::now() as of the kernel's last tick: at most 10 ms old, and many times cheaper to ask for. For what is kept of
/// every message and looked at in seconds.
inline Clock::time_point coarseNow()
{
#ifdef Q_OS_LINUX
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return Clock::time_point(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
#else
    return Clock::now();
#endif
}

/// Wall-clock time in microseconds since the Unix epoch: what rows in the dashboard and the log carry.
inline qint64 microsecondsSinceEpoch()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace porthole
