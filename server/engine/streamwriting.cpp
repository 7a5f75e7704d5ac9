// SPDX-License-Identifier: MIT
#include "server/engine/readbuffers.h"
#include "server/engine/streamengine.h"
#include "server/protocol/framewriter.h"

#include <algorithm>

// The part of StreamConnection that is about what goes out.
namespace porthole {

namespace {

/// What is gathered at most before it is written, and which part of the queue: what is left of it is one piece there,
/// which cannot be dropped. Frames longer than a quarter of it are not copied.
constexpr qint64 corkBytes = 256 * 1024;
constexpr int queueParts = 4;
constexpr qint64 gatheredBytes = 64 * 1024;

qint64 corkLimit(const Settings &settings) { return std::min(corkBytes, settings.queueMaxBytes / queueParts); }
qint64 gatheredFrame(const Settings &settings) { return corkLimit(settings) / queueParts; }

/// A frame to be kept, in one piece.
QByteArray frameOf(QByteArrayView head, QByteArrayView payload, const QByteArray *shared)
{
    return shared ? *shared : head.toByteArray().append(payload);
}

} // namespace

qint64 StreamConnection::writeNow(Transport::Pieces pieces)
{
    const qint64 written = m_transport->write(pieces);
    m_engine.counted().bytesOut += quint64(written);
    return written;
}

qint64 StreamConnection::writeLast(QByteArrayView bytes)
{
    const qint64 written = m_transport->writeLast(bytes);
    m_engine.counted().bytesOut += quint64(written);
    return written;
}

PushResult StreamConnection::send(Opcode opcode, QByteArrayView payload)
{
    char head[protocol::maxServerHeaderSize];
    const std::size_t size = protocol::writeHeader(head, opcode, std::uint64_t(payload.size()));
    return transmit({head, qsizetype(size)}, payload, nullptr);
}

PushResult StreamConnection::send(const EncodedMessage &message) { return transmit(message.frame, {}, &message.frame); }

std::size_t StreamConnection::send(const EncodedBatch &batch)
{
    if (m_state != State::Open || m_cork || m_engine.gathers() || queuedBytes() > 0)
        return 0;
    const QByteArrayView frames = batch.frames;
    qint64 written = writeNow({&frames, 1});
    std::size_t sent = batch.messages.size();
    if (written < frames.size()) {
        sent = 0;
        while (written >= batch.messages[sent].frame.size())
            written -= batch.messages[sent++].frame.size();
        if (written > 0)
            m_outbox.append(batch.messages[sent++].frame, written);
    }
    if (queuedBytes() > 0)
        m_transport->tellMoved(true);
    m_engine.counted().framesOut += sent;
    return sent;
}

PushResult StreamConnection::transmit(QByteArrayView head, QByteArrayView payload, const QByteArray *shared)
{
    if (m_state != State::Open)
        return PushResult::NotEstablished;
    const qint64 size = head.size() + payload.size();
    if (m_cork && size <= gatheredFrame(settings()) && queuedBytes() == 0)
        return reply(head, payload);
    return transmitAlone(head, payload, shared);
}

PushResult StreamConnection::reply(QByteArrayView head, QByteArrayView payload)
{
    ++m_engine.counted().framesOut;
    m_cork->append(head, payload);
    if (m_cork->size() >= corkLimit(settings()) || m_cork->isFull())
        uncork();
    return PushResult::Sent;
}

Q_NEVER_INLINE PushResult StreamConnection::transmitAlone(QByteArrayView head, QByteArrayView payload,
                                                          const QByteArray *shared)
{
    const qint64 size = head.size() + payload.size();
    makeWay(size);
    if (!m_cork && size <= gatheredFrame(settings()) && m_engine.gathers() && gather(head, payload, shared))
        return PushResult::Sent;
    if (queuedBytes() > 0) {
        if (!makeRoom(size))
            return PushResult::BacklogFull;
        ++m_engine.counted().framesOut;
        m_outbox.append(frameOf(head, payload, shared));
        return PushResult::Queued;
    }
    ++m_engine.counted().framesOut;
    const QByteArrayView pieces[] = {head, payload};
    const qint64 written = writeNow(Transport::Pieces(pieces, payload.isEmpty() ? 1 : 2));
    if (written < size && (shared || written == 0))
        m_outbox.append(frameOf(head, payload, shared), written);
    else if (written < size)
        m_outbox.appendRest(pieces, written);
    if (queuedBytes() == 0)
        return PushResult::Sent;
    m_transport->tellMoved(true);
    return PushResult::Queued;
}

// A message to many, sent while the bytes of one are read, is often followed by another.
bool StreamConnection::gather(QByteArrayView head, QByteArrayView payload, const QByteArray *shared)
{
    const qint64 most = std::min(gatheredBytes, settings().queueMaxBytes);
    if (m_gathered && queuedBytes() + head.size() + payload.size() > most)
        writeGathered();
    if (!m_gathered && queuedBytes() > 0)
        return false;
    ++m_engine.counted().framesOut;
    m_outbox.append(frameOf(head, payload, shared));
    if (!std::exchange(m_gathered, true))
        m_engine.gathered(*this);
    return true;
}

void StreamConnection::writeGathered()
{
    if (!std::exchange(m_gathered, false))
        return;
    flush();
    if (m_state == State::Finishing)
        finishWhenDrained();
    else if (m_state == State::Open || m_state == State::Closing)
        m_events.queueMoved();
}

void StreamConnection::makeWay(qint64 size)
{
    if (m_cork && size > gatheredFrame(settings()))
        uncork();
}

void StreamConnection::dropQueued()
{
    m_outbox.dropMessages();
    dropped();
}

// Who only answers never finds the queue full, unless messages are to be dropped: what was read is answered, and
// nothing more is read until the queue is back within its limit, see wants().
bool StreamConnection::makeRoom(qint64 size)
{
    const QueuePolicy policy = settings().queuePolicy;
    const bool drops = policy == QueuePolicy::DropOldest || policy == QueuePolicy::DropNewest;
    // One message and a read full of others; compressed ones could say more.
    const qint64 owed = m_cork ? std::min(m_cork->owed(), settings().messageMaxBytes + qint64(ReadBuffers::size)) : 0;
    const qint64 most = settings().queueMaxBytes + (drops ? 0 : owed) - size;
    if (policy == QueuePolicy::DropOldest) {
        while (queuedBytes() > most && m_outbox.dropOldest()) { }
    }
    return queuedBytes() <= most;
}

void StreamConnection::uncork()
{
    if (!m_cork || m_cork->isEmpty())
        return;
    if (m_cork->isOnePiece())
        writeFrames(m_cork->onePiece());
    else
        writePieces();
    m_cork->clear();
}

Q_NEVER_INLINE void StreamConnection::writePieces()
{
    Transport::PieceArray pieces;
    writeFrames(m_cork->pieces(pieces));
}

void StreamConnection::writeFrames(Transport::Pieces frames)
{
    if (m_state == State::Ended)
        return;
    const bool isLast = m_state == State::Finishing && frames.size() == 1;
    const qint64 written = queuedBytes() > 0 ? 0 : isLast ? writeLast(frames.front()) : writeNow(frames);
    if (written < Transport::sizeOf(frames))
        m_outbox.appendRest(frames, written);
    m_transport->tellMoved(queuedBytes() > 0);
}

void StreamConnection::writeUrgent(QByteArray frame)
{
    uncork();
    if (queuedBytes() == 0)
        return writeFrames(QByteArrayView(frame));
    m_outbox.appendUrgent(std::move(frame));
}

void StreamConnection::ping(QByteArrayView payload)
{
    if (m_state != State::Open)
        return;
    ++m_engine.counted().framesOut;
    writeUrgent(QByteArray::fromStdString(protocol::encode(Opcode::Ping, {payload.data(), size_t(payload.size())})));
}

void StreamConnection::flush()
{
    Transport::PieceArray views;
    while (const std::size_t count = m_outbox.views(views)) {
        const Transport::Pieces pieces(views.data(), count);
        const qint64 written = writeNow(pieces);
        m_outbox.taken(written);
        if (written < Transport::sizeOf(pieces))
            break;
    }
    m_transport->tellMoved(queuedBytes() > 0);
}

void StreamConnection::moved()
{
    flush();
    if (m_state == State::Http)
        m_http->moved();
    else if (m_state == State::Finishing)
        finishWhenDrained();
    else if (m_state == State::Open || m_state == State::Closing)
        m_events.queueMoved();
    turn();
}

} // namespace porthole
