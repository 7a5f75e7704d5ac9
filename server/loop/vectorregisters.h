// SPDX-License-Identifier: MIT
#pragma once

namespace porthole {

/// Says that nobody needs the upper halves of the vector registers (x86: YMM), as none does between two function calls.
/// Until then the processor takes them for in use, whoever filled them last: at each sleep of the thread the kernel
/// saves them, and when it wakes restores them, for which their part of the processor is powered up again. That takes a
/// microsecond and more.
/// Threads: of the one that calls. Errors: none; where there are no such registers nothing is done.
void releaseVectorRegisters();

} // namespace porthole
