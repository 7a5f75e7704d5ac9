// SPDX-License-Identifier: MIT
#include "server/protocol/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace porthole::protocol {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Whether each byte is in it.
constexpr std::array<bool, 256> isInIt = [] {
    std::array<bool, 256> table{};
    for (const char c : alphabet)
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::uint32_t byteAt(std::string_view bytes, std::size_t index)
{
    return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4, '=');
    auto to = text.begin();
    for (std::size_t i = 0; i < bytes.size(); i += 3, to += 4) {
        const std::uint32_t bits = byteAt(bytes, i) << 16 | byteAt(bytes, i + 1) << 8 | byteAt(bytes, i + 2);
        to[0] = alphabet[bits >> 18];
        to[1] = alphabet[bits >> 12 & 63];
        if (i + 1 < bytes.size())
            to[2] = alphabet[bits >> 6 & 63];
        if (i + 2 < bytes.size())
            to[3] = alphabet[bits & 63];
    }
    return text;
}

std::optional<std::size_t> base64Size(std::string_view text)
{
    if (text.size() % 4 != 0)
        return {};
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    const std::string_view characters = text.substr(0, text.size() - padding);
    if (!std::all_of(characters.begin(), characters.end(),
                     [](char c) { return isInIt[static_cast<unsigned char>(c)]; }))
        return {};
    return text.size() / 4 * 3 - padding;
}

} // namespace porthole::protocol
