// SPDX-License-Identifier: MIT
#include "server/monitor/monitor.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace porthole {

Totals &Totals::operator+=(const Totals &other)
{
    clients += other.clients;
    accepted += other.accepted;
    closed += other.closed;
    refused += other.refused;
    messagesIn += other.messagesIn;
    messagesOut += other.messagesOut;
    bytesIn += other.bytesIn;
    bytesOut += other.bytesOut;
    requests += other.requests;
    handlerErrors += other.handlerErrors;
    skipped += other.skipped;
    queuedBytes += other.queuedBytes;
    std::transform(causes.begin(), causes.end(), other.causes.begin(), causes.begin(), std::plus());
    loopLag = std::max(loopLag, other.loopLag);
    return *this;
}

int ActionResult::refusedCount() const { return std::accumulate(counts.begin(), counts.end(), 0) - acceptedCount(); }

} // namespace porthole
