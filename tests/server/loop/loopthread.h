// SPDX-License-Identifier: MIT
#pragma once

#include "server/loop/loop.h"

#include <QTest>
#include <QThread>

#include <functional>
#include <memory>

namespace porthole::test {

/// For initTestCase_data(): every test function runs once on Qt's dispatcher and once on ours.
inline void addDispatchers()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("qt") << false;
    if (makeEventDispatcher())
        QTest::newRow("epoll") << true;
}

inline bool isOurs()
{
    QFETCH_GLOBAL(bool, ours);
    return ours;
}

/// Gives a thread that has not started the dispatcher of this row.
inline void setDispatcher(QThread &thread)
{
    if (isOurs())
        thread.setEventDispatcher(makeEventDispatcher().release());
}

/// Runs the body of a test on a thread with the dispatcher of this row; the thread does nothing else, and the caller
/// waits for it.
inline void onLoop(const std::function<void()> &body)
{
    const std::unique_ptr<QThread> thread(QThread::create(body));
    setDispatcher(*thread);
    thread->start();
    QVERIFY(thread->wait(60'000));
}

inline QAbstractEventDispatcher *dispatcher() { return QAbstractEventDispatcher::instance(); }

inline bool pass(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return dispatcher()->processEvents(flags);
}

} // namespace porthole::test
