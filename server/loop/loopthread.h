// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <functional>
#include <future>
#include <string>
#include <thread>

QT_FORWARD_DECLARE_CLASS(QEventLoop)

namespace porthole {

/// A thread that runs `begin`, an event loop on the best dispatcher there is, and `end`.
/// Threads: the owner's; `begin` and `end` run on the new one. Lifetime: the destructor ends the thread and waits for
/// the last of it, also for what libraries keep for each thread, which QThread::wait() does not: OpenSSL frees the rest
/// of that when the process exits, a second time if a thread is still at it.
class LoopThread final
{
    Q_DISABLE_COPY_MOVE(LoopThread)

public:
    /// Returns when `begin` has. The name is cut to the 15 bytes that Linux shows.
    LoopThread(const std::string &name, std::function<void()> begin, std::function<void()> end);
    ~LoopThread();

    /// Has the event loop return; the destructor waits for it.
    void quit();

private:
    void run(const std::string &name, const std::function<void()> &begin, const std::function<void()> &end);

    std::promise<QEventLoop *> m_up;
    QEventLoop *m_loop = nullptr; ///< on the thread's stack, until quit() has been called
    std::thread m_thread;
};

} // namespace porthole
