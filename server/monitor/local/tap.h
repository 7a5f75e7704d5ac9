// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clock.h"
#include "server/monitor/local/source.h"

namespace porthole {

/// Where a worker writes down what happens while somebody watches: bounded in rows and in bytes between two reports,
/// and what does not fit is counted. Of a flood, which nobody can read and no log keeps for long, it takes a sample,
/// run by run, so that being watched costs a worker least when it has most to do. Threads: the worker's. Lifetime: the
/// worker's. Errors: none.
class Tap final
{
public:
    using Now = qint64 (*)(); ///< microseconds since the epoch

    explicit Tap(Now now = &microsecondsSinceEpoch) : m_now(now) { }

    bool isOn() const { return m_on; }
    void turn(bool on);

    void message(Direction direction, ClientId client, Opcode opcode, QByteArrayView payload);
    void message(Direction direction, ClientId client, Opcode opcode, const QByteArray &shared);
    void closing(ClientId client, quint16 code, const QString &reason); ///< a close frame that goes out
    void closed(const ClosedRow &row);
    void notice(const QString &text);
    void console(const ConsoleRow &row);

    /// All since the last time, and how many rows were skipped since the worker began.
    WorkerReport take();

    static constexpr qsizetype maxRows = 50'000;         ///< of one report
    static constexpr qint64 rowsAtOnce = 30'000;         ///< of messages, after a calm
    static constexpr qint64 rowsPerSecond = 125'000;     ///< of messages; more is a flood
    static constexpr qint64 sampledPerSecond = 10'000;   ///< of messages, of a flood
    static constexpr qint64 maxBytes = 16 * 1024 * 1024; ///< of payload in one report

private:
    bool hasRoom(qint64 bytes);
    bool isInTime();
    void earn(qint64 now);
    void judge(qint64 now, qsizetype kept);

    Now m_now;
    WorkerReport m_report;
    qint64 m_bytes = 0;
    qint64 m_allowed = rowsAtOnce; ///< rows
    qint64 m_earnedAt = 0;         ///< when it was allowed
    qint64 m_takenAt = 0;
    int m_unasked = 0; ///< rows to skip without a look at the clock
    quint64 m_skipped = 0;
    quint64 m_skippedBefore = 0; ///< m_takenAt
    bool m_isFlood = false;
    bool m_on = false;
};

} // namespace porthole
