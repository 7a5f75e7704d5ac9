// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

// The small grammar of HTTP that head, handshake and writer share: RFC 9110 5.6, RFC 3986 2.1. Pure functions.
namespace porthole::protocol {

bool isToken(std::string_view text);             ///< RFC 9110 5.6.2; false when empty
std::size_t plainLength(std::string_view text);  ///< how much of it comes before a control character other than tab
bool isFieldValue(std::string_view text);        ///< RFC 9110 5.5: no control characters but tab
bool isHost(std::string_view text);              ///< RFC 9110 7.2: a name or address, and a port or none
std::string_view trimmed(std::string_view text); ///< without the spaces and tabs around it

bool sameLetters(const char *one, const char *other, std::size_t size);
/// ASCII letters without regard to case.
inline bool sameText(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && sameLetters(one.data(), other.data(), one.size());
}

/// Takes the text up to a separator off the front, trimmed; the separator goes too. Separators within quoted strings do
/// not count (RFC 9110 5.6.4).
std::string_view takeUntil(std::string_view &text, char separator);

/// Takes the first element off a list (RFC 9110 5.6.1); it is trimmed, and may be empty.
inline std::string_view takeElement(std::string_view &list) { return takeUntil(list, ','); }

/// Whether a list has this token: `keep-alive, Upgrade` has `upgrade`.
bool containsToken(std::string_view list, std::string_view token);

/// A target in origin-form cut at its first question mark, which neither part has.
struct PathAndQuery
{
    std::string_view path;
    std::string_view query;
};
PathAndQuery splitTarget(std::string_view target);

/// Nothing when a percent sign is not followed by two hexadecimal digits. May yield any byte, NUL and slash included.
std::optional<std::string> percentDecoded(std::string_view text);

} // namespace porthole::protocol
