// SPDX-License-Identifier: MIT
#include "server/protocol/httptext.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace porthole::protocol {

namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

constexpr bool isOneOf(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

/// What a byte may be part of.
enum Kind : std::uint8_t {
    Token = 1,          ///< RFC 9110 5.6.2
    RegisteredName = 2, ///< RFC 3986 3.2.2
    Plain = 4,          ///< no control character but tab
};

constexpr std::array<std::uint8_t, 256> kinds = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const char c = static_cast<char>(byte);
        const bool isAlphanumeric = isDigit(c) || isLetter(c);
        table[byte] =
            static_cast<std::uint8_t>((isAlphanumeric || isOneOf(c, "!#$%&'*+-.^_`|~") ? Token : 0)
                                      | (isAlphanumeric || isOneOf(c, "-._~!$&'()*+,;=%") ? RegisteredName : 0)
                                      | (c == '\t' || (byte >= 0x20 && byte != 0x7F) ? Plain : 0));
    }
    return table;
}();

template<Kind kind>
bool is(char c)
{
    return (kinds[static_cast<unsigned char>(c)] & kind) != 0;
}

bool isRegisteredName(std::string_view text) { return std::all_of(text.begin(), text.end(), is<RegisteredName>); }

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool isBracketedAddress(std::string_view text)
{
    return text.size() > 2 && text.front() == '[' && text.back() == ']'
        && std::all_of(text.begin() + 1, text.end() - 1,
                       [](char c) { return hexValue(c) >= 0 || isLetter(c) || isOneOf(c, ":.-_~"); });
}

} // namespace

bool isToken(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is<Token>); }

std::size_t plainLength(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is<Plain>) - text.begin());
}

bool isFieldValue(std::string_view text) { return plainLength(text) == text.size(); }

bool isHost(std::string_view text)
{
    const std::size_t colon = text.find(':', text.starts_with('[') ? std::min(text.find(']'), text.size()) : 0);
    const std::string_view name = text.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    return std::all_of(port.begin(), port.end(), isDigit) && (isBracketedAddress(name) || isRegisteredName(name));
}

bool sameLetters(const char *one, const char *other, std::size_t size)
{
    return std::equal(one, one + size, other, [](char a, char b) { return a == b || lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view takeUntil(std::string_view &text, char separator)
{
    bool quoted = false;
    std::size_t end = 0;
    for (; end < text.size() && (quoted || text[end] != separator); ++end) {
        if (text[end] == '"')
            quoted = !quoted;
        else if (quoted && text[end] == '\\')
            ++end;
    }
    end = std::min(end, text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(taken);
}

bool containsToken(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        if (sameText(takeElement(list), token))
            return true;
    }
    return false;
}

PathAndQuery splitTarget(std::string_view target)
{
    const std::size_t mark = target.find('?');
    if (mark == std::string_view::npos)
        return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (text.size() - i < 3 || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0)
            return {};
        decoded += static_cast<char>(hexValue(text[i + 1]) << 4 | hexValue(text[i + 2]));
        i += 2;
    }
    return decoded;
}

} // namespace porthole::protocol
