// SPDX-License-Identifier: MIT
#include "server/engine/descriptortransport.h"
#include "server/engine/sockettransport.h"
#include "server/engine/tlstransport.h"
#include "server/engine/transportfactory.h"

namespace porthole {

std::unique_ptr<Transport> makeTransport(qintptr descriptor, const std::shared_ptr<const TlsContext> &tls,
                                         ReadBuffers &buffers, ReadAhead &ahead, TransportEvents &events)
{
    if (tls)
        return TlsTransport::adopt(descriptor, tls, buffers, events);
    auto *epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    if (!epoll)
        return SocketTransport::adopt(descriptor, buffers, events);
    return std::make_unique<DescriptorTransport>(*epoll, buffers, ahead, int(descriptor), events);
}

namespace {

class EpollCompanion final : public LoopCompanion, private EpollDispatcher::Companion
{
public:
    EpollCompanion(EpollDispatcher &dispatcher, ReadAhead &ahead) : m_dispatcher(dispatcher), m_ahead(ahead)
    {
        m_dispatcher.setCompanion(this);
        m_ahead.enable();
    }
    ~EpollCompanion() override { m_dispatcher.setCompanion(nullptr); }

private:
    void passBegins() override { m_ahead.interrupt(); }
    void socketsServed() override { m_ahead.tell(); }

    EpollDispatcher &m_dispatcher;
    ReadAhead &m_ahead;
};

} // namespace

std::unique_ptr<LoopCompanion> makeLoopCompanion(ReadAhead &ahead)
{
    auto *epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    return epoll ? std::make_unique<EpollCompanion>(*epoll, ahead) : nullptr;
}

} // namespace porthole
