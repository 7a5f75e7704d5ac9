// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/deadlines.h"
#include "server/engine/engine.h"
#include "server/engine/readahead.h"
#include "server/engine/readbuffers.h"
#include "server/engine/streamconnection.h"

#include <QObject>

#include <vector>

namespace porthole {

class LoopCompanion;

/// What all engines have in common: the connections of one worker and what they share.
/// Threads, lifetime, errors: see Engine.
class StreamEngine : public Engine, private ReadAhead::Row
{
public:
    StreamEngine();
    ~StreamEngine() override;

    Connection *adopt(const Accepted &accepted, const Endpoint &endpoint, ConnectionEvents &events) final;

    void gather(bool on) final
    {
        m_gathering += on ? 1 : -1;
        if (m_gathering == 0 && hasGathered())
            writeGathered();
    }
    /// Whether what is pushed to others than the one that is being read may wait a little.
    bool gathers() const final { return m_gathering > 0; }
    void whenGathered(std::function<void()> work) final { m_whenGathered = std::move(work); }
    /// Something of it waits for the end of the gathering.
    void gathered(StreamConnection &connection) { m_gathered.push_back(&connection); }

    Traffic traffic() const override { return m_traffic; }
    Traffic &counted() { return m_traffic; }
    void countRead(std::size_t bytes)
    {
        m_traffic.bytesIn += bytes;
        reads();
        if (m_isRow && readAt() != m_rowBegan)
            takeCorksOff(); // replies wait for those of the others in the row, but not for long
    }
    Deadlines &deadlines() { return m_deadlines; }
    ReadAhead &ahead() { return m_ahead; }
    /// The event loop is about to wait. Of nested loops the outer ones hold replies back that it may wait for.
    void aboutToBlock()
    {
        if (m_gathering > 0 || hasGathered())
            writeAll();
    }
    QObject &context() { return m_context; } ///< for slots that end with the engine

    /// Gives the connection a turn from the event loop.
    void later(StreamConnection &connection);
    /// The connection is over; deletes it from the event loop.
    void forget(StreamConnection &connection);

    /// Where the replies of one connection are gathered; while its handlers spin an event loop they do not wait.
    [[gnu::hot]] Cork *cork(StreamConnection &connection);
    void uncork();
    /// Keeps the innermost cork where it is until the row ends; false when it is to be taken off at once.
    bool keepCork() { return m_isRow && keepForRow(); }

protected:
    virtual std::unique_ptr<StreamConnection> make(const Endpoint &endpoint, ConnectionEvents &events) = 0;
    /// To be called by the destructor of the engine, while it is whole.
    void endAll();

private:
    struct Corked
    {
        StreamConnection *connection;
        std::unique_ptr<Cork> replies;
    };

    void rowBegins() override;
    void rowEnds() override;
    void rowInterrupted() override;
    bool hasGathered() const { return m_whenGathered || !m_gathered.empty(); }
    void writeAll();
    bool keepForRow();
    void takeCorksOff();
    [[gnu::hot]] void putBack(std::vector<Corked> &corks);
    void giveTurns();
    void writeGathered();
    void remove(StreamConnection &connection);

    QObject m_context;
    Deadlines m_deadlines;
    ReadBuffers m_buffers;
    ReadAhead m_ahead{*this, m_buffers};
    std::unique_ptr<LoopCompanion> m_companion;
    Traffic m_traffic;
    std::vector<std::unique_ptr<StreamConnection>> m_connections;
    std::vector<StreamConnection *> m_awaiting;
    std::vector<Corked> m_corked; ///< of nested event loops the innermost last
    std::vector<Corked> m_kept;   ///< until the row ends
    std::vector<std::unique_ptr<Cork>> m_free;
    std::vector<StreamConnection *> m_gathered;
    std::function<void()> m_whenGathered;
    int m_gathering = 0; ///< how deep
    bool m_isRow = false;
    Clock::time_point m_rowBegan;
};

template<typename Work>
void StreamConnection::corked(std::span<char> source, Work work)
{
    const bool isKept = m_cork; // of the same row
    if (!isKept)
        m_cork = m_engine.cork(*this);
    m_cork->setSource(source);
    m_engine.gather(true);
    work(m_cork->bytes());
    if (!isKept && (!isOpen() || !m_engine.keepCork())) {
        uncork();
        m_cork = nullptr;
        m_engine.uncork();
    }
    m_engine.gather(false);
}

} // namespace porthole
