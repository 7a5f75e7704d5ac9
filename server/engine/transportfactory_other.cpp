// SPDX-License-Identifier: MIT
#include "server/engine/sockettransport.h"
#include "server/engine/tlstransport.h"
#include "server/engine/transportfactory.h"

namespace porthole {

std::unique_ptr<Transport> makeTransport(qintptr descriptor, const std::shared_ptr<const TlsContext> &tls,
                                         ReadBuffers &buffers, ReadAhead &, TransportEvents &events)
{
    if (tls)
        return TlsTransport::adopt(descriptor, tls, buffers, events);
    return SocketTransport::adopt(descriptor, buffers, events);
}

std::unique_ptr<LoopCompanion> makeLoopCompanion(StreamEngine &) { return nullptr; }

} // namespace porthole
