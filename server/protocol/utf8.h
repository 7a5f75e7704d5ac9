// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace porthole::protocol {

/// Checks UTF-8 that comes in pieces (RFC 3629; RFC 6455 5.6 and 8.1): no overlong forms, no surrogates, nothing
/// above U+10FFFF. It fails with the first byte that no valid text could have in that place.
/// Threads: a value. Lifetime: keeps none of the bytes. Errors: once false, feed() stays false until reset().
class Utf8Validator final
{
public:
    /// False when these bytes cannot go on the text fed so far.
    bool feed(std::string_view bytes);
    /// True when the text could end here: nothing bad was seen and no character is unfinished.
    bool complete() const { return m_missing == 0; }
    void reset() { *this = {}; }

private:
    bool feedByte(unsigned char byte);
    bool start(unsigned char byte);

    // The next byte must be within these bounds; while a character is unfinished, m_missing bytes of it are to come.
    // After a failure m_missing is beyond all characters and no byte is within the bounds.
    std::uint8_t m_missing = 0;
    std::uint8_t m_low = 0x80;
    std::uint8_t m_high = 0xBF;
};

/// Whether the whole text is valid UTF-8.
bool isValidUtf8(std::string_view text);

/// How many bytes at the front are valid UTF-8 made of whole characters.
std::size_t validUtf8Prefix(std::string_view text);

} // namespace porthole::protocol
