// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/readahead.h"
#include "server/engine/socketcalls.h"
#include "server/engine/transport.h"
#include "server/loop/epolldispatcher.h"

namespace porthole {

/// A plain TCP socket straight on the worker's epoll: no QTcpSocket, no QSocketNotifier, no buffer of its own.
/// Threads, lifetime, errors: see Transport.
class DescriptorTransport final : private EpollDispatcher::Watcher, public Transport
{
public:
    /// Takes the descriptor over.
    DescriptorTransport(EpollDispatcher &dispatcher, ReadAhead &ahead, int descriptor, TransportEvents &events);
    ~DescriptorTransport() override;

    [[gnu::hot]] qint64 write(Pieces pieces) override;
    qint64 writeLast(QByteArrayView bytes) override;
    void finish() override;
    void close() override;
    void reset() override;
    int error() const override { return m_error; }

private:
    void switched() override { watch(); }
    [[gnu::hot]] void ready(quint32 events) override;
    void read();
    void readAhead(std::span<char> place, std::span<char> room);
    void lose(const socketcalls::Got &got);
    void watch();

    // In an order that leaves no gap: there is one for each client.
    bool m_lost = false;
    bool m_broken = false;          ///< there is nothing to write to any more
    bool m_answersAtLength = false; ///< has done so once
    bool m_hasMore = false;         ///< the last read was full
    int m_error = 0;
    int m_descriptor;
    EpollDispatcher &m_dispatcher;
    ReadAhead &m_ahead;
    TransportEvents &m_events;
};

} // namespace porthole
