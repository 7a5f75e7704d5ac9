// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

#include <functional>

namespace porthole {

/// How many lines of one kind a second may have in the log: an attack must not fill a disk. What is beyond has no line,
/// and is told of in one when the second is over.
/// Threads: one that has an event loop. Errors: none.
class LineBudget final
{
    Q_DISABLE_COPY_MOVE(LineBudget)

public:
    static constexpr int linesPerSecond = 100;

    /// It writes how many more there were, or what its owner knows of them; also at the end, if there were any.
    explicit LineBudget(std::function<void(int more)> tellMore);
    ~LineBudget() { sumUp(); }

    /// Whether there is a line left; if not it is one more of those that have none.
    bool take();

private:
    void sumUp();

    std::function<void(int)> m_tellMore;
    QTimer m_second; ///< since the first line
    int m_lines = 0;
    int m_more = 0;
};

} // namespace porthole
