// SPDX-License-Identifier: MIT
#include "server/engine/sockettransport.h"

#include "server/engine/socketcalls.h"

#include <QTcpSocket>

namespace porthole {

namespace {

/// What Qt reads ahead; beyond it the kernel keeps the bytes, and the peer has to wait.
constexpr qint64 readAhead = 64 * 1024;

} // namespace

std::unique_ptr<Transport> SocketTransport::adopt(qintptr descriptor, ReadBuffers &buffers, TransportEvents &events)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        socketcalls::close(descriptor);
        return nullptr;
    }
    return std::make_unique<SocketTransport>(std::move(socket), buffers, events);
}

SocketTransport::SocketTransport(std::unique_ptr<QTcpSocket> socket, ReadBuffers &buffers, TransportEvents &events)
    : Transport(true), m_socket(std::move(socket)), m_buffers(buffers), m_events(events)
{
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket.get(), &QIODevice::readyRead, this, &SocketTransport::later);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &SocketTransport::noteMoved);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError)
            m_how = Cause::Reset;
    });
    connect(m_socket.get(), &QAbstractSocket::stateChanged, this, [this] { noteEnd(); });
}

SocketTransport::~SocketTransport()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void SocketTransport::noteMoved()
{
    m_moved = true;
    later();
}

qint64 SocketTransport::write(Pieces pieces)
{
    qint64 written = 0;
    for (const QByteArrayView piece : pieces)
        written += std::max<qint64>(0, m_socket->write(piece.data(), piece.size()));
    m_socket->flush();
    return written;
}

qint64 SocketTransport::kept() const { return m_closed ? 0 : m_socket->bytesToWrite(); }

void SocketTransport::switched()
{
    if (reads())
        later();
}

// QTcpSocket has no half of a close.
void SocketTransport::finish() { socketcalls::shutdownWrite(m_socket->socketDescriptor()); }

int SocketTransport::error() const { return m_how == Cause::Reset ? int(socketcalls::reasonOf(m_socket->error())) : 0; }

void SocketTransport::close()
{
    if (std::exchange(m_closed, true))
        return;
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
}

void SocketTransport::reset()
{
    if (std::exchange(m_closed, true))
        return;
    m_socket->disconnect(this);
    socketcalls::resetOnClose(m_socket->socketDescriptor());
    m_socket->abort();
}

// QTcpSocket takes a reset for an end of stream.
void SocketTransport::noteEnd()
{
    if (m_socket->state() == QAbstractSocket::ClosingState && socketcalls::wasReset(m_socket->socketDescriptor()))
        m_how = Cause::Reset;
    m_over = m_over || m_socket->state() == QAbstractSocket::UnconnectedState;
    later();
}

void SocketTransport::later()
{
    if (!std::exchange(m_pumps, true))
        QMetaObject::invokeMethod(this, &SocketTransport::pump, Qt::QueuedConnection);
}

void SocketTransport::pump()
{
    m_pumps = false;
    if (reads() && !m_events.wants())
        setReading(false);
    if (std::exchange(m_moved, false) && tellsMoved() && !m_closed)
        m_events.moved();
    if (m_closed || m_lost)
        return;
    if (reads() && isReady() && readSome())
        return later();
    if (m_over && (!reads() || !isReady() || m_socket->bytesAvailable() == 0) && !m_closed) {
        m_lost = true;
        reads() ? tellLost(m_how) : m_events.hungUp();
    }
}

bool SocketTransport::readSome()
{
    const ReadBuffers::Lease lease(m_buffers);
    const qint64 got = m_socket->read(lease.bytes().data(), qint64(lease.bytes().size()));
    if (got > 0)
        m_events.arrived(lease.bytes().first(size_t(got)));
    return got > 0;
}

} // namespace porthole
