// SPDX-License-Identifier: MIT
#include "server/pool.h"

#include "server/core/logging.h"
#include "server/entrance.h"
#include "server/loop/loopthread.h"

#include <QThread>

#include <future>

namespace porthole {

Pool::Pool(const Settings &settings, std::vector<Listener> listeners, std::vector<Endpoint> endpoints,
           const Handlers &handlers)
    : m_settings(settings), m_listeners(std::move(listeners)), m_endpoints(std::move(endpoints)),
      m_tasks(settings.taskWorkerCount(), settings.taskQueueMax), m_admission(settings),
      m_queues(settings.workerCount())
{
    for (int index = 0; index < settings.workerCount(); ++index)
        m_workers.push_back(
            std::make_unique<Worker>(index, Worker::Shared{m_settings, m_endpoints, handlers, m_admission, m_queues}));
}

Pool::~Pool() { end(); }

Result<std::vector<quint16>> Pool::start()
{
    for (const auto &owned : m_workers) {
        Worker *worker = owned.get();
        m_threads.push_back(std::make_unique<LoopThread>(
            "worker-" + std::to_string(worker->index()), [worker] { worker->begin(); }, [worker] { worker->end(); }));
    }
    return listen();
}

Result<std::vector<quint16>> Pool::listen()
{
    m_entrance = std::make_shared<std::unique_ptr<Entrance>>();
    if (size() > 1)
        startAcceptor();
    m_toEntrance = m_toAcceptor ? m_toAcceptor.get() : &m_workers.front()->mailbox();
    std::promise<Result<std::vector<quint16>>> promise;
    m_toEntrance->post([this, &promise] { promise.set_value(openEntrance()); });
    auto outcome = promise.get_future().get();
    if (!outcome)
        end();
    return outcome;
}

void Pool::startAcceptor()
{
    m_toAcceptor = std::make_unique<Mailbox>();
    m_toAcceptor->moveToThread(nullptr);
    m_acceptorThread = std::make_unique<LoopThread>(
        "acceptor", [this] { m_toAcceptor->moveToThread(QThread::currentThread()); },
        [entrance = m_entrance] { entrance->reset(); });
}

Result<std::vector<quint16>> Pool::openEntrance()
{
    const auto tell = [this](const QString &sentence, int dropped) {
        qCWarning(lcServer, "%ls", qUtf16Printable(sentence));
        Worker &first = *m_workers.front();
        first.post([&first, sentence, dropped] { first.turnedAway(sentence, dropped); });
    };
    auto entrance = std::make_unique<Entrance>(
        m_admission, [this](const Accepted &accepted) { deal(accepted); }, tell);
    if (const auto listening = entrance->open(m_listeners, m_settings); !listening)
        return listening.error();
    *m_entrance = std::move(entrance);
    return (*m_entrance)->ports();
}

void Pool::atEntrance(std::function<void(Entrance &)> work)
{
    if (!m_toEntrance)
        return;
    m_toEntrance->post([entrance = m_entrance, work = std::move(work)] {
        if (*entrance)
            work(**entrance);
    });
}

void Pool::reload(const Settings &settings, const std::vector<Endpoint> &endpoints)
{
    atEntrance([settings, endpoints](Entrance &entrance) { entrance.reload(endpoints, settings); });
    for (const auto &owned : m_workers) {
        Worker *worker = owned.get();
        worker->post([worker, settings, endpoints] { worker->reload(settings, endpoints); });
    }
}

// The least loaded worker; among equals the one that leaves the smallest gap in the ids.
void Pool::deal(const Accepted &accepted)
{
    const quint64 count = m_workers.size();
    quint64 best = m_lastClient + 1;
    for (quint64 id = best + 1; id <= m_lastClient + count; ++id) {
        if (worker(int(id % count)).load() < worker(int(best % count)).load())
            best = id;
    }
    m_lastClient = best;
    worker(int(best % count)).deal({best}, accepted);
}

void Pool::stop(std::chrono::milliseconds grace, std::function<void()> done)
{
    stopAccepting();
    m_waitingFor = size();
    for (const auto &owned : m_workers) {
        Worker *worker = owned.get();
        worker->post([this, worker, grace, done] {
            worker->stop(grace, [this, done] {
                m_home.post([this, done] {
                    if (--m_waitingFor == 0)
                        done();
                });
            });
        });
    }
}

void Pool::stopAccepting()
{
    if (!std::exchange(m_toEntrance, nullptr))
        return;
    if (m_acceptorThread) {
        m_acceptorThread.reset();
        m_toAcceptor.reset();
    } else {
        m_workers.front()->post([entrance = m_entrance] { entrance->reset(); });
    }
}

void Pool::end()
{
    stopAccepting();
    m_tasks.end();
    for (const auto &thread : m_threads)
        thread->quit();
    m_threads.clear();
}

Worker *Pool::current() const
{
    Worker *worker = Worker::current();
    const bool ours = worker && worker->index() < size() && m_workers[size_t(worker->index())].get() == worker;
    return ours ? worker : nullptr;
}

} // namespace porthole
