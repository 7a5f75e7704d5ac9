// SPDX-License-Identifier: MIT
#pragma once

#include "ui/activity/history.h"
#include "ui/clients/clientsmodel.h"
#include "ui/clients/closedmodel.h"
#include "ui/console/consolemodel.h"
#include "ui/messages/messagesmodel.h"
#include "ui/shared/pace.h"
#include "ui/shared/ratemeter.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace porthole {

/// Turns a monitor's updates into models and rates, twenty times a second whatever comes, and less often, down to
/// five times, when that and painting it is slow.
/// Threads: the GUI's, the monitor's too. Lifetime: the monitor outlives it. It watches from start() to its end.
class Feed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Feed)

public:
    using Clock = std::function<qint64()>; ///< milliseconds from any start

    static qint64 steadyClock();

    /// Of a log that was opened: nobody tells it anything.
    explicit Feed(LogCaps caps, QObject *parent = nullptr);
    explicit Feed(Monitor &monitor, LogCaps caps = {}, Clock clock = &Feed::steadyClock, QObject *parent = nullptr);
    ~Feed() override;

    void start();
    void tick(); ///< a second has passed; it comes by itself once started

    ClientsModel &clients() { return m_clients; }
    ClosedModel &closed() { return m_closed; }
    MessagesModel &messages() { return m_messages; }
    ConsoleModel &console() { return m_console; }
    const QList<Notice> &notices() const { return m_notices; } ///< the last hundred, oldest first
    void clearNotices();

    void painted(std::chrono::nanoseconds time) { m_pace.spent(time); } ///< what painting took

    const Totals &totals() const { return m_totals; }
    double inRate() const { return m_in.rate(); }          ///< messages a second
    double outRate() const { return m_out.rate(); }        ///< messages a second
    const History &activity() const { return m_activity; } ///< a sample a second
    /// Microseconds since the epoch that samples are named by; the system's clock when none is set.
    void setWallClock(Clock clock) { m_wallClock = std::move(clock); }
    const QList<double> &history() const { return m_history; } ///< messages a second, both ways, one value a second

Q_SIGNALS:
    void refreshed(); ///< models and figures are up to date
    void noticed();

private:
    Feed(LogCaps caps, Clock clock, QObject *parent);
    void receive(const MonitorUpdate &update);
    void follow(const ServerState &state);
    void apply();
    QList<LogRow> logRows(const MonitorUpdate &update) const;
    void takeClosed(const QList<ClosedRow> &rows);
    void takeNotices(const QList<Notice> &notices);

    Monitor *m_monitor = nullptr;
    ClientsModel m_clients;
    ClosedModel m_closed;
    MessagesModel m_messages;
    ConsoleModel m_console;
    MonitorUpdate m_pending;
    Totals m_totals;
    RateMeter m_in;
    RateMeter m_out;
    QList<double> m_history;
    History m_activity;
    Pace m_pace;
    QList<double> m_loopLags;
    QList<Notice> m_notices;
    Clock m_clock;
    Clock m_wallClock;
    QTimer m_applyTimer;
    QTimer m_secondTimer;
    qint64 m_lastApply = 0;
    bool m_dirty = false;
};

} // namespace porthole
