// SPDX-License-Identifier: MIT
#include "ui/export/ndjson.h"

#include "ui/messages/messagefields.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace porthole {

namespace {

constexpr qsizetype millisecondDigits = 23; // 2026-01-31T12:00:01.123
constexpr int microsecondDigits = 3;

std::optional<Opcode> opcodeOf(const QString &type)
{
    for (const Opcode opcode :
         {Opcode::Text, Opcode::Binary, Opcode::Close, Opcode::Ping, Opcode::Pong, Opcode::Continuation}) {
        LogRow row;
        row.opcode = opcode;
        if (MessageFields::typeName(row) == type)
            return opcode;
    }
    return std::nullopt;
}

std::optional<Cause> causeOf(const QString &text)
{
    for (std::size_t index = 0; index < causeCount; ++index) {
        const std::string_view each = name(Cause(index));
        if (text == QLatin1String(each.data(), qsizetype(each.size())))
            return Cause(index);
    }
    return std::nullopt;
}

QByteArray causeName(Cause cause)
{
    const std::string_view each = name(cause);
    return {each.data(), qsizetype(each.size())};
}

bool setType(LogRow &row, const QJsonObject &object)
{
    const QString type = object.value(QLatin1String("type")).toString();
    if (type == QLatin1String("refused")) {
        row.refused = causeOf(object.value(QLatin1String("cause")).toString());
        return row.refused.has_value();
    }
    const auto opcode = opcodeOf(type);
    row.opcode = opcode.value_or(Opcode::Text);
    return opcode.has_value();
}

bool setPayload(LogRow &row, const QJsonObject &object)
{
    const QJsonValue text = object.value(QLatin1String("text"));
    row.payload = text.toString().toUtf8();
    if (text.isString())
        return true;
    const QJsonValue coded = object.value(QLatin1String("base64"));
    const auto decoded = QByteArray::fromBase64Encoding(
        coded.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    row.payload = decoded.decoded;
    return coded.isString() && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

} // namespace

QByteArray isoTime(qint64 micros)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC);
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1()
        + QByteArray::number(micros % 1000).rightJustified(microsecondDigits, '0') + 'Z';
}

std::optional<qint64> fromIsoTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text.left(millisecondDigits), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    bool isNumber = false;
    const int micros = text.mid(millisecondDigits, microsecondDigits).toInt(&isNumber);
    if (!time.isValid() || !isNumber || !text.endsWith(QLatin1Char('Z')))
        return std::nullopt;
    return time.toMSecsSinceEpoch() * 1000 + micros;
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

QByteArray quotedJson(QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out.append('"');
    for (const char c : utf8) {
        const uchar code = uchar(c);
        if (c == '"' || c == '\\')
            out.append('\\').append(c);
        else if (c == '\n')
            out.append("\\n");
        else if (code < 0x20 || code == 0x7F)
            out.append("\\u00").append(digits[code >> 4]).append(digits[code & 0xF]);
        else
            out.append(c);
    }
    out.replace("\xef\xbb\xbf", "\\ufeff"); // readers take it for a byte order mark, and away
    return out.append('"');
}

QByteArray Ndjson::line(const LogRow &row)
{
    QByteArray out = "{\"time\":\"" + isoTime(row.time) + '"';
    const auto add = [&out](const char *key, const QByteArray &value) {
        out.append(",\"").append(key).append("\":").append(value);
    };
    if (row.client)
        add("client", QByteArray::number(row.client.value));
    if (!row.peer.isEmpty())
        add("peer", quotedJson(row.peer.toUtf8()));
    if (!row.path.isEmpty())
        add("path", quotedJson(row.path.toUtf8()));
    add("dir", row.direction == Direction::In ? "\"in\"" : "\"out\"");
    add("type", quotedJson(MessageFields::typeName(row).toLatin1()));
    if (row.refused)
        add("cause", quotedJson(causeName(*row.refused)));
    if (const auto code = row.closeCode())
        add("code", QByteArray::number(*code));
    add("size", QByteArray::number(row.size));
    if (isUtf8(row.payload))
        add("text", quotedJson(row.payload));
    else
        add("base64", '"' + row.payload.toBase64() + '"');
    return out.append("}\n");
}

std::optional<LogRow> Ndjson::row(QByteArrayView line, QString &problem)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray(), &error).object();
    if (error.error != QJsonParseError::NoError || object.isEmpty()) {
        problem = tr("It is no JSON object.");
        return std::nullopt;
    }
    LogRow row;
    const auto time = fromIsoTime(object.value(QLatin1String("time")).toString());
    if (!time || !setType(row, object) || !setPayload(row, object)) {
        problem = !time ? tr("It has no time as Porthole exports it.") : tr("Its type or its payload is missing.");
        return std::nullopt;
    }
    row.time = *time;
    row.client = {quint64(object.value(QLatin1String("client")).toInteger())};
    row.peer = object.value(QLatin1String("peer")).toString();
    row.path = object.value(QLatin1String("path")).toString();
    row.direction =
        object.value(QLatin1String("dir")).toString() == QLatin1String("out") ? Direction::Out : Direction::In;
    row.size = object.value(QLatin1String("size")).toInteger(row.payload.size());
    return row;
}

} // namespace porthole
