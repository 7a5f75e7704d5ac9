// SPDX-License-Identifier: MIT
#include "server/worker.h"

// What goes out to all clients of a worker.
namespace porthole {

ActionResult Worker::broadcast(const EncodedMessage &message, ClientId except)
{
    sendBroadcasts();
    ActionResult result;
    for (Client *client : m_established) {
        if (client->id() != except)
            ++result[client->push(message)];
    }
    return result;
}

// Many messages often come with one read, and each is to go to everybody: they go out together, with one system call a
// client instead of one a message.
void Worker::broadcastSoon(const EncodedMessage &message, ClientId except)
{
    constexpr qsizetype most = 64 * 1024;
    const bool fits = m_broadcasts.frames.size() + message.frame.size() <= most;
    if (!m_broadcasts.isEmpty() && (!fits || except != m_broadcastsExcept))
        sendBroadcasts();
    if (!m_engine->gathers() || !message.isLast || isControl(message.opcode) || message.frame.size() > most) {
        broadcast(message, except);
        return;
    }
    if (m_broadcasts.isEmpty())
        m_engine->whenGathered([this] { sendBroadcasts(); });
    m_broadcasts.add(message);
    m_broadcastsExcept = except;
}

// Who cannot be sent all of them at once comes later, message by message: one that is compressed is so once for all.
void Worker::sendBroadcasts()
{
    if (m_broadcasts.isEmpty())
        return;
    const EncodedBatch batch = std::exchange(m_broadcasts, {});
    const ClientId except = m_broadcastsExcept;
    const Clock::time_point now = coarseNow();
    std::vector<std::pair<Client *, std::size_t>> others;
    for (std::size_t place = 0; place < m_established.size(); ++place) {
        prefetch(place);
        Client *const client = m_established[place];
        if (client->id() == except)
            continue;
        if (const std::size_t sent = client->push(batch, now); sent < batch.messages.size())
            others.emplace_back(client, sent);
    }
    for (std::size_t index = 0; index < batch.messages.size(); ++index) {
        for (const auto &[client, sent] : others) {
            if (index >= sent)
                client->push(batch.messages[index]);
        }
    }
}

// Of thousands of clients none is in the processor's caches when it is its turn.
void Worker::prefetch(std::size_t place) const
{
    constexpr std::size_t soon = 2;
    constexpr std::size_t later = 5;
    if (place + later < m_established.size())
        m_established[place + later]->prefetch();
    if (place + soon < m_established.size())
        m_established[place + soon]->prefetchRest();
}

/// Before something is done to that client.
void Worker::keepOrder(ClientId id)
{
    if (!m_broadcasts.isEmpty() && id != m_broadcastsExcept)
        sendBroadcasts();
}

void Worker::forgetEstablished(const Client &client)
{
    const std::size_t place = client.place();
    if (place >= m_established.size() || m_established[place] != &client)
        return;
    std::swap(m_established[place], m_established.back());
    m_established[place]->setPlace(place);
    m_established.pop_back();
}

} // namespace porthole
