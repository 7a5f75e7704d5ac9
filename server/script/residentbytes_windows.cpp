// SPDX-License-Identifier: MIT
#include "server/script/residentbytes.h"

#include <windows.h>

#include <psapi.h>

namespace porthole {

qint64 residentBytes()
{
    PROCESS_MEMORY_COUNTERS counters{};
    return ::K32GetProcessMemoryInfo(::GetCurrentProcess(), &counters, sizeof counters)
        ? qint64(counters.WorkingSetSize)
        : 0;
}

} // namespace porthole
