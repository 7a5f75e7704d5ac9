// SPDX-License-Identifier: MIT
#include "server/engine/qt/qtengine.h"

#include "server/engine/qt/qtconnection.h"

#include <QWebSocket>

#include <limits>

namespace porthole {

namespace {

constexpr char markerField[] = "X-Porthole-Connection";

} // namespace

QtEngine::QtEngine() : m_server(QStringLiteral("Porthole"), QWebSocketServer::NonSecureMode)
{
    m_server.setMaxPendingConnections(std::numeric_limits<int>::max());
    QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] { takeUpgraded(); });
}

QtEngine::~QtEngine() { endAll(); }

std::unique_ptr<StreamConnection> QtEngine::make(const Endpoint &endpoint, ConnectionEvents &events)
{
    return std::make_unique<QtConnection>(*this, endpoint, events);
}

// QWebSocketServer is told no more than it has to know: the handshake is judged and answered already.
QByteArray QtEngine::upgradeHead(QtConnection &connection, const QByteArray &key)
{
    m_upgrading[++m_lastMarker] = &connection;
    connection.setMarker(m_lastMarker);
    return "GET / HTTP/1.1\r\nHost: porthole\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + key + "\r\n" + markerField + ": " + QByteArray::number(m_lastMarker) + "\r\n\r\n";
}

void QtEngine::takeUpgraded()
{
    while (QWebSocket *web = m_server.nextPendingConnection()) {
        const auto found = m_upgrading.find(web->request().rawHeader(markerField).toULongLong());
        if (found == m_upgrading.end()) {
            delete web;
            continue;
        }
        QtConnection *connection = found->second;
        m_upgrading.erase(found);
        connection->upgraded(web);
    }
}

} // namespace porthole
