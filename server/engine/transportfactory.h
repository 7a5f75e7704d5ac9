// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/readahead.h"
#include "server/engine/readbuffers.h"
#include "server/engine/transport.h"

namespace porthole {

class StreamEngine;
class TlsContext;

/// The transport for a connected socket, over TLS when there is a context; otherwise the quickest that this worker's
/// event loop has. Takes the descriptor over, and closes it when it is dead; nullptr then.
std::unique_ptr<Transport> makeTransport(qintptr descriptor, const std::shared_ptr<const TlsContext> &tls,
                                         ReadBuffers &buffers, ReadAhead &ahead, TransportEvents &events);

/// Between this thread's event loop, where it can read ahead, and its engine.
/// Threads: the worker's. Lifetime: not longer than the engine's.
class LoopCompanion
{
    Q_DISABLE_COPY_MOVE(LoopCompanion)

public:
    LoopCompanion() = default;
    virtual ~LoopCompanion() = default;
};

/// nullptr where the loop cannot; its signal aboutToBlock is to be told to the engine then.
std::unique_ptr<LoopCompanion> makeLoopCompanion(StreamEngine &engine);

} // namespace porthole
