// SPDX-License-Identifier: MIT
#include "app/processsignals.h"

#include <windows.h>

#include <mutex>

namespace porthole {

namespace {

std::mutex mutex;
ProcessSignals *told = nullptr;
int received = 0;

bool tell()
{
    const std::lock_guard lock(mutex);
    if (!told || ++received > 1)
        return false;
    QMetaObject::invokeMethod(told, &ProcessSignals::asked, Qt::QueuedConnection);
    return true;
}

// Windows calls it on a thread of its own. After a console's close and all behind it the process is gone when this
// returns, so it does not: the end of main() comes first, or Windows' patience, which is 5 s.
BOOL WINAPI onEvent(DWORD event)
{
    if (!tell())
        return FALSE;
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        ::Sleep(INFINITE);
    return TRUE;
}

} // namespace

ProcessSignals::ProcessSignals()
{
    const std::lock_guard lock(mutex);
    told = this;
    ::SetConsoleCtrlHandler(nullptr, FALSE); // a parent may have Ctrl+C ignored, which is inherited
    ::SetConsoleCtrlHandler(onEvent, TRUE);
}

ProcessSignals::~ProcessSignals()
{
    ::SetConsoleCtrlHandler(onEvent, FALSE);
    const std::lock_guard lock(mutex);
    told = nullptr;
}

} // namespace porthole
