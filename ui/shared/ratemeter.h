// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <deque>
#include <utility>

namespace porthole {

/// A rate a second out of a count that only grows, over the last second or two. A value; times are milliseconds.
class RateMeter final
{
public:
    void add(qint64 time, quint64 total);
    double rate() const;
    void clear() { m_samples.clear(); }

private:
    std::deque<std::pair<qint64, quint64>> m_samples;
};

} // namespace porthole
