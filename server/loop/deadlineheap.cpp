// SPDX-License-Identifier: MIT
#include "server/loop/deadlineheap.h"

#include <tuple>

namespace porthole {

namespace {

constexpr qsizetype nowhere = -1;

bool before(const DeadlineHeap::Item &a, const DeadlineHeap::Item &b)
{
    return std::tie(a.due, a.sequence) < std::tie(b.due, b.sequence);
}

} // namespace

void DeadlineHeap::push(const Item &item)
{
    if (item.slot >= m_positions.size())
        m_positions.resize(item.slot + 1, nowhere);
    Q_ASSERT(m_positions[item.slot] == nowhere);
    m_items.push_back(item);
    siftUp(m_items.size() - 1);
}

void DeadlineHeap::erase(quint32 slot)
{
    if (slot >= m_positions.size() || m_positions[slot] == nowhere)
        return;
    const auto hole = size_t(m_positions[slot]);
    const Item last = m_items.back();
    m_items.pop_back();
    m_positions[slot] = nowhere;
    if (hole == m_items.size())
        return;
    place(hole, last);
    siftUp(hole);
    siftDown(size_t(m_positions[last.slot]));
}

void DeadlineHeap::place(size_t position, const Item &item)
{
    m_items[position] = item;
    m_positions[item.slot] = qsizetype(position);
}

void DeadlineHeap::siftUp(size_t position)
{
    const Item item = m_items[position];
    while (position > 0) {
        const size_t parent = (position - 1) / 2;
        if (!before(item, m_items[parent]))
            break;
        place(position, m_items[parent]);
        position = parent;
    }
    place(position, item);
}

void DeadlineHeap::siftDown(size_t position)
{
    const Item item = m_items[position];
    for (size_t child = 2 * position + 1; child < m_items.size(); child = 2 * position + 1) {
        if (child + 1 < m_items.size() && before(m_items[child + 1], m_items[child]))
            ++child;
        if (!before(m_items[child], item))
            break;
        place(position, m_items[child]);
        position = child;
    }
    place(position, item);
}

} // namespace porthole
