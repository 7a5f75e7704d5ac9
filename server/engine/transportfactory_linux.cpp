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
    return std::make_unique<DescriptorTransport>(*epoll, ahead, int(descriptor), events);
}

namespace {

class EpollCompanion final : public LoopCompanion, private EpollDispatcher::Companion
{
public:
    EpollCompanion(EpollDispatcher &dispatcher, ReadAhead &ahead, std::function<void()> aboutToBlock)
        : m_dispatcher(dispatcher), m_ahead(ahead), m_aboutToBlock(std::move(aboutToBlock))
    {
        m_dispatcher.setCompanion(this);
        m_ahead.enable();
    }
    ~EpollCompanion() override { m_dispatcher.setCompanion(nullptr); }

private:
    void passBegins() override { m_ahead.interrupt(); }
    void passBlocks() override { m_aboutToBlock(); }
    void socketsServed() override { m_ahead.tell(); }

    EpollDispatcher &m_dispatcher;
    ReadAhead &m_ahead;
    std::function<void()> m_aboutToBlock;
};

} // namespace

std::unique_ptr<LoopCompanion> makeLoopCompanion(ReadAhead &ahead, std::function<void()> aboutToBlock)
{
    auto *epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    return epoll ? std::make_unique<EpollCompanion>(*epoll, ahead, std::move(aboutToBlock)) : nullptr;
}

} // namespace porthole
