// SPDX-License-Identifier: MIT
#include "server/engine/readahead.h"

#include "server/engine/transport.h"

namespace porthole {

namespace {

/// Each read has room for what is left of the buffer then.
constexpr std::size_t mostBytes = std::size_t(64) * 1024;
constexpr std::size_t mostArrivals = 64;
/// Who sends that much at once gains nothing from a row, and reading on would take it out of the nearest cache.
constexpr std::size_t longArrival = std::size_t(8) * 1024;

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

void ReadAhead::add(TransportEvents &receiver, std::span<char> placed, std::span<char> bytes)
{
    m_arrivals.push_back({&receiver, placed, bytes});
    const std::size_t size = placed.size() + bytes.size();
    m_used += bytes.size();
    m_read += size;
    if (size > longArrival || m_read > mostBytes || m_arrivals.size() == mostArrivals)
        tell();
}

void ReadAhead::drop(const TransportEvents &receiver)
{
    for (Arrival &arrival : m_arrivals) {
        if (arrival.receiver == &receiver)
            arrival.receiver = nullptr;
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
    m_read = 0;
    m_isTelling = false;
}

void ReadAhead::tellAhead()
{
    if (!m_isTelling)
        return tell();
    tellRest();
    m_row.rowInterrupted();
}

void ReadAhead::tellRest()
{
    while (m_next < m_arrivals.size()) {
        const Arrival &arrival = m_arrivals[m_next++]; // nothing is added meanwhile
        if (arrival.receiver && !arrival.placed.empty())
            arrival.receiver->arrivedInPlace(arrival.placed);
        if (arrival.receiver && !arrival.bytes.empty())
            arrival.receiver->arrived(arrival.bytes);
    }
}

} // namespace porthole
