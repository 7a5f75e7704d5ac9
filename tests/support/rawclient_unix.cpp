// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"

#include <QFile>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace porthole::test {

RawClient::RawClient(const QString &path) : m_socket(std::make_unique<QTcpSocket>())
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        m_socket->setSocketDescriptor(descriptor);
    else
        ::close(descriptor);
}

} // namespace porthole::test
