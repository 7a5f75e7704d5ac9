// SPDX-License-Identifier: MIT
#pragma once

#include "server/admission.h"
#include "server/core/listener.h"
#include "server/core/mailbox.h"
#include "server/queuebudget.h"
#include "server/taskpool.h"
#include "server/worker.h"

namespace porthole {

class Entrance;
class LoopThread;

/// The threads of a server: its workers and, if they are several, their acceptor, from start to end.
/// Threads: the server's, but for worker() and workerOf(). Lifetime: the destructor cuts what is left and waits for the
/// threads. Errors: start() says in a sentence why nobody can connect.
class Pool final
{
    Q_DISABLE_COPY_MOVE(Pool)

public:
    /// An endpoint each listener.
    Pool(const Settings &settings, std::vector<Listener> listeners, std::vector<Endpoint> endpoints,
         const Handlers &handlers);
    ~Pool();

    /// Before start(), and after end().
    void setLastClient(ClientId last) { m_lastClient = last.value; }
    ClientId lastClient() const { return {m_lastClient}; }
    /// Starts the workers, then listens. Yields the port of each listener, 0 for a Unix socket.
    Result<std::vector<quint16>> start();
    /// What holds from now on: for the server as a whole, and for the clients of each listener.
    void reload(const Settings &settings, const std::vector<Endpoint> &endpoints);
    /// `done` runs on the server's thread once every client has left, at the latest after the grace.
    void stop(std::chrono::milliseconds grace, std::function<void()> done);
    /// Ends all threads now.
    void end();

    int size() const { return int(m_workers.size()); }
    Worker &worker(int index) const { return *m_workers[size_t(index)]; }
    Worker &workerOf(ClientId client) const { return ownerOf(client.value); }
    Worker &workerOf(TimerId timer) const { return ownerOf(timer.value); }
    Mailbox &home() { return m_home; } ///< the server's thread
    TaskPool &tasks() { return m_tasks; }
    /// The calling thread's worker if it is one of these.
    Worker *current() const;

private:
    // A division of 64 bits takes longer than anything else in a push.
    Worker &ownerOf(quint64 id) const
    {
        const auto count = quint32(m_workers.size());
        const bool isLong = id >> 32 != 0;
        return count == 1 ? *m_workers.front() : worker(int(isLong ? id % count : quint32(id) % count));
    }
    Result<std::vector<quint16>> listen();
    Result<std::vector<quint16>> openEntrance();
    void deal(const Accepted &accepted);
    void stopAccepting();
    void startAcceptor();
    /// Has the entrance's thread do it; nothing when nothing listens any more.
    void atEntrance(std::function<void(Entrance &)> work);

    const Settings m_settings; ///< of the start
    const std::vector<Listener> m_listeners;
    const std::vector<Endpoint> m_endpoints; ///< of the start
    Mailbox m_home;
    TaskPool m_tasks;
    Admission m_admission;
    QueueBudget m_queues;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<std::unique_ptr<LoopThread>> m_threads;
    // One worker accepts for itself: nothing is gained by handing over to it. Several have an acceptor.
    std::unique_ptr<LoopThread> m_acceptorThread;
    std::unique_ptr<Mailbox> m_toAcceptor;
    Mailbox *m_toEntrance = nullptr;                       ///< nullptr when nothing listens
    std::shared_ptr<std::unique_ptr<Entrance>> m_entrance; ///< lives on the thread that accepts
    quint64 m_lastClient = 0;                              ///< of the thread that accepts
    int m_waitingFor = 0;                                  ///< workers that are still stopping
};

} // namespace porthole
