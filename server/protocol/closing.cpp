// SPDX-License-Identifier: MIT
#include "server/protocol/closing.h"

#include "server/protocol/utf8.h"

namespace porthole::protocol {

namespace {

ParsedClose bad(CloseCode code, std::string_view sentence)
{
    ParsedClose parsed;
    parsed.violation = Violation{code, sentence};
    return parsed;
}

} // namespace

ParsedClose parseClose(std::string_view payload)
{
    if (payload.empty())
        return {};
    if (payload.size() == 1)
        return bad(CloseCode::ProtocolError, "a close frame carries no or at least two bytes");
    const auto code = static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8
                                                 | static_cast<unsigned char>(payload[1]));
    if (!isSendable(code))
        return bad(CloseCode::ProtocolError, "this close code may not be sent");
    const std::string_view reason = payload.substr(2);
    if (!isValidUtf8(reason))
        return bad(CloseCode::InvalidPayload, "the reason of a close frame must be UTF-8");
    return {.code = code, .reason = reason, .violation = {}};
}

std::string closePayload(std::uint16_t code, std::string_view reason)
{
    if (!isSendable(code))
        return {};
    std::string payload{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    payload += truncateReason(reason);
    return payload;
}

std::string_view truncateReason(std::string_view reason)
{
    const std::string_view front = reason.substr(0, maxCloseReason);
    return front.substr(0, validUtf8Prefix(front));
}

} // namespace porthole::protocol
