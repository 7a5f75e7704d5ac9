// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace porthole {

/// Whether the system takes the name for that of a file and of nothing else: Windows knows devices, streams and second
/// names of files. Threads: any. Errors: none.
bool isFileName(const QString &name);

} // namespace porthole
