// SPDX-License-Identifier: MIT
#include "server/engine/httpstage.h"

namespace porthole {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

} // namespace

HttpStage::HttpStage(Host &host, Deadlines &deadlines, const Settings &settings)
    : m_host(host), m_deadlines(deadlines), m_settings(settings), m_side(settings)
{
    limit(settings.handshakeTimeout);
}

void HttpStage::read(std::span<const char> bytes)
{
    m_side.add({bytes.data(), qsizetype(bytes.size())});
    if (m_state == State::Reading)
        advance();
}

void HttpStage::advance()
{
    if (m_between && !m_side.isBetweenRequests()) {
        m_between = false;
        limit(m_settings.handshakeTimeout);
    }
    const HttpSide::Step step = m_side.next();
    if (!std::exchange(m_inBody, m_side.isInBody()) && m_inBody)
        limit(m_settings.handshakeTimeout);
    switch (step) {
    case HttpSide::Step::NeedMore: return;
    case HttpSide::Step::Continue: return m_host.writeHttp(HttpSide::continueLine);
    case HttpSide::Step::Handshake: return ask(true);
    case HttpSide::Step::Request: return ask(false);
    case HttpSide::Step::Refuse:
        m_outcome.cause = m_side.cause();
        m_outcome.reason = m_side.reason();
        m_outcome.initiator = Initiator::Server;
        return write(m_side.refusal());
    }
}

void HttpStage::ask(bool isHandshake)
{
    m_between = false;
    m_state = State::Asking;
    m_isHandshake = isHandshake;
    m_asked = false;
    limit(m_settings.handshakeTimeout);
    m_host.httpAsks();
}

HttpStage::Question HttpStage::takeQuestion()
{
    m_asked = true;
    return {m_isHandshake, m_side.takeRequest()};
}

QByteArray HttpStage::accept(const Upgrade &upgrade)
{
    if (m_state != State::Asking || !m_isHandshake)
        return {};
    const HttpSide::Answer answer = m_side.upgrade(upgrade);
    if (answer.close) {
        m_outcome.cause = Cause::HandlerError;
        m_outcome.initiator = Initiator::Server;
        write(answer);
        return {};
    }
    m_state = State::Over;
    m_deadlines.clear(*this);
    return answer.bytes;
}

void HttpStage::respond(const HttpReply &reply)
{
    if (m_state != State::Asking || m_isHandshake)
        return;
    m_outcome.cause = Cause::NotAnUpgrade;
    m_outcome.initiator = Initiator::Server;
    const HttpSide::Answer answer = m_side.reply(reply, m_last);
    if (reply.device && !m_side.answersHead()) {
        m_device = reply.device;
        m_deviceBytes = reply.deviceBytes;
    }
    write(answer);
}

void HttpStage::refuse(const HttpReply &reply, Cause cause)
{
    if (m_state != State::Asking && m_state != State::Reading)
        return;
    m_outcome.cause = cause;
    m_outcome.reason = QString::fromUtf8(reply.body.left(reply.body.indexOf('\n')).left(qsizetype(maxCloseReason)));
    m_outcome.initiator = Initiator::Server;
    write(m_side.reply(reply, true));
}

// An answer may still be in the kernel when the next request is waited for: a cut would destroy it.
bool HttpStage::finishLast(Cause cause)
{
    m_last = true;
    if (m_between)
        end(cause, {});
    return m_state != State::Reading && (m_state != State::Asking || !m_isHandshake);
}

void HttpStage::write(const HttpSide::Answer &answer)
{
    m_state = State::Replying;
    m_between = false;
    m_last = m_last || answer.close;
    limit(m_settings.handshakeTimeout);
    m_host.writeHttp(answer.bytes);
    moved();
}

void HttpStage::moved()
{
    if (m_state != State::Replying)
        return;
    while (m_deviceBytes > 0 && m_host.unwritten() < pieceBytes) {
        const QByteArray piece = m_device->read(qMin(pieceBytes, m_deviceBytes));
        if (piece.isEmpty()) {
            m_state = State::Over;
            m_outcome.cause = Cause::HandlerError;
            return m_host.httpFailed();
        }
        m_deviceBytes -= piece.size();
        m_host.writeHttp(piece);
    }
    if (m_host.unwritten() > 0)
        return limit(m_settings.handshakeTimeout);
    m_device.reset();
    if (m_last)
        return end(m_outcome.cause, m_outcome.reason);
    next();
}

void HttpStage::next()
{
    m_state = State::Reading;
    m_between = true;
    m_outcome.initiator = Initiator::Client;
    limit(m_settings.keepAliveTimeout);
    advance();
    m_host.httpAsks();
}

void HttpStage::end(Cause cause, const QString &reason)
{
    m_state = State::Over;
    m_deadlines.clear(*this);
    m_outcome.cause = cause;
    m_outcome.reason = reason;
    m_outcome.initiator = Initiator::Server;
    m_host.httpFinished();
}

void HttpStage::timedOut()
{
    switch (m_state) {
    case State::Reading:
        if (m_between)
            return end(Cause::Idle, {});
        m_side.timeOut();
        m_outcome.cause = m_side.cause();
        m_outcome.reason = m_side.reason();
        m_outcome.initiator = Initiator::Server;
        return write(m_side.refusal());
    case State::Asking:
        return refuse(HttpReply::text(QStringLiteral("The server did not answer in time."), 503),
                      Cause::HandshakeTimeout);
    case State::Replying: m_outcome.cause = Cause::SlowConsumer; return m_host.httpFailed();
    case State::Over: return;
    }
}

} // namespace porthole
