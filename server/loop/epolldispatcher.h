// SPDX-License-Identifier: MIT
#pragma once

#include "server/loop/alarm.h"
#include "server/loop/descriptorset.h"
#include "server/loop/timerqueue.h"
#include "server/loop/wakeup.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace porthole {

/// A whole event dispatcher for a thread without windows, on epoll: everything Qt's event loop offers (socket
/// notifiers, timers, posted events, nested loops), where waking up costs what is ready and not what is watched.
/// One pass sends the posted events, then serves the sockets that are ready, then the timers that are due, each once,
/// so that none of the three starves the others. TimerQueue says what the types of timers mean.
///
/// Threads: wakeUp() and interrupt() from any; the rest on the thread it dispatches for.
/// Lifetime: QThread owns it. Notifiers, timers and watchers are taken back before they go; any of them may be added,
/// removed or deleted while events are delivered, and a notifier or watcher that is added meanwhile hears nothing of
/// what was ready before it was there.
/// Errors: a notifier on a descriptor that is not open is disabled with a warning, as Qt does; isValid() is false when
/// the system gave no descriptors.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    /// Told about a descriptor without a QSocketNotifier in between.
    class Watcher
    {
    public:
        /// Events as in EPOLLIN and so on, EPOLLERR and EPOLLHUP also when not asked for. Level-triggered.
        /// EPOLLERR alone, once, when the descriptor cannot be watched (any more); it is then not watched.
        virtual void ready(quint32 events) = 0;

    protected:
        ~Watcher() = default;
    };

    /// Goes along with each pass, nested ones included.
    class Companion
    {
    public:
        virtual void passBegins() = 0;    ///< before posted events are sent
        virtual void passBlocks() = 0;    ///< what aboutToBlock() says, without a signal
        virtual void socketsServed() = 0; ///< all that were ready; before the timers that are due

    protected:
        ~Companion() = default;
    };

    struct Statistics : DescriptorSet::Statistics
    {
        quint64 passes = 0;
    };

    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool isValid() const { return m_wakeUp.isValid() && m_descriptors.isValid(); }
    /// A descriptor has one watcher, and may have notifiers besides. No events or no watcher: not watched any more, to
    /// be called before the descriptor is closed. False when the descriptor is seen at once not to be open.
    bool watch(int descriptor, Watcher *watcher, quint32 events);
    /// The descriptor is about to be closed by the one who has it alone: cheaper than to watch it for no events.
    void forget(int descriptor);
    /// One at most, to be taken back with nullptr before it goes.
    void setCompanion(Companion *companion) { m_companion = companion; }
    Statistics statistics() const;

    [[gnu::hot]] bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    /// By type, each with the round of waiting in which it came.
    struct Notifiers
    {
        std::array<QSocketNotifier *, 3> each{};
        std::array<quint32, 3> since{};
    };
    /// Who wants to hear of one descriptor. Most have a watcher alone.
    struct Listeners
    {
        Watcher *watcher = nullptr;
        std::unique_ptr<Notifiers> notifiers;
        quint32 watcherEvents = 0;
        quint32 watcherSince = 0;

        quint32 wanted() const;
        QSocketNotifier *notifier(size_t type) const { return notifiers ? notifiers->each[type] : nullptr; }
        /// It is there, and was before this round.
        bool hasNotifier(size_t type, quint32 round) const { return notifier(type) && notifiers->since[type] != round; }
    };

    struct Pass
    {
        bool hasHandled = false;
        bool mayStop = true; ///< its loop may have been told to stop
    };

    Pass makePass(QEventLoop::ProcessEventsFlags flags);
    void connectNotify(const QMetaMethod &signal) override;
    void tellAwake();
    void tellAboutToBlock();
    void sendPosted(bool wasWoken);
    bool wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock);
    bool timersMayBeDue(quint64 pass) const;
    bool isAlarmSet();
    bool waitAlone(QEventLoop::ProcessEventsFlags flags, bool mayBlock);
    int timeout(QEventLoop::ProcessEventsFlags flags) const;
    [[gnu::hot]] int dispatchSockets();
    int notify(DescriptorSet::Ready ready);
    int notifyNotifiers(DescriptorSet::Ready ready);
    int drop(int descriptor);
    void disable(QSocketNotifier *notifier);
    bool makeRoom(int descriptor);
    void prefetch() const;
    bool isKnown(int descriptor) const { return descriptor >= 0 && size_t(descriptor) < m_listeners.size(); }

    WakeUp m_wakeUp;
    std::atomic<bool> m_interrupted = false;
    std::atomic<bool> m_isHeard = false; ///< somebody has connected to a signal of it
    bool m_alarmTells = false;           ///< of what is due while the loop waits
    bool m_nothingPosted = false;        ///< unless the loop is woken
    Companion *m_companion = nullptr;
    quint64 m_passes = 0;
    std::vector<Listeners> m_listeners;
    Alarm m_alarm;
    TimerQueue m_timers;
    DescriptorSet m_descriptors;
};

} // namespace porthole
