// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"

#include <QList>
#include <QStringList>

#include <map>
#include <set>

namespace porthole {

/// Who is in which room, kept up with one client at a time. A value.
class RoomIndex final
{
public:
    using Members = std::set<ClientId>;

    /// The client was in the rooms `before` and is in those of `now`.
    void move(ClientId client, const QStringList &before, const QStringList &now);
    void clear() { m_rooms.clear(); }

    const std::map<QString, Members> &all() const { return m_rooms; } ///< those with a member, by name
    QList<ClientId> members(const QString &room) const;               ///< in order; empty when there is none
    int count(const QString &room) const;

private:
    std::map<QString, Members> m_rooms;
};

} // namespace porthole
