// SPDX-License-Identifier: MIT
#include "ui/messages/messagefields.h"

#include "ui/filter/jsonvalue.h"

namespace porthole {

static const QStringList &typeNames()
{
    static const QStringList names{QStringLiteral("text"),        QStringLiteral("binary"), QStringLiteral("close"),
                                   QStringLiteral("ping"),        QStringLiteral("pong"),   QStringLiteral("refused"),
                                   QStringLiteral("continuation")};
    return names;
}

static qint64 typeOf(const LogRow &row)
{
    enum Type { Text, Binary, Close, Ping, Pong, Refused, Continuation };
    if (row.refused)
        return Refused;
    switch (row.opcode) {
    case Opcode::Text: return Text;
    case Opcode::Binary: return Binary;
    case Opcode::Close: return Close;
    case Opcode::Ping: return Ping;
    case Opcode::Pong: return Pong;
    case Opcode::Continuation: break;
    }
    return Continuation;
}

QString MessageFields::typeName(const LogRow &row) { return typeNames()[typeOf(row)]; }

FilterFields MessageFields::all()
{
    using enum FilterKind;
    return FilterFields({
        {Dir, QStringLiteral("dir"), Choice, tr("in or out"), {QStringLiteral("in"), QStringLiteral("out")}},
        {Field::Client,
         QStringLiteral("client"),
         FilterKind::Client,
         tr("number of the client"),
         {},
         QStringLiteral("id")},
        {Type, QStringLiteral("type"), Choice, tr("text, binary, close, ping, pong, refused"), typeNames().first(6)},
        {Field::Size, QStringLiteral("size"), FilterKind::Size, tr("bytes of payload, like 1k")},
        {Path, QStringLiteral("path"), FilterKind::Text, tr("path of the client's request")},
        {Peer, QStringLiteral("peer"), FilterKind::Text, tr("address and port of the client")},
        {Field::Text, QStringLiteral("text"), FilterKind::Text, tr("the payload as text")},
        {Field::Json, QStringLiteral("json"), FilterKind::Json,
         tr("a value in the payload: json.type, json.items.0.id")},
        {Field::Time, QStringLiteral("time"), FilterKind::Time, tr("when: 12:00:01, or -5min for five minutes ago")},
        {Code, QStringLiteral("code"), Number, tr("code of a close frame")},
    });
}

FilterValue MessageFilterRow::value(int field) const
{
    switch (field) {
    case MessageFields::Dir: return qint64(m_row.direction == Direction::In ? 0 : 1);
    case MessageFields::Client: return m_row.client ? FilterValue(qint64(m_row.client.value)) : FilterValue();
    case MessageFields::Type: return typeOf(m_row);
    case MessageFields::Size: return m_row.size;
    case MessageFields::Path: return m_row.path;
    case MessageFields::Peer: return m_row.peer;
    case MessageFields::Text: return m_row.words();
    case MessageFields::Time: return m_row.time;
    case MessageFields::Code: {
        const auto code = m_row.closeCode();
        return code ? FilterValue(qint64(*code)) : FilterValue();
    }
    default: return {};
    }
}

FilterValue MessageFilterRow::json(const JsonPath &path) const
{
    const auto found = path.find(m_row.payload);
    return found ? jsonValue(*found) : FilterValue();
}

bool MessageFilterRow::holds(const TextSearch &text) const
{
    if (m_row.refused)
        return text.isIn(m_row.words()) || text.isIn(m_row.path) || text.isIn(m_row.peer);
    if (text.isIn(m_row.words()))
        return true;
    return m_row.client && text.text() == QLatin1Char('#') + QString::number(m_row.client.value);
}

} // namespace porthole
