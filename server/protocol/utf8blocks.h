// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace porthole::protocol {

/// How many bytes before the first block must be there.
constexpr std::ptrdiff_t utf8BlockContext = 3;

/// How many bytes at the front are whole valid characters (RFC 3629), as far as whole blocks tell; what follows is for
/// a look at each byte. 0 for less than a block, for one with a bad byte in it, and where the processor has no means.
/// The bytes before `begin`, utf8BlockContext of them at least, are read too, and end with a whole valid character. A
/// pure function.
std::size_t validUtf8Blocks(const unsigned char *begin, const unsigned char *end);

/// Whether the whole text is valid; nothing where the processor has no means, or when it is longer than a few blocks.
/// A pure function.
std::optional<bool> isValidShortUtf8(std::string_view text);

} // namespace porthole::protocol
