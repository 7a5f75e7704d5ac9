// SPDX-License-Identifier: MIT
#include "server/core/heap.h"

#include <QtGlobal>

#include <cstdint>
#include <cstdlib>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace porthole {

namespace {

// The whole pages in it; where the kernel does not know how (before Linux 5.14) they come one by one, as always.
void makeResident(void *block, std::size_t bytes)
{
#if defined(Q_OS_LINUX) && defined(MADV_POPULATE_WRITE)
    const auto page = std::uintptr_t(::sysconf(_SC_PAGESIZE));
    const auto begin = (std::uintptr_t(block) + page - 1) / page * page;
    const auto end = (std::uintptr_t(block) + bytes) / page * page;
    if (begin < end)
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_POPULATE_WRITE);
#else
    Q_UNUSED(block)
    Q_UNUSED(bytes)
#endif
}

} // namespace

// What a heap was once is not taken from it when memory is freed.
void growHeapAhead(std::size_t bytes)
{
    if (void *const block = std::malloc(bytes)) {
        makeResident(block, bytes);
        std::free(block);
    }
}

} // namespace porthole
