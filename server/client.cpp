// SPDX-License-Identifier: MIT
#include "server/client.h"

#include "server/worker.h"

#include <algorithm>

namespace porthole {

Client::Client(Worker &worker, const Endpoint &endpoint, ClientId id, const Accepted &accepted)
    : m_worker(worker), m_endpoint(endpoint), m_id(id), m_presence(std::make_shared<Presence>()),
      m_refusal(accepted.refusal), m_request(endpoint.unasked)
{
    settingsChanged();
    m_presence->connectedAt = microsecondsSinceEpoch();
    m_presence->descriptor = accepted.descriptor;
    m_presence->peerAddress = accepted.peer.address;
    m_presence->peerPort = accepted.peer.port;
    m_presence->listener = quint16(accepted.listener);
    if (!accepted.peer.local.isEmpty())
        m_local = std::make_unique<QString>(accepted.peer.local);
}

QString Client::peerText() const
{
    return Peer{m_presence->peerAddress, m_presence->peerPort, m_local ? *m_local : QString()}.text();
}

Client::Waiting &Client::waiting()
{
    if (!m_waiting)
        m_waiting = std::make_unique<Waiting>();
    return *m_waiting;
}

void Client::forgetWaiting()
{
    if (m_waiting && m_waiting->isEmpty())
        m_waiting.reset();
}

void Client::setConnection(Connection *connection) { m_connection = connection; }

void Client::heard(Clock::time_point now)
{
    if (m_presence->received.load(std::memory_order_relaxed) < now.time_since_epoch().count())
        m_presence->received.store(now.time_since_epoch().count(), std::memory_order_relaxed);
}

bool Client::hasHeardSince(Clock::time_point time) const
{
    return m_presence->received.load(std::memory_order_relaxed) > time.time_since_epoch().count();
}

void Client::setStatus(WebSocketStatus status) { m_presence->status.store(status, std::memory_order_relaxed); }

void Client::settingsChanged()
{
    m_presence->queueMaxBytes.store(settings().queueMaxBytes, std::memory_order_relaxed);
    m_presence->messageMaxBytes.store(settings().messageMaxBytes, std::memory_order_relaxed);
    const bool isLimited = settings().maxMessagesPerSecond > 0 || settings().maxBytesPerSecond > 0;
    if (!isLimited && !m_rates)
        return;
    const Clock::time_point now = Clock::now();
    if (!m_rates)
        m_rates =
            std::make_unique<Rates>(Rates{{settings().maxMessagesPerSecond, now}, {settings().maxBytesPerSecond, now}});
    m_rates->messages.setRate(settings().maxMessagesPerSecond, now);
    m_rates->bytes.setRate(settings().maxBytesPerSecond, now);
}

// What is read already is delivered; the debt it makes lengthens the pause.
void Client::spendRate(qint64 bytes, Clock::time_point now)
{
    const bool messages = m_rates->messages.spend(1, now);
    const bool volume = m_rates->bytes.spend(bytes, now);
    if ((messages && volume) || isPausedFor(Pause::Rate))
        return;
    pause(Pause::Rate);
    m_worker.throttle(id());
}

bool Client::resumeWhenPaid(Clock::time_point now)
{
    if (m_rates && (!m_rates->messages.isPaid(now) || !m_rates->bytes.isPaid(now)))
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
    m_isOpen = false;
    if (m_connection)
        m_connection->abort(cause);
}

bool Client::disconnect(quint16 code, const QString &reason, Cause cause)
{
    if (!m_connection || !m_connection->disconnect(code, reason, cause))
        return false;
    m_isOpen = false;
    setStatus(WebSocketStatus::Closing);
    m_worker.mark(*this);
    if (m_established)
        m_worker.tap().closing(id(), code, reason);
    return true;
}

/// What it asks for, to be shared by all who want to know.
template<typename Asked>
std::shared_ptr<const Asked> Client::completed(Asked &&request)
{
    request.client = id();
    request.peerAddress = m_presence->peerAddress;
    request.peerPort = m_presence->peerPort;
    request.listener = m_endpoint.name;
    request.secure = m_endpoint.tls != nullptr;
    request.certificate = m_connection->certificate();
    const auto shared = std::make_shared<const Asked>(std::move(request));
    m_request = shared;
    m_worker.asked(*this);
    return shared;
}

void Client::handshaking(Request &&request)
{
    completed(std::move(request));
    setStatus(WebSocketStatus::Connection);
    if (m_refusal)
        return turnAway();
    if (!m_worker.decidesHandshakes())
        return m_connection->accept(Upgrade::accept());
    setStatus(WebSocketStatus::Handshake);
    takeTurn({.kind = Turn::Handshake});
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

void Client::requested(HttpRequest &&request)
{
    const auto shared = completed(std::move(request));
    if (m_refusal)
        return turnAway();
    takeTurn({.kind = Turn::Request, .request = shared});
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

void Client::agreed(const QString &subprotocol)
{
    if (m_request->subprotocol == subprotocol)
        return;
    auto request = std::make_shared<Request>(*m_request);
    request->subprotocol = subprotocol;
    m_request = std::move(request);
    m_worker.asked(*this);
}

void Client::opened(const QString &subprotocol)
{
    m_established = true;
    m_openedAt = microsecondsSinceEpoch();
    m_lastMessage = m_lastPing = Clock::now();
    heard(m_lastMessage);
    agreed(subprotocol);
    setStatus(WebSocketStatus::Active);
    m_worker.countOpened(*this);
    takeTurn({.kind = Turn::Open});
}

void Client::received(Opcode opcode, QByteArrayView payload)
{
    Presence &presence = *m_presence;
    Presence::add<quint64>(presence.messagesIn, 1);
    Presence::add(presence.bytesIn, quint64(payload.size()));
    m_worker.countIn(payload.size());
    const Clock::time_point now = m_worker.readAt();
    m_lastMessage = std::max(m_lastMessage, now);
    heard(now);
    if (isBusy() || m_rates || m_worker.tap().isOn())
        return receivedWatched(opcode, payload);
    handle(opcode, payload, now);
}

// What few messages need is kept out of received(), which so has next to nothing to keep over its calls.
Q_NEVER_INLINE void Client::receivedWatched(Opcode opcode, QByteArrayView payload)
{
    if (m_rates)
        spendRate(payload.size(), Clock::now());
    m_worker.mark(*this);
    m_worker.tap().message(Direction::In, id(), opcode, payload);
    if (isBusy())
        deliver(opcode, payload);
    else
        handle(opcode, payload, m_worker.readAt());
}

inline void Client::handle(Opcode opcode, QByteArrayView payload, Clock::time_point now)
{
    m_handling = Handling::Reply;
    m_presence->handled.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    const bool hasReturned = m_worker.runMessage(*this, {id(), opcode, payload});
    if (hasReturned && !m_waiting) {
        m_handling = Handling::Nothing;
        return;
    }
    m_handling = Handling::Turn;
    if (hasReturned)
        proceed();
}

void Client::deliver(Opcode opcode, QByteArrayView payload)
{
    takeTurn({.kind = Turn::Message, .opcode = opcode, .payload = payload.toByteArray()});
}

bool Client::wantsControl(Opcode opcode) const
{
    switch (opcode) {
    case Opcode::Ping: return settings().pingFrames;
    case Opcode::Pong: return settings().pongFrames;
    default: return settings().closeFrames;
    }
}

void Client::controlled(Opcode opcode, QByteArrayView payload)
{
    heard(coarseNow());
    m_worker.tap().message(Direction::In, id(), opcode, payload);
    if (opcode == Opcode::Pong)
        ponged(payload);
    if (wantsControl(opcode))
        deliver(opcode, payload);
}

void Client::ponged(QByteArrayView payload)
{
    if (!m_awaitsPong || payload != QByteArray::number(m_pings))
        return;
    m_awaitsPong = false;
    const auto trip = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_lastPing);
    m_presence->rtt.store(trip.count(), std::memory_order_relaxed);
    m_worker.mark(*this);
}

bool Client::isIdle(Clock::time_point now) const
{
    const auto limit = settings().idleTimeout;
    return limit.count() > 0 && !m_presence->isProtected.load(std::memory_order_relaxed)
        && now - m_lastMessage >= limit;
}

void Client::checkLiveness(Clock::time_point now)
{
    if (!m_established || !m_isOpen || !m_connection)
        return;
    if (m_paused) {
        m_lastMessage = now; // nobody listens
        return heard(now);
    }
    if (isIdle(now)) {
        disconnect(quint16(CloseCode::GoingAway), QStringLiteral("idle"), Cause::Idle);
        return;
    }
    m_awaitsPong = m_awaitsPong && !hasHeardSince(m_lastPing);
    const bool mayBeClosed = !m_presence->isProtected.load(std::memory_order_relaxed);
    if (m_awaitsPong && mayBeClosed && now - m_lastPing >= settings().pongTimeout) {
        disconnect(quint16(CloseCode::NoPong), QStringLiteral("no pong"), Cause::NoPong);
        return;
    }
    if (settings().pingInterval.count() == 0 || now - m_lastPing < settings().pingInterval || m_awaitsPong)
        return;
    m_awaitsPong = true;
    m_lastPing = Clock::now();
    const QByteArray payload = QByteArray::number(++m_pings);
    m_worker.tap().message(Direction::Out, id(), Opcode::Ping, payload);
    m_connection->ping(payload);
}

void Client::ended(const Closed &closed)
{
    Closed named = closed;
    named.client = id();
    setStatus(WebSocketStatus::Closing);
    countQueue(0);
    m_connection = nullptr;
    m_worker.left(id());
    if (m_waiting) {
        m_waiting->drains.clear();
        m_waiting->pushes.clear();
    }
    if (isBusy())
        waiting().end = named;
    else
        m_worker.finish(*this, named);
}

void Client::endNow()
{
    if (m_waiting && m_waiting->end)
        m_worker.finish(*this, *m_waiting->end);
}

void Client::takeTurn(Turn turn)
{
    if (isBusy())
        return wait(std::move(turn));
    m_handling = Handling::Turn;
    if (run(turn))
        proceed();
}

void Client::wait(Turn turn)
{
    const auto alike = [&turn](const Turn &other) { return other.kind == turn.kind; };
    const bool isTwice = turn.kind == Turn::BufferFull || turn.kind == Turn::Drain;
    std::deque<Turn> &turns = waiting().turns;
    if (isTwice && std::any_of(turns.begin(), turns.end(), alike))
        return;
    countInbox(turn.bytes());
    turns.push_back(std::move(turn));
    if (m_presence->inboxBytes.load(std::memory_order_relaxed) > settings().inboxMaxBytes)
        pause(Pause::Inbox);
}

void Client::countInbox(qint64 change) { Presence::add(m_presence->inboxBytes, change); }

void Client::proceed()
{
    while (m_waiting && !m_waiting->turns.empty()) {
        const Turn next = std::move(m_waiting->turns.front());
        m_waiting->turns.pop_front();
        countInbox(-next.bytes());
        if (m_presence->inboxBytes.load(std::memory_order_relaxed) <= settings().inboxMaxBytes / 2)
            resume(Pause::Inbox);
        if (!run(next))
            return;
    }
    m_handling = Handling::Nothing;
    forgetWaiting();
    endNow();
}

bool Client::run(const Turn &turn)
{
    const std::shared_ptr<const Request> request = m_request; // it may change while a handler spins an event loop
    if (turn.kind == Turn::Open)
        return m_worker.runOpen(*request);
    if (turn.kind == Turn::Message)
        return runMessage(turn);
    if (m_connection)
        return runDuty(turn);
    if (turn.timer)
        m_worker.removeTimer(turn.timer->id);
    return true;
}

// A close frame that came last is heard of although its connection is over.
bool Client::runMessage(const Turn &turn)
{
    if (!m_isOpen && turn.opcode != Opcode::Close)
        return true;
    m_presence->handled.store(coarseNow().time_since_epoch().count(), std::memory_order_relaxed);
    return m_worker.runMessage(*this, Frame::of(id(), turn.opcode, turn.payload));
}

// What is only for a client that is there.
bool Client::runDuty(const Turn &turn)
{
    const std::shared_ptr<const Request> request = m_request;
    switch (turn.kind) {
    case Turn::Handshake: return m_worker.runHandshake(*request);
    case Turn::Request: return m_worker.runRequest(*turn.request, settings().documentRoot);
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
    m_lastMessage = m_lastPing = Clock::now();
    heard(m_lastMessage);
    m_connection->resumeReading();
}

ClientRow Client::row()
{
    ClientRow row;
    row.id = id();
    row.peer = peerText();
    row.path = QString::fromUtf8(m_request->target);
    row.subprotocol = m_request->subprotocol;
    row.engine = m_worker.engineName();
    row.compression = m_connection ? m_connection->compression() : QString();
    row.worker = m_worker.index();
    row.open = m_isOpen;
    row.connectedAt = m_openedAt;
    row.queuedBytes = m_connection ? m_connection->queuedBytes() : 0;
    const auto quiet = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_lastMessage);
    row.lastActive = microsecondsSinceEpoch() - quiet.count();
    row.messagesIn = m_presence->messagesIn.load(std::memory_order_relaxed);
    row.messagesOut = m_presence->messagesOut.load(std::memory_order_relaxed);
    row.bytesIn = m_presence->bytesIn.load(std::memory_order_relaxed);
    row.bytesOut = m_presence->bytesOut.load(std::memory_order_relaxed);
    row.rtt = m_presence->rtt.load(std::memory_order_relaxed);
    if (!std::exchange(m_headersShown, true))
        row.headers = m_request->headers.fields();
    return row;
}

ClosedRow Client::closedRow(const Closed &closed) const
{
    return {microsecondsSinceEpoch(), m_openedAt, peerText(), QString::fromUtf8(m_request->target), closed};
}

} // namespace porthole
