// SPDX-License-Identifier: MIT
#include "server/engine/outbox.h"

#include <algorithm>
#include <utility>

namespace porthole {

void Outbox::append(QByteArray frame, qint64 sent)
{
    Q_ASSERT(sent < frame.size() && (sent == 0 || isEmpty()));
    if (sent > 0) {
        m_sent = sent;
        m_hasBegun = true;
    }
    m_bytes += frame.size() - sent;
    m_frames.push_back(std::move(frame));
}

void Outbox::appendRest(Transport::Pieces frames, qint64 sent)
{
    Q_ASSERT(sent == 0 || isEmpty());
    QByteArray rest;
    rest.reserve(Transport::sizeOf(frames) - sent);
    for (const QByteArrayView piece : frames) {
        const qint64 gone = std::min<qint64>(sent, piece.size());
        rest.append(piece.sliced(gone));
        sent -= gone;
    }
    m_hasBegun = m_hasBegun || isEmpty();
    m_bytes += rest.size();
    m_frames.push_back(std::move(rest));
}

void Outbox::appendUrgent(QByteArray frame)
{
    m_bytes += frame.size();
    m_frames.insert(m_frames.begin() + qsizetype(firstMessage()), std::move(frame));
    ++m_urgent;
}

std::size_t Outbox::views(Transport::PieceArray &views) const
{
    const std::size_t count = std::min(m_frames.size() - m_first, views.size());
    for (std::size_t index = 0; index < count; ++index)
        views[index] = m_frames[m_first + index];
    if (count > 0)
        views[0] = views[0].sliced(m_sent);
    return count;
}

void Outbox::taken(qint64 bytes)
{
    m_bytes -= bytes;
    while (bytes > 0) {
        const qint64 left = m_frames[m_first].size() - m_sent;
        if (bytes < left) {
            begin();
            m_sent += bytes;
            return;
        }
        bytes -= left;
        forgetFirst();
    }
}

void Outbox::begin()
{
    if (!std::exchange(m_hasBegun, true) && m_urgent > 0)
        --m_urgent;
}

void Outbox::forgetFirst()
{
    begin();
    m_hasBegun = false;
    m_sent = 0;
    m_frames[m_first++] = {};
    if (isEmpty()) {
        m_frames = {};
        m_first = 0;
    } else if (m_first >= 64 && m_first * 2 >= m_frames.size()) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + qsizetype(m_first));
        m_first = 0;
    }
}

bool Outbox::dropOldest()
{
    std::size_t index = firstMessage();
    while (index < m_frames.size() && isFragment(m_frames[index]))
        ++index;
    if (index >= m_frames.size())
        return false;
    m_bytes -= m_frames[index].size();
    const auto begin = m_frames.begin();
    std::move_backward(begin + qsizetype(m_first), begin + qsizetype(index), begin + qsizetype(index) + 1);
    m_frames[m_first++] = {};
    return true;
}

// RFC 6455 5.2: a frame that is not the last of its message, or not the first.
bool Outbox::isFragment(const QByteArray &frame)
{
    constexpr quint8 fin = 0x80;
    constexpr quint8 opcode = 0x0F;
    const auto first = quint8(frame.front());
    return (first & fin) == 0 || Opcode(first & opcode) == Opcode::Continuation;
}

void Outbox::dropMessages()
{
    const auto from = m_frames.begin() + qsizetype(firstMessage());
    m_frames.erase(std::remove_if(from, m_frames.end(),
                                  [this](const QByteArray &frame) {
                                      const bool goes = !isFragment(frame);
                                      m_bytes -= goes ? frame.size() : 0;
                                      return goes;
                                  }),
                   m_frames.end());
    if (isEmpty())
        clear();
}

void Outbox::clear()
{
    m_frames = {};
    m_first = m_urgent = 0;
    m_sent = m_bytes = 0;
    m_hasBegun = false;
}

} // namespace porthole
