// SPDX-License-Identifier: MIT
#include "server/engine/cork.h"

#include <algorithm>

namespace porthole {

void Cork::refer(QByteArrayView bytes)
{
    if (continues(bytes.begin()))
        m_references.back().bytes = {m_references.back().bytes.begin(), bytes.end()};
    else
        m_references.push_back({m_bytes.size(), bytes});
    m_referred += bytes.size();
}

// A second echo of the same message finds no room in front of it.
void Cork::referToFrame(QByteArrayView head, QByteArrayView payload)
{
    char *const frame = m_source.data() + (payload.data() - m_source.data()) - head.size();
    std::copy(head.begin(), head.end(), frame);
    m_offered = nullptr;
    refer({frame, head.size() + payload.size()});
}

Transport::Pieces Cork::pieces(Transport::PieceArray &pieces) const
{
    std::size_t count = 0;
    const QByteArrayView made(m_bytes.data(), qsizetype(m_bytes.size()));
    qsizetype at = 0;
    const auto add = [&](QByteArrayView piece) {
        if (!piece.isEmpty())
            pieces[count++] = piece;
    };
    for (const Reference &reference : m_references) {
        add(made.sliced(at, qsizetype(reference.at) - at));
        add(reference.bytes);
        at = qsizetype(reference.at);
    }
    add(made.sliced(at));
    return {pieces.data(), count};
}

void Cork::clear()
{
    m_bytes.clear();
    m_references.clear();
    m_referred = 0;
}

} // namespace porthole
