// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <optional>

namespace porthole {

/// A row of the log: a message, a control frame, or a handshake that was refused (its reason is the payload then).
struct LogRow : MessageRow
{
    QString peer = {}; ///< of the client, address:port
    QString path = {}; ///< of its request
    std::optional<Cause> refused = {};

    /// Neither a message of text nor of bytes.
    bool isControlRow() const { return refused || isControl(opcode); }
    /// Of a close frame; nothing for one that carries none.
    std::optional<quint16> closeCode() const;
    /// What a person reads or searches: of a close frame the reason.
    QByteArrayView words() const;
};

} // namespace porthole
