// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace porthole {

/// Makes it likely that this much can be allocated by this thread in pieces without a system call. glibc extends the
/// heap of a thread page by page otherwise, and each one is a call of mprotect(); nothing is resident before it is
/// used. Threads: any. Errors: none; it is a hint. Below 128 KiB, or the memory is a mapping of its own and nothing is
/// gained.
void growHeapAhead(std::size_t bytes);

} // namespace porthole
