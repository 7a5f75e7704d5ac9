// SPDX-License-Identifier: MIT
#include "server/loop/epolldispatcher.h"
#include "server/loop/loop.h"

namespace porthole {

std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher()
{
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (!dispatcher->isValid())
        return nullptr;
    return dispatcher;
}

} // namespace porthole
