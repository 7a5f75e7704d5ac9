// SPDX-License-Identifier: MIT
#include "server/loop/epolldispatcher.h"

#include "server/loop/vectorregisters.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <limits>

#include <fcntl.h>
#include <poll.h>

namespace porthole {

namespace {

Q_LOGGING_CATEGORY(logLoop, "porthole.loop")

constexpr quint32 trouble = EPOLLERR | EPOLLHUP;
constexpr std::array<quint32, 3> eventOf{EPOLLIN, EPOLLOUT, EPOLLPRI};
// Trouble first: who watches for it can still ask the socket what it was, before a reader closes it.
constexpr std::array<size_t, 3> order{QSocketNotifier::Exception, QSocketNotifier::Read, QSocketNotifier::Write};
static_assert(QSocketNotifier::Read == 0 && QSocketNotifier::Write == 1 && QSocketNotifier::Exception == 2);

} // namespace

quint32 EpollDispatcher::Listeners::wanted() const
{
    quint32 events = watcher ? watcherEvents : 0;
    for (size_t type = 0; notifiers && type < eventOf.size(); ++type)
        events |= notifier(type) ? eventOf[type] : 0;
    return events;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_descriptors(m_wakeUp.descriptor(), m_alarm.descriptor())
{ }

EpollDispatcher::~EpollDispatcher() = default;

// QEventLoop::exec() would come back at once unless it was told to stop, which interrupts.
bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const bool stays = flags.testFlag(QEventLoop::EventLoopExec) && flags.testFlag(QEventLoop::WaitForMoreEvents);
    while (true) {
        const Pass pass = makePass(flags);
        if (!stays || pass.mayStop)
            return pass.hasHandled;
    }
}

EpollDispatcher::Pass EpollDispatcher::makePass(QEventLoop::ProcessEventsFlags flags)
{
    const bool wasInterrupted = m_interrupted && m_interrupted.exchange(false);
    const bool wasWoken = m_wakeUp.consume();
    const quint64 pass = ++m_passes;

    tellAwake();
    sendPosted(wasWoken);

    // QEventLoop::exec() comes back until it is told to stop, so what it was woken for is done by now. Another caller
    // waits for one thing to happen, and being woken is one. A pass in between may have put back what it could not
    // deliver at its level, deferred deletes for one.
    bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && !wasInterrupted && !m_interrupted
        && (!wasWoken || flags.testFlag(QEventLoop::EventLoopExec));
    if (mayBlock)
        tellAboutToBlock();
    if (m_interrupted)
        return {};
    mayBlock = mayBlock && pass == m_passes;

    const bool isWoken = wait(flags, mayBlock);
    int handled = int(wasWoken) + int(isWoken);
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        handled += dispatchSockets();
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers) && timersMayBeDue(pass))
        handled += m_timers.fire();
    m_nothingPosted = flags.testFlag(QEventLoop::EventLoopExec) && !isWoken && pass == m_passes;
    // One in between may have taken the interrupt that was meant for this one's loop.
    return {handled > 0, wasInterrupted || m_interrupted || pass != m_passes};
}

void EpollDispatcher::connectNotify(const QMetaMethod &signal)
{
    m_isHeard = true;
    QAbstractEventDispatcher::connectNotify(signal);
}

void EpollDispatcher::tellAwake()
{
    if (m_isHeard)
        Q_EMIT awake();
    if (m_companion)
        m_companion->passBegins();
}

void EpollDispatcher::tellAboutToBlock()
{
    if (m_companion)
        m_companion->passBlocks();
    if (m_isHeard)
        Q_EMIT aboutToBlock();
}

// Who posts an event wakes the loop. Nobody did, and the pass before, of the same loop, has sent all it could: then
// there is none, or none but deletes that wait for an outer loop.
void EpollDispatcher::sendPosted(bool wasWoken)
{
    if (std::exchange(m_nothingPosted, false) && !wasWoken)
        return;
    QCoreApplication::sendPostedEvents();
}

