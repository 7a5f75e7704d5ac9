// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/streamconnection.h"
#include "server/protocol/closing.h"
#include "server/protocol/framescanner.h"

#include <QPointer>

#include <deque>
#include <optional>

class QWebSocket;

namespace porthole {

class FeedSocket;
class QtEngine;

/// One client of the Qt engine: QWebSocket makes messages of the bytes, and a scanner ahead of it sees what QWebSocket
/// hides or lets pass: unmasked frames, fragments out of order, bad UTF-8, empty close frames, and whether a close
/// frame came at all. QWebSocket is given what is good, and text as binary; close frames are read and written here.
/// Threads, lifetime, errors: see StreamConnection.
class QtConnection final : public StreamConnection, private protocol::FrameObserver
{
public:
    QtConnection(QtEngine &engine, const Endpoint &endpoint, ConnectionEvents &events);
    ~QtConnection() override;

    void setMarker(quint64 marker) { m_marker = marker; }
    /// QWebSocketServer has taken the handshake. Takes ownership.
    void upgraded(QWebSocket *web);

protected:
    void begin(const Agreement &agreement) override;
    void take(std::span<char> bytes, std::string &out) override;
    void close(quint16 code, std::string_view reason, std::string &out) override;
    void paused(bool on) override;
    void ignorePeer() override { m_ignores = true; }

private:
    struct Incoming
    {
        Opcode opcode;
        QByteArray payload;
    };

    void sawClose(std::string_view payload) override;
    void sawPing(std::string_view payload) override;
    void sawMessage(Opcode opcode) override;
    void sawFault(const protocol::Violation &violation) override;

    void connectWeb();
    void webWrites(QByteArrayView frame);
    void beginPong(QByteArrayView frame);
    void webCloses();
    void deliver();
    void answerClose(std::string &out);
    void fail(CloseCode code, const QString &reason, std::string &out);

    QtEngine &m_qt;
    QPointer<FeedSocket> m_feed;
    std::unique_ptr<QWebSocket> m_web;
    protocol::FrameScanner m_scanner;
    std::vector<Incoming> m_inbox;  ///< pings, pongs and messages: what QWebSocket made of the bytes of this read
    std::deque<QByteArray> m_pings; ///< that QWebSocket has not come to
    std::deque<Opcode> m_kinds;     ///< of the messages that QWebSocket has not come to
    qsizetype m_pongRest = 0;       ///< bytes of a pong that QWebSocket is writing
    std::optional<QByteArray> m_peerClose; ///< payload of the peer's close frame
    std::optional<protocol::Violation> m_fault;
    std::string *m_out = nullptr; ///< where QWebSocket's pongs go while it is fed
    quint64 m_marker = 0;         ///< while QWebSocketServer has the handshake
    bool m_stallHeld = false;     ///< QWebSocket waits for the rest of a frame, and its timer does not run
    bool m_webClosed = false;     ///< QWebSocket has found a fault
    bool m_ignores = false;
};

} // namespace porthole
