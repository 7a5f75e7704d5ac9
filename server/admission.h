// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/settings.h"
#include "server/core/tokenbucket.h"
#include "server/core/types.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace porthole {

/// Counts who is there and judges who may come in: maxClients, maxClientsPerAddress, maxHandshakesPerSecond.
/// Threads: judge() and set() on the thread that accepts; left() on any. An entry is counted from judge() to left(),
/// whatever the verdict. Errors: none.
class Admission final
{
    Q_DISABLE_COPY_MOVE(Admission)

public:
    struct Verdict
    {
        std::optional<Cause> refusal; ///< why it may not come in
        bool answered = true;         ///< false: refusals crowd, close it without a word
    };

    explicit Admission(const Settings &settings);

    Verdict judge(const QHostAddress &address, Clock::time_point now);
    /// One that judge() let in, or whose refusal was answered, has gone.
    void left(const QHostAddress &address, bool refused);
    /// maxClients and the others have changed.
    void set(const Settings &settings, Clock::time_point now);

    int count() const { return m_count.load(std::memory_order_relaxed); } ///< let in and still there
    /// What counts as one address: the IPv4 address, or the IPv6 /64 network.
    struct Network
    {
        quint64 bits = 0;
        bool isSix = false;

        static std::optional<Network> of(const QHostAddress &address); ///< nothing for a Unix socket
        friend bool operator==(const Network &, const Network &) = default;
    };

    static constexpr int maxRefusing = 256; ///< connections that are told why they may not come in, at a time

private:
    struct Hash
    {
        size_t operator()(const Network &network) const noexcept
        {
            return qHashMulti(size_t(QHashSeed::globalSeed()), network.bits, network.isSix);
        }
    };

    std::optional<Cause> refusal(const std::optional<Network> &network, Clock::time_point now);

    int m_maxClients = 0;
    int m_maxPerAddress = 0;
    TokenBucket m_handshakes;
    std::atomic<int> m_count = 0;
    std::atomic<int> m_refusing = 0;
    std::mutex m_mutex;
    std::unordered_map<Network, int, Hash> m_perAddress;
};

} // namespace porthole
