// SPDX-License-Identifier: MIT
#include "server/protocol/masking.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace porthole::protocol {

namespace {

/// Masks whole blocks, and adds the bits of what they have become to those that were seen; returns how many bytes.
using MaskBlocks = std::size_t (*)(std::span<const char> bytes, std::uint64_t key, char *to, std::uint64_t &seen);

#if defined(__x86_64__)

std::size_t maskBlocks(std::span<const char> bytes, std::uint64_t key, char *to, std::uint64_t &seen)
{
    const __m128i keys = _mm_set1_epi64x(static_cast<long long>(key));
    __m128i all = _mm_setzero_si128();
    const std::size_t end = bytes.size() / sizeof keys * sizeof keys;
    for (std::size_t at = 0; at < end; at += sizeof keys) {
        const auto *const block = reinterpret_cast<const __m128i *>(bytes.data() + at);
        const __m128i masked = _mm_xor_si128(_mm_loadu_si128(block), keys);
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + at), masked);
        all = _mm_or_si128(all, masked);
    }
    seen |= _mm_movemask_epi8(all) != 0 ? masking::notAscii : 0;
    return end;
}

#else

std::size_t maskBlocks(std::span<const char>, std::uint64_t, char *, std::uint64_t &) { return 0; }

#endif

// Windows aligns the stack to 16 bytes, and GCC may keep registers of 32 there as if it were aligned for them.
#if defined(__x86_64__) && !defined(_WIN32)

[[gnu::target("avx2")]] std::size_t maskWideBlocks(std::span<const char> bytes, std::uint64_t key, char *to,
                                                   std::uint64_t &seen)
{
    constexpr std::size_t unrolled = 4;
    constexpr std::size_t size = unrolled * sizeof(__m256i);
    const __m256i keys = _mm256_set1_epi64x(static_cast<long long>(key));
    __m256i all = _mm256_setzero_si256();
    const std::size_t end = bytes.size() / size * size;
    for (std::size_t at = 0; at < end; at += size) {
        const auto *const from = reinterpret_cast<const __m256i *>(bytes.data() + at);
        auto *const blocks = reinterpret_cast<__m256i *>(to + at);
        for (std::size_t index = 0; index < unrolled; ++index) {
            const __m256i masked = _mm256_xor_si256(_mm256_loadu_si256(from + index), keys);
            _mm256_storeu_si256(blocks + index, masked);
            all = _mm256_or_si256(all, masked);
        }
    }
    seen |= _mm256_movemask_epi8(all) != 0 ? masking::notAscii : 0;
    return end;
}

// In the second cache, where long messages are, it is a quarter faster wherever the payload begins.
[[gnu::target("avx512bw")]] std::size_t maskWidestBlocks(std::span<const char> bytes, std::uint64_t key, char *to,
                                                         std::uint64_t &seen)
{
    constexpr std::size_t unrolled = 2;
    constexpr std::size_t size = unrolled * sizeof(__m512i);
    const __m512i keys = _mm512_set1_epi64(static_cast<long long>(key));
    __m512i all = _mm512_setzero_si512();
    const std::size_t end = bytes.size() / size * size;
    for (std::size_t at = 0; at < end; at += size) {
        for (std::size_t block = at; block < at + size; block += sizeof keys) {
            const __m512i masked = _mm512_xor_si512(_mm512_loadu_si512(bytes.data() + block), keys);
            _mm512_storeu_si512(to + block, masked);
            all = _mm512_or_si512(all, masked);
        }
    }
    seen |= _mm512_movepi8_mask(all) != 0 ? masking::notAscii : 0;
    return end;
}

MaskBlocks widestHere()
{
    if (__builtin_cpu_supports("avx512vbmi2")) // what has it does not slow down for registers of 64 bytes
        return &maskWidestBlocks;
    return __builtin_cpu_supports("avx2") ? &maskWideBlocks : &maskBlocks;
}

const MaskBlocks maskLong = widestHere();

#else

constexpr MaskBlocks maskLong = &maskBlocks;

#endif

/// From here on the widest registers are worth a call.
constexpr std::size_t longFrom = 256;

} // namespace

bool masking::unmaskAny(std::span<const char> bytes, std::uint32_t key, char *to)
{
    const std::uint64_t twice = masking::twice(key);
    std::uint64_t seen = 0;
    std::size_t at = bytes.size() >= longFrom ? maskLong(bytes, twice, to, seen) : 0;
    at += maskBlocks(bytes.subspan(at), twice, to + at, seen);
    for (; bytes.size() - at >= sizeof seen; at += sizeof seen)
        seen |= masking::applyWord(bytes.data() + at, twice, to + at);
    const auto tail = std::bit_cast<std::array<char, sizeof twice>>(twice);
    for (const char mask : std::span(tail).first(bytes.size() - at)) {
        to[at] = char(bytes[at] ^ mask);
        seen |= static_cast<unsigned char>(to[at++]);
    }
    return (seen & masking::notAscii) == 0;
}

} // namespace porthole::protocol
