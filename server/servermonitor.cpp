// SPDX-License-Identifier: MIT
#include "server/servermonitor.h"

#include "server/pool.h"

namespace porthole {

int ServerMonitor::workerCount() const { return m_pool ? m_pool->size() : 0; }

template<typename Work>
bool ServerMonitor::post(int index, Work work)
{
    if (!m_pool)
        return false;
    Worker &worker = m_pool->worker(index);
    return worker.post([&worker, work = std::move(work)] { work(worker); });
}

void ServerMonitor::watch(bool on)
{
    for (int index = 0; index < workerCount(); ++index)
        post(index, [on](Worker &worker) { worker.watch(on); });
}

bool ServerMonitor::collect(int index, ReportReply reply)
{
    return post(index, [reply = std::move(reply)](Worker &worker) { reply(worker.report()); });
}

WorkerReport ServerMonitor::remains(int index) { return m_pool ? m_pool->worker(index).report() : WorkerReport(); }

bool ServerMonitor::push(int index, QList<ClientId> clients, Message message, ActionReply reply)
{
    return post(index, [clients, message, reply = std::move(reply)](Worker &worker) {
        reply(worker.push(clients, EncodedMessage::of(message)));
    });
}

bool ServerMonitor::broadcast(int index, Message message, ActionReply reply)
{
    return post(index, [message, reply = std::move(reply)](Worker &worker) {
        reply(worker.broadcast(EncodedMessage::of(message), {}));
    });
}

bool ServerMonitor::disconnect(int index, QList<ClientId> clients, quint16 code, QString reason, ActionReply reply)
{
    return post(index, [clients, code, reason, reply = std::move(reply)](Worker &worker) {
        ActionResult result;
        for (const ClientId id : clients) {
            const bool known = worker.directory().find(id) != nullptr;
            const bool begun = worker.disconnect(id, code, reason, Cause::Kicked);
            ++result[begun ? PushResult::Sent : known ? PushResult::NotEstablished : PushResult::UnknownClient];
        }
        reply(result);
    });
}

} // namespace porthole
