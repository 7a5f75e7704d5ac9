// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/clientinfo.h"
#include "server/core/clock.h"
#include "server/rooms.h"

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <unordered_map>

namespace porthole {

/// What any thread may read of one client while it lives, without a lock. Its worker writes it, but for postedBytes.
struct Presence
{
    std::atomic<WebSocketStatus> status = WebSocketStatus::None;
    std::atomic<bool> full = false; ///< a push found no room, and the queue has not been empty since
    std::atomic<bool> isProtected = false;
    quint16 listener = 0;                    ///< its index; set before any other thread sees it
    quint16 peerPort = 0;                    ///< likewise
    std::atomic<qint64> queueMaxBytes = 0;   ///< Settings of its listener
    std::atomic<qint64> messageMaxBytes = 0; ///< Settings of its listener
    std::atomic<qint64> waitingBytes = 0;    ///< in the engine's queue, as of its worker's last look
    std::atomic<qint64> postedBytes = 0;     ///< in the mailbox, on their way to the worker
    std::atomic<qint64> inboxBytes = 0;      ///< received, and waiting for its handler
    std::atomic<quint64> messagesIn = 0;
    std::atomic<quint64> messagesOut = 0;
    std::atomic<quint64> bytesIn = 0;
    std::atomic<quint64> bytesOut = 0;
    std::atomic<qint64> rtt = -1;           ///< microseconds
    std::atomic<Clock::rep> received = 0;   ///< as Clock has it: anything from the peer; 0 for never
    std::atomic<Clock::rep> sent = 0;       ///< a message
    std::atomic<Clock::rep> handled = 0;    ///< a message was given to the handler
    qint64 connectedAt = 0;                 ///< likewise: microseconds since the epoch
    qintptr descriptor = -1;                ///< likewise
    QHostAddress peerAddress = noAddress(); ///< likewise

    bool isEstablished() const { return status.load(std::memory_order_relaxed) == WebSocketStatus::Active; }
    /// One writer needs no read-modify-write.
    template<typename Number>
    static void add(std::atomic<Number> &counter, Number more)
    {
        counter.store(counter.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
    }
};

/// Who is there, for other threads: one a worker. It answers what is asked of a client from afar without waiting for
/// its worker.
/// Threads: any. Lifetime: a Presence may outlive its client.
class Directory final
{
public:
    void add(ClientId id, std::shared_ptr<Presence> presence, std::shared_ptr<const Request> request);
    /// What it asks for is known now.
    void setRequest(ClientId id, std::shared_ptr<const Request> request);
    void remove(ClientId id);
    std::shared_ptr<Presence> find(ClientId id) const; ///< nullptr when there is no such client

    /// All that is known of it but its worker and what the server alone knows; nothing when there is no such client.
    std::optional<ClientInfo> info(ClientId id) const;
    /// At most so many of the established ones with a greater id, in order.
    QList<ClientId> after(ClientId id, int limit) const;
    /// The established ones that may be closed for their silence and have sent nothing for that long.
    QList<ClientId> silentFor(Clock::duration time) const;

    /// False when there is no such client. An empty user is none.
    bool bind(ClientId id, const QString &user);
    QString userOf(ClientId id) const;                    ///< empty when there is none
    QList<ClientId> clientsOf(const QString &user) const; ///< in order
    bool setValue(ClientId id, QVariant value);
    QVariant value(ClientId id) const;

    /// False when it is not there, or has `most` rooms already.
    bool join(ClientId id, const QString &room, int most);
    bool leave(ClientId id, const QString &room);       ///< false when it was not in it
    QList<ClientId> members(const QString &room) const; ///< the established ones, in order
    QStringList rooms(ClientId id) const;               ///< in the order joined

private:
    struct Attached
    {
        QString user;
        QVariant value;
    };
    struct Entry
    {
        std::shared_ptr<Presence> presence;
        std::shared_ptr<const Request> request;
        std::unique_ptr<Attached> attached;

        Attached &attach();
    };

    Entry *entry(ClientId id);
    const Entry *entry(ClientId id) const;
    void unbind(ClientId id, const Entry &entry);

    mutable std::shared_mutex m_mutex;
    std::map<quint64, Entry> m_present;
    std::unordered_map<QString, std::set<ClientId>> m_users;
    Rooms m_rooms;
};

} // namespace porthole
