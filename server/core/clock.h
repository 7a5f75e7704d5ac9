// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace porthole {

/// The monotonic clock that timers and time limits use.
using Clock = std::chrono::steady_clock;

/// Wall-clock time in microseconds since the Unix epoch: what rows in the dashboard and the log carry.
inline qint64 microsecondsSinceEpoch()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace porthole
