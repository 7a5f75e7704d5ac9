// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QSet>

#include <optional>

namespace porthole {

/// Which messages are shown: a value that answers yes or no for one row and knows nothing of models or views.
/// Threads: const after it is made, so any thread may ask.
class MessageMatcher final
{
public:
    MessageMatcher() = default;

    void setText(const QString &text); ///< found anywhere in the payload, letters without regard to case
    void setDirection(std::optional<Direction> direction) { m_direction = direction; }
    void setClients(const QSet<ClientId> &clients) { m_clients = clients; } ///< empty means all

    const QString &text() const { return m_text; }
    std::optional<Direction> direction() const { return m_direction; }
    const QSet<ClientId> &clients() const { return m_clients; }
    bool matchesAll() const { return m_text.isEmpty() && !m_direction && m_clients.isEmpty(); }

    bool matches(const MessageRow &row) const;

private:
    bool holdsText(QByteArrayView payload) const;

    QString m_text;
    QByteArray m_lower; ///< of an ASCII text, in lower case
    QSet<ClientId> m_clients;
    std::optional<Direction> m_direction;
    bool m_ascii = true;
};

} // namespace porthole
