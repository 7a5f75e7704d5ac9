// SPDX-License-Identifier: MIT
#include "ui/clients/roomindex.h"

namespace porthole {

void RoomIndex::move(ClientId client, const QStringList &before, const QStringList &now)
{
    if (before == now)
        return;
    for (const QString &room : before) {
        const auto found = m_rooms.find(room);
        if (found == m_rooms.end() || now.contains(room))
            continue;
        found->second.erase(client);
        if (found->second.empty())
            m_rooms.erase(found);
    }
    for (const QString &room : now)
        m_rooms[room].insert(client);
}

QList<ClientId> RoomIndex::members(const QString &room) const
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? QList<ClientId>() : QList<ClientId>(found->second.begin(), found->second.end());
}

int RoomIndex::count(const QString &room) const
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? 0 : int(found->second.size());
}

} // namespace porthole
