// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QTimer>

#include <array>

namespace porthole {

/// Writes to the log how clients ended that did not end well, a line each; of more than `linesPerSecond` of them the
/// rest is counted and told in one line, so that an attack does not fill a disk. At level debug every end has its line.
/// Threads: the worker's. Errors: none.
class EndLog final
{
    Q_DISABLE_COPY_MOVE(EndLog)

public:
    static constexpr int linesPerSecond = 100;

    EndLog();
    ~EndLog() { sumUp(); }

    /// Whether it is to be written; if there are too many it is counted.
    bool takes(const Closed &closed);
    void write(const ClosedRow &row, bool established);

private:
    void sumUp();

    QTimer m_second; ///< since the first line of those that are counted
    int m_lines = 0;
    std::array<int, causeCount> m_more{}; ///< that have no line, by cause
};

} // namespace porthole
