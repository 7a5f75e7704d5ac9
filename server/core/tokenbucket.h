// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"

#include <algorithm>

namespace porthole {

/// A rate limit: `rate` tokens a second, of which as many as a second brings can be saved up. What is taken without
/// asking makes a debt that later tokens pay. A rate of 0 is no limit.
/// Threads: a value of one thread. Errors: none.
class TokenBucket final
{
public:
    TokenBucket() = default;
    TokenBucket(qint64 rate, Clock::time_point now) : m_rate(double(rate)), m_tokens(double(rate)), m_filled(now) { }

    qint64 rate() const { return qint64(m_rate); }
    bool isLimited() const { return m_rate > 0; }
    /// Changes the rate; what is saved up or owed stays, at most a second's worth saved.
    void setRate(qint64 rate, Clock::time_point now)
    {
        const bool fresh = !isLimited();
        fill(now);
        m_rate = double(rate);
        m_tokens = fresh ? m_rate : std::min(m_tokens, m_rate);
    }

    /// Takes that many when there are any left; false and nothing taken otherwise.
    bool take(qint64 tokens, Clock::time_point now)
    {
        if (!isLimited())
            return true;
        fill(now);
        if (m_tokens < double(tokens))
            return false;
        m_tokens -= double(tokens);
        return true;
    }
    /// Takes that many in any case; false when that made or left a debt.
    bool spend(qint64 tokens, Clock::time_point now)
    {
        if (!isLimited())
            return true;
        fill(now);
        m_tokens -= double(tokens);
        return m_tokens >= 0;
    }
    /// No debt is left.
    bool isPaid(Clock::time_point now)
    {
        fill(now);
        return !isLimited() || m_tokens >= 0;
    }

private:
    void fill(Clock::time_point now)
    {
        const std::chrono::duration<double> passed = now - m_filled;
        m_filled = now;
        m_tokens = std::min(m_rate, m_tokens + std::max(0.0, passed.count()) * m_rate);
    }

    double m_rate = 0;
    double m_tokens = 0;
    Clock::time_point m_filled;
};

} // namespace porthole
