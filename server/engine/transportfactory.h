// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/readbuffers.h"
#include "server/engine/transport.h"

namespace porthole {

class TlsContext;

/// The transport for a connected socket, over TLS when there is a context; otherwise the quickest that this worker's
/// event loop has. Takes the descriptor over, and closes it when it is dead; nullptr then.
std::unique_ptr<Transport> makeTransport(qintptr descriptor, const std::shared_ptr<const TlsContext> &tls,
                                         ReadBuffers &buffers, TransportEvents &events);

} // namespace porthole
