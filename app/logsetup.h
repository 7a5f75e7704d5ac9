// SPDX-License-Identifier: MIT
#pragma once

namespace porthole {

/// Sends the log to stderr, one line an event: time, level, category, text. QT_LOGGING_RULES chooses what is in it.
void setUpLogging(bool verbose);

} // namespace porthole
