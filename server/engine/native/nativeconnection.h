// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/native/nativecontext.h"
#include "server/engine/streamconnection.h"
#include "server/protocol/session.h"

namespace porthole {

/// One client of the native engine: a protocol::Session between its bytes and its events.
/// Threads, lifetime, errors: see StreamConnection.
class NativeConnection final : public StreamConnection
{
public:
    NativeConnection(StreamEngine &engine, const Endpoint &endpoint, NativeContext &context, ConnectionEvents &events);
    ~NativeConnection() override;

    [[gnu::hot]] PushResult send(Opcode opcode, QByteArrayView payload) override;
    PushResult send(const EncodedMessage &message) override;
    std::size_t send(const EncodedBatch &batch) override { return m_deflate ? 0 : StreamConnection::send(batch); }
    QString compression() const override;

protected:
    void begin(const Agreement &agreement) override;
    [[gnu::hot]] void take(std::span<char> bytes, std::string &out) override;
    void close(quint16 code, std::string_view reason, std::string &out) override;
    void ignorePeer() override;
    void dropped() override;
    [[gnu::hot]] std::span<char> place() override;
    void takeInPlace(std::span<char> front, std::string &out) override;

private:
    class Listener;
    class Keeper;

    bool compresses(Opcode opcode, bool isLast, qint64 size) const;
    PushResult sendCompressed(Opcode opcode, QByteArrayView payload);
    void keepContext();

    NativeContext &m_context;
    std::optional<protocol::DeflateParameters> m_deflate;
    std::optional<protocol::Session> m_session; ///< from the upgrade on
    std::unique_ptr<Keeper> m_keeper;           ///< from the first message that refers to another on
};

} // namespace porthole
