// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

// RFC 4648 section 4: what Sec-WebSocket-Key and Sec-WebSocket-Accept are written in (RFC 6455 4.2).
// Our own because this folder is free of dependencies and the standard library has none. Pure functions.
namespace porthole::protocol {

std::string toBase64(std::string_view bytes);

/// How many bytes it stands for. Nothing when a character is outside the alphabet or the padding is missing or out of
/// place. Bits of the last character that carry nothing may be set, as RFC 4648 3.5 allows.
std::optional<std::size_t> base64Size(std::string_view text);

} // namespace porthole::protocol
