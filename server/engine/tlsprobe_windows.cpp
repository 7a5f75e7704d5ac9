// SPDX-License-Identifier: MIT
#include "server/engine/tlsprobe.h"

#include "server/engine/socketcalls.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace porthole {

namespace {

/// Keeps the descriptor of who comes.
class Meeting final : public QTcpServer
{
public:
    qintptr came = -1;

protected:
    void incomingConnection(qintptr descriptor) override { came = descriptor; }
};

} // namespace

// There is no pair of sockets: what would be its two ends meet on the loopback.
QString tlsFault(const QSslConfiguration &configuration)
{
    constexpr int patience = 5'000;
    Meeting meeting;
    QTcpSocket peer;
    if (!meeting.listen(QHostAddress::LocalHost))
        return {};
    peer.connectToHost(QHostAddress::LocalHost, meeting.serverPort());
    if (!peer.waitForConnected(patience) || !meeting.waitForNewConnection(patience))
        return {};
    meeting.close();
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    if (!socket.setSocketDescriptor(meeting.came)) {
        socketcalls::close(meeting.came);
        return {};
    }
    socket.startServerEncryption();
    const QString fault = socket.error() == QAbstractSocket::UnknownSocketError ? QString() : socket.errorString();
    socket.abort();
    return fault;
}

} // namespace porthole
