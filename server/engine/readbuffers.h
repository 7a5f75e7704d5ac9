// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

namespace porthole {

/// What all connections of a worker read into. There is one buffer for each event loop that is nested in a handler.
/// Threads: the worker's. Lifetime: outlives its leases. Errors: std::bad_alloc.
class ReadBuffers final
{
public:
    static constexpr std::size_t size = std::size_t(256) * 1024;

    /// A buffer that nobody else reads into until the lease ends.
    class Lease final
    {
    public:
        explicit Lease(ReadBuffers &buffers) : m_buffers(buffers)
        {
            if (buffers.m_free.empty())
                buffers.m_free.emplace_back(new char[size]);
            m_bytes = std::move(buffers.m_free.back());
            buffers.m_free.pop_back();
        }
        ~Lease() { m_buffers.m_free.push_back(std::move(m_bytes)); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;

        std::span<char> bytes() const { return {m_bytes.get(), size}; }

    private:
        ReadBuffers &m_buffers;
        std::unique_ptr<char[]> m_bytes;
    };

private:
    std::vector<std::unique_ptr<char[]>> m_free;
};

} // namespace porthole
