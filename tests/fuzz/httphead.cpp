// SPDX-License-Identifier: MIT
#include "server/protocol/extensions.h"
#include "server/protocol/handshake.h"
#include "server/protocol/httptext.h"
#include "server/protocol/httpwriter.h"
#include "tests/fuzz/check.h"
#include "tests/server/protocol/pieces.h"

#include <string>

using namespace porthole;
using namespace porthole::protocol;

namespace {

constexpr HeadLimits limits{.bytes = 2000, .fields = 20};

// All that the parser says; the bytes are in memory of exactly their size and move from call to call.
std::string parsed(const tests::Pieces &pieces)
{
    HeadParser parser(limits);
    std::string sofar;
    for (const std::string_view piece : pieces) {
        sofar += piece;
        const std::vector<char> bytes(sofar.begin(), sofar.end());
        if (parser.parse({bytes.data(), bytes.size()}) == HeadParser::State::Failed)
            return std::to_string(parser.fault().status) + std::string(parser.fault().sentence);
        if (parser.state() != HeadParser::State::Complete)
            continue;
        const RequestHead &head = parser.head();
        std::string said = std::to_string(head.size) + ' ' + std::to_string(head.contentLength);
        for (const std::string_view part : {head.method, head.target, head.path, head.query, head.host})
            said.append(" ").append(part);
        for (const Field &field : head.fields)
            said.append("\n").append(field.name).append(":").append(field.value);
        return said;
    }
    return "incomplete";
}

void checkFields(const RequestHead &head)
{
    fuzz::check(head.size <= limits.bytes && head.fields.size() <= limits.fields, "limits hold");
    for (const Field &field : head.fields) {
        fuzz::check(isToken(field.name), "names are tokens");
        fuzz::check(isFieldValue(field.value) && trimmed(field.value) == field.value, "values are clean");
    }
    fuzz::check(head.minorVersion == 0 || head.count("Host") == 1, "one Host");
    static_cast<void>(percentDecoded(head.path));
}

void checkJudgement(const RequestHead &head)
{
    const Judgement judgement = judge(head);
    if (const auto *const refusal = std::get_if<Refusal>(&judgement))
        fuzz::check(writeResponse(refusal->status, refusal->fields, refusal->sentence).has_value(), "can be answered");
    const auto *const upgrade = std::get_if<Upgrade>(&judgement);
    if (!upgrade)
        return;
    const auto offers = parseExtensions(upgrade->extensions);
    const auto deflate = offers ? negotiateDeflate(*offers, {}) : std::nullopt;
    const std::string_view subprotocol = upgrade->subprotocols.empty() ? "" : upgrade->subprotocols.front();
    fuzz::check(writeUpgradeResponse(upgrade->key, subprotocol, deflate ? deflate->response : "").has_value(),
                "can be opened");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::view(data, size);
    const std::string whole = parsed(tests::whole(bytes));
    for (const tests::Pieces &pieces : tests::allCuts(bytes, 2))
        fuzz::check(parsed(pieces) == whole || bytes.empty(), "any cut says the same");
    HeadParser parser(limits);
    if (parser.parse(bytes) == HeadParser::State::Complete) {
        checkFields(parser.head());
        checkJudgement(parser.head());
    }
    return 0;
}
