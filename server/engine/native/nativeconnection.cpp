// SPDX-License-Identifier: MIT
#include "server/engine/native/nativeconnection.h"

#include "server/core/text.h"

namespace porthole {

namespace {

QByteArrayView view(std::string_view bytes) { return {bytes.data(), qsizetype(bytes.size())}; }

Cause causeOf(CloseCode code)
{
    switch (code) {
    case CloseCode::InvalidPayload: return Cause::BadUtf8;
    case CloseCode::MessageTooBig: return Cause::TooBig;
    default: return Cause::ProtocolError;
    }
}

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
        m_connection.peerFailed(violation.code, text(violation.sentence), causeOf(violation.code));
    }

private:
    NativeConnection &m_connection;
};

NativeConnection::NativeConnection(StreamEngine &engine, const Endpoint &endpoint, protocol::SessionContext &context,
                                   ConnectionEvents &events)
    : StreamConnection(engine, endpoint, events), m_context(context)
{ }

void NativeConnection::begin(const QByteArray &)
{
    m_session.emplace(m_context);
    opened();
}

void NativeConnection::take(std::span<char> bytes, std::string &out)
{
    Listener listener(*this);
    m_session->receive(bytes, out, listener);
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
