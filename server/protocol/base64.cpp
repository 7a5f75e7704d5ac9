// SPDX-License-Identifier: MIT
#include "server/protocol/base64.h"

#include <array>
#include <cstdint>

namespace porthole::protocol {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t notInIt = 64;

/// What each byte stands for.
constexpr std::array<std::uint8_t, 256> values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(notInIt);
    for (std::size_t value = 0; value < alphabet.size(); ++value)
        table[static_cast<unsigned char>(alphabet[value])] = static_cast<std::uint8_t>(value);
    return table;
}();

std::uint32_t byteAt(std::string_view bytes, std::size_t index)
{
    return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}

std::optional<std::uint32_t> group(std::string_view four)
{
    std::uint32_t bits = 0;
    for (const char c : four) {
        const std::uint32_t value = values[static_cast<unsigned char>(c)];
        if (value == notInIt)
            return {};
        bits = bits << 6 | value;
    }
    return bits << 6 * (4 - four.size());
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t bits = byteAt(bytes, i) << 16 | byteAt(bytes, i + 1) << 8 | byteAt(bytes, i + 2);
        text += alphabet[bits >> 18];
        text += alphabet[bits >> 12 & 63];
        text += i + 1 < bytes.size() ? alphabet[bits >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? alphabet[bits & 63] : '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return {};
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const std::size_t padded = i + 4 == text.size() ? padding : 0;
        const auto bits = group(text.substr(i, 4 - padded));
        if (!bits)
            return {};
        for (std::size_t byte = 0; byte < 3 - padded; ++byte)
            bytes += static_cast<char>(*bits >> (16 - 8 * byte) & 0xff);
    }
    return bytes;
}

} // namespace porthole::protocol
