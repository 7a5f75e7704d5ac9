// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/transport.h"
#include "server/protocol/framewriter.h"

#include <QByteArrayView>

#include <span>
#include <string>
#include <vector>

namespace porthole {

/// The replies to one read, to be written with one call. A long payload that lies in the bytes that were read is not
/// copied: an echo is written from where it arrived, with its head in front of it if there is room.
/// Threads: the worker's. Lifetime: what was read outlives what refers to it, see setSource(). Errors: std::bad_alloc.
class Cork final
{
public:
    /// Payloads in there, and only there, may be referred to from now on, until all is written.
    void setSource(std::span<char> bytes)
    {
        m_source = bytes;
        m_offered = nullptr;
        m_owed = 0;
    }
    /// A message that was read is told. What lies in front of this payload in the source is not needed any more, as far
    /// as a head is long.
    void offer(QByteArrayView payload)
    {
        m_offered = payload.data();
        m_owed += qint64(protocol::maxServerHeaderSize) + payload.size();
    }
    /// What an echo takes at most of all that was told of this read, in bytes.
    qint64 owed() const { return m_owed; }

    void append(QByteArrayView head, QByteArrayView payload)
    {
        if (hasRoom(head, payload) && isWorthwhile(head, payload))
            return referToFrame(head, payload);
        m_bytes.append(head.data(), std::size_t(head.size()));
        if (payload.size() < shortest || !isInSource(payload))
            m_bytes.append(payload.data(), std::size_t(payload.size()));
        else
            refer(payload);
    }
    /// Where frames that are made here are appended.
    std::string &bytes() { return m_bytes; }

    bool isEmpty() const { return m_bytes.empty() && m_references.empty(); }
    qint64 size() const { return qint64(m_bytes.size()) + m_referred; }
    bool isFull() const { return m_references.size() >= (Transport::maxPieces - 1) / 2; } ///< of pieces
    std::size_t capacity() const { return m_bytes.capacity(); }

    bool isOnePiece() const { return m_references.size() + std::size_t(!m_bytes.empty()) == 1; }
    /// All of it, when it is one.
    QByteArrayView onePiece() const
    {
        return m_bytes.empty() ? m_references.front().bytes : QByteArrayView(m_bytes.data(), qsizetype(m_bytes.size()));
    }
    /// All of it, in order.
    Transport::Pieces pieces(Transport::PieceArray &pieces) const;
    void clear();

private:
    struct Reference
    {
        std::size_t at; ///< of the bytes made here
        QByteArrayView bytes;
    };

    /// Below it a copy costs less than the kernel's handling of another piece.
    static constexpr qsizetype shortest = 4096;

    bool isInSource(QByteArrayView bytes) const
    {
        const char *const begin = m_source.data();
        return bytes.begin() >= begin && bytes.end() <= begin + m_source.size();
    }
    bool continues(const char *begin) const
    {
        return !m_references.empty() && m_references.back().at == m_bytes.size()
            && m_references.back().bytes.end() == begin;
    }
    bool hasRoom(QByteArrayView head, QByteArrayView payload) const
    {
        return payload.data() == m_offered && isInSource(payload) && payload.data() - m_source.data() >= head.size();
    }
    bool isWorthwhile(QByteArrayView head, QByteArrayView payload) const
    {
        return payload.size() >= shortest || isEmpty() || continues(payload.begin() - head.size());
    }
    void refer(QByteArrayView bytes);
    void referToFrame(QByteArrayView head, QByteArrayView payload);

    std::string m_bytes;
    std::vector<Reference> m_references;
    std::span<char> m_source;
    const char *m_offered = nullptr;
    qint64 m_referred = 0; ///< bytes
    qint64 m_owed = 0;     ///< bytes
};

} // namespace porthole
