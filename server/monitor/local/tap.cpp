// SPDX-License-Identifier: MIT
#include "server/monitor/local/tap.h"

#include <algorithm>

namespace porthole {

static constexpr int skippedAtOnce = 2048;
static constexpr qint64 shortestRun = 512; ///< rows; where not even so many have been earned, more come than may

void Tap::turn(bool on)
{
    m_on = on;
    m_report = {};
    m_bytes = 0;
    m_allowed = rowsAtOnce;
    m_unasked = 0;
    m_earnedAt = m_takenAt = on ? m_now() : 0;
    m_isFlood = false;
}

void Tap::message(Direction direction, ClientId client, Opcode opcode, QByteArrayView payload)
{
    if (m_on && hasRoom(payload.size()))
        m_report.messages.append({m_now(), client, direction, opcode, payload.size(), payload.toByteArray()});
}

void Tap::message(Direction direction, ClientId client, Opcode opcode, const QByteArray &shared)
{
    if (m_on && hasRoom(shared.size()))
        m_report.messages.append({m_now(), client, direction, opcode, shared.size(), shared});
}

void Tap::closing(ClientId client, quint16 code, const QString &reason)
{
    if (!m_on)
        return;
    const char bytes[]{char(code >> 8), char(code & 0xFF)};
    const bool isBare = code == quint16(CloseCode::NoStatus);
    message(Direction::Out, client, Opcode::Close,
            isBare ? QByteArray() : QByteArray(bytes, sizeof bytes) + reason.toUtf8());
}

void Tap::closed(const ClosedRow &row)
{
    if (!m_on)
        return;
    if (m_report.closed.size() < maxRows)
        m_report.closed.append(row);
    else
        ++m_skipped;
}

void Tap::notice(const QString &text)
{
    if (!m_on)
        return;
    if (m_report.notices.size() < maxRows)
        m_report.notices.append({m_now(), text});
    else
        ++m_skipped;
}

void Tap::console(const ConsoleRow &row)
{
    const qint64 bytes = row.text.size() * qint64(sizeof(QChar));
    if (!m_on)
        return;
    if (m_report.console.size() >= maxRows || m_bytes + bytes > maxBytes) {
        ++m_skipped;
        return;
    }
    m_bytes += bytes;
    m_report.console.append(row);
}

WorkerReport Tap::take()
{
    WorkerReport report = std::exchange(m_report, {});
    report.totals.skipped = m_skipped;
    m_bytes = 0;
    m_report.messages.reserve(report.messages.size()); // most likely as many come again
    if (m_on) {
        const qint64 now = m_now();
        judge(now, report.messages.size());
        earn(now);
    }
    return report;
}

/// A flood is over when no more came since the last time than could be kept.
void Tap::judge(qint64 now, qsizetype kept)
{
    const qint64 came = kept + qint64(m_skipped - std::exchange(m_skippedBefore, m_skipped));
    const qint64 passed = std::max<qint64>(now - std::exchange(m_takenAt, now), 0);
    m_isFlood = m_isFlood && came * 1'000'000 > passed * rowsPerSecond;
}

bool Tap::hasRoom(qint64 bytes)
{
    const bool isFull =
        m_report.messages.size() >= maxRows || (m_bytes + bytes > maxBytes && !m_report.messages.isEmpty());
    if (!isInTime() || isFull) { // what finds a full report counts too: a flood is known by it
        ++m_skipped;
        return false;
    }
    m_bytes += bytes;
    return true;
}

bool Tap::isInTime()
{
    if (m_allowed == 0 && m_unasked == 0) {
        earn(m_now());
        m_isFlood = m_isFlood || m_allowed < shortestRun;
        m_unasked = m_allowed == 0 ? skippedAtOnce : 0;
    }
    if (m_allowed == 0) {
        --m_unasked;
        return false;
    }
    --m_allowed;
    return true;
}

void Tap::earn(qint64 now)
{
    const qint64 rate = m_isFlood ? sampledPerSecond : rowsPerSecond;
    const qint64 passed = std::clamp<qint64>(now - m_earnedAt, 0, 1'000'000); // the clock may have been set
    m_allowed = std::min(rowsAtOnce, m_allowed + passed * rate / 1'000'000);
    m_earnedAt = now;
    m_unasked = 0;
}

} // namespace porthole
