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

/// Masks a word where it lies, and returns what it has become.
inline std::uint64_t applyWord(char *at, std::uint64_t key)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    word ^= key;
    std::memcpy(at, &word, sizeof word);
    return word;
}

/// Word by word, without a loop; the last overlaps the one before it, and so is read before that is masked.
inline bool unmaskShort(std::span<char> bytes, std::uint32_t key)
{
    constexpr std::size_t size = sizeof(std::uint64_t);
    char *const at = bytes.data();
    char *const last = at + bytes.size() - size;
    std::uint64_t word = 0;
    std::memcpy(&word, last, size);
    word ^= twice(rotated(key, bytes.size()));
    std::uint64_t seen = word;
    if (bytes.size() > size)
        seen |= applyWord(at, twice(key));
    if (bytes.size() > 2 * size)
        seen |= applyWord(at + size, twice(key));
    if (bytes.size() > 3 * size)
        seen |= applyWord(at + 2 * size, twice(key));
    std::memcpy(last, &word, size);
    return (seen & notAscii) == 0;
}

bool unmaskAny(std::span<char> bytes, std::uint32_t key); ///< of any size

} // namespace masking

/// Masks or unmasks in place (RFC 6455 5.3). The phase says how many bytes of the payload came before these; only its
/// remainder by four counts. Returns whether what they have become is all ASCII: found out by the way, it saves a look
/// at most texts for their UTF-8. A pure function.
inline bool unmask(std::span<char> bytes, MaskingKey key, std::uint64_t phase = 0)
{
    const std::uint32_t rotated = masking::rotated(std::bit_cast<std::uint32_t>(key), phase);
    const bool isShort = bytes.size() - masking::shortest <= masking::longest - masking::shortest;
    return isShort ? masking::unmaskShort(bytes, rotated) : masking::unmaskAny(bytes, rotated);
}

} // namespace porthole::protocol
