// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/http.h"
#include "server/handler.h"

#include <QVariant>

#include <functional>

namespace porthole {

/// What a user wants to be told. See Server for when and where each runs; an empty one is not called.
struct Handlers
{
    std::function<void()> start;
    std::function<void()> shutdown;
    Handler<int> workerStart;
    Handler<int> workerStop;
    Handler<int, int, QVariant> workerMessage;
    Decider<Upgrade, Request> handshake;
    Decider<HttpReply, HttpRequest> request;
    Handler<Request> open;
    Handler<Frame> message;
    Handler<ClientId> bufferFull;
    Handler<ClientId> drain;
    Handler<Closed> close;
    Handler<Closed> disconnect;
};

} // namespace porthole
