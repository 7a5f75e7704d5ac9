// SPDX-License-Identifier: MIT
#include "server/protocol/extensions.h"

#include "server/protocol/httptext.h"

#include <algorithm>

namespace porthole::protocol {

namespace {

constexpr std::string_view deflateName = "permessage-deflate";
constexpr std::string_view serverTakeover = "server_no_context_takeover";
constexpr std::string_view clientTakeover = "client_no_context_takeover";
constexpr std::string_view serverBits = "server_max_window_bits";
constexpr std::string_view clientBits = "client_max_window_bits";

// RFC 6455 9.1: what a quoted string says must be a token.
std::optional<std::string> parameterValue(std::string_view text)
{
    if (!text.starts_with('"'))
        return isToken(text) ? std::optional(std::string(text)) : std::nullopt;
    if (text.size() < 2 || !text.ends_with('"'))
        return {};
    std::string value;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && ++i == text.size())
            return {};
        value += text[i];
    }
    return isToken(value) ? std::optional(value) : std::nullopt;
}

std::optional<ExtensionParameter> parseParameter(std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string_view name = trimmed(text.substr(0, equals));
    if (!isToken(name))
        return {};
    if (equals == std::string_view::npos)
        return ExtensionParameter{name, {}};
    auto value = parameterValue(trimmed(text.substr(equals + 1)));
    if (!value)
        return {};
    return ExtensionParameter{name, std::move(value)};
}

std::optional<ExtensionOffer> parseOffer(std::string_view text)
{
    const bool unfinished = text.ends_with(';');
    ExtensionOffer offer{takeUntil(text, ';'), {}};
    if (!isToken(offer.name) || unfinished)
        return {};
    while (!text.empty()) {
        auto parameter = parseParameter(takeUntil(text, ';'));
        if (!parameter)
            return {};
        offer.parameters.push_back(std::move(*parameter));
    }
    return offer;
}

// RFC 7692 7.1.2: a number from 8 to 15 without leading zeros.
std::optional<std::uint8_t> windowBits(const std::optional<std::string> &value)
{
    if (!value || value->empty() || value->size() > 2 || value->front() == '0')
        return {};
    unsigned bits = 0;
    for (const char c : *value) {
        if (c < '0' || c > '9')
            return {};
        bits = bits * 10 + static_cast<unsigned>(c - '0');
    }
    return bits >= 8 && bits <= 15 ? std::optional(static_cast<std::uint8_t>(bits)) : std::nullopt;
}

// What one offer says, as far as it is well-formed.
struct Wish
{
    bool serverTakeoverOff = false;
    bool clientTakeoverOff = false;
    std::optional<std::uint8_t> serverBits;
    std::optional<std::uint8_t> clientBits; // 15 when offered without a value
};

bool readParameter(const ExtensionParameter &parameter, Wish &wish)
{
    if (parameter.name == serverTakeover && !parameter.value && !wish.serverTakeoverOff)
        return wish.serverTakeoverOff = true;
    if (parameter.name == clientTakeover && !parameter.value && !wish.clientTakeoverOff)
        return wish.clientTakeoverOff = true;
    if (parameter.name == serverBits && !wish.serverBits)
        return (wish.serverBits = windowBits(parameter.value)).has_value();
    if (parameter.name == clientBits && !wish.clientBits)
        return (wish.clientBits = parameter.value ? windowBits(parameter.value) : std::uint8_t(15)).has_value();
    return false;
}

DeflateParameters parametersFor(const Wish &wish, const DeflateSettings &settings)
{
    DeflateParameters agreed;
    agreed.serverContextTakeover = settings.serverContextTakeover && !wish.serverTakeoverOff;
    agreed.clientContextTakeover = settings.clientContextTakeover && !wish.clientTakeoverOff;
    agreed.serverWindowBits = std::min(settings.serverWindowBits, wish.serverBits.value_or(std::uint8_t(15)));
    if (wish.clientBits)
        agreed.clientWindowBits = std::min(settings.clientWindowBits, *wish.clientBits);
    return agreed;
}

std::string responseFor(const Wish &wish, const DeflateParameters &agreed)
{
    std::string response(deflateName);
    const auto add = [&](std::string_view name, std::string_view value = {}) {
        response.append("; ").append(name).append(value.empty() ? "" : "=").append(value);
    };
    if (!agreed.serverContextTakeover)
        add(serverTakeover);
    if (!agreed.clientContextTakeover)
        add(clientTakeover);
    if (wish.serverBits || agreed.serverWindowBits < 15)
        add(serverBits, std::to_string(agreed.serverWindowBits));
    if (agreed.clientWindowBits < 15)
        add(clientBits, std::to_string(agreed.clientWindowBits));
    return response;
}

} // namespace

std::optional<std::vector<ExtensionOffer>> parseExtensions(std::string_view text)
{
    std::vector<ExtensionOffer> offers;
    while (!text.empty()) {
        const std::string_view element = takeElement(text);
        if (element.empty())
            continue;
        auto offer = parseOffer(element);
        if (!offer)
            return {};
        offers.push_back(std::move(*offer));
    }
    return offers;
}

std::optional<DeflateAgreement> negotiateDeflate(std::span<const ExtensionOffer> offers,
                                                 const DeflateSettings &settings)
{
    for (const ExtensionOffer &offer : offers) {
        Wish wish;
        if (offer.name == deflateName
            && std::all_of(offer.parameters.begin(), offer.parameters.end(),
                           [&](const ExtensionParameter &parameter) { return readParameter(parameter, wish); }))
            return DeflateAgreement{parametersFor(wish, settings), responseFor(wish, parametersFor(wish, settings))};
    }
    return {};
}

} // namespace porthole::protocol
