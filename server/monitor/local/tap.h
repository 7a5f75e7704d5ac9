// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/local/source.h"

namespace porthole {

/// Where a worker writes down what happens while somebody watches: bounded in rows and in bytes between two reports,
/// and what does not fit is counted.
/// Threads: the worker's. Lifetime: the worker's. Errors: none.
class Tap final
{
public:
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

    static constexpr qsizetype maxRows = 20'000;         ///< of one report
    static constexpr qint64 maxBytes = 16 * 1024 * 1024; ///< of payload in one report

private:
    bool hasRoom(qint64 bytes);

    WorkerReport m_report;
    qint64 m_bytes = 0;
    quint64 m_skipped = 0;
    bool m_on = false;
};

} // namespace porthole
