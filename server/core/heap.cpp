// SPDX-License-Identifier: MIT
#include "server/core/heap.h"

#include <cstdlib>

namespace porthole {

// What a heap was once is not taken from it when memory is freed. A compiler that sees both calls leaves them out.
void growHeapAhead(std::size_t bytes)
{
    void *volatile block = std::malloc(bytes);
    std::free(block);
}

} // namespace porthole
