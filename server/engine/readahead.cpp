// SPDX-License-Identifier: MIT
#include "server/engine/readahead.h"

#include "server/engine/transport.h"

namespace porthole {

namespace {

/// Each read has room for what is left of the buffer then.
constexpr std::size_t mostBytes = std::size_t(64) * 1024;
constexpr std::size_t mostArrivals = 64;

} // namespace

// While arrivals are told their bytes are in use: a nested event loop reads elsewhere.
std::span<char> ReadAhead::room()
{
    if (!m_isEnabled || m_isTelling)
        return {};
    if (!m_lease)
        m_lease.emplace(m_buffers);
    return m_lease->bytes().subspan(m_used);
}

void ReadAhead::add(TransportEvents &receiver, std::span<char> bytes)
{
    m_arrivals.push_back({&receiver, bytes});
    m_used += bytes.size();
    if (m_used > mostBytes || m_arrivals.size() == mostArrivals)
        tell();
}

void ReadAhead::drop(const TransportEvents &receiver)
{
    for (std::size_t index = m_next; index < m_arrivals.size(); ++index) {
        if (m_arrivals[index].receiver == &receiver)
            m_arrivals[index].receiver = nullptr;
    }
}

void ReadAhead::tell()
{
    if (m_isTelling || m_arrivals.empty())
        return;
    m_isTelling = true;
    const bool isRow = m_arrivals.size() > 1;
    if (isRow)
        m_row.rowBegins();
    tellRest();
    if (isRow)
        m_row.rowEnds();
    m_arrivals.clear();
    m_next = 0;
    m_used = 0;
    m_isTelling = false;
}

void ReadAhead::interrupt()
{
    if (!m_isTelling)
        return tell();
    tellRest();
    m_row.rowInterrupted();
}

void ReadAhead::tellRest()
{
    while (m_next < m_arrivals.size()) {
        const Arrival arrival = m_arrivals[m_next++];
        if (arrival.receiver)
            arrival.receiver->arrived(arrival.bytes);
    }
}

} // namespace porthole
