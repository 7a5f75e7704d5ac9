// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/streamengine.h"
#include "server/protocol/sessioncontext.h"

#include <map>

namespace porthole {

/// Our own RFC 6455, straight on the worker's event loop.
/// Threads, lifetime, errors: see Engine.
class NativeEngine final : public StreamEngine
{
public:
    NativeEngine() = default;
    ~NativeEngine() override { endAll(); }

    Traffic traffic() const override;

protected:
    std::unique_ptr<StreamConnection> make(const Endpoint &endpoint, ConnectionEvents &events) override;

private:
    protocol::SessionContext &contextOf(const Endpoint &endpoint);

    std::map<const Endpoint *, protocol::SessionContext> m_contexts;
};

} // namespace porthole
