// SPDX-License-Identifier: MIT
#include "server/protocol/framescanner.h"

#include <algorithm>

namespace porthole::protocol {

void FrameScanner::feed(std::string_view bytes)
{
    while (!bytes.empty() && m_state != State::Deaf) {
        std::size_t taken = bytes.size();
        switch (m_state) {
        case State::Head: taken = readHead(bytes); break;
        case State::Control: taken = readControl(bytes); break;
        case State::Data:
            taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
            skip(taken);
            break;
        case State::Closed:
            m_state = State::Deaf;
            m_observer->sawBytesAfterClose();
            break;
        case State::Deaf: break;
        }
        bytes.remove_prefix(taken);
    }
}

void FrameScanner::skip(std::uint64_t bytes)
{
    m_remaining -= std::min(bytes, payloadRemaining());
    if (m_state == State::Data && m_remaining == 0)
        m_state = State::Head;
}

std::size_t FrameScanner::readHead(std::string_view bytes)
{
    const std::size_t taken = m_head.feed(bytes);
    if (const HeaderFault fault = m_head.fault(); fault != HeaderFault::None) {
        m_state = State::Deaf;
        m_observer->sawFault(fault);
        return bytes.size();
    }
    if (!m_head.complete())
        return taken;
    m_head.reset();
    ++m_frames;
    m_kept = 0;
    m_remaining = m_head.header().length;
    m_state = isControl(m_head.header().opcode) ? State::Control : m_remaining != 0 ? State::Data : State::Head;
    if (m_state == State::Control && m_remaining == 0)
        endControl();
    return taken;
}

std::size_t FrameScanner::readControl(std::string_view bytes)
{
    const MaskingKey &key = m_head.header().key;
    std::size_t taken = 0;
    for (; taken < bytes.size() && m_remaining != 0; ++taken, --m_remaining) {
        m_control[m_kept] = static_cast<char>(bytes[taken] ^ key[m_kept % 4]);
        ++m_kept;
    }
    if (m_remaining == 0)
        endControl();
    return taken;
}

void FrameScanner::endControl()
{
    const std::string_view payload(m_control.data(), m_kept);
    const Opcode opcode = m_head.header().opcode;
    m_state = opcode == Opcode::Close ? State::Closed : State::Head;
    if (opcode == Opcode::Close)
        m_observer->sawClose(payload);
    else if (opcode == Opcode::Ping)
        m_observer->sawPing(payload);
    else
        m_observer->sawPong(payload);
}

} // namespace porthole::protocol
