// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <deque>

namespace porthole {

/// What a server did in one span of time. Counts and bytes are a second's; the rest is as at the end of the span.
struct Sample
{
    qint64 begin = 0; ///< microseconds since the Unix epoch
    qint64 end = 0;
    double clients = 0;
    double messagesIn = 0;
    double messagesOut = 0;
    double bytesIn = 0;
    double bytesOut = 0;
    double queuedBytes = 0;
    QList<double> loopLags;                  ///< of each worker, in milliseconds
    std::array<double, causeCount> closes{}; ///< in the whole span, not a second's
};

/// How a server did: a sample a second for ten minutes, then one for ten seconds of the two hours before. A value.
class History final
{
public:
    static constexpr int fineSeconds = 600;
    static constexpr int coarseSeconds = 10;
    static constexpr int coarseSamples = 720;

    /// What was counted up to now; to be called once a second.
    void add(qint64 now, const Totals &totals, const QList<double> &loopLags);

    qsizetype size() const { return qsizetype(m_coarse.size() + m_fine.size()); }
    const Sample &at(qsizetype index) const; ///< oldest first
    bool isEmpty() const { return m_fine.empty(); }
    qint64 begin() const; ///< of the oldest; 0 when there is none
    qint64 end() const;   ///< of the newest; 0 when there is none
    /// The sample at that time; -1 when there is none.
    qsizetype indexAt(qint64 time) const;
    int workers() const { return m_workers; } ///< the most of any sample

private:
    void thin();

    std::deque<Sample> m_coarse;
    std::deque<Sample> m_fine;
    Totals m_last;
    qint64 m_lastTime = 0;
    int m_workers = 0;
};

} // namespace porthole
