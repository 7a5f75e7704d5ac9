// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/frame.h"

#include <bit>
#include <cstring>
#include <span>

namespace porthole::protocol {

namespace masking {

constexpr std::uint64_t notAscii = 0x8080808080808080;
constexpr std::size_t shortest = 8; ///< for unmaskShort()
constexpr std::size_t longest = 32; ///< likewise

inline std::uint32_t rotated(std::uint32_t key, std::uint64_t phase)
{
    const int bits = static_cast<int>(phase % 4) * 8;
    return std::endian::native == std::endian::little ? std::rotr(key, bits) : std::rotl(key, bits);
}

inline std::uint64_t twice(std::uint32_t key) { return std::uint64_t(key) << 32 | key; }

/// Masks a word, and returns what it has become.
inline std::uint64_t applyWord(const char *from, std::uint64_t key, char *to)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    word ^= key;
    std::memcpy(to, &word, sizeof word);
    return word;
}

/// Word by word, without a loop; the last overlaps the one before it, and so is read before that is written.
inline bool unmaskShort(std::span<const char> bytes, std::uint32_t key, char *to)
{
    constexpr std::size_t size = sizeof(std::uint64_t);
    const char *const from = bytes.data();
    const std::size_t last = bytes.size() - size;
    std::uint64_t word = 0;
    std::memcpy(&word, from + last, size);
    word ^= twice(rotated(key, bytes.size()));
    std::uint64_t seen = word;
    if (bytes.size() > size)
        seen |= applyWord(from, twice(key), to);
    if (bytes.size() > 2 * size)
        seen |= applyWord(from + size, twice(key), to + size);
    if (bytes.size() > 3 * size)
        seen |= applyWord(from + 2 * size, twice(key), to + 2 * size);
    std::memcpy(to + last, &word, size);
    return (seen & notAscii) == 0;
}

bool unmaskAny(std::span<const char> bytes, std::uint32_t key, char *to); ///< of any size

} // namespace masking

/// Masks or unmasks to a place that is the same or lies before it; they may overlap (RFC 6455 5.3). Returns whether
/// what the bytes have become is all ASCII: found out by the way, it saves a look at most texts for their UTF-8. A pure
/// function.
inline bool unmaskTo(char *to, std::span<const char> bytes, MaskingKey key)
{
    const auto bits = std::bit_cast<std::uint32_t>(key);
    const bool isShort = bytes.size() - masking::shortest <= masking::longest - masking::shortest;
    return isShort ? masking::unmaskShort(bytes, bits, to) : masking::unmaskAny(bytes, bits, to);
}

/// The same in place. The phase says how many bytes of the payload came before these; only its remainder by four
/// counts.
inline bool unmask(std::span<char> bytes, MaskingKey key, std::uint64_t phase = 0)
{
    const std::uint32_t rotated = masking::rotated(std::bit_cast<std::uint32_t>(key), phase);
    return unmaskTo(bytes.data(), bytes, std::bit_cast<MaskingKey>(rotated));
}

} // namespace porthole::protocol
