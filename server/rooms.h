// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <QStringList>

#include <set>
#include <unordered_map>

namespace porthole {

/// Who of one worker's clients is in which room. A room is there while somebody is in it.
/// Threads: its owner's lock. Lifetime: a client is taken out of all before it goes. Errors: none.
class Rooms final
{
public:
    static constexpr int longestName = 255; ///< in bytes of UTF-8

    /// The longest a name may be, and that it is none of the empty ones.
    static bool isName(const QString &room);

    /// True when it is in the room now, by this call or before.
    bool join(ClientId client, const QString &room, int most);
    bool leave(ClientId client, const QString &room); ///< false when it was not in it
    void leaveAll(ClientId client);

    bool contains(const QString &room) const { return m_members.find(room) != m_members.end(); }
    const std::set<ClientId> &members(const QString &room) const;
    QStringList of(ClientId client) const; ///< in the order joined

private:
    void takeOut(ClientId client, const QString &room);

    std::unordered_map<QString, std::set<ClientId>> m_members;
    std::unordered_map<quint64, QStringList> m_rooms; ///< by client
};

} // namespace porthole
