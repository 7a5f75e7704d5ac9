// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/local/source.h"

namespace porthole {

class Pool;

/// A server's workers as a MonitorSource. See there for threads, lifetime and errors.
class ServerMonitor final : public MonitorSource
{
public:
    void attach(Pool *pool) { m_pool = pool; } ///< before any other call; nullptr when the workers have ended

    int workerCount() const override;
    void watch(bool on) override;
    bool collect(int worker, ReportReply reply) override;
    WorkerReport remains(int worker) override;
    bool push(int worker, QList<ClientId> clients, Message message, ActionReply reply) override;
    bool broadcast(int worker, Message message, ActionReply reply) override;
    bool disconnect(int worker, QList<ClientId> clients, quint16 code, QString reason, ActionReply reply) override;

private:
    template<typename Work>
    bool post(int worker, Work work);

    Pool *m_pool = nullptr;
};

} // namespace porthole
