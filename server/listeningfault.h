// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/listener.h"

namespace porthole::listeningfault {

/// Why one cannot listen, and what to do about it. Threads: any. Errors: none.
Error portTaken(const Listener &listener);
Error notHere(const Listener &listener); ///< the address is no address of this machine
Error forbidden(const Listener &listener);
Error other(const Listener &listener, const QString &reason);

} // namespace porthole::listeningfault
