// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <QVariant>

namespace porthole {

/// Everything that is known of one client, as of when it was asked for: OpenSwoole's getClientInfo and more.
/// Times are microseconds since the Unix epoch, 0 when there was none; sizes are bytes. Threads: a value.
struct ClientInfo
{
    ClientId client;
    int worker = 0;
    WebSocketStatus status = WebSocketStatus::None;
    QString user;      ///< what bind() said; empty when nothing
    QVariant value;    ///< what setValue() said
    QStringList rooms; ///< those it is in, in the order joined

    QHostAddress peerAddress; ///< null on a Unix socket
    quint16 peerPort = 0;
    QString listener;       ///< Listener::name of where it came in
    quint16 serverPort = 0; ///< 0 for a Unix socket
    qintptr descriptor = -1;
    bool secure = false;    ///< came over TLS
    QByteArray certificate; ///< of the client, in PEM; empty when it showed none

    // Of its request, the handshake once it is a WebSocket.
    QString path;  ///< decoded, without the query
    QString query; ///< still percent-encoded
    Headers headers;
    QString subprotocol;
    QString engine;
    QString compression; ///< what messages are compressed with; empty when they are not

    qint64 connectedAt = 0;  ///< TCP was accepted
    qint64 lastReceived = 0; ///< a message, ping or pong; this and the next two to within 10 ms
    qint64 lastSent = 0;     ///< a message was pushed
    qint64 lastHandled = 0;  ///< a message was given to the handler
    quint64 messagesIn = 0;
    quint64 messagesOut = 0;
    quint64 bytesIn = 0;      ///< of messages
    quint64 bytesOut = 0;     ///< of messages
    qint64 waitingBytes = 0;  ///< received, and waiting for the handler
    qint64 queuedBytes = 0;   ///< pushed, and not yet with the kernel
    qint64 rtt = -1;          ///< microseconds from ping to pong; -1 while unknown
    bool isProtected = false; ///< see Server::protect()

    /// The last thing that came or went.
    qint64 lastActive() const { return std::max({connectedAt, lastReceived, lastSent}); }
};

} // namespace porthole
