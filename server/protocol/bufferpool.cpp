// SPDX-License-Identifier: MIT
#include "server/protocol/bufferpool.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace porthole::protocol {

namespace {

constexpr std::size_t smallest = 512;
constexpr std::size_t mostKept = 16;

} // namespace

Buffer &Buffer::operator=(Buffer &&other) noexcept
{
    m_bytes = std::move(other.m_bytes);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
    return *this;
}

void Buffer::reserve(std::size_t capacity)
{
    if (capacity <= m_capacity)
        return;
    auto *const bytes = static_cast<char *>(std::realloc(m_bytes.get(), capacity));
    if (!bytes)
        throw std::bad_alloc();
    static_cast<void>(m_bytes.release());
    m_bytes.reset(bytes);
    m_capacity = capacity;
}

void Buffer::append(std::string_view bytes)
{
    if (bytes.empty())
        return;
    if (bytes.size() > m_capacity - m_size)
        reserve(std::max(m_size + bytes.size(), 2 * m_capacity));
    std::memcpy(m_bytes.get() + m_size, bytes.data(), bytes.size());
    m_size += bytes.size();
}

// Of those that fit alike it is the one that came back last: most of it is in the processor's caches still.
Buffer BufferPool::take(std::size_t capacity)
{
    auto best = m_kept.end();
    for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
        if (it->capacity() >= capacity && (best == m_kept.end() || it->capacity() <= best->capacity()))
            best = it;
    }
    Buffer buffer;
    if (best == m_kept.end()) {
        buffer.reserve(std::max(capacity, smallest));
        return buffer;
    }
    std::swap(*best, m_kept.back());
    buffer = std::move(m_kept.back());
    m_kept.pop_back();
    m_keptBytes -= buffer.capacity();
    return buffer;
}

void BufferPool::give(Buffer buffer)
{
    if (buffer.isNull() || m_kept.size() == mostKept || buffer.capacity() > m_keepBytes - m_keptBytes)
        return;
    buffer.clear();
    m_keptBytes += buffer.capacity();
    m_kept.push_back(std::move(buffer));
}

void BufferPool::trim()
{
    m_kept.clear();
    m_kept.shrink_to_fit();
    m_keptBytes = 0;
}

} // namespace porthole::protocol
