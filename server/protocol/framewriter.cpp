// SPDX-License-Identifier: MIT
#include "server/protocol/framewriter.h"

namespace porthole::protocol {

namespace {

void putBigEndian(char *out, std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        *out++ = static_cast<char>(value >> shift & 0xff);
}

} // namespace

std::size_t writeHeader(char *out, Opcode opcode, std::uint64_t length, FrameBits bits)
{
    const std::size_t size = serverHeaderSize(length);
    const int extended = static_cast<int>(size) - 2; // bytes of length
    out[0] = static_cast<char>((bits.fin ? 0x80 : 0) | (bits.rsv1 ? 0x40 : 0) | static_cast<int>(opcode));
    out[1] = static_cast<char>(extended == 0 ? length : extended == 2 ? 126 : 127);
    putBigEndian(out + 2, length, extended);
    return size;
}

void appendFrame(std::string &out, Opcode opcode, std::string_view payload, FrameBits bits)
{
    char header[maxServerHeaderSize];
    out.append(header, writeHeader(header, opcode, payload.size(), bits));
    out.append(payload);
}

std::string encode(Opcode opcode, std::string_view payload, FrameBits bits)
{
    std::string frame;
    frame.reserve(maxServerHeaderSize + payload.size());
    appendFrame(frame, opcode, payload, bits);
    return frame;
}

std::string encodeMasked(Opcode opcode, std::string_view payload, MaskingKey key, FrameBits bits)
{
    char header[maxServerHeaderSize];
    const std::size_t size = writeHeader(header, opcode, payload.size(), bits);
    header[1] = static_cast<char>(header[1] | 0x80);
    std::string frame;
    frame.reserve(size + key.size() + payload.size());
    frame.append(header, size).append(key.data(), key.size());
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(payload[i] ^ key[i % 4]);
    return frame;
}

} // namespace porthole::protocol
