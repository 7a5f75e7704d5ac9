// SPDX-License-Identifier: MIT
#include "server/protocol/assembler.h"

#include <algorithm>
#include <utility>

namespace porthole::protocol {

namespace {

// Room is taken for that much of a frame at once; for more, as it really comes.
constexpr std::size_t trusted = std::size_t(1024) * 1024;
constexpr std::size_t leastInflated = 4096;

} // namespace

Assembler::Assembler(SessionContext &context, const DeflateParameters &parameters)
    : m_context(&context), m_parameters(parameters)
{ }

Assembler::~Assembler() { release(); }

const Violation *Assembler::add(const FrameHeader &header, const FramePiece &piece)
{
    if (const Violation *violation = piece.begins ? begin(header) : nullptr)
        return violation;
    const std::string_view payload(piece.bytes.data(), piece.bytes.size());
    const bool last = piece.ends && header.fin;
    if (m_compressed) {
        if (const Violation *violation = inflate(payload))
            return violation;
    } else if (last && m_buffer.isNull()) {
        return borrow(piece);
    } else if (!payload.empty()) {
        makeRoom(payload.size(), m_announced);
        m_buffer.append(payload);
        if (const Violation *violation = check(payload, piece.isAscii))
            return violation;
    }
    return last ? finish() : nullptr;
}

const Violation *Assembler::begin(const FrameHeader &header)
{
    const bool continues = header.opcode == Opcode::Continuation;
    if (continues != m_open)
        return continues ? &noStart : &noEnd;
    if (!continues) {
        m_open = true;
        m_opcode = header.opcode;
        m_compressed = header.rsv1;
        m_announced = 0;
        m_text.reset();
    }
    if (m_compressed)
        return nullptr;
    if (header.length > m_context->messageMaxBytes - m_announced)
        return &tooBig;
    m_announced += static_cast<std::size_t>(header.length);
    return nullptr;
}

const Violation *Assembler::borrow(const FramePiece &piece)
{
    if (!isText(m_opcode, piece.bytes, piece.isAscii))
        return &notUtf8;
    m_message = {piece.bytes.data(), piece.bytes.size()};
    m_complete = true;
    return nullptr;
}

const Violation *Assembler::check(std::string_view added, bool isAscii)
{
    const bool isKnown = isAscii && m_text.complete();
    return m_opcode == Opcode::Text && !isKnown && !m_text.feed(added) ? &notUtf8 : nullptr;
}

void Assembler::makeRoom(std::size_t wanted, std::size_t most)
{
    if (m_buffer.room().size() >= wanted)
        return;
    const std::size_t least = m_buffer.size() + wanted;
    const std::size_t roomy = std::max({least, 2 * m_buffer.size(), std::min(most, trusted)});
    const std::size_t capacity = std::max(least, std::min(roomy, most));
    if (m_buffer.isNull())
        m_buffer = m_context->buffers.take(capacity);
    else
        m_buffer.reserve(capacity);
}

const Violation *Assembler::inflate(std::string_view compressed)
{
    if (!m_inflater)
        m_inflater = m_context->deflate.takeInflater();
    const std::size_t limit = m_context->messageMaxBytes;
    while (true) {
        // One byte more than allowed shows that there is more.
        if (m_buffer.room().empty() || m_buffer.isNull())
            makeRoom(std::min(leastInflated, limit + 1 - m_buffer.size()), std::min(2 * m_buffer.size(), limit + 1));
        std::span<char> room = m_buffer.room();
        room = room.first(std::min(room.size(), limit + 1 - m_buffer.size()));
        std::span<char> rest = room;
        const Inflater::Step step = m_inflater->run(compressed, rest);
        const std::size_t written = room.size() - rest.size();
        m_buffer.grow(written);
        if (const Violation *violation = check({room.data(), written}, false))
            return violation;
        if (m_buffer.size() > limit)
            return &tooBig;
        if (step != Inflater::Step::NeedRoom)
            return step == Inflater::Step::Corrupt ? &notDeflate : nullptr;
    }
}

const Violation *Assembler::finish()
{
    if (m_compressed) {
        if (const Violation *violation = inflate(m_inflater->tail()))
            return violation;
        if (!m_inflater->atBoundary())
            return &notDeflate;
    }
    if (m_opcode == Opcode::Text && !m_text.complete())
        return &notUtf8;
    m_message = m_buffer.view();
    m_complete = true;
    return nullptr;
}

void Assembler::releaseMemory()
{
    m_context->buffers.give(std::exchange(m_buffer, {}));
    if (!m_inflater)
        return;
    if (m_parameters.clientContextTakeover)
        m_inflater->rest(m_parameters.clientWindowBits);
    else
        m_context->deflate.give(std::move(m_inflater));
}

std::span<char> Assembler::space(std::uint64_t remaining)
{
    if (!m_open || m_compressed || remaining == 0)
        return {};
    if (m_buffer.room().empty())
        makeRoom(static_cast<std::size_t>(std::min<std::uint64_t>(remaining, trusted)), m_announced);
    const std::span<char> room = m_buffer.room();
    return room.first(static_cast<std::size_t>(std::min<std::uint64_t>(remaining, room.size())));
}

const Violation *Assembler::addInPlace(const FrameHeader &header, const FramePiece &piece)
{
    m_buffer.grow(piece.bytes.size());
    if (const Violation *violation = check({piece.bytes.data(), piece.bytes.size()}, piece.isAscii))
        return violation;
    return piece.ends && header.fin ? finish() : nullptr;
}

} // namespace porthole::protocol
