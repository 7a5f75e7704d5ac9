// SPDX-License-Identifier: MIT
#include "server/engine/tlsprobe.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace porthole {

QString tlsFault(const QSslConfiguration &configuration)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return {};
    QString fault;
    {
        QSslSocket socket;
        socket.setSslConfiguration(configuration);
        if (socket.setSocketDescriptor(ends[0])) {
            socket.startServerEncryption();
            if (socket.error() != QAbstractSocket::UnknownSocketError)
                fault = socket.errorString();
        } else {
            ::close(ends[0]);
        }
        socket.abort();
    }
    ::close(ends[1]);
    return fault;
}

} // namespace porthole
