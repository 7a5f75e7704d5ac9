// SPDX-License-Identifier: MIT
#include "server/directory.h"

#include <mutex>

namespace porthole {

namespace {

template<typename Value>
Value now(const std::atomic<Value> &value)
{
    return value.load(std::memory_order_relaxed);
}

/// A time of Clock as microseconds since the epoch; 0 for never.
qint64 sinceEpoch(const std::atomic<Clock::rep> &time)
{
    const Clock::rep rep = now(time);
    if (rep == 0)
        return 0;
    const auto ago = Clock::now() - Clock::time_point(Clock::duration(rep));
    return microsecondsSinceEpoch() - std::chrono::duration_cast<std::chrono::microseconds>(ago).count();
}

void describe(const Presence &presence, ClientInfo &info)
{
    info.status = now(presence.status);
    info.peerAddress = presence.peerAddress;
    info.peerPort = presence.peerPort;
    info.descriptor = presence.descriptor;
    info.connectedAt = presence.connectedAt;
    info.lastReceived = sinceEpoch(presence.received);
    info.lastSent = sinceEpoch(presence.sent);
    info.lastHandled = sinceEpoch(presence.handled);
    info.messagesIn = now(presence.messagesIn);
    info.messagesOut = now(presence.messagesOut);
    info.bytesIn = now(presence.bytesIn);
    info.bytesOut = now(presence.bytesOut);
    info.waitingBytes = now(presence.inboxBytes);
    info.queuedBytes = now(presence.waitingBytes) + now(presence.postedBytes);
    info.rtt = now(presence.rtt);
    info.isProtected = now(presence.isProtected);
}

void describe(const Request &request, ClientInfo &info)
{
    info.listener = request.listener;
    info.secure = request.secure;
    info.certificate = request.certificate;
    info.path = request.path;
    info.query = request.query;
    info.headers = request.headers;
    info.subprotocol = request.subprotocol;
}

} // namespace

Directory::Attached &Directory::Entry::attach()
{
    if (!attached)
        attached = std::make_unique<Attached>();
    return *attached;
}

Directory::Entry *Directory::entry(ClientId id)
{
    const auto found = m_present.find(id.value);
    return found == m_present.end() ? nullptr : &found->second;
}

const Directory::Entry *Directory::entry(ClientId id) const { return const_cast<Directory *>(this)->entry(id); }

void Directory::add(ClientId id, std::shared_ptr<Presence> presence, std::shared_ptr<const Request> request)
{
    const std::unique_lock lock(m_mutex);
    m_present[id.value] = Entry{std::move(presence), std::move(request), nullptr};
}

void Directory::setRequest(ClientId id, std::shared_ptr<const Request> request)
{
    const std::unique_lock lock(m_mutex);
    if (Entry *found = entry(id))
        found->request.swap(request);
}

void Directory::unbind(ClientId id, const Entry &entry)
{
    if (!entry.attached || entry.attached->user.isEmpty())
        return;
    const auto user = m_users.find(entry.attached->user);
    user->second.erase(id);
    if (user->second.empty())
        m_users.erase(user);
}

void Directory::remove(ClientId id)
{
    Entry gone; // what it holds is destroyed without the lock
    const std::unique_lock lock(m_mutex);
    if (Entry *found = entry(id)) {
        unbind(id, *found);
        m_rooms.leaveAll(id);
        gone = std::move(*found);
        m_present.erase(id.value);
    }
}

std::shared_ptr<Presence> Directory::find(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    const Entry *found = entry(id);
    return found ? found->presence : nullptr;
}

std::optional<ClientInfo> Directory::info(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    const Entry *found = entry(id);
    if (!found)
        return std::nullopt;
    ClientInfo info;
    info.client = id;
    describe(*found->presence, info);
    describe(*found->request, info);
    if (found->attached) {
        info.user = found->attached->user;
        info.value = found->attached->value;
    }
    info.rooms = m_rooms.of(id);
    return info;
}

QList<ClientId> Directory::after(ClientId id, int limit) const
{
    QList<ClientId> ids;
    const std::shared_lock lock(m_mutex);
    for (auto next = m_present.upper_bound(id.value); next != m_present.end() && ids.size() < limit; ++next) {
        if (next->second.presence->isEstablished())
            ids.append(ClientId{next->first});
    }
    return ids;
}

QList<ClientId> Directory::silentFor(Clock::duration time) const
{
    QList<ClientId> ids;
    const Clock::rep until = (Clock::now() - time).time_since_epoch().count();
    const std::shared_lock lock(m_mutex);
    for (const auto &[id, entry] : m_present) {
        const Presence &presence = *entry.presence;
        if (presence.isEstablished() && !now(presence.isProtected) && now(presence.received) <= until)
            ids.append(ClientId{id});
    }
    return ids;
}

bool Directory::bind(ClientId id, const QString &user)
{
    const std::unique_lock lock(m_mutex);
    Entry *found = entry(id);
    if (!found)
        return false;
    unbind(id, *found);
    found->attach().user = user;
    if (!user.isEmpty())
        m_users[user].insert(id);
    return true;
}

QString Directory::userOf(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    const Entry *found = entry(id);
    return found && found->attached ? found->attached->user : QString();
}

QList<ClientId> Directory::clientsOf(const QString &user) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_users.find(user);
    return found == m_users.end() ? QList<ClientId>() : QList<ClientId>(found->second.begin(), found->second.end());
}

bool Directory::setValue(ClientId id, QVariant value)
{
    const std::unique_lock lock(m_mutex);
    Entry *found = entry(id);
    if (found)
        found->attach().value.swap(value);
    return found;
}

QVariant Directory::value(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    const Entry *found = entry(id);
    return found && found->attached ? found->attached->value : QVariant();
}

bool Directory::join(ClientId id, const QString &room, int most)
{
    const std::unique_lock lock(m_mutex);
    return entry(id) && m_rooms.join(id, room, most);
}

bool Directory::leave(ClientId id, const QString &room)
{
    const std::unique_lock lock(m_mutex);
    return m_rooms.leave(id, room);
}

QList<ClientId> Directory::members(const QString &room) const
{
    const std::shared_lock lock(m_mutex);
    QList<ClientId> ids;
    for (const ClientId id : m_rooms.members(room)) {
        if (entry(id)->presence->isEstablished())
            ids.append(id);
    }
    return ids;
}

QStringList Directory::rooms(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    return m_rooms.of(id);
}

} // namespace porthole
