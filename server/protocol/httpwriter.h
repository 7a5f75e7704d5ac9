// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/httpparser.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

// Responses: RFC 9112 4 and 6. Pure functions; a Date field is the caller's to add.
namespace porthole::protocol {

/// The words of RFC 9110 15 for a status; `Unknown` for one that has none.
std::string_view reasonPhrase(int status);

struct ResponseOptions
{
    bool close = false;                       ///< writes `Connection: close`
    bool keepAlive = false;                   ///< writes `Connection: keep-alive`, which HTTP/1.0 has to be told
    bool withoutBody = false;                 ///< the answer to HEAD: the length is written, the body is not
    std::optional<std::uint64_t> length = {}; ///< of a body that the caller writes behind it
};

/// Whether a response of this status has a body at all, be it empty (RFC 9110 6.4.1).
constexpr bool hasBody(int status) { return status >= 200 && status != 204 && status != 304; }

/// A whole response. Writes Content-Length itself, except with 1xx, 204 and 304, which have no body (RFC 9110 8.6).
/// Nothing when it could not be written safely: the status is not of three digits, a name is not a token, a value has
/// CR, LF or another control character, or a field is one that is written here (Content-Length, Transfer-Encoding).
std::optional<std::string> writeResponse(int status, std::span<const Field> fields, std::string_view body,
                                         ResponseOptions options = {});

} // namespace porthole::protocol
