// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QString>

class QJsonArray;
class QJsonObject;

namespace porthole {

/// One text or binary message on its way out. Made once, it is shared by all who receive it.
/// Threads: a value, implicitly shared. Text must be UTF-8 (RFC 6455 5.6): peers close on anything else.
class Message final
{
public:
    Message(const QString &text);
    Message(const QJsonArray &json);  ///< compact, as text
    Message(const QJsonObject &json); ///< compact, as text
    Message(Opcode opcode, QByteArray payload) : m_payload(std::move(payload)), m_opcode(opcode) { }

    static Message text(QByteArray utf8) { return {Opcode::Text, std::move(utf8)}; }
    static Message binary(QByteArray bytes) { return {Opcode::Binary, std::move(bytes)}; }

    Opcode opcode() const { return m_opcode; }
    const QByteArray &payload() const { return m_payload; }
    qint64 size() const { return m_payload.size(); } ///< bytes of payload

private:
    QByteArray m_payload;
    Opcode m_opcode = Opcode::Text;
};

} // namespace porthole
