// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace porthole {

/// A descriptor that becomes readable at a time. A loop that waits again and again for the same time sets it once, and
/// then looks at no clock; nor does the kernel, which would start a timer of its own for each wait with a time limit.
///
/// Threads: the loop's. Lifetime: owns its descriptor. Errors: isValid() is false when the system gave no descriptor.
class Alarm final
{
    Q_DISABLE_COPY_MOVE(Alarm)

public:
    using Clock = std::chrono::steady_clock;

    Alarm();
    ~Alarm();

    bool isValid() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    /// Whether it is set for that time. It is from the second time on that it is asked for the same: to set it is a
    /// system call, which a time that changes at each wait is not worth.
    bool wakesAt(Clock::time_point time) { return m_set == time || isSetFor(time); }
    /// It became readable: from here on it is not, and not set.
    void rang();

private:
    bool isSetFor(Clock::time_point time);
    void set(Clock::time_point time);

    const int m_descriptor;
    Clock::time_point m_asked;
    Clock::time_point m_set;
};

} // namespace porthole
