// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Sec-WebSocket-Extensions (RFC 6455 9.1) and the negotiation of permessage-deflate (RFC 7692 7.1). Pure functions.
namespace porthole::protocol {

struct ExtensionParameter
{
    std::string_view name;
    std::optional<std::string> value; ///< without the quotes it may have been sent in
};

/// One extension in the order of the client's wishes. Names borrow from the text that was parsed.
struct ExtensionOffer
{
    std::string_view name;
    std::vector<ExtensionParameter> parameters;
};

/// Nothing when the text does not keep to the grammar: the handshake must then be refused. An empty text is no offer.
std::optional<std::vector<ExtensionOffer>> parseExtensions(std::string_view text);

/// How to compress. Memory is per client and counted by zlib 1.2.13; without context takeover it is held only while a
/// message is worked on.
struct DeflateSettings
{
    bool serverContextTakeover =
        false; ///< our messages refer to earlier ones: 4 * 2^bits + 512 * 2^memoryLevel + 6 KiB
    bool clientContextTakeover = false; ///< the client's may: 2^bits + 7 KiB
    std::uint8_t serverWindowBits = 15; ///< 8 to 15; the most we compress with
    std::uint8_t clientWindowBits = 15; ///< 8 to 15; the most asked of clients that can be asked
    int level = 1;                      ///< 1, fast, to 9, small
    int memoryLevel = 8;                ///< 1 to 9
    std::size_t minSize = 1024;         ///< shorter messages are sent as they are
};

/// What a connection compresses with (RFC 7692 7.1).
struct DeflateParameters
{
    bool serverContextTakeover = true;
    bool clientContextTakeover = true;
    std::uint8_t serverWindowBits = 15;
    std::uint8_t clientWindowBits = 15;
};

struct DeflateAgreement
{
    DeflateParameters parameters;
    std::string response; ///< for Sec-WebSocket-Extensions
};

/// Takes the first offer of permessage-deflate that can be served. An offer with a parameter that is unknown, doubled,
/// or has a bad value is passed over (RFC 7692 7.1). Nothing when none is left.
std::optional<DeflateAgreement> negotiateDeflate(std::span<const ExtensionOffer> offers,
                                                 const DeflateSettings &settings);

} // namespace porthole::protocol
