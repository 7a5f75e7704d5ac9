// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QMap>
#include <QObject>
#include <QTimer>

class QSystemTrayIcon;

namespace porthole {

/// Tells of clients that were closed for a cause that is a fault, in few notifications whatever comes: what happens
/// within a moment is one, and the next comes a while later. With a tray icon where the desktop has a place for one.
/// Threads: the GUI's. Lifetime: the monitor outlives it.
class FaultWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultWatch)

public:
    static constexpr int gatherMilliseconds = 1000;
    static constexpr int restMilliseconds = 10'000;

    explicit FaultWatch(Monitor &monitor, QObject *parent = nullptr);

    static bool isFault(Cause cause);
    void setOn(bool on);
    bool isOn() const { return m_on; }
    void tell(); ///< what was gathered; it comes by itself

Q_SIGNALS:
    void told(const QString &text);
    void activated(); ///< the icon or its notification was clicked

private:
    void take(const MonitorUpdate &update);

    QMap<Cause, int> m_faults;
    QTimer m_timer;
    QSystemTrayIcon *m_icon = nullptr;
    bool m_on = false;
};

} // namespace porthole
