// SPDX-License-Identifier: MIT
#pragma once

#include "server/linebudget.h"
#include "server/monitor/monitor.h"

#include <array>

namespace porthole {

/// Writes to the log how clients ended that did not end well, a line each within its budget. At level debug every end
/// has its line.
/// Threads: the worker's. Errors: none.
class EndLog final
{
public:
    /// Whether it is to be written; if there are too many it is counted.
    bool takes(const Closed &closed);
    void write(const ClosedRow &row, bool established);

private:
    void tellMore(int more);

    std::array<int, causeCount> m_more{}; ///< that have no line, by cause
    LineBudget m_lines{[this](int more) { tellMore(more); }};
};

} // namespace porthole
