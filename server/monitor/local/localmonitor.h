// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/mailbox.h"
#include "server/monitor/local/control.h"
#include "server/monitor/local/source.h"

#include <QTimer>

#include <unordered_map>
#include <vector>

namespace porthole {

/// The monitor of the server in this process: asks its workers ten times a second and passes on what they tell.
/// A worker that is busy is asked again when it has answered, so that nothing piles up.
/// Threads, errors: see Monitor. Lifetime: outlives the workers of its source; detach() before they end.
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
    void take(int worker, WorkerReport report);
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
    std::vector<WorkerView> m_workers;
    MonitorUpdate m_next;
    ServerState m_state;
    std::unordered_map<ActionId, Action> m_actions;
    ActionId m_lastAction = 0;
    quint64 m_attachment = 0; ///< counts the sources, so that a late report is not taken for the next one's
    bool m_watching = false;
};

} // namespace porthole
