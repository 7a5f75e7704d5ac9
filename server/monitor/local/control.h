// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <functional>

namespace porthole {

/// What a monitor needs of whoever owns the server, to start, stop and change it.
/// Threads: the monitor's. Lifetime: the monitor's at least. Errors: `done` is called once, at once or later, with what
/// went wrong in a sentence, or empty; see Monitor::start() for what holds then.
class ServerControl
{
public:
    using Done = std::function<void(const QString &error)>;

    virtual ServerSetup setup() const = 0;
    virtual QStringList handlers() const = 0;
    virtual void serve(const ServerSetup &setup, Done done) = 0;
    virtual void halt(Done done) = 0;

protected:
    ~ServerControl() = default;
};

} // namespace porthole
