// SPDX-License-Identifier: MIT
#include "server/engine/cork.h"

namespace porthole {

void Cork::refer(QByteArrayView payload)
{
    m_references.push_back({m_bytes.size(), payload});
    m_referred += payload.size();
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
        add(reference.payload);
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