bool EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock)
{
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        return waitAlone(flags, mayBlock);
    const bool blocks = mayBlock && m_wakeUp.fallAsleep();
    m_alarmTells = blocks && !flags.testFlag(QEventLoop::X11ExcludeTimers) && isAlarmSet();
    if (blocks)
        releaseVectorRegisters();
    while (!m_descriptors.wait(!blocks ? 0 : m_alarmTells ? -1 : timeout(flags))) { }
    return m_wakeUp.consume();
}

// For everything but sockets.
Q_NEVER_INLINE bool EpollDispatcher::waitAlone(QEventLoop::ProcessEventsFlags flags, bool mayBlock)
{
    m_alarmTells = false;
    m_wakeUp.drain();
    const bool blocks = mayBlock && m_wakeUp.fallAsleep();
    while (!m_wakeUp.sleep(blocks ? timeout(flags) : 0)) { }
    return m_wakeUp.consume();
}

// An alarm that rang among more than one wait can find is found later; one of a pass in between, there.
bool EpollDispatcher::timersMayBeDue(quint64 pass) const
{
    return !m_alarmTells || m_descriptors.hasRung() || m_descriptors.isFull() || pass != m_passes;
}

bool EpollDispatcher::isAlarmSet() { return !m_timers.isIdle() && m_alarm.wakesAt(m_timers.nextDue()); }

