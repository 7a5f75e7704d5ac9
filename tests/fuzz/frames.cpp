// SPDX-License-Identifier: MIT
#include "server/protocol/frameparser.h"
#include "server/protocol/framescanner.h"
#include "tests/fuzz/check.h"
#include "tests/server/protocol/pieces.h"

#include <string>

using namespace porthole;
using namespace porthole::protocol;

// Parser and scanner say the same however the bytes are cut, and of control frames the same as each other.
namespace {

struct Observer final : FrameObserver
{
    void sawClose(std::string_view payload) override { say('c', payload); }
    void sawPing(std::string_view payload) override { say('p', payload); }
    void sawPong(std::string_view payload) override { say('o', payload); }
    void sawFault(HeaderFault fault) override { say('f', sentence(fault)); }
    void sawBytesAfterClose() override { }
    void say(char what, std::string_view payload) { said.append(1, what).append(payload).append("|"); }
    std::string said;
};

std::string scanned(const tests::Pieces &pieces, bool skipping)
{
    Observer observer;
    FrameScanner scanner(observer);
    for (std::string_view piece : pieces) {
        const auto jump = std::min<std::uint64_t>(skipping ? scanner.payloadRemaining() : 0, piece.size());
        scanner.skip(jump);
        piece.remove_prefix(static_cast<std::size_t>(jump));
        scanner.feed(piece);
    }
    return observer.said;
}

struct Parsed
{
    std::string all;
    std::string control; // what a scanner should see
    bool operator==(const Parsed &) const = default;
};

Parsed parsed(const tests::Pieces &pieces)
{
    FrameParser parser;
    Parsed result;
    Observer observer;
    std::string control;
    for (const std::string_view piece : pieces) {
        std::vector<char> bytes(piece.begin(), piece.end());
        std::span<char> rest(bytes);
        FramePiece part;
        FrameParser::Step step{};
        while ((step = parser.next(rest, part)) == FrameParser::Step::Piece) {
            const FrameHeader &header = parser.header();
            if (part.begins)
                result.all += '<' + std::to_string(static_cast<int>(header.opcode)) + (header.fin ? "." : "+");
            result.all.append(part.bytes.data(), part.bytes.size()).append(part.ends ? ">" : "");
            if (!isControl(header.opcode))
                continue;
            control.append(part.bytes.data(), part.bytes.size());
            if (!part.ends)
                continue;
            observer.say(header.opcode == Opcode::Close ? 'c' : header.opcode == Opcode::Ping ? 'p' : 'o', control);
            control.clear();
            if (header.opcode == Opcode::Close)
                return {result.all, observer.said};
        }
        if (step == FrameParser::Step::Fault) {
            observer.sawFault(parser.fault());
            break;
        }
        fuzz::check(rest.empty(), "all bytes are taken");
    }
    return {result.all, observer.said};
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::view(data, size);
    const Parsed whole = parsed(tests::whole(bytes));
    for (const tests::Pieces &pieces : tests::allCuts(bytes, 2)) {
        fuzz::check(parsed(pieces) == whole, "the parser says the same");
        fuzz::check(scanned(pieces, false) == whole.control, "the scanner sees the control frames");
        fuzz::check(scanned(pieces, true) == whole.control, "skipping changes nothing");
    }
    return 0;
}
