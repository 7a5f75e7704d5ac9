// SPDX-License-Identifier: MIT
#include "server/protocol/bodyparser.h"
#include "server/protocol/httpdate.h"
#include "server/protocol/httprange.h"
#include "server/protocol/origin.h"
#include "tests/fuzz/check.h"
#include "tests/server/protocol/pieces.h"

#include <string>

using namespace porthole;
using namespace porthole::protocol;

namespace {

constexpr std::uint64_t most = 300;

// All that the parser says; the bytes are in memory of exactly their size.
std::string parsed(const RequestHead &head, const tests::Pieces &pieces)
{
    BodyParser parser(head, most);
    std::size_t taken = 0;
    for (const std::string_view piece : pieces) {
        const std::vector<char> bytes(piece.begin(), piece.end());
        const std::size_t now = parser.feed({bytes.data(), bytes.size()});
        fuzz::check(now <= bytes.size(), "takes what there is");
        fuzz::check(now == bytes.size() || parser.state() != BodyParser::State::Incomplete, "takes all it can");
        taken += now;
    }
    if (parser.state() == BodyParser::State::Failed)
        return std::to_string(parser.fault().status) + std::string(parser.fault().sentence);
    if (parser.state() == BodyParser::State::Incomplete)
        return "incomplete";
    const std::string body = parser.takeBody();
    fuzz::check(body.size() <= most && body.size() <= taken, "the limit holds");
    return std::to_string(taken) + ' ' + body;
}

void checkText(std::string_view text)
{
    if (const auto seconds = parseHttpDate(text))
        fuzz::check(*seconds >= 0 && parseHttpDate(httpDate(*seconds)) == *seconds, "a date comes back");
    for (const std::uint64_t size : {std::uint64_t(0), std::uint64_t(1), std::uint64_t(1000), ~std::uint64_t(0)}) {
        const ByteRange range = parseRange(text, size);
        if (range.kind == ByteRange::Kind::Part)
            fuzz::check(range.count > 0 && range.first < size && range.count <= size - range.first, "is within");
    }
    const std::string pattern[] = {std::string(text)};
    static_cast<void>(originAllowed(pattern, text));
    fuzz::check(!originAllowed({}, text), "an empty list allows nothing");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::view(data, size);
    RequestHead head;
    head.chunked = true;
    for (const bool chunked : {true, false}) {
        head.chunked = chunked;
        head.contentLength = chunked ? 0 : 5;
        const std::string whole = parsed(head, tests::whole(bytes));
        for (const tests::Pieces &pieces : tests::allCuts(bytes, 3))
            fuzz::check(parsed(head, pieces) == whole, "any cut says the same");
    }
    checkText(bytes);
    return 0;
}
