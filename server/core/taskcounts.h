// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace porthole {

struct TaskCounts
{
    int running = 0;
    int waiting = 0;
    quint64 finished = 0; ///< those that threw included
    quint64 refused = 0;  ///< found taskQueueMax waiting
    quint64 late = 0;     ///< finished behind their timeout; their results were dropped
};

} // namespace porthole
