// SPDX-License-Identifier: MIT
#include "server/listeningfault.h"

namespace porthole::listeningfault {

Error portTaken(const Listener &listener)
{
    return {QStringLiteral("Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for "
                           "a free one.")
                .arg(listener.port)
                .arg(listener.host)};
}

Error notHere(const Listener &listener)
{
    return {QStringLiteral("%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine "
                           "alone or 0.0.0.0 for every network.")
                .arg(listener.host)};
}

Error forbidden(const Listener &listener)
{
    return {QStringLiteral("Port %1 on %2 may not be used by this account: choose one above 1023.")
                .arg(listener.port)
                .arg(listener.host)};
}

Error other(const Listener &listener, const QString &reason)
{
    return {QStringLiteral("Cannot listen on %1: %2.").arg(listener.url(), reason)};
}

} // namespace porthole::listeningfault
