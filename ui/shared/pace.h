// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <chrono>

namespace porthole {

/// How often the window shows what is new: as often as it may, unless that takes more than its share of a processor.
/// What has come is taken in besides, and takes the same however seldom that is done, so it does not count. Time is
/// that of the clock on the wall, so that a machine that is busy with other things is left to them. Threads: a plain
/// value.
class Pace final
{
public:
    static constexpr std::chrono::milliseconds fastest = Monitor::fastestUpdates;
    static constexpr std::chrono::milliseconds slowest{200}; ///< what is shown is never older by more
    static constexpr std::chrono::milliseconds slowestFlood{400};
    static constexpr double share = 0.15;
    static constexpr double floodShare = 0.015;

    void spent(std::chrono::nanoseconds time) { m_spent += time; } ///< on what is shown now
    /// What was spent since it was asked before counts as one showing; how long to wait for the next. Of a flood, of
    /// which a sample is shown, nobody could read more, and its share is small.
    std::chrono::milliseconds next(bool isFlood = false);

private:
    std::chrono::nanoseconds m_spent{0};
    std::chrono::nanoseconds m_usual{0};
    std::chrono::milliseconds m_interval = fastest;
};

} // namespace porthole
