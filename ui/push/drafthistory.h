// SPDX-License-Identifier: MIT
#pragma once

#include "ui/push/draft.h"

#include <QList>

namespace porthole {

/// The drafts that were sent, newest last, and the place of a person who walks through them. The draft that was being
/// written waits at the end. A value.
class DraftHistory final
{
public:
    static constexpr qsizetype cap = 100;

    void add(const Draft &draft); ///< an equal older one moves to the end
    std::optional<Draft> older(const Draft &current);
    std::optional<Draft> newer();
    const QList<Draft> &drafts() const { return m_drafts; }

private:
    QList<Draft> m_drafts;
    Draft m_unsent;
    qsizetype m_at = 0; ///< drafts.size() while nobody walks
};

} // namespace porthole
