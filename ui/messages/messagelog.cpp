// SPDX-License-Identifier: MIT
#include "ui/messages/messagelog.h"

#include <utility>

namespace porthole {

qint64 MessageLog::cost(const LogRow &row)
{
    static constexpr qint64 rowOverhead = sizeof(LogRow) + 32;
    return row.payload.size() + rowOverhead; // peer and path are shared with other rows
}

void MessageLog::append(QList<LogRow> rows)
{
    for (LogRow &row : rows) {
        m_bytes += cost(row);
        m_controlRows += row.isControlRow() ? 1 : 0;
        m_rows.push_back(std::move(row));
    }
}

qsizetype MessageLog::overflow() const
{
    qsizetype count = std::max<qsizetype>(0, size() - m_caps.rows);
    qint64 left = m_bytes;
    for (qsizetype i = 0; i < count; ++i)
        left -= cost(m_rows[size_t(i)]);
    while (left > m_caps.bytes && count < size() - 1) {
        left -= cost(m_rows[size_t(count)]);
        ++count;
    }
    return count;
}

void MessageLog::dropFront(qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i) {
        m_bytes -= cost(m_rows[size_t(i)]);
        m_controlRows -= m_rows[size_t(i)].isControlRow() ? 1 : 0;
    }
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    m_begin += quint64(count);
    m_dropped += quint64(count);
}

void MessageLog::clear()
{
    m_begin = end();
    m_rows.clear();
    m_bytes = 0;
    m_controlRows = 0;
    m_dropped = 0;
}

QList<LogRow> MessageLog::takeAll()
{
    QList<LogRow> rows;
    rows.reserve(size());
    std::move(m_rows.begin(), m_rows.end(), std::back_inserter(rows));
    m_begin = end();
    m_rows.clear();
    m_bytes = 0;
    m_controlRows = 0;
    return rows;
}

} // namespace porthole
