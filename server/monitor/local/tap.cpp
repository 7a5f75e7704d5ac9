// SPDX-License-Identifier: MIT
#include "server/monitor/local/tap.h"

#include "server/core/clock.h"

namespace porthole {

void Tap::turn(bool on)
{
    m_on = on;
    m_report = {};
    m_bytes = 0;
}

void Tap::message(Direction direction, ClientId client, Opcode opcode, QByteArrayView payload)
{
    if (m_on && hasRoom(payload.size()))
        m_report.messages.append(
            {microsecondsSinceEpoch(), client, direction, opcode, payload.size(), payload.toByteArray()});
}

void Tap::message(Direction direction, ClientId client, Opcode opcode, const QByteArray &shared)
{
    if (m_on && hasRoom(shared.size()))
        m_report.messages.append({microsecondsSinceEpoch(), client, direction, opcode, shared.size(), shared});
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
        m_report.notices.append({microsecondsSinceEpoch(), text});
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
    return report;
}

bool Tap::hasRoom(qint64 bytes)
{
    if (m_report.messages.size() >= maxRows || (m_bytes + bytes > maxBytes && !m_report.messages.isEmpty())) {
        ++m_skipped;
        return false;
    }
    m_bytes += bytes;
    return true;
}

} // namespace porthole
