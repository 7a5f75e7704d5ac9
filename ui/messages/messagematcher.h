// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filter.h"
#include "ui/messages/logrow.h"

#include <QSet>

#include <optional>

namespace porthole {

/// Which rows of the log are shown: a value that answers yes or no for one row and knows nothing of models or views.
/// Control frames and refused handshakes are, unless asked for, only where the filter speaks of types or codes.
/// Threads: const after it is made, so any thread may ask.
class MessageMatcher final
{
public:
    MessageMatcher() = default;
    explicit MessageMatcher(const Filter &filter) : m_filter(filter) { }

    void setDirection(std::optional<Direction> direction) { m_direction = direction; }
    void setClients(const QSet<ClientId> &clients) { m_clients = clients; } ///< empty means all
    void setControlShown(bool shown) { m_controlShown = shown; }

    const Filter &filter() const { return m_filter; }
    /// Whether it asks for anything but what is shown without control frames.
    bool isFilter() const { return !m_filter.matchesAll() || m_direction || !m_clients.isEmpty(); }
    bool isExpensive() const { return m_filter.isExpensive(); }
    bool showsControl() const;

    bool matches(const LogRow &row) const;

private:
    Filter m_filter;
    QSet<ClientId> m_clients;
    std::optional<Direction> m_direction;
    bool m_controlShown = false;
};

} // namespace porthole
