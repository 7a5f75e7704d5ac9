// SPDX-License-Identifier: MIT
#include "ui/shared/ratemeter.h"

namespace porthole {

static constexpr qint64 spanMilliseconds = 1500;

void RateMeter::add(qint64 time, quint64 total)
{
    if (!m_samples.empty() && total < m_samples.back().second)
        m_samples.clear();
    m_samples.emplace_back(time, total);
    while (m_samples.size() > 2 && m_samples[1].first <= time - spanMilliseconds)
        m_samples.pop_front();
}

double RateMeter::rate() const
{
    if (m_samples.size() < 2)
        return 0;
    const auto &[from, before] = m_samples.front();
    const auto &[to, after] = m_samples.back();
    return to > from ? double(after - before) * 1000 / double(to - from) : 0;
}

} // namespace porthole
