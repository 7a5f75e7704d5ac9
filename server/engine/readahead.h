// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/readbuffers.h"

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace porthole {

class TransportEvents;

/// What was read of several sockets in a row before any of it is told. Then the handlers run in a row, and what they
/// reply is written in a row: each of the three finds its code and data in the processor's caches, which the kernel's
/// way of one message through all of them would empty each time.
/// Threads: the worker's. Lifetime: outlives the transports that add to it; holds a buffer from its first use on.
/// Errors: std::bad_alloc.
class ReadAhead final
{
    Q_DISABLE_COPY_MOVE(ReadAhead)

public:
    /// Told of what is told in a row.
    class Row
    {
    public:
        virtual void rowBegins() = 0;
        virtual void rowEnds() = 0;
        /// A handler spins an event loop: what came before it must not wait for its return.
        virtual void rowInterrupted() = 0;

    protected:
        ~Row() = default;
    };

    ReadAhead(Row &row, ReadBuffers &buffers) : m_row(row), m_buffers(buffers) { }

    ReadBuffers &buffers() { return m_buffers; } ///< for what cannot wait

    /// The event loop calls tell() after each round of sockets, and interrupt() before anything else when it is
    /// entered.
    void enable() { m_isEnabled = true; }
    /// Where the next socket may be read to; empty when what comes is to be told at once.
    std::span<char> room();
    /// That came for one: first what is in its place (TransportEvents::place()), then what is at the front of room().
    /// Either may be empty. It may be gone when this returns.
    void add(TransportEvents &receiver, std::span<char> placed, std::span<char> bytes);
    /// That one is told nothing any more.
    void drop(const TransportEvents &receiver);
    [[gnu::hot]] void tell();
    void interrupt()
    {
        if (m_isTelling || !m_arrivals.empty())
            tellAhead();
    }

private:
    struct Arrival
    {
        TransportEvents *receiver; ///< nullptr once it is gone
        std::span<char> placed;
        std::span<char> bytes;
    };

    void tellAhead();
    [[gnu::hot]] void tellRest();

    Row &m_row;
    ReadBuffers &m_buffers;
    std::optional<ReadBuffers::Lease> m_lease;
    std::vector<Arrival> m_arrivals;
    std::size_t m_used = 0; ///< bytes of the buffer
    std::size_t m_read = 0; ///< bytes, the placed ones too
    std::size_t m_next = 0; ///< to be told
    bool m_isEnabled = false;
    bool m_isTelling = false;
};

} // namespace porthole
