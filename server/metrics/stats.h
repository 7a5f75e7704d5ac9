// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"
#include "server/core/taskcounts.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <map>

namespace porthole {

/// How late a worker's event loop is, in milliseconds: what it was busy with longest keeps everything else waiting.
struct LoopLag
{
    double now = 0;
    double max = 0;  ///< since the worker began
    double mean = 0; ///< a running mean: nine parts what it was, one part the newest

    void add(double late);
};

/// What a server counts, since it was started but for what says "now". Bytes and frames on the wire are those beneath
/// TLS.
struct Counts
{
    quint64 clients = 0;     ///< WebSockets now
    quint64 connections = 0; ///< now, those that are none yet included
    quint64 accepted = 0;    ///< connections
    quint64 opened = 0;      ///< WebSockets
    quint64 closed = 0;      ///< of them
    quint64 refused = 0;     ///< connections that ended and never became one
    quint64 requests = 0;    ///< of HTTP, that asked for no WebSocket
    quint64 messagesIn = 0;
    quint64 messagesOut = 0;
    quint64 bytesIn = 0;  ///< of messages
    quint64 bytesOut = 0; ///< of messages
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    quint64 wireBytesIn = 0; ///< those of HTTP included
    quint64 wireBytesOut = 0;
    quint64 handlersRun = 0;
    quint64 handlerErrors = 0;
    quint64 coroutines = 0;                     ///< handlers that wait, now
    quint64 timers = 0;                         ///< now
    qint64 queuedBytes = 0;                     ///< pushed and not yet with the kernel, now
    std::array<quint64, causeCount> causes{};   ///< of the ends of WebSockets
    std::map<quint16, quint64> closeCodes = {}; ///< likewise

    quint64 endedFor(Cause cause) const { return causes[std::size_t(cause)]; }
    Counts &operator+=(const Counts &other);
};

struct WorkerStats
{
    int worker = 0;
    Counts counts;
    LoopLag lag;
};

/// A server's numbers at one time: OpenSwoole's stats() and more.
/// Threads: a value.
struct Stats
{
    QString version;
    QString engine;
    qint64 time = 0;       ///< when they were taken; microseconds since the Unix epoch
    qint64 startedAt = 0;  ///< likewise
    quint64 reloads = 0;   ///< of settings and certificates
    qint64 reloadedAt = 0; ///< 0 for never
    int maxClients = 0;    ///< the setting; 0 is none
    int taskWorkers = 0;   ///< threads there may be for tasks
    TaskCounts tasks;
    QList<WorkerStats> workers; ///< by number; one that has ended is not there

    Counts total() const;
    double uptime() const { return double(time - startedAt) / 1e6; } ///< seconds
    QJsonObject toJson() const;
    /// OpenMetrics text, version 1.0.0: names begin with porthole_, times are in seconds.
    QByteArray toOpenMetrics() const;
};

} // namespace porthole
