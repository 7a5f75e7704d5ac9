// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/audit.h"

#include <QHash>
#include <QObject>

namespace porthole {

/// One message and who gets it.
struct Parcel
{
    QList<ClientId> clients;
    bool toAll = false; ///< to every client there is; `clients` is of no meaning then
    Message message;
};

/// The one way from the window to the monitor for what a person does by hand: it does nothing while the window is
/// read-only, and writes down the rest.
/// Threads: the GUI's. Lifetime: the monitor outlives it. Errors: what cannot be done at all stands in the result;
/// nothing but read-only yields the id 0, and then finished() never comes.
class Operations final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operations)

public:
    using Id = quint64;

    explicit Operations(Monitor &monitor, QObject *parent = nullptr);

    bool isReadOnly() const { return m_readOnly; } ///< remembered in QSettings
    void setReadOnly(bool on);
    Audit &audit() { return m_audit; }

    /// Target and what are for the audit list, in a few words.
    Id push(const QList<Parcel> &parcels, const QString &target, const QString &what);
    bool pushAgain(Id id, const QList<Parcel> &parcels); ///< one more round; false while read-only
    Id ping(const QList<ClientId> &clients);
    Id disconnectClients(const QList<ClientId> &clients, quint16 code, const QString &reason);
    Id startServer(); ///< with the setup there is
    Id stopServer();
    Id restartServer();
    Id changeServer(const ServerSetup &setup); ///< nothing, and 0, when it is the one there is and the server runs

    /// The settings that differ, in words; empty when there are none.
    static QString difference(const ServerSetup &before, const ServerSetup &after);
    static QString nameOf(const QList<ClientId> &clients); ///< #12, or 3 clients
    static QString describe(const Message &message);       ///< kind, size and how it begins

Q_SIGNALS:
    void finished(quint64 id, const porthole::ActionResult &round);
    void readOnlyChanged(bool on);

private:
    struct Round
    {
        ActionResult result;
        int waiting = 0;
    };

    Id begin(OperationKind kind, const QString &target, const QString &what);
    void send(Id id, const QList<Parcel> &parcels);
    void await(Id id, Monitor::ActionId action);
    void take(Monitor::ActionId action, const ActionResult &part);

    Monitor &m_monitor;
    Audit m_audit;
    QHash<Monitor::ActionId, Id> m_actions;
    QHash<Id, Round> m_rounds;
    Id m_restarting = 0; ///< waits for the server to have stopped
    Id m_lastId = 0;
    bool m_readOnly = false;
};

} // namespace porthole
