// SPDX-License-Identifier: MIT
#include "server/engine/tlstransport.h"

#include "server/engine/socketcalls.h"
#include "server/engine/tlscontext.h"
#include "server/protocol/clienthello.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace porthole {

std::unique_ptr<Transport> TlsTransport::adopt(qintptr descriptor, std::shared_ptr<const TlsContext> context,
                                               ReadBuffers &buffers, TransportEvents &events)
{
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        socketcalls::close(descriptor);
        return nullptr;
    }
    return std::make_unique<TlsTransport>(std::move(socket), std::move(context), buffers, events);
}

TlsTransport::TlsTransport(std::unique_ptr<QSslSocket> socket, std::shared_ptr<const TlsContext> context,
                           ReadBuffers &buffers, TransportEvents &events)
    : SocketTransport(std::move(socket), buffers, events), m_tls(static_cast<QSslSocket &>(this->socket())),
      m_context(std::move(context))
{
    connect(&m_tls, &QSslSocket::encryptedBytesWritten, this, &TlsTransport::noteMoved);
    connect(&m_tls, &QSslSocket::encrypted, this, [this] {
        m_secured = true;
        later();
    });
    connect(&m_tls, &QAbstractSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        m_trouble.reset();
        const bool ours = error == QAbstractSocket::SslHandshakeFailedError
            || error == QAbstractSocket::SslInternalError || error == QAbstractSocket::SslInvalidUserDataError;
        if (ours && !m_secured)
            m_fault = m_tls.errorString();
    });
    m_trouble = std::make_unique<QSocketNotifier>(m_tls.socketDescriptor(), QSocketNotifier::Exception);
    connect(m_trouble.get(), &QSocketNotifier::activated, this, &TlsTransport::noteTrouble);
    // Without names to choose by nobody has to read the ClientHello.
    if (m_context->hasHosts())
        connect(&m_tls, &QIODevice::readyRead, this, &TlsTransport::readClientHello);
    else
        start({});
}

TlsTransport::~TlsTransport()
{
    m_trouble.reset();
    m_notifier.reset();
    if (m_finishing >= 0)
        socketcalls::close(m_finishing);
}

QByteArray TlsTransport::certificate() const
{
    const QSslCertificate shown = m_tls.peerCertificate();
    return shown.isNull() ? QByteArray() : shown.toPem();
}

void TlsTransport::readClientHello()
{
    if (m_tls.mode() != QSslSocket::UnencryptedMode)
        return;
    const QByteArray bytes = m_tls.peek(qint64(protocol::maxClientHello) + 1);
    const auto hello = protocol::readClientHello({bytes.constData(), size_t(bytes.size())});
    if (hello.state != protocol::ClientHello::State::Incomplete)
        start(QString::fromStdString(hello.serverName));
}

void TlsTransport::start(const QString &host)
{
    m_tls.setSslConfiguration(m_context->configurationFor(host));
    if (m_context->allowsNoCertificate())
        m_tls.ignoreSslErrors({QSslError(QSslError::NoPeerCertificate)});
    m_tls.startServerEncryption();
}

// What is said before the handshake is done nobody could read: it ends the connection.
qint64 TlsTransport::write(Pieces pieces)
{
    if (m_secured)
        return SocketTransport::write(pieces);
    qint64 size = 0;
    for (const QByteArrayView piece : pieces)
        size += piece.size();
    m_tls.abort();
    return size;
}

qint64 TlsTransport::kept() const { return SocketTransport::kept() + m_tls.encryptedBytesToWrite(); }

// QSslSocket has no half of a close either: it ends its TLS and closes, and a second descriptor waits for the peer.
void TlsTransport::finish()
{
    m_trouble.reset();
    m_finishing = socketcalls::duplicate(m_tls.socketDescriptor());
    m_tls.disconnectFromHost();
}

// A QSslSocket takes a reset for an end of stream, and has closed its descriptor by the time it says so.
void TlsTransport::noteTrouble()
{
    m_trouble->setEnabled(false);
    if (socketcalls::wasReset(m_tls.socketDescriptor()))
        noteReset();
}

void TlsTransport::close()
{
    m_trouble.reset();
    SocketTransport::close();
}

void TlsTransport::reset()
{
    m_trouble.reset();
    if (m_finishing >= 0)
        socketcalls::resetOnClose(m_finishing);
    SocketTransport::reset();
}

void TlsTransport::noteEnd()
{
    if (m_finishing < 0 || m_tls.state() != QAbstractSocket::UnconnectedState)
        return SocketTransport::noteEnd();
    if (m_notifier)
        return;
    socketcalls::shutdownWrite(m_finishing);
    m_notifier = std::make_unique<QSocketNotifier>(m_finishing, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TlsTransport::drain);
}

void TlsTransport::drain()
{
    char sink[16 * 1024];
    if (!socketcalls::read(m_finishing, sink).isOver)
        return;
    m_notifier->setEnabled(false);
    SocketTransport::noteEnd();
}

void TlsTransport::tellLost(Cause how)
{
    if (m_fault.isEmpty())
        SocketTransport::tellLost(how);
    else
        events().unsecured(m_fault);
}

} // namespace porthole
