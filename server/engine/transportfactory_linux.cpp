// SPDX-License-Identifier: MIT
#include "server/engine/descriptortransport.h"
#include "server/engine/sockettransport.h"
#include "server/engine/tlstransport.h"
#include "server/engine/transportfactory.h"

namespace porthole {

std::unique_ptr<Transport> makeTransport(qintptr descriptor, const std::shared_ptr<const TlsContext> &tls,
                                         ReadBuffers &buffers, TransportEvents &events)
{
    if (tls)
        return TlsTransport::adopt(descriptor, tls, buffers, events);
    auto *epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    if (!epoll)
        return SocketTransport::adopt(descriptor, buffers, events);
    return std::make_unique<DescriptorTransport>(*epoll, buffers, int(descriptor), events);
}

} // namespace porthole
