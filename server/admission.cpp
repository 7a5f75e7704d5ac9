// SPDX-License-Identifier: MIT
#include "server/admission.h"

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
    const QByteArray key = keyOf(address);
    const std::lock_guard lock(m_mutex);
    const auto cause = refusal(key, now);
    if (!cause) {
        m_count.fetch_add(1, std::memory_order_relaxed);
        if (!key.isEmpty())
            ++m_perAddress[key];
        return {};
    }
    if (m_refusing.load(std::memory_order_relaxed) >= maxRefusing)
        return {cause, false};
    m_refusing.fetch_add(1, std::memory_order_relaxed);
    return {cause, true};
}

std::optional<Cause> Admission::refusal(const QByteArray &key, Clock::time_point now)
{
    if (m_maxClients > 0 && count() >= m_maxClients)
        return Cause::TooManyClients;
    if (m_maxPerAddress > 0 && !key.isEmpty()) {
        const auto found = m_perAddress.find(key);
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
    const QByteArray key = keyOf(address);
    if (key.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    const auto found = m_perAddress.find(key);
    if (found != m_perAddress.end() && --found->second == 0)
        m_perAddress.erase(found);
}

QByteArray Admission::keyOf(const QHostAddress &address)
{
    if (address.isNull())
        return {};
    bool four = false;
    const quint32 number = address.toIPv4Address(&four);
    if (four)
        return QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
    constexpr qsizetype network = 8;
    const Q_IPV6ADDR six = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(&six), network);
}

} // namespace porthole
