// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/streamconnection.h"
#include "server/protocol/session.h"

namespace porthole {

/// One client of the native engine: a protocol::Session between its bytes and its events.
/// Threads, lifetime, errors: see StreamConnection.
class NativeConnection final : public StreamConnection
{
public:
    NativeConnection(StreamEngine &engine, const Endpoint &endpoint, protocol::SessionContext &context,
                     ConnectionEvents &events);

protected:
    void begin(const QByteArray &key) override;
    void take(std::span<char> bytes, std::string &out) override;
    void close(quint16 code, std::string_view reason, std::string &out) override;
    void ignorePeer() override;
    std::span<char> place() override;
    void takeInPlace(std::span<char> front, std::string &out) override;

private:
    class Listener;

    protocol::SessionContext &m_context;
    std::optional<protocol::Session> m_session; ///< from the upgrade on
};

} // namespace porthole
