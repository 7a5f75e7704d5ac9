// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <optional>
#include <string>
#include <string_view>

// The payload of a close frame: RFC 6455 5.5.1 and 7.4. Pure functions.
namespace porthole::protocol {

/// What the peer did wrong: the code we close with and a sentence that fits a close frame.
struct Violation
{
    CloseCode code = CloseCode::ProtocolError;
    std::string_view sentence; ///< a literal, at most maxCloseReason bytes
};

struct ParsedClose
{
    std::uint16_t code = static_cast<std::uint16_t>(CloseCode::NoStatus); ///< 1005 for an empty payload
    std::string_view reason;                                              ///< within the payload that was parsed
    std::optional<Violation> violation; ///< set when the payload is bad; then code and reason say nothing
};

/// Judges the unmasked payload of a close frame. A payload of one byte or a code that is never on the wire closes with
/// 1002, a reason that is not UTF-8 with 1007.
ParsedClose parseClose(std::string_view payload);

/// The payload of a close frame of ours; the reason is cut by truncateReason(). Empty for a code that may not be sent
/// (see isSendable): the peer then sees 1005.
std::string closePayload(std::uint16_t code, std::string_view reason = {});
inline std::string closePayload(CloseCode code, std::string_view reason = {})
{
    return closePayload(static_cast<std::uint16_t>(code), reason);
}

/// The longest front of the reason that is valid UTF-8 and fits beside a code: at most 123 bytes (RFC 6455 5.5).
std::string_view truncateReason(std::string_view reason);

} // namespace porthole::protocol
