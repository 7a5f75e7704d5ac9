// SPDX-License-Identifier: MIT
#include "server/engine/streamconnection.h"

#include "server/engine/streamengine.h"
#include "server/protocol/closing.h"

namespace porthole {

namespace {

/// How long a peer has to close the connection once both close frames were exchanged.
constexpr std::chrono::milliseconds courtesy{250};

/// What a peer that we close with that code did wrong.
Cause faultOf(CloseCode code)
{
    switch (code) {
    case CloseCode::InvalidPayload: return Cause::BadUtf8;
    case CloseCode::MessageTooBig: return Cause::TooBig;
    case CloseCode::GoingAway: return Cause::StalledFrame; // QWebSocket's way to say it
    default: return Cause::ProtocolError;
    }
}

} // namespace

StreamConnection::StreamConnection(StreamEngine &engine, const Endpoint &endpoint, ConnectionEvents &events)
    : m_engine(engine), m_settings(endpoint.settings), m_events(events)
{ }

StreamConnection::~StreamConnection() { m_engine.deadlines().clear(*this); }

void StreamConnection::limit(std::chrono::milliseconds time) { m_engine.deadlines().set(*this, time); }

void StreamConnection::open(std::unique_ptr<Transport> transport)
{
    m_transport = std::move(transport);
    HttpStage::Host &host = *this;
    m_http = std::make_unique<HttpStage>(host, m_engine.deadlines(), settings());
}

// What comes in.

bool StreamConnection::wants()
{
    if (m_busy || m_opening)
        return false;
    if (m_state == State::Open)
        return !m_paused && queuedBytes() <= settings().queueMaxBytes; // nor answers pings without bound
    return wantsAround();
}

/// Before it is open and after.
Q_NEVER_INLINE bool StreamConnection::wantsAround()
{
    switch (m_state) {
    case State::Http: return m_http->wants();
    case State::Closing:
    case State::Finishing: return true;
    case State::Upgrading:
    case State::Open:
    case State::Ended: return false;
    }
    Q_UNREACHABLE();
}

void StreamConnection::adjust()
{
    const bool reads = wants();
    if (m_hungUp && m_state == State::Open && !reads)
        return lost(Cause::Reset);
    m_transport->setReading(reads);
}

void StreamConnection::pauseReading()
{
    m_paused = true;
    paused(true);
}

void StreamConnection::resumeReading()
{
    m_paused = false;
    paused(false);
    m_engine.later(*this);
}

void StreamConnection::soon()
{
    if (!m_turnFollows)
        m_engine.later(*this);
}

void StreamConnection::arrived(std::span<char> bytes)
{
    m_turnFollows = true;
    m_engine.countRead(bytes.size());
    if (m_state == State::Http) {
        m_http->read(bytes);
    } else if (m_state == State::Open || m_state == State::Closing) {
        m_busy = true;
        corked(bytes, [&](std::string &out) { take(bytes, out); });
        m_busy = false;
    }
    m_turnFollows = false;
    turn();
}

void StreamConnection::arrivedInPlace(std::span<char> front)
{
    m_engine.countRead(front.size());
    m_busy = true;
    corked({}, [&](std::string &out) { takeInPlace(front, out); });
    m_busy = false;
    turn();
}

void StreamConnection::takeInPlace(std::span<char> front, std::string &out) { take(front, out); }

void StreamConnection::lost(Cause how)
{
    m_closed.systemError = m_transport->error();
    if (m_state == State::Http || m_state == State::Upgrading || m_state == State::Open) {
        if (m_state == State::Http && how == Cause::EndOfStream)
            m_closed = m_http->outcome();
        else
            m_closed.cause = how;
    } else if (m_state == State::Closing) {
        m_closed.clean = false;
    }
    if (how == Cause::EndOfStream)
        end();
    else
        cut();
    turn();
}

void StreamConnection::unsecured(const QString &reason)
{
    if (m_state == State::Http)
        m_closed = {{}, quint16(CloseCode::TlsHandshake), reason, false, Initiator::Server, Cause::TlsHandshake};
    cut();
    turn();
}

// While a handler of a WebSocket runs the end waits to be read, behind what else is there.
void StreamConnection::hungUp()
{
    m_hungUp = true;
    if (!m_busy)
        lost(Cause::Reset);
}

void StreamConnection::timedOut()
{
    if (m_state == State::Upgrading)
        m_closed.cause = Cause::HandshakeTimeout;
    if (m_state == State::Closing || !m_outbox.isEmpty())
        m_closed.clean = false;
    if (m_finSent)
        end(); // all is said; a reset could destroy it on its way
    else
        cut();
    turn();
}

// What is told.

void StreamConnection::turn()
{
    if (m_busy)
        return;
    if (m_state != State::Open || m_opening)
        takeSteps();
    if (m_state == State::Ended)
        conclude();
    else
        adjust();
}

// Most turns find an open connection of which all is told.
Q_NEVER_INLINE void StreamConnection::takeSteps()
{
    m_busy = true;
    while (step()) { }
    m_busy = false;
}

bool StreamConnection::step()
{
    const bool isUntold = m_opening && !m_opening->isTold;
    if (m_hungUp && (isUntold || m_state == State::Http || m_state == State::Upgrading))
        return giveUp();
    if (m_state == State::Http && m_http->hasQuestion()) {
        ask();
        return true;
    }
    if (m_state != State::Open && m_state != State::Closing)
        return false;
    if (isUntold) {
        m_opening->isTold = true;
        writeFrames(QByteArrayView(std::exchange(m_opening->answer, {})));
        m_events.opened(m_opening->subprotocol);
        return true;
    }
    if (!m_opening)
        return false;
    QByteArray rest = std::move(m_opening->rest);
    m_opening.reset();
    if (!rest.isEmpty()) // it is gone before a row ends: nothing may be written from it
        corked({}, [&](std::string &out) { take({rest.data(), size_t(rest.size())}, out); });
    return true;
}

bool StreamConnection::giveUp()
{
    m_closed.cause = Cause::Reset;
    cut();
    return false;
}

void StreamConnection::ask()
{
    HttpStage::Question question = m_http->takeQuestion();
    if (question.isHandshake)
        m_events.handshaking(std::move(question.request));
    else
        m_events.requested(std::move(question.request));
}

void StreamConnection::conclude()
{
    if (std::exchange(m_told, true))
        return;
    m_events.ended(m_closed);
    m_engine.forget(*this);
}

void StreamConnection::controlled(Opcode opcode, QByteArrayView payload)
{
    if (m_state == State::Open)
        m_events.controlled(opcode, payload);
}

// HTTP.

void StreamConnection::accept(const Upgrade &upgrade)
{
    if (m_state != State::Http)
        return;
    QByteArray answer = m_http->accept(upgrade);
    if (answer.isEmpty())
        return;
    const Agreement agreement{m_http->key(), m_http->deflate()};
    m_opening = std::make_unique<Opening>(
        Opening{upgrade.subprotocol().value_or(m_http->subprotocol()), std::move(answer), m_http->takeRest()});
    m_http.reset();
    m_state = State::Upgrading;
    begin(agreement);
    if (m_state == State::Upgrading)
        limit(settings().handshakeTimeout);
}

void StreamConnection::opened()
{
    m_engine.deadlines().clear(*this);
    m_state = State::Open;
    soon();
}

void StreamConnection::respond(const HttpReply &reply)
{
    if (m_state == State::Http)
        m_http->respond(reply);
}

void StreamConnection::refuse(const HttpReply &reply, Cause cause)
{
    if (m_state == State::Http)
        m_http->refuse(reply, cause);
}

void StreamConnection::httpAsks() { soon(); }

// Between two requests nothing of ours can be destroyed that the peer waits for.
void StreamConnection::httpFinished()
{
    m_closed = m_http->outcome();
    if (m_http->isBetweenRequests())
        end();
    else
        finish();
}

void StreamConnection::httpFailed()
{
    m_closed = m_http->outcome();
    m_closed.initiator = Initiator::Server;
    cut();
}

void StreamConnection::writeHttp(const QByteArray &bytes)
{
    m_outbox.append(bytes);
    flush();
}

// How it ends.

bool StreamConnection::disconnect(quint16 code, const QString &reason, Cause cause)
{
    if (m_state == State::Http && m_http->finishLast(cause))
        return true;
    if (m_state == State::Http || m_state == State::Upgrading) {
        abort(cause);
        return true;
    }
    if (m_state != State::Open)
        return false;
    m_closed = {{}, code, reason, false, Initiator::Server, cause};
    m_state = State::Closing;
    limit(settings().closeTimeout);
    uncork();
    std::string frame;
    close(code, reason.toStdString(), frame);
    ++m_engine.counted().framesOut;
    writeFrames(QByteArrayView(frame.data(), qsizetype(frame.size())));
    return true;
}

void StreamConnection::peerClosed(quint16 code, const QString &reason)
{
    if (m_state == State::Open) {
        m_closed = {{}, code, reason, true, Initiator::Client, Cause::PeerClose};
        m_state = State::Closing;
        const std::string payload = protocol::closePayload(code, reason.toStdString());
        m_events.controlled(Opcode::Close, {payload.data(), qsizetype(payload.size())});
        if (m_state == State::Ended)
            return;
    }
    m_closed.clean = true;
    finish();
}

void StreamConnection::peerFailed(CloseCode code, const QString &reason)
{
    if (m_state == State::Open)
        m_closed = {{}, quint16(code), reason, false, Initiator::Server, faultOf(code)};
    finish();
}

// Closing with bytes unread would send a reset, and a reset can destroy our last words on their way to the peer: so we
// send FIN, and throw away what comes until the peer has sent its own. One that has sent its close frame has nothing
// more to send, and is not waited for long.
void StreamConnection::finish()
{
    m_state = State::Finishing;
    uncork();
    finishWhenDrained();
    if (m_state == State::Finishing && !(m_finSent && m_closed.clean))
        limit(settings().closeTimeout);
    soon();
}

void StreamConnection::finishWhenDrained()
{
    if (queuedBytes() > 0 || (m_cork && !m_cork->isEmpty()) || std::exchange(m_finSent, true))
        return;
    m_transport->finish();
    if (m_closed.clean)
        limit(std::min<std::chrono::milliseconds>(settings().closeTimeout, courtesy));
}

void StreamConnection::abort(Cause cause)
{
    if (m_state == State::Ended)
        return;
    if (m_state != State::Closing && m_state != State::Finishing)
        m_closed = {{}, quint16(CloseCode::Abnormal), {}, false, Initiator::Server, cause};
    m_closed.clean = false;
    cut();
}

void StreamConnection::cut()
{
    if (m_state == State::Ended)
        return;
    m_transport->reset();
    end();
}

void StreamConnection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_engine.deadlines().clear(*this);
    ignorePeer();
    if (m_cork)
        m_cork->clear();
    m_outbox.clear();
    m_transport->close();
    soon();
}

} // namespace porthole
