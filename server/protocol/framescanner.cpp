// SPDX-License-Identifier: MIT
#include "server/protocol/framescanner.h"

#include "server/protocol/masking.h"
#include "server/protocol/violations.h"

#include <algorithm>
#include <utility>

namespace porthole::protocol {

std::size_t FrameScanner::feed(std::span<char> bytes)
{
    std::size_t at = 0;
    std::size_t good = 0;
    while (at < bytes.size() && m_state != State::Deaf) {
        switch (m_state) {
        case State::Head: at += readHead(bytes.subspan(at)); break;
        case State::Data: at += readData(bytes.subspan(at)); break;
        case State::Control: at += readControl(bytes.subspan(at)); break;
        case State::Deaf: break;
        }
        if (m_state == State::Head && !m_head.started())
            good = at;
    }
    return m_state == State::Deaf ? good : at;
}

std::size_t FrameScanner::readHead(std::span<char> bytes)
{
    constexpr int opcodeBits = 0xF;
    constexpr int textToBinary = int(Opcode::Text) ^ int(Opcode::Binary);
    if (!m_head.started())
        m_first = Opcode(bytes[0] & opcodeBits);
    const bool isText = !m_head.started() && m_first == Opcode::Text;
    const std::size_t taken = m_head.feed({bytes.data(), bytes.size()});
    if (isText)
        bytes[0] = char(bytes[0] ^ textToBinary);
    if (const HeaderFault fault = m_head.fault(); fault != HeaderFault::None) {
        fail({CloseCode::ProtocolError, sentence(fault)});
        return taken;
    }
    if (!m_head.complete())
        return taken;
    m_head.reset();
    ++m_frames;
    m_passed = 0;
    m_remaining = m_head.header().length;
    if (!isControl(m_first))
        beginData(m_head.header());
    else if (m_remaining == 0)
        endControl();
    else
        m_state = State::Control;
    return taken;
}

void FrameScanner::beginData(const FrameHeader &header)
{
    if ((m_first == Opcode::Continuation) != (m_message != Opcode::Continuation))
        return fail(m_first == Opcode::Continuation ? noStart : noEnd);
    if (m_first != Opcode::Continuation) {
        m_message = m_first;
        m_text.reset();
        m_announced = 0;
    }
    if (header.length > m_messageMaxBytes - m_announced)
        return fail(tooBig);
    m_announced += header.length;
    m_state = State::Data;
    if (header.length == 0)
        endData();
}

std::size_t FrameScanner::readData(std::span<char> bytes)
{
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    if (m_message == Opcode::Text && !checkText(bytes.first(taken))) {
        fail(notUtf8);
        return taken;
    }
    m_passed += taken;
    m_remaining -= taken;
    if (m_remaining == 0)
        endData();
    return taken;
}

bool FrameScanner::checkText(std::span<const char> bytes)
{
    std::array<char, 4096> clear;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::span<char> part(clear.data(), std::min(clear.size(), bytes.size() - at));
        std::copy_n(bytes.data() + at, part.size(), part.data());
        unmask(part, m_head.header().key, m_passed + at);
        if (!m_text.feed({part.data(), part.size()}))
            return false;
        at += part.size();
    }
    return true;
}

void FrameScanner::endData()
{
    m_state = State::Head;
    if (!m_head.header().fin)
        return;
    if (m_message == Opcode::Text && !m_text.complete())
        return fail(notUtf8);
    m_observer->sawMessage(std::exchange(m_message, Opcode::Continuation));
}

std::size_t FrameScanner::readControl(std::span<char> bytes)
{
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    std::copy_n(bytes.data(), taken, m_control.data() + m_passed);
    m_passed += taken;
    m_remaining -= taken;
    if (m_remaining == 0)
        endControl();
    return taken;
}

void FrameScanner::endControl()
{
    const std::span<char> payload(m_control.data(), static_cast<std::size_t>(m_passed));
    unmask(payload, m_head.header().key);
    m_state = m_first == Opcode::Close ? State::Deaf : State::Head;
    if (m_first == Opcode::Close)
        m_observer->sawClose({payload.data(), payload.size()});
    else if (m_first == Opcode::Ping)
        m_observer->sawPing({payload.data(), payload.size()});
}

void FrameScanner::fail(const Violation &violation)
{
    m_state = State::Deaf;
    m_observer->sawFault(violation);
}

} // namespace porthole::protocol
