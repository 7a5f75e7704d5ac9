// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/http.h"
#include "server/core/settings.h"
#include "server/protocol/bodyparser.h"
#include "server/protocol/extensions.h"
#include "server/protocol/handshake.h"

namespace porthole {

/// The HTTP of one connection until it is a WebSocket, for any engine: bytes in, requests out, answers as bytes. Judges
/// opening handshakes (RFC 6455 4.2.1) and serves one request after the other (RFC 9112), pipelined ones too.
/// Threads: a value of its connection. Lifetime: not longer than the settings. Memory: at most headMaxBytes,
/// bodyMaxBytes and what add() is given. Errors: a refusal, whose full HTTP answer is refusal().
class HttpSide final
{
public:
    enum class Step : quint8 {
        NeedMore,
        Continue,  ///< write continueLine; then as NeedMore
        Handshake, ///< request() is a valid opening handshake: upgrade() or reply()
        Request,   ///< request() is whole: reply()
        Refuse,    ///< write refusal() and close
    };

    /// The bytes of an answer, and whether the connection ends behind it.
    struct Answer
    {
        QByteArray bytes;
        bool close = true;
    };

    static constexpr char continueLine[] = "HTTP/1.1 100 Continue\r\n\r\n";

    explicit HttpSide(const Settings &settings);

    void add(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// Looks at what was added. Not between a Handshake or Request and its answer, and not after a Refuse.
    Step next();
    /// Refuses a request that took too long.
    void timeOut();

    bool isBetweenRequests() const { return m_phase == Phase::Head && m_bytes.isEmpty(); }
    bool isInBody() const { return m_phase == Phase::Body; }
    HttpRequest takeRequest();                                   ///< client, peer and secure are not in it
    QByteArray takeRest() { return std::move(m_bytes); }         ///< after a Handshake: what came behind the head
    const QByteArray &key() const { return m_key; }              ///< after a Handshake
    const QString &subprotocol() const { return m_subprotocol; } ///< after a Handshake; empty: none
    /// After a Handshake: the compression that was agreed on (settings.compression); the 101 says it.
    const std::optional<protocol::DeflateAgreement> &deflate() const { return m_deflate; }

    /// The 101; what cannot be written safely gets a 500, and closes.
    Answer upgrade(const Upgrade &upgrade) const;
    /// The answer to the request, or when `close` is on to anything; the bytes of its device are to be written behind
    /// it unless it is an answer to HEAD.
    Answer reply(const HttpReply &reply, bool close = false);
    bool answersHead() const { return m_head; } ///< the request is a HEAD

    const Answer &refusal() const { return m_refusal; }
    const QString &reason() const { return m_reason; } ///< after Refuse: the sentence in the answer
    Cause cause() const { return m_cause; }            ///< after Refuse

private:
    enum class Phase : quint8 { Head, Body };

    Step begin();
    Step beginHandshake(const protocol::Upgrade &upgrade);
    Step beginRequest(const protocol::RequestHead &head);
    Step readBody();
    Step refuse(Cause cause, const protocol::Refusal &refusal);
    void readRequest(const protocol::RequestHead &head);

    const Settings &m_settings;
    protocol::HeadParser m_parser;
    protocol::BodyParser m_body;
    QByteArray m_bytes;
    QByteArray m_key;
    QString m_subprotocol; ///< agreed on
    std::optional<protocol::DeflateAgreement> m_deflate;
    std::optional<HttpRequest> m_request; ///< from its head until it is taken
    Answer m_refusal;
    QString m_reason;
    Cause m_cause = Cause::EndOfStream;
    Phase m_phase = Phase::Head;
    bool m_head = false;
    bool m_close = false; ///< the peer wants no other request on this connection
    bool m_isHttp10 = false;
    bool m_continues = false;
};

} // namespace porthole
