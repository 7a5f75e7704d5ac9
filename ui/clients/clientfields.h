// SPDX-License-Identifier: MIT
#pragma once

#include "ui/clients/closedmodel.h"
#include "ui/filter/filter.h"

#include <QCoreApplication>

namespace porthole {

/// What a filter can ask of a client, connected or closed. A client that is connected has no code, reason, cause and
/// closing time; one that was refused has no figures.
class ClientFields final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::ClientFields)

public:
    enum Field {
        Id,
        Peer,
        Path,
        Subprotocol,
        User,
        Room,
        Connected,
        Idle,
        In,
        Out,
        BytesIn,
        BytesOut,
        Queued,
        Rtt,
        Worker,
        Engine,
        Compression,
        Time,
        Code,
        Reason,
        ClosedFor,
        By
    };

    static FilterFields all();
};

/// A connected client as a filter asks it. It borrows the row.
class ClientFilterRow final : public FilterRow
{
public:
    /// `now` in microseconds since the epoch.
    ClientFilterRow(const ClientRow &client, qint64 now) : m_client(client), m_now(now) { }

    FilterValue value(int field) const override;
    bool holds(const TextSearch &text) const override;

private:
    FilterValue figure(int field) const;

    const ClientRow &m_client;
    qint64 m_now;
};

/// A client that has left, or was refused, as a filter asks it. It borrows the row.
class ClosedFilterRow final : public FilterRow
{
public:
    explicit ClosedFilterRow(const ClosedClient &client) : m_client(client) { }

    FilterValue value(int field) const override;
    bool holds(const TextSearch &text) const override;

private:
    const ClosedClient &m_client;
};

} // namespace porthole
