// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace porthole::protocol {

/// Bytes that grow without being cleared first.
/// Threads: a value that moves. Errors: std::bad_alloc.
class Buffer final
{
public:
    Buffer() = default;
    Buffer(Buffer &&other) noexcept { *this = std::move(other); }
    Buffer &operator=(Buffer &&other) noexcept;

    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }
    bool isNull() const { return m_capacity == 0; }
    std::string_view view() const { return {m_bytes.get(), m_size}; }

    /// The unused bytes at the end: write there, then call grow().
    std::span<char> room() const { return {m_bytes.get() + m_size, m_capacity - m_size}; }
    void grow(std::size_t written) { m_size += written; }
    void reserve(std::size_t capacity);
    void append(std::string_view bytes);
    void clear() { m_size = 0; }

private:
    struct Free
    {
        void operator()(char *bytes) const { std::free(bytes); }
    };

    std::unique_ptr<char, Free> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Keeps the buffers of messages that are done for the next ones: a fresh large one costs a page fault for each page.
/// Threads: one. Lifetime: buffers may outlive it.
class BufferPool final
{
public:
    /// Keeps at most that many bytes.
    explicit BufferPool(std::size_t keepBytes = std::size_t(16) * 1024 * 1024) : m_keepBytes(keepBytes) { }

    Buffer take(std::size_t capacity); ///< empty, with room for that many bytes
    void give(Buffer buffer);
    void trim(); ///< keeps none
    std::size_t keptBytes() const { return m_keptBytes; }

private:
    std::vector<Buffer> m_kept;
    std::size_t m_keepBytes;
    std::size_t m_keptBytes = 0;
};

} // namespace porthole::protocol
