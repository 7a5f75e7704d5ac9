// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace porthole {

/// What is due next, and of what is due together, what was scheduled first. A binary heap that knows where each slot
/// stands, so that any of them can be taken out again in O(log n).
/// Threads: one. Lifetime: holds numbers only. Errors: none.
class DeadlineHeap final
{
public:
    using Clock = std::chrono::steady_clock;

    struct Item
    {
        Clock::time_point due;
        quint64 sequence = 0;
        quint32 slot = 0;
    };

    bool isEmpty() const { return m_items.empty(); }
    /// Only when not empty.
    const Item &front() const { return m_items.front(); }
    /// A slot can be in the heap once.
    void push(const Item &item);
    /// Does nothing when the slot is not in the heap.
    void erase(quint32 slot);

private:
    void place(size_t position, const Item &item);
    void siftUp(size_t position);
    void siftDown(size_t position);

    std::vector<Item> m_items;
    std::vector<qsizetype> m_positions;
};

} // namespace porthole
