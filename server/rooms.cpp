// SPDX-License-Identifier: MIT
#include "server/rooms.h"

namespace porthole {

bool Rooms::isName(const QString &room)
{
    return !room.isEmpty() && room.size() <= longestName && room.toUtf8().size() <= longestName;
}

bool Rooms::join(ClientId client, const QString &room, int most)
{
    QStringList &rooms = m_rooms[client.value];
    if (rooms.contains(room))
        return true;
    const bool hasPlace = rooms.size() < most;
    if (hasPlace) {
        const auto at = m_members.try_emplace(room).first;
        at->second.insert(client);
        rooms.append(at->first); // one copy of the name for all
    } else if (rooms.isEmpty()) {
        m_rooms.erase(client.value);
    }
    return hasPlace;
}

bool Rooms::leave(ClientId client, const QString &room)
{
    const auto found = m_rooms.find(client.value);
    if (found == m_rooms.end() || !found->second.removeOne(room))
        return false;
    if (found->second.isEmpty())
        m_rooms.erase(found);
    takeOut(client, room);
    return true;
}

void Rooms::leaveAll(ClientId client)
{
    const auto rooms = m_rooms.extract(client.value);
    if (!rooms)
        return;
    for (const QString &room : rooms.mapped())
        takeOut(client, room);
}

void Rooms::takeOut(ClientId client, const QString &room)
{
    const auto found = m_members.find(room);
    found->second.erase(client);
    if (found->second.empty())
        m_members.erase(found);
}

const std::set<ClientId> &Rooms::members(const QString &room) const
{
    static const std::set<ClientId> nobody;
    const auto found = m_members.find(room);
    return found == m_members.end() ? nobody : found->second;
}

QStringList Rooms::of(ClientId client) const
{
    const auto found = m_rooms.find(client.value);
    return found == m_rooms.end() ? QStringList() : found->second;
}

} // namespace porthole
