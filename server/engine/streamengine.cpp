// SPDX-License-Identifier: MIT
#include "server/engine/streamengine.h"

#include "server/engine/transportfactory.h"

#include <QAbstractEventDispatcher>

namespace porthole {

namespace {

/// What the memory of a gathering keeps for the next one.
constexpr std::size_t keptCapacity = std::size_t(64) * 1024;

} // namespace

StreamEngine::StreamEngine() : m_companion(makeLoopCompanion(*this))
{
    if (!m_companion)
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &m_context,
                         [this] { aboutToBlock(); });
}

StreamEngine::~StreamEngine() { Q_ASSERT(m_connections.empty()); }

void StreamEngine::endAll()
{
    m_awaiting.clear();
    m_connections.clear();
}

Connection *StreamEngine::adopt(const Accepted &accepted, const Endpoint &endpoint, ConnectionEvents &events)
{
    std::unique_ptr<StreamConnection> connection = make(endpoint, events);
    auto transport =
        makeTransport(accepted.descriptor, endpoint.tls, m_buffers, m_ahead, connection->transportEvents());
    if (!transport)
        return nullptr;
    connection->open(std::move(transport));
    connection->m_index = quint32(m_connections.size());
    m_connections.push_back(std::move(connection));
    return m_connections.back().get();
}

void StreamEngine::later(StreamConnection &connection)
{
    if (std::exchange(connection.m_awaitsTurn, true))
        return;
    m_awaiting.push_back(&connection);
    if (m_awaiting.size() == 1)
        QMetaObject::invokeMethod(
            &m_context, [this] { giveTurns(); }, Qt::QueuedConnection);
}

void StreamEngine::giveTurns()
{
    for (StreamConnection *connection : std::exchange(m_awaiting, {})) {
        connection->m_awaitsTurn = false;
        if (connection->isBusy())
            continue; // it looks for itself when its handler returns
        if (connection->m_forgotten)
            remove(*connection);
        else
            connection->turn();
    }
}

void StreamEngine::forget(StreamConnection &connection)
{
    connection.m_forgotten = true;
    later(connection);
}

// What a connection tells about its queue may make handlers push more.
void StreamEngine::writeGathered()
{
    if (const std::function<void()> work = std::exchange(m_whenGathered, nullptr))
        work();
    for (std::size_t index = 0; index < m_gathered.size(); ++index)
        m_gathered[index]->writeGathered();
    m_gathered.clear();
}

void StreamEngine::remove(StreamConnection &connection)
{
    std::erase(m_gathered, &connection);
    std::erase_if(m_kept, [&](const Corked &kept) { return kept.connection == &connection; });
    const quint32 index = connection.m_index;
    std::swap(m_connections[index], m_connections.back());
    m_connections[index]->m_index = index;
    m_connections.pop_back();
}

Cork *StreamEngine::cork(StreamConnection &connection)
{
    if (m_free.empty())
        m_free.push_back(std::make_unique<Cork>());
    m_corked.push_back({&connection, std::move(m_free.back())});
    m_free.pop_back();
    return m_corked.back().replies.get();
}

void StreamEngine::uncork() { putBack(m_corked); }

void StreamEngine::putBack(std::vector<Corked> &corks)
{
    if (corks.back().replies->capacity() <= keptCapacity || m_free.empty())
        m_free.push_back(std::move(corks.back().replies));
    corks.pop_back();
}

bool StreamEngine::keepForRow()
{
    if (m_corked.back().replies->isEmpty())
        return false;
    m_kept.push_back(std::move(m_corked.back()));
    m_corked.pop_back();
    return true;
}

void StreamEngine::rowBegins()
{
    m_isRow = true;
    m_rowBegan = coarseNow();
    gather(true);
}

void StreamEngine::rowEnds()
{
    m_isRow = false;
    takeCorksOff();
    gather(false);
}

// From here on each reply is written at once: the handler that spins the loop may wait for what it brings about.
void StreamEngine::rowInterrupted()
{
    m_isRow = false;
    takeCorksOff();
}

void StreamEngine::writeAll()
{
    for (const Corked &corked : m_corked)
        corked.connection->uncork();
    takeCorksOff();
    writeGathered();
}

void StreamEngine::takeCorksOff()
{
    for (const Corked &kept : m_kept) {
        kept.connection->uncork();
        kept.connection->m_cork = nullptr;
    }
    while (!m_kept.empty())
        putBack(m_kept);
}

} // namespace porthole
