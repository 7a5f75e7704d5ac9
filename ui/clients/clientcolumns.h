// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QCoreApplication>

namespace porthole {

/// The columns of the clients table: their titles, what stands in them and how they order.
class ClientColumns final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::ClientColumns)

public:
    enum Column {
        Id,
        Peer,
        Path,
        Subprotocol,
        User,
        Rooms,
        Connected,
        Idle,
        MessagesIn,
        MessagesOut,
        BytesIn,
        BytesOut,
        Queued,
        Rtt,
        Worker,
        Engine,
        Compression,
        Count
    };

    static QString title(int column);
    static QString description(int column);
    static QString text(const ClientRow &client, int column, qint64 now);
    static bool isNumeric(int column); ///< aligned to the right
    /// Whether the value changes while the client is connected, so that an order by it goes stale.
    static bool isVolatile(int column);
    static bool isShownAtFirst(int column);
    /// Below, equal or above 0; equal only for the same client.
    static int compare(const ClientRow &a, const ClientRow &b, int column);
};

} // namespace porthole
