// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QString>

class QJsonArray;
class QJsonObject;

namespace porthole {

/// Whether a frame may be pushed at any time at all: pings and pongs are whole and have at most 125 bytes (RFC
/// 6455 5.5), and a close frame is disconnect()'s to send.
constexpr bool isPushable(Opcode opcode, bool isLast, qint64 size)
{
    constexpr qint64 longestControl = 125;
    return !isControl(opcode) || (opcode != Opcode::Close && isLast && size <= longestControl);
}

/// One text or binary message on its way out, or a ping, a pong or a fragment. Made once, it is shared by all who
/// receive it. Threads: a value, implicitly shared. Text must be UTF-8 (RFC 6455 5.6): peers close on anything else.
class Message final
{
public:
    Message(const QString &text);
    Message(const QJsonArray &json);  ///< compact, as text
    Message(const QJsonObject &json); ///< compact, as text
    Message(Opcode opcode, QByteArray payload) : m_payload(std::move(payload)), m_opcode(opcode) { }

    /// One fragment of a message (RFC 6455 5.4): the first as text or binary, those after it as continuations. Until
    /// the last nothing but pings and pongs may be pushed between them: PushResult::NotAllowed.
    static Message fragment(Opcode opcode, QByteArray payload, bool last)
    {
        Message message(opcode, std::move(payload));
        message.m_isLast = last;
        return message;
    }
    /// At most 125 bytes (RFC 6455 5.5.2).
    static Message ping(QByteArray payload = {}) { return {Opcode::Ping, std::move(payload)}; }
    static Message text(QByteArray utf8) { return {Opcode::Text, std::move(utf8)}; }
    static Message binary(QByteArray bytes) { return {Opcode::Binary, std::move(bytes)}; }

    Opcode opcode() const { return m_opcode; }
    bool isLast() const { return m_isLast; } ///< false: a fragment, and others follow
    const QByteArray &payload() const { return m_payload; }
    qint64 size() const { return m_payload.size(); } ///< bytes of payload

private:
    QByteArray m_payload;
    Opcode m_opcode = Opcode::Text;
    bool m_isLast = true;
};

} // namespace porthole
