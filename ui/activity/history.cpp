// SPDX-License-Identifier: MIT
#include "ui/activity/history.h"

#include <algorithm>

namespace porthole {

static double grown(quint64 now, quint64 before) { return now >= before ? double(now - before) : double(now); }

void History::add(qint64 now, const Totals &totals, const QList<double> &loopLags)
{
    const Totals before = std::exchange(m_last, totals);
    const qint64 begin = std::exchange(m_lastTime, now);
    m_workers = std::max(m_workers, int(loopLags.size()));
    if (begin == 0 || now <= begin)
        return;
    const double seconds = double(now - begin) / 1e6;
    Sample sample;
    sample.begin = begin;
    sample.end = now;
    sample.clients = double(totals.clients);
    sample.messagesIn = grown(totals.messagesIn, before.messagesIn) / seconds;
    sample.messagesOut = grown(totals.messagesOut, before.messagesOut) / seconds;
    sample.bytesIn = grown(totals.bytesIn, before.bytesIn) / seconds;
    sample.bytesOut = grown(totals.bytesOut, before.bytesOut) / seconds;
    sample.queuedBytes = double(totals.queuedBytes);
    sample.loopLags = loopLags;
    for (size_t cause = 0; cause < causeCount; ++cause)
        sample.closes[cause] = grown(totals.causes[cause], before.causes[cause]);
    m_fine.push_back(sample);
    thin();
}

/// One sample for several: rates by their share of time, lag and queue the worst, closes in all.
static Sample merged(const std::deque<Sample> &samples, size_t count)
{
    Sample whole = samples[count - 1];
    whole.begin = samples.front().begin;
    const auto span = double(whole.end - whole.begin);
    for (double Sample::*rate :
         {&Sample::messagesIn, &Sample::messagesOut, &Sample::bytesIn, &Sample::bytesOut, &Sample::clients}) {
        double sum = 0;
        for (size_t each = 0; each < count; ++each)
            sum += samples[each].*rate * double(samples[each].end - samples[each].begin);
        whole.*rate = sum / span;
    }
    for (size_t each = 0; each + 1 < count; ++each) {
        const Sample &sample = samples[each];
        whole.queuedBytes = std::max(whole.queuedBytes, sample.queuedBytes);
        for (qsizetype worker = 0; worker < std::min(whole.loopLags.size(), sample.loopLags.size()); ++worker)
            whole.loopLags[worker] = std::max(whole.loopLags[worker], sample.loopLags[worker]);
        for (size_t cause = 0; cause < causeCount; ++cause)
            whole.closes[cause] += sample.closes[cause];
    }
    return whole;
}

void History::thin()
{
    if (m_fine.size() < size_t(fineSeconds + coarseSeconds))
        return;
    m_coarse.push_back(merged(m_fine, coarseSeconds));
    m_fine.erase(m_fine.begin(), m_fine.begin() + coarseSeconds);
    if (m_coarse.size() > size_t(coarseSamples))
        m_coarse.pop_front();
}

const Sample &History::at(qsizetype index) const
{
    const auto place = size_t(index);
    return place < m_coarse.size() ? m_coarse[place] : m_fine[place - m_coarse.size()];
}

qint64 History::begin() const { return isEmpty() ? 0 : at(0).begin; }

qint64 History::end() const { return isEmpty() ? 0 : m_fine.back().end; }

qsizetype History::indexAt(qint64 time) const
{
    if (isEmpty() || time < begin() || time > end())
        return -1;
    qsizetype low = 0;
    qsizetype high = size() - 1;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (at(middle).end < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace porthole
