// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/check.h"
#include "tests/server/protocol/transcript.h"

// What holds for every session, whatever the peer sends.
namespace porthole::fuzz {

inline unsigned byteAt(std::string_view bytes, std::size_t index)
{
    return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}

/// Without a message sent, a session writes pongs and at most one close frame, which is the last.
inline void checkOutput(std::string_view out, bool ended)
{
    bool closed = false;
    while (!out.empty()) {
        check(!closed, "nothing follows our close frame");
        closed = byteAt(out, 0) == 0x88;
        check(closed || byteAt(out, 0) == 0x8A, "only pongs and a close frame are written");
        check(byteAt(out, 1) <= 125 && out.size() >= 2 + byteAt(out, 1), "each is a whole short frame");
        const std::string_view payload = out.substr(2, byteAt(out, 1));
        check(!closed || !protocol::parseClose(payload).violation, "our close frame is a good one");
        out.remove_prefix(2 + payload.size());
    }
    check(closed == ended, "a session ends with a close frame");
}

inline void checkSession(protocol::SessionContext &context, const std::optional<protocol::DeflateParameters> &deflate,
                         std::string_view bytes)
{
    using tests::Reading;
    const tests::Outcome whole = tests::run(context, deflate, tests::whole(bytes));
    checkOutput(whole.out, whole.phase != protocol::Session::Phase::Open);
    for (const tests::Pieces &pieces : tests::allCuts(bytes, 1)) {
        check(tests::run(context, deflate, pieces) == whole, "any cut says the same");
        check(tests::run(context, deflate, pieces, Reading::InPlace) == whole, "reading in place says the same");
    }
}

} // namespace porthole::fuzz
