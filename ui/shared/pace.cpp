// SPDX-License-Identifier: MIT
#include "ui/shared/pace.h"

#include <algorithm>
#include <utility>

namespace porthole {

using namespace std::chrono_literals;

std::chrono::milliseconds Pace::next(bool isFlood)
{
    static constexpr int remembered = 4;
    m_usual += (std::exchange(m_spent, 0ns) - m_usual) / remembered;
    const auto wanted = std::chrono::duration_cast<std::chrono::milliseconds>(m_usual / (isFlood ? floodShare : share));
    const auto most = isFlood ? slowestFlood : slowest;
    const auto interval = std::clamp(wanted, fastest, most);
    static constexpr auto step = 10ms; // a little more or less is not worth another rhythm
    const bool isAtEnd = interval == fastest || interval == most;
    if (isAtEnd || std::chrono::abs(interval - m_interval) >= step)
        m_interval = interval;
    return m_interval;
}

} // namespace porthole
