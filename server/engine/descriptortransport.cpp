// SPDX-License-Identifier: MIT
#include "server/engine/descriptortransport.h"

#include <sys/epoll.h>

#include <algorithm>

namespace porthole {

namespace {

/// Who drains a socket sleeps until its peer has sent on, and being woken costs more than to read once more. So a flood
/// is read in parts, unless it is answered at length: one long answer costs less than several.
constexpr size_t part = size_t(96) * 1024;
constexpr qint64 longAnswer = qint64(16) * 1024;

/// An idle client is to take 1.5 KiB, and 8 bytes more here would take 16 of the heap.
static_assert(sizeof(void *) != 8 || sizeof(DescriptorTransport) <= 56);

} // namespace

DescriptorTransport::DescriptorTransport(EpollDispatcher &dispatcher, ReadAhead &ahead, int descriptor,
                                         TransportEvents &events)
    : Transport(false), m_descriptor(descriptor), m_dispatcher(dispatcher), m_ahead(ahead), m_events(events)
{
    watch();
}

DescriptorTransport::~DescriptorTransport() { close(); }

qint64 DescriptorTransport::write(Pieces pieces)
{
    if (m_descriptor < 0)
        return 0;
    const qint64 written = socketcalls::write(m_descriptor, pieces);
    m_answersAtLength |= written >= longAnswer;
    return written;
}

qint64 DescriptorTransport::writeLast(QByteArrayView bytes)
{
    return m_descriptor < 0 ? 0 : socketcalls::writeLast(m_descriptor, bytes);
}

// A socket that is not to be read is watched for something that never comes: epoll reports a reset with it. Once it is
// reported, nothing is watched that could report it again and again.
void DescriptorTransport::watch()
{
    if (m_descriptor < 0)
        return;
    const quint32 reading = reads() && !m_lost ? EPOLLIN | EPOLLRDHUP : m_lost || m_broken ? 0u : EPOLLPRI;
    m_dispatcher.watch(m_descriptor, this, reading | (tellsMoved() && !m_broken ? EPOLLOUT : 0u));
}

void DescriptorTransport::ready(quint32 events)
{
    if (reads() && !m_lost && !m_events.wants())
        setReading(false);
    if (events & (EPOLLHUP | EPOLLERR)) {
        m_broken = true;
        if (!reads() || m_lost) {
            watch();
            m_error = m_error ? m_error : socketcalls::pendingError(m_descriptor);
            return m_lost ? void() : m_events.hungUp();
        }
    }
    if (events & EPOLLOUT && tellsMoved() && !m_broken)
        m_events.moved();
    if (events & ~quint32(EPOLLOUT) && reads() && !m_lost && m_descriptor >= 0)
        read();
}

void DescriptorTransport::read()
{
    const std::span<char> place = m_events.place();
    if (const std::span<char> room = m_ahead.room(); !room.empty())
        return readAhead(place, room);
    if (!place.empty()) {
        const auto got = socketcalls::read(m_descriptor, place);
        if (got.bytes > 0)
            m_events.arrivedInPlace(place.first(size_t(got.bytes)));
        return got.isOver ? lose(got) : void();
    }
    const ReadBuffers::Lease lease(m_ahead.buffers());
    const auto got = socketcalls::read(m_descriptor, lease.bytes());
    if (got.bytes > 0)
        m_events.arrived(lease.bytes().first(size_t(got.bytes)));
    else if (got.isOver)
        lose(got);
}

// One call brings the rest of a long message to its place, and what comes behind it.
void DescriptorTransport::readAhead(std::span<char> place, std::span<char> room)
{
    const size_t most = m_answersAtLength || m_hasMore ? place.size() + room.size() : part;
    place = place.first(std::min(place.size(), most));
    room = room.first(std::min(room.size(), most - place.size()));
    const auto got = socketcalls::read(m_descriptor, place, room);
    if (got.isOver)
        return lose(got);
    const auto bytes = size_t(got.bytes);
    m_hasMore = bytes == place.size() + room.size();
    const size_t placed = std::min(bytes, place.size());
    if (bytes > 0)
        m_ahead.add(m_events, place.first(placed), room.first(bytes - placed));
}

void DescriptorTransport::lose(const socketcalls::Got &got)
{
    m_lost = true;
    m_error = got.error;
    watch();
    m_events.lost(got.cause);
}

void DescriptorTransport::finish()
{
    if (m_descriptor >= 0)
        socketcalls::shutdownWrite(m_descriptor);
}

void DescriptorTransport::reset()
{
    if (m_descriptor < 0)
        return;
    socketcalls::resetOnClose(m_descriptor);
    close();
}

void DescriptorTransport::close()
{
    if (m_descriptor < 0)
        return;
    m_ahead.drop(m_events);
    m_dispatcher.forget(m_descriptor);
    socketcalls::close(std::exchange(m_descriptor, -1));
}

} // namespace porthole
