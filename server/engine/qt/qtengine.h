// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/streamengine.h"

#include <QWebSocketServer>

#include <unordered_map>

namespace porthole {

class QtConnection;

/// Qt's QWebSocketServer, one a worker, never listening: it is fed by handleConnection.
/// Threads, lifetime, errors: see Engine.
class QtEngine final : public StreamEngine
{
public:
    QtEngine();
    ~QtEngine() override;

    /// Has QWebSocketServer make a QWebSocket of a socket that holds the head which upgradeHead() gave; the connection
    /// is told by upgraded().
    void upgrade(QTcpSocket *socket) { m_server.handleConnection(socket); }
    QByteArray upgradeHead(QtConnection &connection, const QByteArray &key);
    void forgetUpgrade(quint64 marker) { m_upgrading.erase(marker); }

protected:
    std::unique_ptr<StreamConnection> make(const Endpoint &endpoint, ConnectionEvents &events) override;

private:
    void takeUpgraded();

    QWebSocketServer m_server;
    std::unordered_map<quint64, QtConnection *> m_upgrading;
    quint64 m_lastMarker = 0;
};

} // namespace porthole
