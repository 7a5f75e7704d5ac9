// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/transport.h"

#include <QByteArray>

#include <vector>

namespace porthole {

/// Whole frames that wait for their transport, in order. A frame that waits for many is shared by all of them.
/// Threads: the connection's. Lifetime: a value of it; an empty one holds no memory once it has been drained. Errors:
/// none.
class Outbox final
{
public:
    bool isEmpty() const { return m_first == m_frames.size(); }
    qint64 bytes() const { return m_bytes; } ///< that wait

    /// A frame of which `sent` bytes are gone already.
    void append(QByteArray frame, qint64 sent = 0);
    /// Copies what is left of frames of which so many bytes are gone, in one piece. When nothing else waits they have
    /// begun, even if none are gone.
    void appendRest(Transport::Pieces frames, qint64 sent);
    /// Ahead of the frames that wait, behind one that has begun and behind what was urgent before (RFC 6455 5.4 lets
    /// control frames go between the fragments of a message).
    void appendUrgent(QByteArray frame);

    /// The front of what waits, as views into it; returns how many are filled.
    std::size_t views(Transport::PieceArray &views) const;
    /// So many bytes of the front are gone.
    void taken(qint64 bytes);

    /// Drops the oldest message that has not begun and is not urgent; false when there is none. Fragments stay: without
    /// one of them the others would be nonsense.
    bool dropOldest();
    /// Drops all messages that have not begun and are not urgent; fragments stay.
    void dropMessages();
    void clear(); ///< drops all

private:
    static bool isFragment(const QByteArray &frame);
    std::size_t firstMessage() const { return m_first + (m_hasBegun ? 1 : 0) + m_urgent; }
    void begin(); ///< the first
    void forgetFirst();

    std::vector<QByteArray> m_frames;
    quint32 m_first = 0;  ///< those before it are gone
    quint32 m_urgent = 0; ///< how many at the front are urgent, one that has begun not counted
    qint64 m_sent = 0;    ///< of the first
    qint64 m_bytes = 0;
    bool m_hasBegun = false; ///< the first
};

} // namespace porthole
