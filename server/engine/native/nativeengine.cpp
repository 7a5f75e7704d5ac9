// SPDX-License-Identifier: MIT
#include "server/engine/native/nativeengine.h"

#include "server/engine/native/nativeconnection.h"

namespace porthole {

Traffic NativeEngine::traffic() const
{
    Traffic all = StreamEngine::traffic();
    for (const auto &[endpoint, context] : m_contexts) {
        all.framesIn += context.session().framesIn;
        all.framesOut += context.session().framesOut;
    }
    return all;
}

std::unique_ptr<StreamConnection> NativeEngine::make(const Endpoint &endpoint, ConnectionEvents &events)
{
    NativeContext &context = m_contexts.try_emplace(&endpoint, deadlines()).first->second;
    context.apply(endpoint.settings);
    return std::make_unique<NativeConnection>(*this, endpoint, context, events);
}

} // namespace porthole
