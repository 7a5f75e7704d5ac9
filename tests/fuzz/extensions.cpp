// SPDX-License-Identifier: MIT
#include "server/protocol/extensions.h"
#include "server/protocol/httptext.h"
#include "tests/fuzz/check.h"

using namespace porthole;
using namespace porthole::protocol;

namespace {

bool isWindow(int bits) { return bits >= 8 && bits <= 15; }

void checkAgreement(const DeflateAgreement &agreed, const DeflateSettings &settings)
{
    const DeflateParameters &parameters = agreed.parameters;
    fuzz::check(isWindow(parameters.serverWindowBits) && isWindow(parameters.clientWindowBits), "window bits in range");
    fuzz::check(parameters.serverWindowBits <= settings.serverWindowBits, "no more window than is set");
    fuzz::check(settings.serverContextTakeover || !parameters.serverContextTakeover, "no takeover that is not set");
    const auto answered = parseExtensions(agreed.response);
    fuzz::check(answered && answered->size() == 1, "the answer is one extension");
    const auto again = negotiateDeflate(*answered, settings);
    fuzz::check(again.has_value(), "the answer is a good offer itself");
    fuzz::check(again->parameters.serverWindowBits == parameters.serverWindowBits, "and means the same");
    fuzz::check(again->parameters.clientContextTakeover == parameters.clientContextTakeover, "and means the same");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto offers = parseExtensions(fuzz::view(data, size));
    if (!offers)
        return 0;
    for (const ExtensionOffer &offer : *offers) {
        fuzz::check(isToken(offer.name), "names are tokens");
        for (const ExtensionParameter &parameter : offer.parameters)
            fuzz::check(isToken(parameter.name) && isToken(parameter.value.value_or("x")), "parameters are tokens");
    }
    const DeflateSettings generous{.serverContextTakeover = true, .clientContextTakeover = true};
    const DeflateSettings thrifty{.serverWindowBits = 9, .clientWindowBits = 10};
    for (const DeflateSettings &settings : {generous, thrifty}) {
        if (const auto agreed = negotiateDeflate(*offers, settings))
            checkAgreement(*agreed, settings);
    }
    return 0;
}
