// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string_view>
#include <vector>

// Ways to cut a stream of bytes: every parser must say the same whatever way the network cut it.
namespace porthole::tests {

using Pieces = std::vector<std::string_view>;

inline Pieces whole(std::string_view bytes) { return {bytes}; }

inline Pieces singleBytes(std::string_view bytes)
{
    Pieces pieces;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        pieces.push_back(bytes.substr(i, 1));
    return pieces;
}

inline Pieces randomPieces(std::string_view bytes, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> longest(1, 40);
    Pieces pieces;
    while (!bytes.empty()) {
        std::uniform_int_distribution<std::size_t> size(0, longest(random));
        const std::string_view piece = bytes.substr(0, size(random));
        pieces.push_back(piece);
        bytes.remove_prefix(piece.size());
    }
    return pieces;
}

/// Whole, byte by byte, and at random from fixed seeds; empty pieces among them.
inline std::vector<Pieces> allCuts(std::string_view bytes, unsigned randomCuts = 20)
{
    std::vector<Pieces> cuts{whole(bytes), singleBytes(bytes)};
    for (unsigned seed = 1; seed <= randomCuts; ++seed)
        cuts.push_back(randomPieces(bytes, seed));
    return cuts;
}

} // namespace porthole::tests
