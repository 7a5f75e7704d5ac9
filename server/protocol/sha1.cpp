// SPDX-License-Identifier: MIT
#include "server/protocol/sha1.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace porthole::protocol {

namespace {

constexpr std::size_t blockSize = 64;
using State = std::array<std::uint32_t, 5>;

std::uint32_t bigEndian(const char *bytes)
{
    std::uint32_t word = 0;
    for (int i = 0; i < 4; ++i)
        word = word << 8 | static_cast<unsigned char>(bytes[i]);
    return word;
}

std::uint32_t mix(int round, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    if (round < 20)
        return ((b & c) | (~b & d)) + 0x5A827999;
    if (round < 40)
        return (b ^ c ^ d) + 0x6ED9EBA1;
    if (round < 60)
        return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
    return (b ^ c ^ d) + 0xCA62C1D6;
}

void digestBlock(State &state, const char *block)
{
    std::array<std::uint32_t, 80> words;
    for (std::size_t i = 0; i < 16; ++i)
        words[i] = bigEndian(block + 4 * i);
    for (std::size_t i = 16; i < words.size(); ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (int i = 0; i < 80; ++i) {
        const std::uint32_t next = std::rotl(a, 5) + mix(i, b, c, d) + e + words[static_cast<std::size_t>(i)];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
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
