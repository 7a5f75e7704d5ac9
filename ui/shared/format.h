// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"
#include "server/monitor/monitor.h"

#include <QCoreApplication>
#include <QString>

namespace porthole {

/// Numbers, times and the server's closed lists as a person reads them, in the language of the application.
/// Times and spans are microseconds.
class Format final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::Format)

public:
    static QString count(quint64 value);     ///< 1,204
    static QString compact(double value);    ///< 0.4, 12, 1.2k, 3.4M
    static QString bytes(qint64 size);       ///< 42 B, 1.2 KiB
    static QString span(qint64 micros);      ///< 4 s, 2 min 05 s, 3 h 12 min, 5 d 2 h
    static QString duration(qint64 micros);  ///< exact to the microsecond: 85 µs, 1.250 ms, 4.200 s
    static QString age(qint64 micros);       ///< the same in one unit: 4 s, 2 min, 3 h, 5 d
    static QString timeOfDay(qint64 micros); ///< 12:00:01, local
    static QString time(qint64 micros);      ///< 12:00:01.123, local
    static QString dateTime(qint64 micros);  ///< with the date
    static QString client(ClientId id);      ///< #12
    static QString opcode(Opcode opcode);    ///< text, binary
    static QString direction(Direction way); ///< in, out
    static QString initiator(Initiator who);
    static QString cause(Cause cause);
    static QString result(PushResult result);
    static QString codeName(quint16 code); ///< going away; empty for a code without a name
    static qint64 now();
};

} // namespace porthole
