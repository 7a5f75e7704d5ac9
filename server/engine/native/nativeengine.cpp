// SPDX-License-Identifier: MIT
#include "server/engine/native/nativeengine.h"

#include "server/engine/native/nativeconnection.h"

namespace porthole {

// Settings may be reloaded: new connections get what holds now.
protocol::SessionContext &NativeEngine::contextOf(const Endpoint &endpoint)
{
    protocol::SessionContext &context = m_contexts[&endpoint];
    context.messageMaxBytes = std::size_t(endpoint.settings.messageMaxBytes);
    return context;
}

Traffic NativeEngine::traffic() const
{
    Traffic all = StreamEngine::traffic();
    for (const auto &[endpoint, context] : m_contexts) {
        all.framesIn += context.framesIn;
        all.framesOut += context.framesOut;
    }
    return all;
}

std::unique_ptr<StreamConnection> NativeEngine::make(const Endpoint &endpoint, ConnectionEvents &events)
{
    return std::make_unique<NativeConnection>(*this, endpoint, contextOf(endpoint), events);
}

} // namespace porthole
