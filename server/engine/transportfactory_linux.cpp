// SPDX-License-Identifier: MIT
#include "server/engine/descriptortransport.h"
#include "server/engine/sockettransport.h"
#include "server/engine/streamengine.h"
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
    EpollCompanion(EpollDispatcher &dispatcher, StreamEngine &engine) : m_dispatcher(dispatcher), m_engine(engine)
    {
        m_dispatcher.setCompanion(this);
        m_engine.ahead().enable();
    }
    ~EpollCompanion() override { m_dispatcher.setCompanion(nullptr); }

private:
    void passBegins() override { m_engine.ahead().interrupt(); }
    void passBlocks() override { m_engine.aboutToBlock(); }
    void socketsServed() override { m_engine.ahead().tell(); }

    EpollDispatcher &m_dispatcher;
    StreamEngine &m_engine;
};

} // namespace

std::unique_ptr<LoopCompanion> makeLoopCompanion(StreamEngine &engine)
{
    auto *epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    return epoll ? std::make_unique<EpollCompanion>(*epoll, engine) : nullptr;
}

} // namespace porthole
