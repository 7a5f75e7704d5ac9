// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace porthole {

/// Makes it likely that this thread can allocate that much in pieces without system calls and page faults. glibc
/// extends the heap of a thread page by page otherwise. From 128 KiB on the memory is a mapping of its own, and nothing
/// is gained.
/// Threads: any. Errors: none; it is a hint.
void growHeapAhead(std::size_t bytes);

} // namespace porthole
