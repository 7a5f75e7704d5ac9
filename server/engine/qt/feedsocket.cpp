// SPDX-License-Identifier: MIT
#include "server/engine/qt/feedsocket.h"

#include <algorithm>
#include <cstring>

namespace porthole {

FeedSocket::FeedSocket(Write write) : m_write(std::move(write))
{
    setOpenMode(QIODevice::ReadWrite | QIODevice::Unbuffered);
    setSocketState(QAbstractSocket::ConnectedState);
}

// QAbstractSocket would wait for a network that is not there.
FeedSocket::~FeedSocket() { setSocketState(QAbstractSocket::UnconnectedState); }

void FeedSocket::feed(QByteArrayView bytes)
{
    m_fed = bytes;
    Q_EMIT readyRead();
    if (!m_fed.isEmpty())
        m_kept.append(std::exchange(m_fed, {}));
    if (m_taken == m_kept.size()) {
        m_kept.clear();
        m_taken = 0;
    }
}

qint64 FeedSocket::readData(char *data, qint64 size) { return take(data, size); }
qint64 FeedSocket::skipData(qint64 size) { return take(nullptr, size); }

qint64 FeedSocket::take(char *data, qint64 size)
{
    const qint64 kept = std::min(size, m_kept.size() - m_taken);
    const qint64 fed = std::min(size - kept, m_fed.size());
    if (data && kept > 0)
        std::memcpy(data, m_kept.constData() + m_taken, size_t(kept));
    if (data && fed > 0)
        std::memcpy(data + kept, m_fed.data(), size_t(fed));
    m_taken += kept;
    m_fed = m_fed.sliced(fed);
    return kept + fed;
}

qint64 FeedSocket::writeData(const char *data, qint64 size)
{
    if (m_write)
        m_write({data, size});
    return size;
}

} // namespace porthole
