// SPDX-License-Identifier: MIT
#include "server/protocol/handshake.h"

#include "server/protocol/base64.h"
#include "server/protocol/extensions.h"
#include "server/protocol/httptext.h"
#include "server/protocol/httpwriter.h"
#include "server/protocol/sha1.h"

#include <algorithm>

namespace porthole::protocol {

namespace {

constexpr Field spokenVersion{"Sec-WebSocket-Version", "13"};

using Fault = std::optional<Refusal>;

Refusal bad(std::string_view sentence) { return {.status = 400, .sentence = sentence, .fields = {}}; }

bool isAttempt(const RequestHead &head)
{
    return head.hasToken("Upgrade", "websocket") || head.count("Sec-WebSocket-Key") != 0
        || head.count("Sec-WebSocket-Version") != 0;
}

Fault checkRequest(const RequestHead &head)
{
    if (head.method != "GET")
        return bad("A WebSocket handshake must be a GET request.");
    if (head.minorVersion < 1)
        return bad("A WebSocket handshake must use HTTP/1.1.");
    if (head.host.empty())
        return bad("A WebSocket handshake must name its host.");
    if (!head.hasToken("Upgrade", "websocket"))
        return bad("The Upgrade field must have the token websocket.");
    if (!head.hasToken("Connection", "Upgrade"))
        return bad("The Connection field must have the token Upgrade.");
    if (head.chunked || head.contentLength != 0)
        return bad("A WebSocket handshake must not have a body.");
    return {};
}

Fault checkVersion(const RequestHead &head)
{
    const std::size_t count = head.count(spokenVersion.name);
    if (count == 1 && head.value(spokenVersion.name) == spokenVersion.value)
        return {};
    if (count == 1)
        return Refusal{426, "Only version 13 of the WebSocket protocol is spoken here.", {spokenVersion}};
    return Refusal{400, "There must be exactly one Sec-WebSocket-Version field.", {spokenVersion}};
}

Fault checkKey(const RequestHead &head)
{
    if (head.count("Sec-WebSocket-Key") != 1)
        return bad("There must be exactly one Sec-WebSocket-Key field.");
    if (base64Size(*head.value("Sec-WebSocket-Key")) != 16)
        return bad("Sec-WebSocket-Key must be 16 bytes in Base64.");
    return {};
}

Fault readSubprotocols(const RequestHead &head, std::vector<std::string_view> &offered)
{
    for (const Field &field : head.fields) {
        if (!sameText(field.name, "Sec-WebSocket-Protocol"))
            continue;
        for (std::string_view list = field.value; !list.empty();) {
            const std::string_view name = takeElement(list);
            if (name.empty())
                continue;
            if (!isToken(name))
                return bad("Sec-WebSocket-Protocol has a name that is not a token.");
            if (std::find(offered.begin(), offered.end(), name) != offered.end())
                return bad("Sec-WebSocket-Protocol names one subprotocol twice.");
            offered.push_back(name);
        }
    }
    if (offered.empty() && head.count("Sec-WebSocket-Protocol") != 0)
        return bad("Sec-WebSocket-Protocol names no subprotocol.");
    return {};
}

std::string joined(const RequestHead &head, std::string_view name)
{
    std::string all;
    for (const Field &field : head.fields) {
        if (sameText(field.name, name))
            all.append(all.empty() ? "" : ", ").append(field.value);
    }
    return all;
}

} // namespace

Judgement judge(const RequestHead &head)
{
    if (!isAttempt(head))
        return NotUpgrade{};
    for (const auto check : {checkRequest, checkVersion, checkKey}) {
        if (Fault fault = check(head))
            return std::move(*fault);
    }
    Upgrade upgrade;
    if (Fault fault = readSubprotocols(head, upgrade.subprotocols))
        return std::move(*fault);
    if (head.count("Origin") > 1)
        return bad("There is more than one Origin field.");
    upgrade.key = *head.value("Sec-WebSocket-Key");
    upgrade.extensions = joined(head, "Sec-WebSocket-Extensions");
    if (!parseExtensions(upgrade.extensions))
        return bad("Sec-WebSocket-Extensions does not keep to its grammar.");
    upgrade.origin = head.value("Origin");
    return upgrade;
}

std::string acceptKey(std::string_view key)
{
    constexpr std::string_view guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::string text;
    text.reserve(key.size() + guid.size());
    text.append(key).append(guid);
    const auto digest = sha1(text);
    return toBase64({digest.data(), digest.size()});
}

std::string_view chooseSubprotocol(std::span<const std::string> spoken, std::span<const std::string_view> offered)
{
    for (const std::string &name : spoken) {
        if (std::find(offered.begin(), offered.end(), name) != offered.end())
            return name;
    }
    return {};
}

std::optional<std::string> writeUpgradeResponse(std::string_view key, std::string_view subprotocol,
                                                std::string_view extensions, std::span<const Field> more)
{
    const std::string accept = acceptKey(key);
    std::vector<Field> fields{{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Accept", accept}};
    if (!subprotocol.empty())
        fields.push_back({"Sec-WebSocket-Protocol", subprotocol});
    if (!extensions.empty())
        fields.push_back({"Sec-WebSocket-Extensions", extensions});
    fields.insert(fields.end(), more.begin(), more.end());
    return writeResponse(101, fields, {});
}

} // namespace porthole::protocol
