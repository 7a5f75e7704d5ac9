// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace porthole::protocol {

/// SHA-1 of RFC 3174, for Sec-WebSocket-Accept (RFC 6455 4.2.2) and nothing else: it proves that a peer speaks
/// WebSocket, it protects nothing. Our own because this folder is free of dependencies. A pure function.
std::array<char, 20> sha1(std::string_view bytes);

} // namespace porthole::protocol
