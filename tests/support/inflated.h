// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/deflate.h"

#include <QByteArray>

namespace porthole::test {

/// The message in the payload of a compressed frame (RFC 7692 7.2.2), at most a million bytes of it; "corrupt" when
/// there is none. The inflater forgets it unless the next one may refer to it.
inline QByteArray inflated(protocol::Inflater &inflater, const QByteArray &payload, bool keepContext = true)
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
    inflater.reset(keepContext);
    return {memory.data(), qsizetype(memory.size() - room.size())};
}

} // namespace porthole::test
