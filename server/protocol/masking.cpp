// SPDX-License-Identifier: MIT
#include "server/protocol/masking.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace porthole::protocol {

namespace {

/// Masks whole blocks, and adds the bits of what they have become to those that were seen; returns what is left.
using MaskBlocks = std::span<char> (*)(std::span<char> bytes, std::uint64_t key, std::uint64_t &seen);

#if defined(__x86_64__)

std::span<char> maskBlocks(std::span<char> bytes, std::uint64_t key, std::uint64_t &seen)
{
    const __m128i keys = _mm_set1_epi64x(static_cast<long long>(key));
    __m128i all = _mm_setzero_si128();
    for (; bytes.size() >= sizeof keys; bytes = bytes.subspan(sizeof keys)) {
        auto *const block = reinterpret_cast<__m128i *>(bytes.data());
        const __m128i masked = _mm_xor_si128(_mm_loadu_si128(block), keys);
        _mm_storeu_si128(block, masked);
        all = _mm_or_si128(all, masked);
    }
    seen |= _mm_movemask_epi8(all) != 0 ? masking::notAscii : 0;
    return bytes;
}

#else

std::span<char> maskBlocks(std::span<char> bytes, std::uint64_t, std::uint64_t &) { return bytes; }

#endif

// Windows aligns the stack to 16 bytes, and GCC may keep registers of 32 there as if it were aligned for them.
#if defined(__x86_64__) && !defined(_WIN32)

[[gnu::target("avx2")]] std::span<char> maskWideBlocks(std::span<char> bytes, std::uint64_t key, std::uint64_t &seen)
{
    constexpr std::size_t unrolled = 4;
    constexpr std::size_t size = unrolled * sizeof(__m256i);
    const __m256i keys = _mm256_set1_epi64x(static_cast<long long>(key));
    __m256i all = _mm256_setzero_si256();
    char *at = bytes.data();
    char *const end = at + bytes.size() / size * size;
    for (; at < end; at += size) {
        auto *const blocks = reinterpret_cast<__m256i *>(at);
        for (std::size_t index = 0; index < unrolled; ++index) {
            const __m256i masked = _mm256_xor_si256(_mm256_loadu_si256(blocks + index), keys);
            _mm256_storeu_si256(blocks + index, masked);
            all = _mm256_or_si256(all, masked);
        }
    }
    seen |= _mm256_movemask_epi8(all) != 0 ? masking::notAscii : 0;
    return bytes.subspan(static_cast<std::size_t>(end - bytes.data()));
}

const MaskBlocks maskLong = __builtin_cpu_supports("avx2") ? &maskWideBlocks : &maskBlocks;

#else

constexpr MaskBlocks maskLong = &maskBlocks;

#endif

/// From here on the widest registers are worth a call.
constexpr std::size_t longFrom = 256;

} // namespace

bool masking::unmaskAny(std::span<char> bytes, std::uint32_t key)
{
    const std::uint64_t twice = masking::twice(key);
    std::uint64_t seen = 0;
    if (bytes.size() >= longFrom)
        bytes = maskLong(bytes, twice, seen);
    bytes = maskBlocks(bytes, twice, seen);
    for (; bytes.size() >= sizeof seen; bytes = bytes.subspan(sizeof seen))
        seen |= masking::applyWord(bytes.data(), twice);
    const auto tail = std::bit_cast<std::array<char, sizeof twice>>(twice);
    for (std::size_t index = 0; index < bytes.size(); ++index)
        seen |= static_cast<unsigned char>(bytes[index] ^= tail[index]);
    return (seen & masking::notAscii) == 0;
}

} // namespace porthole::protocol
