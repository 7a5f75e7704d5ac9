// SPDX-License-Identifier: MIT
#include "server/protocol/frameparser.h"

#include <algorithm>

namespace porthole::protocol {

FrameParser::Step FrameParser::next(std::span<char> &bytes, FramePiece &piece)
{
    const bool begins = m_remaining == 0;
    if (begins) {
        const std::size_t taken = m_head.feed({bytes.data(), bytes.size()});
        bytes = bytes.subspan(taken);
        if (!m_head.complete())
            return m_head.fault() == HeaderFault::None ? Step::NeedMore : Step::Fault;
        m_head.reset();
        m_remaining = m_head.header().length;
    } else if (bytes.empty()) {
        return Step::NeedMore;
    }
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    piece = take(bytes.first(size));
    piece.begins = begins;
    bytes = bytes.subspan(size);
    return Step::Piece;
}

FramePiece FrameParser::take(std::span<char> payload)
{
    const bool isAscii = unmask(payload, header().key, header().length - m_remaining);
    m_remaining -= payload.size();
    return {.bytes = payload, .begins = false, .ends = m_remaining == 0, .isAscii = isAscii};
}

} // namespace porthole::protocol
