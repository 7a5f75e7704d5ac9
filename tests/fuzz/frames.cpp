// SPDX-License-Identifier: MIT
#include "server/protocol/frameparser.h"
#include "server/protocol/framescanner.h"
#include "server/protocol/session.h"
#include "tests/fuzz/check.h"
#include "tests/server/protocol/pieces.h"

#include <limits>
#include <string>

using namespace porthole;
using namespace porthole::protocol;

// However the bytes are cut, the parser makes the same of them, and a scanner the same as a session.
namespace {

struct Observer final : FrameObserver, SessionEvents
{
    void sawMessage(Opcode opcode) override { say(opcode == Opcode::Text ? 't' : 'b', {}); }
    void sawPing(std::string_view payload) override { say('p', payload); }
    void sawFault(const Violation &violation) override { say('f', violation.sentence); }
    void sawClose(std::string_view payload) override
    {
        const ParsedClose parsed = parseClose(payload);
        parsed.violation ? sawFault(*parsed.violation) : closed(parsed.code, parsed.reason);
    }

    void message(Opcode opcode, std::string_view) override { sawMessage(opcode); }
    void ping(std::string_view payload) override { sawPing(payload); }
    void pong(std::string_view) override { }
    void closed(std::uint16_t code, std::string_view reason) override { say('c', std::to_string(code).append(reason)); }
    void failed(const Violation &violation) override { sawFault(violation); }

    void say(char what, std::string_view payload) { said.append(1, what).append(payload).append("|"); }
    std::string said;
};

std::string scanned(const tests::Pieces &pieces)
{
    Observer observer;
    FrameScanner scanner(observer);
    for (const std::string_view piece : pieces) {
        std::string bytes(piece);
        const std::size_t good = scanner.feed(bytes);
        fuzz::check(good <= bytes.size() && (scanner.finished() || good == bytes.size()), "what is good is handed on");
    }
    return observer.said;
}

std::string received(std::string_view bytes)
{
    SessionContext context(std::numeric_limits<std::size_t>::max());
    Session session(context, std::nullopt);
    Observer observer;
    std::string copy(bytes);
    std::string out;
    session.receive(copy, out, observer);
    return observer.said;
}

std::string parsed(const tests::Pieces &pieces)
{
    FrameParser parser;
    std::string all;
    for (const std::string_view piece : pieces) {
        std::vector<char> bytes(piece.begin(), piece.end());
        std::span<char> rest(bytes);
        FramePiece part;
        FrameParser::Step step{};
        while ((step = parser.next(rest, part)) == FrameParser::Step::Piece) {
            const FrameHeader &header = parser.header();
            if (part.begins)
                all += '<' + std::to_string(static_cast<int>(header.opcode)) + (header.fin ? "." : "+");
            all.append(part.bytes.data(), part.bytes.size()).append(part.ends ? ">" : "");
        }
        if (step == FrameParser::Step::Fault)
            return all.append(sentence(parser.fault()));
        fuzz::check(rest.empty(), "all bytes are taken");
    }
    return all;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::view(data, size);
    const std::string whole = parsed(tests::whole(bytes));
    const std::string told = received(bytes);
    for (const tests::Pieces &pieces : tests::allCuts(bytes, 2)) {
        fuzz::check(parsed(pieces) == whole, "the parser says the same");
        fuzz::check(scanned(pieces) == told, "the scanner says what a session says");
    }
    return 0;
}
