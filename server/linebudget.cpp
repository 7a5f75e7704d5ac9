// SPDX-License-Identifier: MIT
#include "server/linebudget.h"

namespace porthole {

using namespace std::chrono_literals;

LineBudget::LineBudget(std::function<void(int)> tellMore) : m_tellMore(std::move(tellMore))
{
    m_second.setSingleShot(true);
    QObject::connect(&m_second, &QTimer::timeout, &m_second, [this] { sumUp(); });
}

bool LineBudget::take()
{
    if (!m_second.isActive())
        m_second.start(1s);
    const bool isLeft = m_lines < linesPerSecond;
    ++(isLeft ? m_lines : m_more);
    return isLeft;
}

void LineBudget::sumUp()
{
    m_lines = 0;
    if (const int more = std::exchange(m_more, 0); more > 0)
        m_tellMore(more);
}

} // namespace porthole
