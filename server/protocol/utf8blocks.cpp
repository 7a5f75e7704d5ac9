// SPDX-License-Identifier: MIT
#include "server/protocol/utf8blocks.h"

#include <cstdint>
#include <cstring>

#if defined(__x86_64__) && !defined(_WIN32) // as in masking.cpp
#include <immintrin.h>
#define PORTHOLE_UTF8_BLOCKS
#endif

// After J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): all that can be wrong
// with two bytes in a row shows in three of their four halves, so three tables of sixteen find it. What each half could
// be part of is a set of bits; what all three agree on is wrong with the pair.
namespace porthole::protocol {

#ifdef PORTHOLE_UTF8_BLOCKS

namespace {

constexpr std::uint8_t tooShort = 1 << 0;      ///< a start where a tail belongs: 11...... 0....... or 11......
constexpr std::uint8_t tooLong = 1 << 1;       ///< a tail without a start: 0....... 10......
constexpr std::uint8_t overlongThree = 1 << 2; ///< 11100000 100.....
constexpr std::uint8_t tooLarge = 1 << 3;     ///< above U+10FFFF: 11110100 1001.... or 101....., and what starts higher
constexpr std::uint8_t surrogate = 1 << 4;    ///< 11101101 101.....
constexpr std::uint8_t overlongTwo = 1 << 5;  ///< 1100000. 10......
constexpr std::uint8_t tooLargeLow = 1 << 6;  ///< likewise: 111101.1 or 11111... with 1000....
constexpr std::uint8_t overlongFour = 1 << 6; ///< 11110000 1000....; apart from the former by its first byte
constexpr std::uint8_t twoTails = 1 << 7;     ///< good as the third or fourth byte of a character, and only there

constexpr std::uint8_t always = tooShort | tooLong | twoTails; ///< whatever the lower half of the first byte is
constexpr std::uint8_t high = always | tooLarge | tooLargeLow;
constexpr std::uint8_t tail = tooLong | overlongTwo | twoTails;

constexpr std::ptrdiff_t utf8Block = 32; ///< bytes that are looked at together

struct Table
{
    alignas(16) std::uint8_t of[16];
};

constexpr Table firstHigh{{tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, twoTails, twoTails,
                           twoTails, twoTails, tooShort | overlongTwo, tooShort, tooShort | overlongThree | surrogate,
                           tooShort | tooLarge | tooLargeLow | overlongFour}};
constexpr Table firstLow{{always | overlongTwo | overlongThree | overlongFour, always | overlongTwo, always, always,
                          always | tooLarge, high, high, high, high, high, high, high, high, high | surrogate, high,
                          high}};
constexpr Table secondHigh{{tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort,
                            tail | overlongThree | tooLargeLow | overlongFour, tail | overlongThree | tooLarge,
                            tail | surrogate | tooLarge, tail | surrogate | tooLarge, tooShort, tooShort, tooShort,
                            tooShort}};

[[gnu::target("avx2")]] __m256i load(const unsigned char *at)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
}

[[gnu::target("avx2")]] __m256i lookUp(const Table &table, __m256i halves)
{
    const __m128i entries = _mm_load_si128(reinterpret_cast<const __m128i *>(table.of));
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(entries), halves);
}

[[gnu::target("avx2")]] __m256i highHalves(__m256i bytes)
{
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

/// Whether one of the bytes cannot follow those before it. What is not finished at the end shows in the next block.
[[gnu::target("avx2")]] bool isBad(const unsigned char *at)
{
    const __m256i first = load(at - 1);
    const __m256i pairs =
        _mm256_and_si256(_mm256_and_si256(lookUp(firstHigh, highHalves(first)),
                                          lookUp(firstLow, _mm256_and_si256(first, _mm256_set1_epi8(0x0F)))),
                         lookUp(secondHigh, highHalves(load(at))));
    // The highest bit is left where two bytes before a character of three or four starts, or three before one of four.
    const __m256i third = _mm256_subs_epu8(load(at - 2), _mm256_set1_epi8(0xE0 - 0x80));
    const __m256i fourth = _mm256_subs_epu8(load(at - 3), _mm256_set1_epi8(0xF0 - 0x80));
    const __m256i tailsDue = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(char(twoTails)));
    const __m256i wrong = _mm256_xor_si256(tailsDue, pairs);
    return !_mm256_testz_si256(wrong, wrong);
}

[[gnu::target("avx2")]] const unsigned char *skipBlocks(const unsigned char *begin, const unsigned char *end)
{
    const unsigned char *at = begin;
    for (; end - at >= utf8Block; at += utf8Block) {
        if (isBad(at))
            return at;
    }
    return isBad(end - utf8Block) ? at : end; // the last overlaps the one before it
}

/// Where the last character before `at` ends that is whole.
const unsigned char *lastWhole(const unsigned char *begin, const unsigned char *at)
{
    for (std::ptrdiff_t back = 1; back <= utf8BlockContext && at - back >= begin; ++back) {
        const unsigned char byte = at[-back];
        if (byte < 0x80)
            return at;
        if (byte >= 0xC0)
            return back < (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4) ? at - back : at;
    }
    return at;
}

/// Spaces around the text: before it there is nothing to continue, and behind it no character goes on.
struct Framed
{
    static constexpr std::size_t front = utf8Block;
    static constexpr std::size_t most = 2 * utf8Block - 1;

    explicit Framed(std::string_view text)
    {
        std::memset(bytes, ' ', sizeof bytes);
        std::memcpy(bytes + front, text.data(), text.size());
    }

    alignas(utf8Block) unsigned char bytes[front + most + 1];
};

const bool hasMeans = __builtin_cpu_supports("avx2");

} // namespace

std::size_t validUtf8Blocks(const unsigned char *begin, const unsigned char *end)
{
    if (!hasMeans || end - begin < utf8Block)
        return 0;
    return static_cast<std::size_t>(lastWhole(begin, skipBlocks(begin, end)) - begin);
}

std::optional<bool> isValidShortUtf8(std::string_view text)
{
    if (!hasMeans || text.size() > Framed::most)
        return {};
    const Framed framed(text);
    const unsigned char *const first = framed.bytes + Framed::front;
    return !isBad(first) && (text.size() < utf8Block || !isBad(first + utf8Block));
}

#else

std::size_t validUtf8Blocks(const unsigned char *, const unsigned char *) { return 0; }
std::optional<bool> isValidShortUtf8(std::string_view) { return {}; }

#endif

} // namespace porthole::protocol
