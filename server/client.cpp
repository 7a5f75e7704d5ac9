// SPDX-License-Identifier: MIT
#include "server/client.h"

#include "server/worker.h"

#include <algorithm>

namespace porthole {

Client::Client(Worker &worker, const Endpoint &endpoint, ClientId id, std::shared_ptr<Presence> presence,
               std::optional<Cause> refusal)
    : m_worker(worker), m_endpoint(endpoint), m_settings(endpoint.settings), m_refusal(refusal),
      m_presence(std::move(presence)), m_messageRate(m_settings.maxMessagesPerSecond, Clock::now()),
      m_byteRate(m_settings.maxBytesPerSecond, Clock::now())
{
    settingsChanged();
    m_row.id = id;
    m_row.worker = worker.index();
}

void Client::setConnection(Connection *connection)
{
    m_connection = connection;
    const Peer peer = connection->peer();
    m_peerAddress = peer.address;
    m_row.peer = peer.text();
}

PushResult Client::push(Opcode opcode, QByteArrayView payload)
{
    if (!m_connection)
        return PushResult::UnknownClient;
    if (payload.size() > m_settings.messageMaxBytes)
        return PushResult::TooBig;
    if (!hasRoomInAll(payload.size()))
        return PushResult::BacklogFull;
    const PushResult result = counted(m_connection->send(opcode, payload), payload.size());
    if (accepted(result))
        m_worker.tap().message(Direction::Out, id(), opcode, payload);
    return result;
}

PushResult Client::push(const EncodedMessage &message)
{
    if (!m_connection)
        return PushResult::UnknownClient;
    if (message.payload.size() > m_settings.messageMaxBytes)
        return PushResult::TooBig;
    if (!hasRoomInAll(message.payload.size()))
        return PushResult::BacklogFull;
    const PushResult result = counted(m_connection->send(message), message.payload.size());
    if (accepted(result))
        m_worker.tap().message(Direction::Out, id(), message.opcode, message.payload);
    return result;
}

PushResult Client::counted(PushResult result, qint64 size)
{
    if (result == PushResult::BacklogFull)
        foundFull(Cause::SlowConsumer);
    if (!accepted(result))
        return result;
    ++m_row.messagesOut;
    m_row.bytesOut += quint64(size);
    m_lastMessage = Clock::now();
    if (result == PushResult::Queued)
        countQueue(m_connection->queuedBytes());
    m_worker.countOut(*this, size);
    return result;
}

// A client whose queue is empty may take a message still: most likely the kernel takes it at once.
bool Client::hasRoomInAll(qint64 size)
{
    if (m_counted == 0 || !m_worker.queuesAreFull(size))
        return true;
    if (m_settings.queuePolicy == QueuePolicy::DropOldest) {
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

void Client::settingsChanged()
{
    m_presence->queueMaxBytes.store(m_settings.queueMaxBytes, std::memory_order_relaxed);
    m_presence->messageMaxBytes.store(m_settings.messageMaxBytes, std::memory_order_relaxed);
    const Clock::time_point now = Clock::now();
    m_messageRate.setRate(m_settings.maxMessagesPerSecond, now);
    m_byteRate.setRate(m_settings.maxBytesPerSecond, now);
}

// What is read already is delivered; the debt it makes lengthens the pause.
void Client::spendRate(qint64 bytes, Clock::time_point now)
{
    const bool messages = m_messageRate.spend(1, now);
    const bool volume = m_byteRate.spend(bytes, now);
    if ((messages && volume) || isPausedFor(Pause::Rate))
        return;
    pause(Pause::Rate);
    m_worker.throttle(id());
}

bool Client::resumeWhenPaid(Clock::time_point now)
{
    if (!m_messageRate.isPaid(now) || !m_byteRate.isPaid(now))
        return false;
    resume(Pause::Rate);
    return true;
}

void Client::turnAway()
{
    constexpr int serviceUnavailable = 503;
    constexpr int tooManyRequests = 429;
    const bool address = m_refusal == Cause::TooManyOfAddress;
    HttpReply reply =
        HttpReply::text(address ? QStringLiteral("Too many connections come from your address; close one.")
                                : QStringLiteral("The server takes no more connections now; try again later."),
                        address ? tooManyRequests : serviceUnavailable);
    const char *seconds = m_refusal == Cause::TooManyHandshakes ? "1" : "10";
    reply.headers.append(Header{"Retry-After", seconds});
    m_connection->refuse(reply, *m_refusal);
}

void Client::abort(Cause cause)
{
    m_row.open = false;
    if (m_connection)
        m_connection->abort(cause);
}

bool Client::disconnect(quint16 code, const QString &reason, Cause cause)
{
    if (!m_connection || !m_connection->disconnect(code, reason, cause))
        return false;
    m_row.open = false;
    m_presence->established.store(false, std::memory_order_relaxed);
    m_worker.mark(*this);
    return true;
}

void Client::complete(Request &request) const
{
    const Peer peer = m_connection->peer();
    request.client = id();
    request.peerAddress = peer.address;
    request.peerPort = peer.port;
    request.listener = m_endpoint.name;
    request.secure = m_endpoint.tls != nullptr;
}

void Client::handshaking(Request request)
{
    m_row.path = QString::fromUtf8(request.target);
    if (m_refusal)
        return turnAway();
    if (!m_worker.decidesHandshakes())
        return m_connection->accept(Upgrade::accept());
    complete(request);
    takeTurn({.kind = Turn::Handshake, .request = std::make_shared<HttpRequest>(HttpRequest{std::move(request), {}})});
}

void Client::decided(const Decision &decision)
{
    if (!m_connection)
        return;
    if (decision.upgrade.isAccepted())
        m_connection->accept(decision.upgrade);
    else
        m_connection->refuse(decision.upgrade.reply(), decision.cause);
}

void Client::requested(HttpRequest request)
{
    m_row.path = QString::fromUtf8(request.target);
    if (m_refusal)
        return turnAway();
    complete(request);
    takeTurn({.kind = Turn::Request, .request = std::make_shared<HttpRequest>(std::move(request))});
}

void Client::answered(const Answer &answer)
{
    if (!m_connection)
        return;
    if (answer.refusedFor)
        m_connection->refuse(answer.reply, *answer.refusedFor);
    else
        m_connection->respond(answer.reply);
}

void Client::opened(Request request)
{
    complete(request);
    m_established = true;
    m_presence->established.store(true, std::memory_order_relaxed);
    m_row.path = QString::fromUtf8(request.target);
    m_row.subprotocol = request.subprotocol;
    m_row.engine = m_worker.engineName();
    m_row.connectedAt = microsecondsSinceEpoch();
    m_lastMessage = m_lastHeard = m_lastPing = Clock::now();
    m_headers = request.headers.fields();
    m_worker.countOpened(*this);
    takeTurn({.kind = Turn::Open, .request = std::make_shared<HttpRequest>(HttpRequest{std::move(request), {}})});
}

void Client::received(Opcode opcode, QByteArrayView payload)
{
    ++m_row.messagesIn;
    m_row.bytesIn += quint64(payload.size());
    m_lastMessage = m_lastHeard = Clock::now();
    m_worker.countIn(*this, payload.size());
    if (m_messageRate.isLimited() || m_byteRate.isLimited())
        spendRate(payload.size(), m_lastHeard);
    m_worker.tap().message(Direction::In, id(), opcode, payload);
    if (m_busy)
        return wait({.kind = Turn::Message, .opcode = opcode, .payload = payload.toByteArray()});
    m_busy = true;
    if (m_worker.runMessage({id(), opcode, payload}))
        proceed();
}

void Client::queueMoved()
{
    const qint64 waiting = m_connection->queuedBytes();
    countQueue(waiting);
    m_worker.mark(*this);
    pushWaiting();
    if (waiting > 0)
        return;
    for (const Reply<bool> &reply : std::exchange(m_drainWaits, {}))
        reply(true);
    if (m_presence->full.load(std::memory_order_relaxed)) {
        m_presence->full.store(false, std::memory_order_relaxed);
        m_worker.tellDrain(id());
    }
}

void Client::foundFull(Cause cause)
{
    if (!m_presence->full.exchange(true, std::memory_order_relaxed))
        m_worker.tellBufferFull(id());
    if (!m_connection || m_settings.queuePolicy != QueuePolicy::Close)
        return;
    m_connection->dropQueued();
    countQueue(m_connection->queuedBytes());
    const bool alone = cause == Cause::SlowConsumer;
    disconnect(quint16(CloseCode::SlowConsumer),
               alone ? QStringLiteral("slow consumer")
                     : QStringLiteral("slow consumer, and the queues of all are full"),
               cause);
}

void Client::ponged(QByteArrayView payload)
{
    m_lastHeard = Clock::now();
    if (!m_awaitsPong || payload != QByteArray::number(m_pings))
        return;
    m_awaitsPong = false;
    m_row.rtt = std::chrono::duration_cast<std::chrono::microseconds>(m_lastHeard - m_lastPing).count();
    m_worker.mark(*this);
}

bool Client::isIdle(Clock::time_point now) const
{
    const auto limit = m_settings.idleTimeout;
    return limit.count() > 0 && !m_protected && now - m_lastMessage >= limit;
}

void Client::checkLiveness(Clock::time_point now)
{
    if (!m_established || !m_row.open || !m_connection)
        return;
    if (m_paused) {
        m_lastHeard = m_lastMessage = now; // nobody listens
        return;
    }
    if (isIdle(now)) {
        disconnect(quint16(CloseCode::GoingAway), QStringLiteral("idle"), Cause::Idle);
        return;
    }
    m_awaitsPong = m_awaitsPong && m_lastHeard <= m_lastPing;
    if (m_awaitsPong && !m_protected && now - m_lastPing >= m_settings.pongTimeout) {
        disconnect(quint16(CloseCode::NoPong), QStringLiteral("no pong"), Cause::NoPong);
        return;
    }
    if (m_settings.pingInterval.count() == 0 || now - m_lastPing < m_settings.pingInterval || m_awaitsPong)
        return;
    m_awaitsPong = true;
    m_lastPing = Clock::now();
    m_connection->ping(QByteArray::number(++m_pings));
}

void Client::ended(const Closed &closed)
{
    Closed named = closed;
    named.client = id();
    m_presence->established.store(false, std::memory_order_relaxed);
    countQueue(0);
    m_connection = nullptr;
    m_worker.left(id());
    m_drainWaits.clear();
    m_pushWaits.clear();
    if (m_busy)
        m_waitingEnd = named;
    else
        m_worker.finish(*this, named);
}

void Client::endNow()
{
    if (m_waitingEnd)
        m_worker.finish(*this, *m_waitingEnd);
}

void Client::takeTurn(Turn turn)
{
    if (m_busy)
        return wait(std::move(turn));
    m_busy = true;
    if (run(turn))
        proceed();
}

void Client::wait(Turn turn)
{
    const auto alike = [&turn](const Turn &other) { return other.kind == turn.kind; };
    const bool isTwice = turn.kind == Turn::BufferFull || turn.kind == Turn::Drain;
    if (isTwice && std::any_of(m_waiting.begin(), m_waiting.end(), alike))
        return;
    m_waitingBytes += turn.bytes();
    m_waiting.push_back(std::move(turn));
    if (m_waitingBytes > m_settings.inboxMaxBytes)
        pause(Pause::Inbox);
}

void Client::proceed()
{
    while (!m_waiting.empty()) {
        const Turn next = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingBytes -= next.bytes();
        if (m_waitingBytes <= m_settings.inboxMaxBytes / 2)
            resume(Pause::Inbox);
        if (!run(next))
            return;
    }
    m_busy = false;
    if (m_waitingEnd)
        m_worker.finish(*this, *m_waitingEnd);
}

bool Client::run(const Turn &turn)
{
    if (turn.kind == Turn::Open)
        return m_worker.runOpen(*turn.request);
    if (turn.kind == Turn::Message)
        return !m_row.open || m_worker.runMessage(Frame::of(id(), turn.opcode, turn.payload));
    if (m_connection)
        return runDuty(turn);
    if (turn.timer)
        m_worker.removeTimer(turn.timer->id);
    return true;
}

// What is only for a client that is there.
bool Client::runDuty(const Turn &turn)
{
    switch (turn.kind) {
    case Turn::Handshake: return m_worker.runHandshake(*turn.request);
    case Turn::Request: return m_worker.runRequest(*turn.request, m_settings.documentRoot);
    case Turn::BufferFull: return m_worker.runBufferFull(id());
    case Turn::Drain: return m_worker.runDrain(id());
    case Turn::Timer: return m_worker.runTimer(turn.timer);
    case Turn::Open:
    case Turn::Message: break;
    }
    Q_UNREACHABLE();
}

void Client::pause(Pause why)
{
    const bool wasPaused = m_paused != 0;
    m_paused |= quint8(why);
    if (!wasPaused && m_connection)
        m_connection->pauseReading();
}

void Client::resume(Pause why)
{
    if (!(m_paused & quint8(why)))
        return;
    m_paused &= quint8(~unsigned(why));
    if (m_paused || !m_connection)
        return;
    m_awaitsPong = false;
    m_lastHeard = m_lastMessage = m_lastPing = Clock::now();
    m_connection->resumeReading();
}

void Client::whenDrained(const Reply<bool> &reply)
{
    if (!m_connection)
        return;
    if (m_connection->queuedBytes() == 0)
        reply(true);
    else
        m_drainWaits.push_back(reply);
}

void Client::pushWhenRoom(const Message &message, const Reply<PushResult> &reply)
{
    if (!m_connection || (m_pushWaits.empty() && hasRoom(message.size())))
        reply(push(message.opcode(), message.payload()));
    else if (!m_row.open)
        reply(PushResult::NotEstablished);
    else if (message.size() > m_settings.messageMaxBytes)
        reply(PushResult::TooBig);
    else
        m_pushWaits.push_back({message, reply});
}

void Client::pushWaiting()
{
    while (m_connection && !m_pushWaits.empty() && hasRoom(m_pushWaits.front().message.size())) {
        const WaitingPush next = std::move(m_pushWaits.front());
        m_pushWaits.pop_front();
        next.reply(push(next.message.opcode(), next.message.payload()));
    }
}

// As the engine sees it: into an empty queue goes a message of any size.
bool Client::hasRoom(qint64 size) const
{
    constexpr qint64 header = 10;
    const qint64 queued = m_connection->queuedBytes();
    const bool isFull = m_counted > 0 && m_worker.queuesAreFull(size);
    return queued == 0 || (!isFull && queued + header + size <= m_settings.queueMaxBytes);
}

ClientRow Client::row()
{
    m_row.queuedBytes = m_connection ? m_connection->queuedBytes() : 0;
    const auto quiet = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_lastMessage);
    m_row.lastActive = microsecondsSinceEpoch() - quiet.count();
    ClientRow row = m_row;
    if (!m_headersShown)
        row.headers = m_headers;
    m_headersShown = true;
    return row;
}

ClosedRow Client::closedRow(const Closed &closed) const
{
    return {microsecondsSinceEpoch(), m_row.connectedAt, m_row.peer, m_row.path, closed};
}

} // namespace porthole
