// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/http.h"
#include "server/core/result.h"

// What a handler may answer with. Pure functions; an Error says what is wrong with it.
namespace porthole {

/// A status of 200 to 599, and fields that can be written safely and are not the server's own.
Result<> check(const HttpReply &reply);

/// The same; and when it is accepted: a subprotocol that was offered, and none of the handshake's own fields.
Result<> check(const Upgrade &upgrade, const Request &request);

} // namespace porthole
