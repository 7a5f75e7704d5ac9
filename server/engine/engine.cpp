// SPDX-License-Identifier: MIT
#include "server/engine/engine.h"

#include "server/protocol/framewriter.h"

#include <algorithm>

namespace porthole {

QString Peer::text() const
{
    if (!local.isEmpty())
        return local;
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

EncodedMessage EncodedMessage::of(const Message &message)
{
    const QByteArray &payload = message.payload();
    char head[protocol::maxServerHeaderSize];
    const std::size_t headSize =
        protocol::writeHeader(head, message.opcode(), std::uint64_t(payload.size()), {.fin = message.isLast()});
    QByteArray frame;
    frame.reserve(qsizetype(headSize) + payload.size());
    frame.append(head, qsizetype(headSize)).append(payload);
    return {message.opcode(), frame, payload, message.isLast()};
}

void EncodedBatch::add(const EncodedMessage &message)
{
    frames = isEmpty() ? message.frame : frames.append(message.frame);
    messages.push_back(message);
    payloadBytes += message.payload.size();
    longest = std::max<qint64>(longest, message.payload.size());
}

} // namespace porthole
