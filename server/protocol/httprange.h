// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

// Parts of a representation: RFC 9110 14. Pure functions.
namespace porthole::protocol {

struct ByteRange
{
    enum class Kind : std::uint8_t {
        All,           ///< no field, one that is not understood, or several ranges: the whole is sent (RFC 9110 14.2)
        Part,          ///< 206
        Unsatisfiable, ///< 416
    };

    Kind kind = Kind::All;
    std::uint64_t first = 0; ///< of the bytes
    std::uint64_t count = 0;
};

/// What a Range field asks for, of a representation of that many bytes.
ByteRange parseRange(std::string_view field, std::uint64_t size);

} // namespace porthole::protocol
