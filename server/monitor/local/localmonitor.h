// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/mailbox.h"
#include "server/monitor/local/control.h"
#include "server/monitor/local/source.h"

#include <QTimer>

#include <unordered_map>
#include <vector>

namespace porthole {

/// The monitor of the server in this process: asks its workers once an interval, and passes on what they tell as soon
/// as all have answered. A worker that is busy is asked again when it has answered, so that nothing piles up, and
/// others wait no longer for it than to the next round. Threads, errors: see Monitor. Lifetime: outlives the workers of
/// its source; detach() before they end.
class LocalMonitor final : public Monitor
{
    Q_OBJECT

public:
    explicit LocalMonitor(QObject *parent = nullptr);

    void attach(MonitorSource *source);
    /// Tells what its workers, which have ended, have not told yet, and detaches.
    void conclude();
    void detach();
    /// Who starts and stops the server; without one it cannot be changed through this monitor.
    void setControl(ServerControl *control) { m_control = control; }
    void setState(const ServerState &state);

    void watch(bool on) override;
    void setInterval(std::chrono::milliseconds interval) override;
    ServerState state() const override { return m_state; }
    ActionId push(const QList<ClientId> &clients, const Message &message) override;
    ActionId broadcast(const Message &message) override;
    ActionId disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason) override;
    ServerSetup setup() const override { return m_control ? m_control->setup() : ServerSetup(); }
    QStringList handlers() const override { return m_control ? m_control->handlers() : QStringList(); }
    ActionId start(const ServerSetup &setup) override;
    ActionId stop() override;

private:
    struct WorkerView
    {
        Totals totals;
        bool asked = false;
    };
    struct Action
    {
        ActionResult result;
        int waitingFor = 0;
    };
    using Request = std::function<bool(int worker, MonitorSource::ActionReply)>;

    void update();
    bool ask(int worker);
    void take(int worker, WorkerReport report);
    void takeIn(WorkerReport report);
    void tell();
    void sumUp();
    ActionId change(const std::function<void(ServerControl &, ServerControl::Done)> &request);
    ActionId act(const QList<int> &workers, const Request &request);
    ActionId actOn(const QList<ClientId> &clients,
                   const std::function<bool(int, QList<ClientId>, MonitorSource::ActionReply)> &request);
    void count(ActionId id, const ActionResult &part);
    ActionId refuse(const QString &error);

    Mailbox m_mailbox;
    MonitorSource *m_source = nullptr;
    ServerControl *m_control = nullptr;
    QTimer m_timer;
    std::chrono::milliseconds m_interval = fastestUpdates;
    std::vector<WorkerView> m_workers;
    MonitorUpdate m_next;
    ServerState m_state;
    std::unordered_map<ActionId, Action> m_actions;
    ActionId m_lastAction = 0;
    quint64 m_attachment = 0; ///< counts the sources, so that a late report is not taken for the next one's
    bool m_watching = false;
    bool m_told = true; ///< of the round that was begun last
};

} // namespace porthole
