// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

// Which web pages may open a WebSocket here: RFC 6454 6, RFC 6455 10.2. Pure functions.
namespace porthole::protocol {

/// Whether one of the patterns holds an Origin field: `https://example.org`, `https://example.org:8443`, `example.org`
/// for any scheme and port, `*.example.org` in place of a name for all names below it, `null`, or `*`. ASCII letters
/// without regard to case.
bool originAllowed(std::span<const std::string> patterns, std::string_view origin);

} // namespace porthole::protocol
