// SPDX-License-Identifier: MIT
#include "server/protocol/masking.h"

#include <bit>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace porthole::protocol {

namespace {

#if defined(__AVX2__)
struct Block
{
    static constexpr std::size_t size = 32;
    explicit Block(std::uint64_t key) : m_key(_mm256_set1_epi64x(static_cast<long long>(key))) { }
    void apply(char *at) const
    {
        auto *const block = reinterpret_cast<__m256i *>(at);
        _mm256_storeu_si256(block, _mm256_xor_si256(_mm256_loadu_si256(block), m_key));
    }
    __m256i m_key;
};
#elif defined(__SSE2__)
struct Block
{
    static constexpr std::size_t size = 16;
    explicit Block(std::uint64_t key) : m_key(_mm_set1_epi64x(static_cast<long long>(key))) { }
    void apply(char *at) const
    {
        auto *const block = reinterpret_cast<__m128i *>(at);
        _mm_storeu_si128(block, _mm_xor_si128(_mm_loadu_si128(block), m_key));
    }
    __m128i m_key;
};
#else
struct Block
{
    static constexpr std::size_t size = 8;
    explicit Block(std::uint64_t key) : m_key(key) { }
    void apply(char *at) const
    {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        word ^= m_key;
        std::memcpy(at, &word, sizeof word);
    }
    std::uint64_t m_key;
};
#endif

template<typename Word>
char *applyWord(char *at, std::uint64_t key)
{
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    word ^= static_cast<Word>(key);
    std::memcpy(at, &word, sizeof word);
    return at + sizeof word;
}

std::uint32_t rotated(MaskingKey key, std::uint64_t phase)
{
    const auto word = std::bit_cast<std::uint32_t>(key);
    const int bits = static_cast<int>(phase % 4) * 8;
    return std::endian::native == std::endian::little ? std::rotr(word, bits) : std::rotl(word, bits);
}

} // namespace

void unmask(std::span<char> bytes, MaskingKey key, std::uint64_t phase)
{
    const std::uint64_t once = rotated(key, phase);
    const std::uint64_t twice = once << 32 | once;
    char *at = bytes.data();
    char *const end = at + bytes.size();
    const Block block(twice);
    for (; static_cast<std::size_t>(end - at) >= 4 * Block::size; at += 4 * Block::size) {
        for (std::size_t i = 0; i < 4; ++i)
            block.apply(at + i * Block::size);
    }
    for (; static_cast<std::size_t>(end - at) >= Block::size; at += Block::size)
        block.apply(at);
    while (end - at >= 8)
        at = applyWord<std::uint64_t>(at, twice);
    if (end - at >= 4)
        at = applyWord<std::uint32_t>(at, once);
    for (const auto tail = std::bit_cast<MaskingKey>(static_cast<std::uint32_t>(once)); const char mask : tail) {
        if (at == end)
            break;
        *at++ ^= mask;
    }
}

} // namespace porthole::protocol
