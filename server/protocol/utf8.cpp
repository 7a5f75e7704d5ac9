// SPDX-License-Identifier: MIT
#include "server/protocol/utf8.h"

#include "server/protocol/utf8blocks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace porthole::protocol {

namespace {

constexpr std::uint8_t failed = 0xFF;

constexpr std::size_t blockSize = 64;

#if defined(__SSE2__)
bool isAsciiBlock(const unsigned char *bytes)
{
    const auto *const at = reinterpret_cast<const __m128i *>(bytes);
    const __m128i front = _mm_or_si128(_mm_loadu_si128(at), _mm_loadu_si128(at + 1));
    const __m128i back = _mm_or_si128(_mm_loadu_si128(at + 2), _mm_loadu_si128(at + 3));
    return _mm_movemask_epi8(_mm_or_si128(front, back)) == 0;
}
#else
bool isAsciiBlock(const unsigned char *bytes)
{
    std::uint64_t words[8];
    std::memcpy(words, bytes, sizeof words);
    std::uint64_t all = 0;
    for (const std::uint64_t word : words)
        all |= word;
    return (all & 0x8080808080808080) == 0;
}
#endif

template<typename Word>
Word wordAt(const unsigned char *bytes)
{
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

bool isAsciiWord(std::uint64_t word) { return (word & 0x8080808080808080) == 0; }

// For less than a block; words at the front and at the back overlap.
bool isShortAscii(const unsigned char *at, std::size_t size)
{
    const unsigned char *const end = at + size;
    if (size < 4)
        return std::all_of(at, end, [](unsigned char byte) { return byte < 0x80; });
    if (size < 8)
        return isAsciiWord(wordAt<std::uint32_t>(at) | wordAt<std::uint32_t>(end - 4));
    std::uint64_t all = wordAt<std::uint64_t>(end - 8);
    for (; end - at > 8; at += 8)
        all |= wordAt<std::uint64_t>(at);
    return isAsciiWord(all);
}

const unsigned char *skipAscii(const unsigned char *at, const unsigned char *end)
{
    while (static_cast<std::size_t>(end - at) >= blockSize && isAsciiBlock(at))
        at += blockSize;
    while (end - at >= 8 && isAsciiWord(wordAt<std::uint64_t>(at)))
        at += 8;
    while (at < end && *at < 0x80)
        ++at;
    return at;
}

using Bytes = std::array<unsigned char, 4>;

constexpr std::uint32_t inMemory(Bytes bytes) { return std::bit_cast<std::uint32_t>(bytes); }

// Whether the bits under the mask are those, in each byte in its place.
template<std::uint32_t mask, std::uint32_t bits>
bool matches(std::uint32_t word)
{
    return (word & mask) == bits;
}

// The length of the valid character of two to four bytes at the front; 0 when it is none. Reads four bytes.
std::size_t characterSize(const unsigned char *at)
{
    const auto word = wordAt<std::uint32_t>(at);
    if (matches<inMemory({0xF0, 0xC0, 0xC0, 0}), inMemory({0xE0, 0x80, 0x80, 0})>(word)) {
        const unsigned lead = (at[0] & 0x0Fu) << 8 | at[1];
        return lead >= 0x0A0 && (lead < 0xDA0 || lead > 0xDBF) ? 3 : 0;
    }
    if (matches<inMemory({0xE0, 0xC0, 0, 0}), inMemory({0xC0, 0x80, 0, 0})>(word))
        return at[0] >= 0xC2 ? 2 : 0;
    if (!matches<inMemory({0xF8, 0xC0, 0xC0, 0xC0}), inMemory({0xF0, 0x80, 0x80, 0x80})>(word))
        return 0;
    const unsigned lead = (at[0] & 0x07u) << 8 | at[1];
    return lead >= 0x090 && lead <= 0x48F ? 4 : 0;
}

// Skips whole valid characters; stops at the first that is bad or may not be whole. All from the begin on is valid.
const unsigned char *skipCharacters(const unsigned char *begin, const unsigned char *at, const unsigned char *end)
{
    at = skipAscii(at, end);
    bool triesBlocks = true; // once: what they leave is short or bad
    while (end - at >= 8) {
        if (triesBlocks && at - begin >= utf8BlockContext) {
            at += validUtf8Blocks(at, end);
            triesBlocks = false;
        } else if (*at >= 0x80) {
            const std::size_t size = characterSize(at);
            if (size == 0)
                break;
            at += size;
        } else if (isAsciiWord(wordAt<std::uint64_t>(at))) {
            at = skipAscii(at, end);
        } else {
            ++at;
        }
    }
    return at;
}

} // namespace

bool Utf8Validator::feed(std::string_view bytes)
{
    const auto *const begin = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = begin + bytes.size();
    for (const unsigned char *at = begin; at < end;) {
        if (m_missing == 0)
            at = skipCharacters(begin, at, end);
        if (at < end && !feedByte(*at++))
            return false;
    }
    return m_missing != failed;
}

bool Utf8Validator::feedByte(unsigned char byte)
{
    if (m_missing == 0)
        return byte < 0x80 || start(byte);
    if (m_missing == failed || byte < m_low || byte > m_high) {
        m_missing = failed;
        return false;
    }
    --m_missing;
    m_low = 0x80;
    m_high = 0xBF;
    return true;
}

bool Utf8Validator::start(unsigned char byte)
{
    if (byte < 0xC2 || byte > 0xF4) {
        m_missing = failed;
        return false;
    }
    m_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    return true;
}

bool isValidUtf8(std::string_view text)
{
    if (text.size() < blockSize && isShortAscii(reinterpret_cast<const unsigned char *>(text.data()), text.size()))
        return true;
    if (const auto isValid = isValidShortUtf8(text))
        return *isValid;
    Utf8Validator validator;
    return validator.feed(text) && validator.complete();
}

std::size_t validUtf8Prefix(std::string_view text)
{
    Utf8Validator validator;
    std::size_t whole = 0;
    for (std::size_t i = 0; i < text.size() && validator.feed(text.substr(i, 1)); ++i)
        whole = validator.complete() ? i + 1 : whole;
    return whole;
}

} // namespace porthole::protocol
