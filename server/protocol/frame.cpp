// SPDX-License-Identifier: MIT
#include "server/protocol/frame.h"

#include <algorithm>
#include <cstring>

namespace porthole::protocol {

namespace {

constexpr unsigned finBit = 0x80;
constexpr unsigned rsv1Bit = 0x40;
constexpr unsigned otherRsvBits = 0x30;
constexpr unsigned maskBit = 0x80;

unsigned byteAt(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

bool isKnown(unsigned opcode) { return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA); }

HeaderFault checkFirst(unsigned byte, bool rsv1Agreed)
{
    if ((byte & otherRsvBits) != 0 || ((byte & rsv1Bit) != 0 && !rsv1Agreed))
        return HeaderFault::ReservedBit;
    if (!isKnown(byte & 0xF))
        return HeaderFault::ReservedOpcode;
    const bool control = isControl(static_cast<Opcode>(byte & 0xF));
    if (control && (byte & finBit) == 0)
        return HeaderFault::FragmentedControl;
    // RFC 7692 6.1 and RFC 6455 5.4: the bit belongs to the first frame of a message.
    return (byte & rsv1Bit) != 0 && (control || (byte & 0xF) == 0) ? HeaderFault::ReservedBit : HeaderFault::None;
}

HeaderFault checkSecond(unsigned first, unsigned second)
{
    if ((second & maskBit) == 0)
        return HeaderFault::Unmasked;
    const bool control = isControl(static_cast<Opcode>(first & 0xF));
    return control && (second & 0x7F) > maxControlPayload ? HeaderFault::LongControl : HeaderFault::None;
}

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value = value << 8 | byteAt(bytes, i);
    return value;
}

HeaderFault checkLength(std::string_view extended)
{
    if (extended.size() == 8 && (byteAt(extended, 0) & 0x80) != 0)
        return HeaderFault::HugeLength;
    const std::uint64_t shorter = extended.size() == 8 ? 0xFFFF : extended.size() == 2 ? maxControlPayload : 0;
    return !extended.empty() && bigEndian(extended) <= shorter ? HeaderFault::WastefulLength : HeaderFault::None;
}

} // namespace

std::string_view sentence(HeaderFault fault)
{
    switch (fault) {
    case HeaderFault::None: return {};
    case HeaderFault::ReservedBit: return "a reserved bit is set";
    case HeaderFault::ReservedOpcode: return "the opcode is reserved";
    case HeaderFault::FragmentedControl: return "a control frame must not be fragmented";
    case HeaderFault::LongControl: return "a control frame carries at most 125 bytes";
    case HeaderFault::Unmasked: return "a client must mask its frames";
    case HeaderFault::WastefulLength: return "a length must be written in its shortest form";
    case HeaderFault::HugeLength: return "the top bit of a length must be clear";
    }
    return {};
}

std::size_t decodeHeader(std::string_view bytes, bool rsv1Agreed, FrameHeader &header, HeaderFault &fault)
{
    fault = HeaderFault::None;
    if (bytes.empty() || (fault = checkFirst(byteAt(bytes, 0), rsv1Agreed)) != HeaderFault::None)
        return 0;
    const unsigned first = byteAt(bytes, 0);
    if (bytes.size() < 2 || (fault = checkSecond(first, byteAt(bytes, 1))) != HeaderFault::None)
        return 0;
    const unsigned length = byteAt(bytes, 1) & 0x7F;
    const std::size_t extended = length == 127 ? 8 : length == 126 ? 2 : 0;
    const std::size_t size = 2 + extended + sizeof(MaskingKey);
    if (bytes.size() < 2 + extended || (fault = checkLength(bytes.substr(2, extended))) != HeaderFault::None)
        return 0;
    if (bytes.size() < size)
        return 0;
    header.opcode = static_cast<Opcode>(first & 0xF);
    header.fin = (first & finBit) != 0;
    header.rsv1 = (first & rsv1Bit) != 0;
    header.length = extended == 0 ? length : bigEndian(bytes.substr(2, extended));
    std::memcpy(header.key.data(), bytes.data() + 2 + extended, header.key.size());
    return size;
}

std::size_t HeaderReader::feed(std::string_view bytes)
{
    if (m_complete || m_fault != HeaderFault::None)
        return 0;
    if (m_kept != 0)
        return feedKept(bytes);
    const std::size_t size = decodeHeader(bytes, m_rsv1Agreed, m_header, m_fault);
    if (size != 0) {
        m_complete = true;
        return size;
    }
    if (m_fault != HeaderFault::None)
        return bytes.size();
    std::copy(bytes.begin(), bytes.end(), m_bytes.begin());
    m_kept = static_cast<std::uint8_t>(bytes.size());
    return bytes.size();
}

std::size_t HeaderReader::feedKept(std::string_view bytes)
{
    std::size_t taken = 0;
    while (taken < bytes.size() && !m_complete && m_fault == HeaderFault::None) {
        m_bytes[m_kept++] = bytes[taken++];
        m_complete = decodeHeader({m_bytes.data(), m_kept}, m_rsv1Agreed, m_header, m_fault) != 0;
    }
    return taken;
}

void HeaderReader::reset()
{
    m_kept = 0;
    m_fault = HeaderFault::None;
    m_complete = false;
}

} // namespace porthole::protocol
