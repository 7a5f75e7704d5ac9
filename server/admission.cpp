// SPDX-License-Identifier: MIT
#include "server/admission.h"

#include <QtEndian>

namespace porthole {

Admission::Admission(const Settings &settings)
    : m_maxClients(settings.maxClients), m_maxPerAddress(settings.maxClientsPerAddress),
      m_handshakes(settings.maxHandshakesPerSecond, Clock::now())
{ }

void Admission::set(const Settings &settings, Clock::time_point now)
{
    m_maxClients = settings.maxClients;
    m_maxPerAddress = settings.maxClientsPerAddress;
    m_handshakes.setRate(settings.maxHandshakesPerSecond, now);
}

Admission::Verdict Admission::judge(const QHostAddress &address, Clock::time_point now)
{
    const std::optional<Network> network = Network::of(address);
    const std::lock_guard lock(m_mutex);
    const auto cause = refusal(network, now);
    if (!cause) {
        m_count.fetch_add(1, std::memory_order_relaxed);
        if (network)
            ++m_perAddress[*network];
        return {};
    }
    if (m_refusing.load(std::memory_order_relaxed) >= maxRefusing)
        return {cause, false};
    m_refusing.fetch_add(1, std::memory_order_relaxed);
    return {cause, true};
}

std::optional<Cause> Admission::refusal(const std::optional<Network> &network, Clock::time_point now)
{
    if (m_maxClients > 0 && count() >= m_maxClients)
        return Cause::TooManyClients;
    if (m_maxPerAddress > 0 && network) {
        const auto found = m_perAddress.find(*network);
        if (found != m_perAddress.end() && found->second >= m_maxPerAddress)
            return Cause::TooManyOfAddress;
    }
    if (!m_handshakes.take(1, now))
        return Cause::TooManyHandshakes;
    return {};
}

void Admission::left(const QHostAddress &address, bool refused)
{
    if (refused) {
        m_refusing.fetch_sub(1, std::memory_order_relaxed);
        return;
    }
    m_count.fetch_sub(1, std::memory_order_relaxed);
    const std::optional<Network> network = Network::of(address);
    if (!network)
        return;
    const std::lock_guard lock(m_mutex);
    const auto found = m_perAddress.find(*network);
    if (found != m_perAddress.end() && --found->second == 0)
        m_perAddress.erase(found);
}

std::optional<Admission::Network> Admission::Network::of(const QHostAddress &address)
{
    if (address.isNull())
        return std::nullopt;
    bool four = false;
    const quint32 number = address.toIPv4Address(&four);
    if (four)
        return Network{number, false};
    const Q_IPV6ADDR six = address.toIPv6Address();
    return Network{qFromBigEndian<quint64>(&six), true};
}

} // namespace porthole
