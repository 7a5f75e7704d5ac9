// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/compressionsettings.h"
#include "server/core/enginekind.h"

#include <QStringList>

#include <chrono>

namespace porthole {

/// What happens to a push that its client's queue has no room for. PushResult::BacklogFull in each case but DropOldest.
enum class QueuePolicy : quint8 {
    Close,      ///< the client is closed with 3008, "slow consumer"
    DropNewest, ///< the message is dropped
    DropOldest, ///< messages that wait are dropped until there is room
    Block,      ///< the message is not taken; onDrain tells when to push again
};

/// Who may use a file, as chmod has it.
struct FileMode
{
    int bits = 0660;
};

/// Whether clients show certificates of their own.
enum class ClientCertificates : quint8 {
    None,     ///< they are not asked for one
    Optional, ///< one that is shown must be good
    Required, ///< without a good one the TLS handshake fails
};

/// Encryption of a listener. Files are in PEM; reload() reads them again.
struct TlsSettings
{
    QString certificate = {}; ///< file of the certificate, and of those between it and its root; empty: no TLS
    QString key = {};         ///< file of its private key
    QString passphrase = {};  ///< of the key; empty when it has none
    QString minimum = QStringLiteral("1.2"); ///< oldest version spoken: 1.2 or 1.3
    /// More certificates, for clients that ask for that host (SNI): <host>=<certificate file>:<key file>. The host may
    /// begin with "*.", for one label. All keys have the one passphrase.
    QStringList hosts = {};
    ClientCertificates clientCertificates = ClientCertificates::None;
    QString clientAuthorities = {}; ///< file of the certificates that those of clients are checked with

    bool isOn() const { return !certificate.isEmpty(); }
};

/// Everything that can be set, with its default. A value; copied by Server when it is made. Each field has a row in the
/// table of settings.cpp, which the command line reads too.
struct Settings
{
    QString host = QStringLiteral("127.0.0.1"); ///< IPv4 or IPv6 address, localhost, or unix:/path; :: is all of both
    quint16 port = 9502;                        ///< 0 takes a free one; of no meaning for a Unix socket
    int workers = 0;                            ///< threads that serve clients; 0 is one per core
    EngineKind engine = standardEngine();       ///< what speaks WebSocket
    QStringList subprotocols = {};              ///< those spoken here, best first
    QStringList allowedOrigins = {};            ///< pages that may connect: https://*.example.org; empty: all (403)
    QString documentRoot = {};                  ///< folder whose files are served to GET and HEAD; empty: none
    bool pingFrames = false;                    ///< onMessage is given pings too; they are answered all the same
    bool pongFrames = false;                    ///< onMessage is given pongs too, those that answer our pings included
    bool closeFrames = false;                   ///< onMessage is given the close frame that a client begins with
    qint64 messageMaxBytes = 1024 * 1024;       ///< longest message in and out; a longer one in closes with 1009
    qint64 queueMaxBytes = 1024 * 1024;         ///< unsent bytes a client may have waiting
    qint64 inboxMaxBytes = 256 * 1024;          ///< received bytes that may wait for a client's handler; then unread
    qint64 headMaxBytes = 16 * 1024;            ///< longest head of a request, in bytes
    qint64 bodyMaxBytes = 1024 * 1024;          ///< longest body of an HTTP request; a longer one gets 413
    QueuePolicy queuePolicy = QueuePolicy::Close;       ///< what happens when a queue is full
    std::chrono::milliseconds handshakeTimeout{10'000}; ///< from accept to open; of HTTP: for a head, a body, an answer
    std::chrono::milliseconds keepAliveTimeout{15'000}; ///< an HTTP connection without a request is closed after it
    std::chrono::milliseconds closeTimeout{5'000};      ///< wait for the peer's close frame, then cut
    std::chrono::milliseconds pingInterval{25'000};     ///< a ping to every client this often; 0 sends none
    std::chrono::milliseconds pongTimeout{10'000};      ///< closed with 3012 when no answer comes in this time
    std::chrono::milliseconds idleTimeout{0};           ///< closed with 1001 after this long without a message; 0 never

    // Sockets.
    int taskWorkers = 0;       ///< threads for Server::task(); 0 is one per core
    int taskQueueMax = 10'000; ///< tasks that may wait for a thread; more are not run
    int backlog = 4096;        ///< connections the kernel keeps for us to accept
    bool reusePort = false;    ///< other programs may listen on the same port, and share its clients
    FileMode socketMode = {};  ///< who may connect to a Unix socket
    bool tcpNoDelay = true;    ///< small messages go out at once
    std::chrono::milliseconds tcpKeepAlive{
        0}; ///< probes after this long without a byte, cut after twice that; 0 is none
    std::chrono::milliseconds tcpUserTimeout{
        0}; ///< cut when sent bytes stay unacknowledged this long; 0 is the kernel's

    // Limits; 0 is none.
    int maxClients = 0;                      ///< connections at a time, handshakes included; one more gets 503
    int maxClientsPerAddress = 0;            ///< the same of one IPv4 address or IPv6 /64 network; one more gets 429
    int maxHandshakesPerSecond = 0;          ///< connections a second; more get 503
    int maxMessagesPerSecond = 0;            ///< from one client; past it its socket is not read for a while
    qint64 maxBytesPerSecond = 0;            ///< of payload from one client; past it its socket is not read for a while
    int roomsPerClient = 100;                ///< rooms that one client can be in at a time
    qint64 tableMaxBytes = 64 * 1024 * 1024; ///< what Server::table() may hold, keys included
    std::chrono::milliseconds handlerBudget{2'000}; ///< a call into a script that takes longer is interrupted
    qint64 handlerMaxBytes = 256 * 1024 * 1024;     ///< memory that a call into a script may take; 0 is no limit
    qint64 queueTotalMaxBytes = 0; ///< unsent bytes of all clients; queuePolicy for the one that would pass it

    TlsSettings tls = {};                 ///< of settings.host
    CompressionSettings compression = {}; ///< for clients that come from then on; needs engine native

    int workerCount() const;     ///< workers, with 0 resolved
    int taskWorkerCount() const; ///< taskWorkers, with 0 resolved
    Result<> check() const;      ///< names the first bad setting, its value and what is allowed

    /// The names of all, as above.
    static QStringList names();
    /// What it is, in a few words, for a help text; empty when there is no such setting.
    static QString description(const QString &name);
    /// Whether Server::reload() can change it.
    static bool isLive(const QString &name);
    /// The names of those in which the other differs and that are not live.
    QStringList fixedDifferences(const Settings &other) const;
    /// Sets one from text: numbers, sizes like 64KiB, times like 500ms, 10s or 5min, yes or no, lists with commas. An
    /// Error, and nothing set, that names the setting, the value and what is allowed.
    Result<> set(const QString &name, const QString &value);
    /// As text that set() takes; empty when there is no such setting.
    QString value(const QString &name) const;
};

} // namespace porthole
