// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/sockettransport.h"

#include <QSocketNotifier>

class QSslSocket;

namespace porthole {

class TlsContext;

/// A transport over TLS. The first bytes of the peer say which host it wants, and with that which certificate it is
/// shown; nothing arrives before the TLS handshake is done.
/// Threads, lifetime, errors: see SocketTransport; a handshake that fails is told as unsecured().
class TlsTransport final : public SocketTransport
{
    Q_OBJECT

public:
    /// nullptr when the descriptor is dead; it is then closed.
    static std::unique_ptr<Transport> adopt(qintptr descriptor, std::shared_ptr<const TlsContext> context,
                                            ReadBuffers &buffers, TransportEvents &events);

    TlsTransport(std::unique_ptr<QSslSocket> socket, std::shared_ptr<const TlsContext> context, ReadBuffers &buffers,
                 TransportEvents &events);
    ~TlsTransport() override;

    qint64 write(Pieces pieces) override;
    void finish() override;
    void close() override;
    void reset() override;
    QByteArray certificate() const override;

protected:
    qint64 kept() const override;
    bool isReady() const override { return m_secured; }
    void noteEnd() override;
    void tellLost(Cause how) override;

private:
    void readClientHello();
    void start(const QString &host);
    void drain();
    void noteTrouble();

    QSslSocket &m_tls;
    std::shared_ptr<const TlsContext> m_context;
    std::unique_ptr<QSocketNotifier> m_trouble;  ///< tells a reset from an end of stream
    std::unique_ptr<QSocketNotifier> m_notifier; ///< after finish(): of the peer's end
    QString m_fault;                             ///< why the TLS handshake failed
    bool m_secured = false;                      ///< the TLS handshake is done
    qintptr m_finishing = -1;                    ///< after finish(): keeps the connection half closed
};

} // namespace porthole
