// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/native/nativecontext.h"
#include "server/engine/streamengine.h"

#include <map>

namespace porthole {

/// Our own RFC 6455 and 7692, straight on the worker's event loop.
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
    std::map<const Endpoint *, NativeContext> m_contexts;
};

} // namespace porthole
