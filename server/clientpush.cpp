// SPDX-License-Identifier: MIT
#include "server/client.h"

#include "server/worker.h"

// What goes out to a client, and what waits for it.
namespace porthole {

// RFC 6455 5.4: what may come next on the wire.
bool Client::fits(Opcode opcode, bool last, qint64 size) const
{
    if (!isPushable(opcode, last, size))
        return false;
    return isControl(opcode) || (opcode == Opcode::Continuation) == m_inFragments;
}

/// Sent when nothing is in the way.
PushResult Client::refusalOf(Opcode opcode, bool last, qint64 size)
{
    if (!m_connection)
        return PushResult::UnknownClient;
    if (size > settings().messageMaxBytes)
        return PushResult::TooBig;
    if (!fits(opcode, last, size))
        return PushResult::NotAllowed;
    return hasRoomInAll(size) ? PushResult::Sent : PushResult::BacklogFull;
}

PushResult Client::push(Opcode opcode, QByteArrayView payload)
{
    if (const PushResult refusal = refusalOf(opcode, true, payload.size()); refusal != PushResult::Sent)
        return refusal;
    const PushResult result = counted(m_connection->send(opcode, payload), payload.size());
    if (accepted(result) && m_worker.tap().isOn())
        m_worker.tap().message(Direction::Out, id(), opcode, payload);
    if (opcode == Opcode::Continuation && accepted(result))
        m_inFragments = false;
    return result;
}

PushResult Client::push(const EncodedMessage &message)
{
    const qint64 size = message.payload.size();
    if (const PushResult refusal = refusalOf(message.opcode, message.isLast, size); refusal != PushResult::Sent)
        return refusal;
    const PushResult result = counted(m_connection->send(message), size);
    if (!accepted(result))
        return result;
    m_worker.tap().message(Direction::Out, id(), message.opcode, message.payload);
    if (!isControl(message.opcode))
        m_inFragments = !message.isLast;
    return result;
}

std::size_t Client::push(const EncodedBatch &batch, Clock::time_point now)
{
    const bool isHeldBack = m_inFragments || m_counted > 0 || batch.longest > settings().messageMaxBytes;
    if (!m_connection || isHeldBack || m_worker.tap().isOn())
        return 0;
    const std::size_t sent = m_connection->send(batch);
    qint64 bytes = batch.payloadBytes;
    for (std::size_t index = sent; index < batch.messages.size(); ++index)
        bytes -= batch.messages[index].payload.size();
    if (sent > 0)
        countSent(sent, bytes, now);
    if (sent < batch.messages.size())
        countQueue(m_connection->queuedBytes());
    return sent;
}

PushResult Client::counted(PushResult result, qint64 size)
{
    if (result == PushResult::BacklogFull)
        foundFull(Cause::SlowConsumer);
    if (!accepted(result))
        return result;
    countSent(1, size, m_handling == Handling::Reply ? m_worker.readAt() : coarseNow());
    if (result == PushResult::Queued)
        countQueue(m_connection->queuedBytes());
    return result;
}

void Client::countSent(quint64 messages, qint64 bytes, Clock::time_point now)
{
    Presence::add(m_presence->messagesOut, messages);
    Presence::add(m_presence->bytesOut, quint64(bytes));
    m_lastMessage = now;
    m_presence->sent.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    m_worker.countOut(*this, messages, bytes);
}

// A client whose queue is empty may take a message still: most likely the kernel takes it at once.
bool Client::hasRoomInAll(qint64 size)
{
    if (m_counted == 0 || !m_worker.queuesAreFull(size))
        return true;
    if (settings().queuePolicy == QueuePolicy::DropOldest) {
        m_connection->dropQueued();
        countQueue(m_connection->queuedBytes());
        if (!m_worker.queuesAreFull(size))
            return true;
    }
    foundFull(Cause::QueuesFull);
    return false;
}

void Client::countQueue(qint64 waiting)
{
    m_presence->waitingBytes.store(waiting, std::memory_order_relaxed);
    if (waiting != m_counted)
        m_worker.countQueued(waiting - std::exchange(m_counted, waiting));
}

void Client::queueMoved()
{
    const qint64 waiting = m_connection->queuedBytes();
    countQueue(waiting);
    m_worker.mark(*this);
    pushWaiting();
    if (waiting > 0)
        return;
    if (m_waiting) {
        const std::vector<Reply<bool>> drains = std::exchange(m_waiting->drains, {});
        forgetWaiting();
        for (const Reply<bool> &reply : drains)
            reply(true);
    }
    if (m_presence->full.load(std::memory_order_relaxed)) {
        m_presence->full.store(false, std::memory_order_relaxed);
        m_worker.tellDrain(id());
    }
}

void Client::foundFull(Cause cause)
{
    if (!m_presence->full.exchange(true, std::memory_order_relaxed))
        m_worker.tellBufferFull(id());
    if (!m_connection || settings().queuePolicy != QueuePolicy::Close)
        return;
    m_connection->dropQueued();
    countQueue(m_connection->queuedBytes());
    const bool alone = cause == Cause::SlowConsumer;
    disconnect(quint16(CloseCode::SlowConsumer),
               alone ? QStringLiteral("slow consumer")
                     : QStringLiteral("slow consumer, and the queues of all are full"),
               cause);
}

void Client::whenDrained(const Reply<bool> &reply)
{
    if (!m_connection)
        return;
    if (m_connection->queuedBytes() == 0)
        reply(true);
    else
        waiting().drains.push_back(reply);
}

void Client::pushWhenRoom(const Message &message, const Reply<PushResult> &reply)
{
    if (!m_connection || ((!m_waiting || m_waiting->pushes.empty()) && hasRoom(message.size())))
        reply(push(EncodedMessage::of(message)));
    else if (!m_isOpen)
        reply(PushResult::NotEstablished);
    else if (message.size() > settings().messageMaxBytes)
        reply(PushResult::TooBig);
    else
        waiting().pushes.push_back({message, reply});
}

void Client::pushWaiting()
{
    while (m_connection && m_waiting && !m_waiting->pushes.empty()) {
        if (!hasRoom(m_waiting->pushes.front().message.size()))
            return;
        const WaitingPush next = std::move(m_waiting->pushes.front());
        m_waiting->pushes.pop_front();
        next.reply(push(EncodedMessage::of(next.message)));
    }
    forgetWaiting();
}

// As the engine sees it: into an empty queue goes a message of any size.
bool Client::hasRoom(qint64 size) const
{
    constexpr qint64 header = 10;
    const qint64 queued = m_connection->queuedBytes();
    const bool isFull = m_counted > 0 && m_worker.queuesAreFull(size);
    return queued == 0 || (!isFull && queued + header + size <= settings().queueMaxBytes);
}

} // namespace porthole
