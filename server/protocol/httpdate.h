// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Dates of HTTP: RFC 9110 5.6.7. Pure functions; times are seconds since 1970 in UTC.
namespace porthole::protocol {

/// As an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`. For the years 1970 to 9999.
std::string httpDate(std::int64_t seconds);

/// Reads any of the three forms of RFC 9110 5.6.7; nothing when it is none of them. A year of two digits is of
/// 1970 to 2069; a leap second is the one before it.
std::optional<std::int64_t> parseHttpDate(std::string_view text);

} // namespace porthole::protocol
