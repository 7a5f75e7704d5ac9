// SPDX-License-Identifier: MIT
#include "server/directory.h"

#include <mutex>

namespace porthole {

std::shared_ptr<Presence> Directory::add(ClientId id)
{
    auto presence = std::make_shared<Presence>();
    const std::unique_lock lock(m_mutex);
    m_present[id.value] = presence;
    return presence;
}

void Directory::remove(ClientId id)
{
    const std::unique_lock lock(m_mutex);
    m_present.erase(id.value);
}

std::shared_ptr<Presence> Directory::find(ClientId id) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_present.find(id.value);
    return found == m_present.end() ? nullptr : found->second;
}

} // namespace porthole
