// SPDX-License-Identifier: MIT
// The server to measure against: QWebSocketServer as Qt's documentation shows it, in the main thread, with the event
// dispatcher that Qt chooses. It says where it listens, and echoes until it is ended.
#include <QCoreApplication>
#include <QWebSocket>
#include <QWebSocketServer>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QWebSocketServer server(QStringLiteral("plain"), QWebSocketServer::NonSecureMode);
    server.setMaxPendingConnections(20'000);
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        while (QWebSocket *client = server.nextPendingConnection()) {
            QObject::connect(client, &QWebSocket::textMessageReceived, client, &QWebSocket::sendTextMessage);
            QObject::connect(client, &QWebSocket::binaryMessageReceived, client, &QWebSocket::sendBinaryMessage);
            QObject::connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
        }
    });
    if (!server.listen(QHostAddress::LocalHost, 0)) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(server.errorString()));
        return 1;
    }
    std::printf("listening on ws://127.0.0.1:%d\n", int(server.serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
