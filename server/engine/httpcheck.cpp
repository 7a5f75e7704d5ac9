// SPDX-License-Identifier: MIT
#include "server/engine/httpcheck.h"

#include "server/protocol/httptext.h"

#include <algorithm>

namespace porthole {

namespace {

constexpr std::string_view ofEveryAnswer[] = {"Content-Length", "Transfer-Encoding"};
constexpr std::string_view ofTheHandshake[] = {"Upgrade", "Sec-WebSocket-Accept", "Sec-WebSocket-Protocol",
                                               "Sec-WebSocket-Extensions"};

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

template<typename Names>
bool has(const Names &names, const QByteArray &name)
{
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view one) { return protocol::sameText(one, view(name)); });
}

/// As it is shown in a log of lines.
QString shown(const QByteArray &name)
{
    QString text = QString::fromUtf8(name);
    for (QChar &letter : text) {
        if (!letter.isPrint())
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

Result<> checkFields(const QList<Header> &headers)
{
    for (const Header &header : headers) {
        const QString name = shown(header.name);
        if (!protocol::isToken(view(header.name)))
            return Error{QStringLiteral("\"%1\" cannot be the name of a header field.").arg(name)};
        if (!protocol::isFieldValue(view(header.value)))
            return Error{QStringLiteral("The value of the header field %1 has a control character.").arg(name)};
        if (has(ofEveryAnswer, header.name))
            return Error{QStringLiteral("The header field %1 is written by the server itself.").arg(name)};
    }
    return {};
}

bool isOffered(const QByteArray &subprotocol, const Request &request)
{
    const QList<Header> fields = request.headers.fields();
    return std::any_of(fields.begin(), fields.end(), [&](const Header &field) {
        if (!protocol::sameText(view(field.name), "Sec-WebSocket-Protocol"))
            return false;
        for (std::string_view list = view(field.value); !list.empty();) {
            if (protocol::takeElement(list) == view(subprotocol))
                return true;
        }
        return false;
    });
}

} // namespace

Result<> check(const HttpReply &reply)
{
    if (reply.status < 200 || reply.status > 599)
        return Error{QStringLiteral("An answer with status %1 cannot be sent; use 200 to 599.").arg(reply.status)};
    if (reply.device && reply.deviceBytes < 0)
        return Error{QStringLiteral("An answer cannot have %1 bytes.").arg(reply.deviceBytes)};
    return checkFields(reply.headers);
}

Result<> check(const Upgrade &upgrade, const Request &request)
{
    if (!upgrade.isAccepted())
        return check(upgrade.reply());
    for (const Header &header : upgrade.reply().headers) {
        if (has(ofTheHandshake, header.name))
            return Error{
                QStringLiteral("The header field %1 is written by the server itself.").arg(shown(header.name))};
    }
    const QString &subprotocol = upgrade.subprotocol().value_or(QString());
    if (!subprotocol.isEmpty() && !isOffered(subprotocol.toUtf8(), request))
        return Error{QStringLiteral("The subprotocol \"%1\" was not offered by the client.").arg(subprotocol)};
    return checkFields(upgrade.reply().headers);
}

} // namespace porthole
