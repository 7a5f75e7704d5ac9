// SPDX-License-Identifier: MIT
#include "server/loop/loopthread.h"

#include "server/loop/loop.h"

#include <QEventLoop>
#include <QThread>

#include <utility>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace porthole {

LoopThread::LoopThread(const std::string &name, std::function<void()> begin, std::function<void()> end)
    : m_thread([this, name, begin = std::move(begin), end = std::move(end)] { run(name, begin, end); })
{
    m_loop = m_up.get_future().get();
}

LoopThread::~LoopThread()
{
    quit();
    m_thread.join();
}

// Queued, so that it is not lost when exec() has not begun.
void LoopThread::quit()
{
    if (QEventLoop *loop = std::exchange(m_loop, nullptr))
        QMetaObject::invokeMethod(loop, &QEventLoop::quit, Qt::QueuedConnection);
}

void LoopThread::run(const std::string &name, const std::function<void()> &begin, const std::function<void()> &end)
{
#ifdef Q_OS_LINUX
    constexpr size_t most = 15;
    pthread_setname_np(pthread_self(), name.substr(0, most).c_str());
#endif
    QThread *thread = QThread::currentThread();
    thread->setObjectName(QString::fromStdString(name));
    if (auto dispatcher = makeEventDispatcher())
        thread->setEventDispatcher(dispatcher.release());
    QEventLoop loop;
    begin();
    m_up.set_value(&loop);
    loop.exec();
    end();
}

} // namespace porthole
