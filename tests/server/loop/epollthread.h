// SPDX-License-Identifier: MIT
#pragma once

#include "server/loop/epolldispatcher.h"

#include <QTest>
#include <QThread>

#include <functional>
#include <memory>

namespace porthole::test {

/// Ours, on a thread of onEpoll().
inline EpollDispatcher *epoll() { return static_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()); }

/// As onLoop(), on our dispatcher only.
inline void onEpoll(const std::function<void()> &body)
{
    const std::unique_ptr<QThread> thread(QThread::create(body));
    thread->setEventDispatcher(new EpollDispatcher);
    thread->start();
    QVERIFY(thread->wait(60'000));
}

} // namespace porthole::test
