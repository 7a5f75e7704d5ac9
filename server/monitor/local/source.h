// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <functional>

namespace porthole {

/// What one worker has to tell since it was asked before.
struct WorkerReport
{
    QList<ClientRow> clients; ///< new and changed
    QList<ClosedRow> closed;
    QList<MessageRow> messages;
    QList<Notice> notices;
    QList<ConsoleRow> console;
    Totals totals; ///< of this worker
};

/// What a monitor needs of the server it shows.
/// Threads: called from the monitor's; every reply runs on the worker's. Lifetime: the server's; replies that are still
/// out when its workers end never run. Errors: false when the workers have ended; the reply then never runs.
class MonitorSource
{
public:
    using ReportReply = std::function<void(WorkerReport)>;
    using ActionReply = std::function<void(ActionResult)>;

    virtual int workerCount() const = 0;
    virtual void watch(bool on) = 0;
    virtual bool collect(int worker, ReportReply reply) = 0;
    /// What a worker that has ended has not told yet; only to be called then.
    virtual WorkerReport remains(int worker) = 0;
    virtual bool push(int worker, QList<ClientId> clients, Message message, ActionReply reply) = 0;
    virtual bool broadcast(int worker, Message message, ActionReply reply) = 0;
    virtual bool disconnect(int worker, QList<ClientId> clients, quint16 code, QString reason, ActionReply reply) = 0;

protected:
    ~MonitorSource() = default;
};

} // namespace porthole
