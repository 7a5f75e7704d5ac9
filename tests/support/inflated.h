// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/deflate.h"

#include <QByteArray>

namespace porthole::test {

constexpr int noContext = 0;

/// Ends a message whose last 2^contextBits bytes the next one may refer to, or noContext.
inline void endMessage(protocol::Inflater &inflater, int contextBits)
{
    if (contextBits == noContext)
        inflater.reset();
    else
        inflater.rest(contextBits);
}

/// The message in the payload of a compressed frame (RFC 7692 7.2.2), at most a million bytes of it; "corrupt" when
/// there is none.
inline QByteArray inflated(protocol::Inflater &inflater, const QByteArray &payload, int contextBits = 15)
{
    using Step = protocol::Inflater::Step;
    std::vector<char> memory(1'000'000);
    std::span<char> room(memory);
    std::string_view in(payload.constData(), std::size_t(payload.size()));
    if (inflater.run(in, room) != Step::NeedInput)
        return "corrupt";
    in = inflater.tail();
    if (inflater.run(in, room) != Step::NeedInput || !inflater.atBoundary())
        return "corrupt";
    endMessage(inflater, contextBits);
    return {memory.data(), qsizetype(memory.size() - room.size())};
}

} // namespace porthole::test
