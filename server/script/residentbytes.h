// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace porthole {

/// What the process has in memory, in bytes; 0 where the system does not tell. Threads: any. Errors: none.
qint64 residentBytes();

} // namespace porthole