Q_NEVER_INLINE int EpollDispatcher::timeout(QEventLoop::ProcessEventsFlags flags) const
{
    using std::chrono::milliseconds;
    if (flags.testFlag(QEventLoop::X11ExcludeTimers) || m_timers.isIdle())
        return -1;
    const qint64 left = std::chrono::ceil<milliseconds>(m_timers.nextDue() - TimerQueue::Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

Q_NEVER_INLINE int EpollDispatcher::dispatchSockets()
{
    int notified = 0;
    for (auto ready = m_descriptors.next(); ready.descriptor >= 0; ready = m_descriptors.next()) {
        prefetch();
        if (ready.events & POLLNVAL)
            notified += drop(ready.descriptor);
        else
            notified += notify(ready);
    }
    if (m_descriptors.hasRung())
        m_alarm.rang();
    if (m_companion && notified > 0)
        m_companion->socketsServed();
    return notified;
}

// With many sockets what belongs to each has left the processor's caches by the time of its next event.
void EpollDispatcher::prefetch() const
{
    constexpr size_t soon = 1;
    constexpr size_t later = 3;
    if (const int descriptor = m_descriptors.upcoming(later); isKnown(descriptor))
        __builtin_prefetch(&m_listeners[size_t(descriptor)]);
    if (const int descriptor = m_descriptors.upcoming(soon); isKnown(descriptor))
        __builtin_prefetch(m_listeners[size_t(descriptor)].watcher);
}

int EpollDispatcher::notify(DescriptorSet::Ready ready)
{
    const quint32 round = m_descriptors.round();
    const auto index = size_t(ready.descriptor);
    const int notified = m_listeners[index].notifiers ? notifyNotifiers(ready) : 0;
    const Listeners &listeners = m_listeners[index];
    const quint32 events = ready.events & (listeners.watcherEvents | trouble);
    if (!listeners.watcher || !events || listeners.watcherSince == round || round != m_descriptors.round())
        return notified;
    listeners.watcher->ready(events);
    return notified + 1;
}

// A nested loop waits again, and what this event says is old news then: the number may be another file's.
Q_NEVER_INLINE int EpollDispatcher::notifyNotifiers(DescriptorSet::Ready ready)
{
    const quint32 round = m_descriptors.round();
    const auto index = size_t(ready.descriptor);
    int notified = 0;
    for (const size_t type : order) {
        if (round != m_descriptors.round() || !m_listeners[index].notifiers)
            break;
        const bool concerned = ready.events & (eventOf[type] | trouble);
        if (!concerned || !m_listeners[index].hasNotifier(type, round))
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(m_listeners[index].notifier(type), &event);
        ++notified;
    }
    return notified;
}

Q_NEVER_INLINE int EpollDispatcher::drop(int descriptor)
{
    const Listeners &listeners = m_listeners[size_t(descriptor)];
    Watcher *const watcher = listeners.watcher;
    const quint32 round = m_descriptors.round();
    for (size_t type = 0; type < eventOf.size(); ++type) {
        if (listeners.hasNotifier(type, round))
            disable(listeners.notifier(type));
    }
    if (!watcher || listeners.watcherSince == round)
        return 0;
    watch(descriptor, nullptr, 0);
    watcher->ready(EPOLLERR);
    return 1;
}

void EpollDispatcher::disable(QSocketNotifier *notifier)
{
    qCWarning(logLoop, "Descriptor %d cannot be watched; its notifier is disabled", int(notifier->socket()));
    notifier->setEnabled(false);
}

// A number that is no descriptor gets no memory.
bool EpollDispatcher::makeRoom(int descriptor)
{
    constexpr size_t step = 64;
    if (isKnown(descriptor))
        return true;
    if (descriptor < 0 || fcntl(descriptor, F_GETFD) < 0)
        return false;
    m_listeners.resize((size_t(descriptor) / step + 1) * step);
    return true;
}

bool EpollDispatcher::watch(int descriptor, Watcher *watcher, quint32 events)
{
    Q_ASSERT(thread() == QThread::currentThread());
    Q_ASSERT(!(events & EPOLLET));
    if (!makeRoom(descriptor))
        return false;
    Listeners &listeners = m_listeners[size_t(descriptor)];
    Watcher *const next = events ? watcher : nullptr;
    if (next != listeners.watcher) {
        listeners.watcherSince = m_descriptors.round();
        m_descriptors.doubt(descriptor);
    }
    listeners.watcher = next;
    listeners.watcherEvents = next ? events : 0;
    m_descriptors.want(descriptor, listeners.wanted());
    return true;
}

void EpollDispatcher::forget(int descriptor)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (!isKnown(descriptor))
        return;
    Listeners &listeners = m_listeners[size_t(descriptor)];
    if (listeners.wanted() != listeners.watcherEvents)
        return void(watch(descriptor, nullptr, 0));
    listeners.watcher = nullptr;
    listeners.watcherEvents = 0;
    m_descriptors.forget(descriptor);
}

EpollDispatcher::Statistics EpollDispatcher::statistics() const { return {m_descriptors.statistics(), m_passes}; }

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier && thread() == QThread::currentThread());
    const auto descriptor = int(notifier->socket());
    if (!makeRoom(descriptor)) {
        disable(notifier);
        return;
    }
    const auto type = size_t(notifier->type());
    Listeners &listeners = m_listeners[size_t(descriptor)];
    if (!listeners.notifiers)
        listeners.notifiers = std::make_unique<Notifiers>();
    if (listeners.notifier(type) && listeners.notifier(type) != notifier) {
        qCWarning(logLoop, "Descriptor %d has a second notifier of one type; it replaces the first", descriptor);
        m_descriptors.doubt(descriptor);
    }
    listeners.notifiers->each[type] = notifier;
    listeners.notifiers->since[type] = m_descriptors.round();
    m_descriptors.want(descriptor, listeners.wanted());
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier && thread() == QThread::currentThread());
    const auto descriptor = int(notifier->socket());
    const auto type = size_t(notifier->type());
    if (!isKnown(descriptor) || m_listeners[size_t(descriptor)].notifier(type) != notifier)
        return;
    m_listeners[size_t(descriptor)].notifiers->each[type] = nullptr;
    m_descriptors.want(descriptor, m_listeners[size_t(descriptor)].wanted());
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    Q_ASSERT(timerId > 0 && interval >= 0 && object);
    Q_ASSERT(object->thread() == thread() && thread() == QThread::currentThread());
    const auto bounded = std::clamp<qint64>(interval, 0, std::numeric_limits<int>::max());
    m_timers.add(timerId, std::chrono::milliseconds(bounded), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    Q_ASSERT(thread() == QThread::currentThread());
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    Q_ASSERT(object && thread() == QThread::currentThread());
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto left = m_timers.remaining(timerId);
    return left ? int(std::min<qint64>(left->count(), std::numeric_limits<int>::max())) : -1;
}

void EpollDispatcher::wakeUp() { m_wakeUp.notify(); }

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    m_wakeUp.notify();
}

} // namespace porthole
