// SPDX-License-Identifier: MIT
#pragma once

#include "server/listeningsocket.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace porthole {

/// Listens, accepts, and deals each connection out. Out of descriptors, it waits a second and tries again.
/// Threads: where it is made. Lifetime: stops listening when it goes. Errors: open() says what to do.
class Acceptor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Acceptor)

public:
    using Deal = std::function<void(const Accepted &accepted)>; ///< takes the descriptor over

    explicit Acceptor(Deal deal) : m_deal(std::move(deal)) { }

    Result<> open(const Listener &listener, const Settings &settings);
    void setTcpOptions(const Settings &settings) { m_socket.setTcpOptions(settings); }
    quint16 port() const { return m_socket.port(); }

private:
    void acceptSome();
    void rest();

    Deal m_deal;
    ListeningSocket m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace porthole
