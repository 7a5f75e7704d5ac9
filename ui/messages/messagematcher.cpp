// SPDX-License-Identifier: MIT
#include "ui/messages/messagematcher.h"

#include "ui/messages/messagefields.h"

namespace porthole {

bool MessageMatcher::showsControl() const
{
    return m_controlShown || m_filter.asksFor(MessageFields::Type) || m_filter.asksFor(MessageFields::Code);
}

bool MessageMatcher::matches(const LogRow &row) const
{
    if (row.isControlRow() && !showsControl())
        return false;
    if (m_direction && row.direction != *m_direction)
        return false;
    if (!m_clients.isEmpty() && !m_clients.contains(row.client))
        return false;
    return m_filter.matches(MessageFilterRow(row));
}

} // namespace porthole
