// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/session.h"
#include "tests/server/protocol/pieces.h"

#include <algorithm>
#include <cstring>
#include <string>

// What a session says and writes for some bytes, as one text that can be compared. Free of Qt: the fuzzers use it too.
namespace porthole::tests {

class Transcript : public protocol::SessionEvents
{
public:
    void message(Opcode opcode, std::string_view payload) override { say(name(opcode), payload); }
    void ping(std::string_view payload) override { say("ping", payload); }
    void pong(std::string_view payload) override { say("pong", payload); }
    void closed(std::uint16_t code, std::string_view reason) override { say("closed " + std::to_string(code), reason); }
    void failed(const protocol::Violation &violation) override
    {
        say("failed " + std::to_string(static_cast<int>(violation.code)), violation.sentence);
    }

    std::string said; ///< `text(hello) ping(x)`

private:
    void say(std::string_view what, std::string_view payload)
    {
        said.append(said.empty() ? "" : " ").append(what).append("(").append(payload).append(")");
    }
};

struct Outcome
{
    std::string said;
    std::string out;
    protocol::Session::Phase phase = protocol::Session::Phase::Open;
    bool awaitsRest = false;
    bool operator==(const Outcome &) const = default;
};

enum class Reading {
    Copying, ///< all bytes through receive()
    InPlace, ///< what fits is read to space()
};

/// Feeds the pieces, each from memory of its own size, so that a sanitizer sees a read beyond it.
inline Outcome run(protocol::SessionContext &context, const std::optional<protocol::DeflateParameters> &deflate,
                   const Pieces &pieces, Reading reading = Reading::Copying)
{
    protocol::Session session(context, deflate);
    Transcript transcript;
    std::string out;
    for (std::string_view piece : pieces) {
        while (reading == Reading::InPlace && !session.space().empty() && !piece.empty()) {
            const std::span<char> space = session.space();
            const std::size_t size = std::min(space.size(), piece.size());
            std::memcpy(space.data(), piece.data(), size);
            session.receivedAt(space.first(size), out, transcript);
            piece.remove_prefix(size);
        }
        std::vector<char> bytes(piece.begin(), piece.end());
        session.receive(bytes, out, transcript);
    }
    return {transcript.said, out, session.phase(), session.awaitsRest()};
}

} // namespace porthole::tests
