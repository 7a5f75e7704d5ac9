// SPDX-License-Identifier: MIT
#include "ui/push/drafthistory.h"

namespace porthole {

void DraftHistory::add(const Draft &draft)
{
    m_drafts.removeAll(draft);
    m_drafts.append(draft);
    if (m_drafts.size() > cap)
        m_drafts.removeFirst();
    m_at = m_drafts.size();
}

std::optional<Draft> DraftHistory::older(const Draft &current)
{
    if (m_at == m_drafts.size())
        m_unsent = current;
    if (m_at > 0 && m_at == m_drafts.size() && m_drafts.back() == current)
        --m_at;
    if (m_at == 0)
        return std::nullopt;
    return m_drafts.at(--m_at);
}

std::optional<Draft> DraftHistory::newer()
{
    if (m_at >= m_drafts.size())
        return std::nullopt;
    ++m_at;
    return m_at == m_drafts.size() ? m_unsent : m_drafts.at(m_at);
}

} // namespace porthole
