// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/settings.h"

#include <optional>

namespace porthole {

/// Where clients can connect, and what holds for those who come in there. A value.
struct Listener
{
    QString host = QStringLiteral("127.0.0.1"); ///< as Settings::host: an address, localhost, or unix:/path
    quint16 port = 9502;                        ///< 0 takes a free one; of no meaning for a Unix socket
    TlsSettings tls = {};                       ///< with a certificate it speaks wss
    QString name = {};                          ///< what Request::listener says; the URL when empty
    /// For its clients, instead of the server's. What belongs to the server as a whole is not looked at in it: host,
    /// port, workers, engine, maxClients, maxClientsPerAddress, maxHandshakesPerSecond, queueTotalMaxBytes.
    std::optional<Settings> settings = {};

    /// From ws://127.0.0.1:9502, wss://[::1]:0 or unix:/run/porthole.sock; the `tls` is for wss, which needs its
    /// certificate. An Error that says what is allowed.
    static Result<Listener> fromUrl(const QString &url, const TlsSettings &tls = {});

    bool isUnixSocket() const;
    QString path() const;   ///< of its Unix socket; empty for TCP
    QString url() const;    ///< as fromUrl() takes it
    Result<> check() const; ///< names the listener, the first bad setting, its value and what is allowed
};

} // namespace porthole
