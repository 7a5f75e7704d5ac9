// SPDX-License-Identifier: MIT
#include "server/protocol/sha1.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace porthole::protocol {

namespace {

constexpr std::size_t blockSize = 64;
using Word = std::uint32_t;
using State = std::array<Word, 5>;

Word bigEndian(const char *bytes)
{
    const auto at = [bytes](int i) { return static_cast<Word>(static_cast<unsigned char>(bytes[i])); };
    return at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3);
}

using Mix = Word (*)(Word b, Word c, Word d); // RFC 3174 5, with the constant of the same rounds

constexpr Word choose(Word b, Word c, Word d) { return (d ^ (b & (c ^ d))) + 0x5A827999; }
constexpr Word parity(Word b, Word c, Word d) { return (b ^ c ^ d) + 0x6ED9EBA1; }
constexpr Word majority(Word b, Word c, Word d) { return ((b & c) | (d & (b | c))) + 0x8F1BBCDC; }
constexpr Word parityAgain(Word b, Word c, Word d) { return (b ^ c ^ d) + 0xCA62C1D6; }

/// A round of RFC 3174 6.1 that moves nothing: the caller names its variables one place further for the next.
template<Mix mix>
void round(Word a, Word &b, Word c, Word d, Word &e, Word word)
{
    e += std::rotl(a, 5) + mix(b, c, d) + word;
    b = std::rotl(b, 30);
}

template<Mix mix>
void twentyRounds(State &state, const Word *words)
{
    auto [a, b, c, d, e] = state;
    for (const Word *const end = words + 20; words != end; words += 5) {
        round<mix>(a, b, c, d, e, words[0]);
        round<mix>(e, a, b, c, d, words[1]);
        round<mix>(d, e, a, b, c, words[2]);
        round<mix>(c, d, e, a, b, words[3]);
        round<mix>(b, c, d, e, a, words[4]);
    }
    state = {a, b, c, d, e};
}

void digestBlock(State &state, const char *block)
{
    std::array<Word, 80> words;
    for (std::size_t i = 0; i < 16; ++i)
        words[i] = bigEndian(block + 4 * i);
    for (std::size_t i = 16; i < words.size(); ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    State mixed = state;
    twentyRounds<choose>(mixed, words.data());
    twentyRounds<parity>(mixed, words.data() + 20);
    twentyRounds<majority>(mixed, words.data() + 40);
    twentyRounds<parityAgain>(mixed, words.data() + 60);
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += mixed[i];
}

void digestTail(State &state, std::string_view tail, std::uint64_t bits)
{
    std::array<char, 2 * blockSize> padded{};
    std::memcpy(padded.data(), tail.data(), tail.size());
    padded[tail.size()] = static_cast<char>(0x80);
    const std::size_t size = tail.size() + 9 <= blockSize ? blockSize : 2 * blockSize;
    for (std::size_t i = 1; i <= 8; ++i, bits >>= 8)
        padded[size - i] = static_cast<char>(bits & 0xff);
    for (std::size_t at = 0; at < size; at += blockSize)
        digestBlock(state, padded.data() + at);
}

} // namespace

std::array<char, 20> sha1(std::string_view bytes)
{
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    const std::uint64_t bits = std::uint64_t(bytes.size()) * 8;
    for (; bytes.size() >= blockSize; bytes.remove_prefix(blockSize))
        digestBlock(state, bytes.data());
    std::string_view tail = bytes;
    digestTail(state, tail.empty() ? std::string_view("") : tail, bits);
    std::array<char, 20> digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<char>(state[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
    return digest;
}

} // namespace porthole::protocol
