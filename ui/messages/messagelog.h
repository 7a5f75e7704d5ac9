// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <deque>

namespace porthole {

struct LogCaps
{
    qsizetype rows = 100'000;
    qint64 bytes = 64LL * 1024 * 1024; ///< payloads and what it costs to keep a row
};

/// The messages that are kept, oldest first, capped in rows and in bytes. A row is named by its sequence number, which
/// stays the same while rows leave at the front. Threads: a plain value.
class MessageLog final
{
public:
    explicit MessageLog(LogCaps caps = {}) : m_caps(caps) { }

    quint64 begin() const { return m_begin; } ///< sequence of the oldest row
    quint64 end() const { return m_begin + m_rows.size(); }
    qsizetype size() const { return qsizetype(m_rows.size()); }
    qint64 bytes() const { return m_bytes; }
    qsizetype controlRows() const { return m_controlRows; } ///< of them, those that are no messages
    quint64 dropped() const { return m_dropped; }           ///< rows that left because newer ones needed the room
    const LogCaps &caps() const { return m_caps; }
    void setCaps(const LogCaps &caps) { m_caps = caps; } ///< overflow() tells what has to leave then

    bool holds(quint64 sequence) const { return sequence >= m_begin && sequence < end(); }
    const LogRow &at(quint64 sequence) const { return m_rows[size_t(sequence - m_begin)]; }

    /// Adds rows without regard to the caps; overflow() tells what has to leave then.
    void append(QList<LogRow> rows);
    qsizetype overflow() const; ///< how many of the oldest rows are over the caps
    void dropFront(qsizetype count);
    void clear();            ///< sequence numbers go on
    QList<LogRow> takeAll(); ///< leaves it empty and dropped() as it is
    void countDropped(quint64 more) { m_dropped += more; }

    static qint64 cost(const LogRow &row);

private:
    std::deque<LogRow> m_rows;
    LogCaps m_caps;
    quint64 m_begin = 0;
    quint64 m_dropped = 0;
    qint64 m_bytes = 0;
    qsizetype m_controlRows = 0;
};

} // namespace porthole
