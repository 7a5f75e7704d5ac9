// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/httpparser.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The opening handshake as the server sees it: RFC 6455 4.2. Pure functions.
namespace porthole::protocol {

/// A client's opening handshake with nothing wrong in it. Borrows from the head's bytes.
struct Upgrade
{
    std::string_view key;
    std::vector<std::string_view> subprotocols; ///< offered, the client's favourite first
    std::string extensions;                     ///< Sec-WebSocket-Extensions as sent; several fields joined by commas
    std::optional<std::string_view> origin;
};

/// A plain HTTP request: it asks for no upgrade to WebSocket and has none of its fields.
struct NotUpgrade
{ };

/// An attempt at an upgrade that must be refused.
struct Refusal
{
    int status = 400;
    std::string_view sentence; ///< a literal for a person
    std::vector<Field> fields; ///< that the answer must carry
};

using Judgement = std::variant<Upgrade, NotUpgrade, Refusal>;

/// Judges a request after RFC 6455 4.2.1: 426 for another version of the protocol, 400 for all else that is wrong.
Judgement judge(const RequestHead &head);

/// Sec-WebSocket-Accept for a Sec-WebSocket-Key (RFC 6455 4.2.2 step 5.4).
std::string acceptKey(std::string_view key);

/// The first of ours, best first, that the client offered; empty when there is none (RFC 6455 4.2.2 step 4).
std::string_view chooseSubprotocol(std::span<const std::string> spoken, std::span<const std::string_view> offered);

/// The answer that opens the connection; empty subprotocol or extensions are left out. Nothing when a field could not
/// be written safely (see writeResponse()).
std::optional<std::string> writeUpgradeResponse(std::string_view key, std::string_view subprotocol = {},
                                                std::string_view extensions = {}, std::span<const Field> more = {});

} // namespace porthole::protocol
