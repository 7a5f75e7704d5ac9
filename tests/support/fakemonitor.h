// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QList>

#include <functional>

namespace porthole {

/// A monitor that a test plays the server behind: what it is told shows up in the window, what the window wants is
/// kept. Actions finish on the next turn of the loop, as sent to all, unless `answer` says otherwise.
class FakeMonitor final : public Monitor
{
    Q_OBJECT

public:
    struct Action
    {
        enum Kind { Push, Broadcast, Disconnect, Start, Stop } kind = Push;
        QList<ClientId> clients;
        QByteArray payload;
        Opcode opcode = Opcode::Text;
        quint16 code = 0;
        QString reason;
        ServerSetup setup = {};
    };

    explicit FakeMonitor(QObject *parent = nullptr);

    void watch(bool on) override { m_watched = on; }
    void setInterval(std::chrono::milliseconds interval) override { m_interval = interval; }
    ServerState state() const override { return m_state; }
    ActionId push(const QList<ClientId> &clients, const Message &message) override;
    ActionId broadcast(const Message &message) override;
    ActionId disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason) override;
    ServerSetup setup() const override { return m_setup; }
    QStringList handlers() const override;
    /// The state follows unless `answer` has an error.
    ActionId start(const ServerSetup &setup) override;
    ActionId stop() override;

    bool isWatched() const { return m_watched; }
    std::chrono::milliseconds interval() const { return m_interval; }
    const QList<Action> &actions() const { return m_actions; }
    std::function<ActionResult(const Action &)> answer;

    void setState(const ServerState &state);
    ClientId addClient(const QString &path = QStringLiteral("/"), const QList<Header> &headers = {});
    void addClients(int count);
    void changeClient(ClientId id, const std::function<void(ClientRow &)> &change);
    void closeClient(ClientId id, quint16 code = 1000, const QString &reason = {}, Cause cause = Cause::PeerClose);
    void refuse(const QString &peer, Cause cause, const QString &reason);
    void addMessage(ClientId id, Direction direction, const QByteArray &payload, Opcode opcode = Opcode::Text);
    void addNotice(const QString &text);
    void addConsole(ConsoleLevel level, const QString &text, const QString &place = {}, int worker = 0);
    QList<double> &loopLags() { return m_update.loopLags; }
    Totals &totals() { return m_update.totals; }
    void advance(qint64 micros) { m_time += micros; }
    qint64 time() const { return m_time; }
    void setTime(qint64 micros) { m_time = micros; }
    /// Sends what was collected since the last time.
    void flush();

private:
    ActionId begin(Action action);
    ClientRow &pending(ClientId id);

    QList<Action> m_actions;
    MonitorUpdate m_update;
    QHash<quint64, ClientRow> m_clients;
    ServerState m_state;
    ServerSetup m_setup;
    qint64 m_time = 0;
    quint64 m_lastClient = 0;
    ActionId m_lastAction = 0;
    std::chrono::milliseconds m_interval = fastestUpdates;
    bool m_watched = false;
};

} // namespace porthole
