// SPDX-License-Identifier: MIT
#include "server/engine/native/nativeconnection.h"

#include "server/core/text.h"
#include "server/engine/compression.h"

namespace porthole {

namespace {

QByteArrayView view(std::string_view bytes) { return {bytes.data(), qsizetype(bytes.size())}; }

} // namespace

/// What the session tells while it takes bytes.
class NativeConnection::Listener final : public protocol::SessionEvents
{
public:
    explicit Listener(NativeConnection &connection) : m_connection(connection) { }

    void message(Opcode opcode, std::string_view payload) override { m_connection.received(opcode, view(payload)); }
    void ping(std::string_view payload) override { m_connection.controlled(Opcode::Ping, view(payload)); }
    void pong(std::string_view payload) override { m_connection.controlled(Opcode::Pong, view(payload)); }
    void closed(std::uint16_t code, std::string_view reason) override { m_connection.peerClosed(code, text(reason)); }
    void failed(const protocol::Violation &violation) override
    {
        m_connection.peerFailed(violation.code, text(violation.sentence));
    }

private:
    NativeConnection &m_connection;
};

/// Gives the context of a client's own compressor back when it has not been used for a while.
class NativeConnection::Keeper final : private porthole::Limited
{
public:
    Keeper(NativeContext &context, protocol::Session &session) : m_context(context), m_session(session) { }
    ~Keeper() override { m_context.deadlines().clear(*this); }

    void touch()
    {
        m_used = true;
        if (!m_context.deadlines().has(*this))
            m_context.deadlines().set(*this, m_context.idleTimeout());
    }

private:
    void timedOut() override
    {
        if (std::exchange(m_used, false))
            m_context.deadlines().set(*this, m_context.idleTimeout());
        else
            m_session.forgetContext();
    }

    NativeContext &m_context;
    protocol::Session &m_session;
    bool m_used = false;
};

NativeConnection::NativeConnection(StreamEngine &engine, const Endpoint &endpoint, NativeContext &context,
                                   ConnectionEvents &events)
    : StreamConnection(engine, endpoint, events), m_context(context)
{ }

NativeConnection::~NativeConnection() = default;

void NativeConnection::begin(const Agreement &agreement)
{
    m_deflate = agreement.deflate;
    m_session.emplace(m_context.session(), m_deflate);
    opened();
}

QString NativeConnection::compression() const { return m_deflate ? compressionText(*m_deflate) : QString(); }

// Whole messages alone: fragments by hand and control frames go as they are (RFC 7692 6.1).
bool NativeConnection::compresses(Opcode opcode, bool isLast, qint64 size) const
{
    const bool isWhole = isLast && (opcode == Opcode::Text || opcode == Opcode::Binary);
    return isWhole && isOpen() && m_session->compresses(std::uint64_t(size));
}

PushResult NativeConnection::send(Opcode opcode, QByteArrayView payload)
{
    return compresses(opcode, true, payload.size()) ? sendCompressed(opcode, payload)
                                                    : StreamConnection::send(opcode, payload);
}

PushResult NativeConnection::send(const EncodedMessage &message)
{
    if (!compresses(message.opcode, message.isLast, message.payload.size()))
        return StreamConnection::send(message);
    if (m_session->keepsContext() && queuedBytes() == 0)
        return sendCompressed(message.opcode, message.payload);
    m_session->forgetContext();
    const QByteArray frame = m_context.compressed(message, m_session->windowBits());
    return transmit(frame, {}, &frame);
}

// What waits in the queue may be dropped, so nothing refers to it, and it refers to nothing that waits before it.
PushResult NativeConnection::sendCompressed(Opcode opcode, QByteArrayView payload)
{
    using Fate = protocol::Session::Fate;
    if (m_session->keepsContext())
        makeWay(2 * payload.size());
    std::string &frame = m_context.frame();
    m_session->send(opcode, {payload.data(), std::size_t(payload.size())}, frame,
                    queuedBytes() > 0 ? Fate::MayBeDropped : Fate::Sure);
    m_context.touch();
    if (m_session->hasContext())
        keepContext();
    return transmit({frame.data(), qsizetype(frame.size())}, {}, nullptr);
}

void NativeConnection::keepContext()
{
    if (!m_keeper)
        m_keeper = std::make_unique<Keeper>(m_context, *m_session);
    m_keeper->touch();
}

void NativeConnection::dropped()
{
    if (m_session)
        m_session->forgetContext();
}

void NativeConnection::take(std::span<char> bytes, std::string &out)
{
    Listener listener(*this);
    m_session->receive(bytes, out, listener);
    if (m_deflate)
        m_context.touch();
}

std::span<char> NativeConnection::place() { return m_session ? m_session->space() : std::span<char>(); }

void NativeConnection::takeInPlace(std::span<char> front, std::string &out)
{
    Listener listener(*this);
    m_session->receivedAt(front, out, listener);
}

void NativeConnection::close(quint16 code, std::string_view reason, std::string &out)
{
    m_session->close(code, reason, out);
}

void NativeConnection::ignorePeer()
{
    if (m_session)
        m_session->ignore();
}

} // namespace porthole
