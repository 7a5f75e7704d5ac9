// SPDX-License-Identifier: MIT
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace porthole {

/// The one door into a thread: work posted from anywhere runs there, in order, from its event loop. Work that posts
/// work without end leaves the event loop time for all else. Threads: post() from any; the rest, and all that is
/// posted, on the thread the mailbox lives on (moveToThread). Lifetime: work still waiting when the mailbox goes is
/// destroyed without being run, and so is what is posted after close().
class Mailbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    using Work = std::function<void()>;

    Mailbox() = default;

    /// False when the mailbox is closed; the work is then destroyed unrun.
    bool post(Work work);
    /// Runs what waits now, without waiting for the event loop. False when nothing did.
    bool drain();
    /// On its own thread: nothing can be posted from here on. What already waits can still be drained.
    void close();
    /// On its own thread: calls it with true before a run of what waits, and with false after it.
    void bracket(std::function<void(bool)> around) { m_around = std::move(around); }

protected:
    void customEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    std::mutex m_mutex;
    std::vector<Work> m_waiting;
    std::function<void(bool)> m_around;
    bool m_closed = false;
    int m_rounds = 0; ///< runs since the event loop was last let on to other things
    QBasicTimer m_nextPass;
};

} // namespace porthole
