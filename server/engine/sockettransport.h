// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/readbuffers.h"
#include "server/engine/transport.h"

#include <QObject>

class QTcpSocket;

namespace porthole {

/// A transport over Qt's sockets, for every event loop and, through QSslSocket, for TLS.
/// Threads, lifetime, errors: see Transport. What a socket signals is told from the event loop, outside of its signals:
/// it does not bear to be closed within one.
class SocketTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    /// nullptr when the descriptor is dead; it is then closed.
    static std::unique_ptr<Transport> adopt(qintptr descriptor, ReadBuffers &buffers, TransportEvents &events);

    SocketTransport(std::unique_ptr<QTcpSocket> socket, ReadBuffers &buffers, TransportEvents &events);
    ~SocketTransport() override;

    qint64 write(Pieces pieces) override;
    void finish() override;
    void close() override;
    void reset() override;
    int error() const override;

protected:
    qint64 kept() const override;
    QTcpSocket &socket() { return *m_socket; }
    TransportEvents &events() { return m_events; }
    /// Whether its bytes are for the receiver.
    virtual bool isReady() const { return true; }
    virtual void noteEnd();
    virtual void tellLost(Cause how) { m_events.lost(how); }
    void noteMoved();
    void noteReset() { m_how = Cause::Reset; }
    void later();

private:
    void switched() final;
    void pump();
    bool readSome();

    std::unique_ptr<QTcpSocket> m_socket;
    ReadBuffers &m_buffers;
    TransportEvents &m_events;
    Cause m_how = Cause::EndOfStream;
    bool m_moved = false; ///< to be told
    bool m_over = false;  ///< the socket has nothing more to give than what it has read
    bool m_lost = false;  ///< told
    bool m_closed = false;
    bool m_pumps = false; ///< pump() is on its way
};

} // namespace porthole
