// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"
#include "server/server.h"

#include <QStringList>

#include <mutex>

namespace porthole::test {

/// A server on a free port of the loopback that writes down its events, one line each:
/// `open #1 /path`, `message #1 text hello`, `close #1 1000 clean client "peer close" reason`, `disconnect #1 ...`.
/// Handlers of a test are called after the line is written.
class RecordedServer final
{
public:
    explicit RecordedServer(Settings settings = {}, bool echo = false);

    Server &server() { return m_server; }
    quint16 port() const { return m_server.port(); }
    bool start();
    /// Stops it and waits until it has ended.
    Totals totalsAtEnd();

    QStringList lines() const;
    /// The lines of that kind, without it.
    QStringList lines(const QString &kind) const;
    QString last() const;
    ClientId lastOpened() const;
    void write(const QString &line);

    std::function<void(const Request &)> whenOpen; ///< to be set before start()
    std::function<void(const Frame &)> whenMessage;
    std::function<void(const Closed &)> whenClose;

private:
    mutable std::mutex m_mutex;
    QStringList m_lines;
    ClientId m_lastOpened;
    Server m_server;
};

/// Loopback, a free port, one worker, the engine that PORTHOLE_TEST_ENGINE names.
Settings testSettings();

QString describe(const Closed &closed);

} // namespace porthole::test
