// SPDX-License-Identifier: MIT
#include "server/coroutine.h"

#include <QThreadStorage>

#include <unordered_set>
#include <utility>
#include <vector>

namespace porthole::coroutines {

/// The coroutines of one thread. Locked, as an object of another thread may bring one to its end.
class Frames final
{
public:
    // Not thread_local: programs that GCC makes for Windows destroy that when its memory is gone.
    static const std::shared_ptr<Frames> &ofThisThread()
    {
        static QThreadStorage<std::shared_ptr<Frames>> threads;
        std::shared_ptr<Frames> &frames = threads.localData();
        if (!frames)
            frames = std::make_shared<Frames>();
        return frames;
    }

    void add(Tracked &frame)
    {
        const std::lock_guard lock(m_mutex);
        frame.m_next = m_first;
        if (m_first)
            m_first->m_previous = &frame;
        m_first = &frame;
        ++m_count;
    }
    void remove(Tracked &frame)
    {
        const std::lock_guard lock(m_mutex);
        (frame.m_previous ? frame.m_previous->m_next : m_first) = frame.m_next;
        if (frame.m_next)
            frame.m_next->m_previous = frame.m_previous;
        --m_count;
    }
    int count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

    /// From here on a coroutine is destroyed with its Task. Returns those whose Task is gone already.
    std::vector<std::coroutine_handle<>> release();

private:
    mutable std::mutex m_mutex;
    Tracked *m_first = nullptr;
    int m_count = 0;
};

namespace {

/// Keeps what cannot be destroyed where a leak checker finds it.
void keep(void *frame)
{
    static std::mutex mutex;
    static auto *const kept = new std::vector<void *>;
    const std::lock_guard lock(mutex);
    kept->push_back(frame);
}

} // namespace

// A coroutine is destroyed by whichever comes second: its end or the end of its Task.
std::vector<std::coroutine_handle<>> Frames::release()
{
    const std::lock_guard lock(m_mutex);
    std::unordered_set<void *> known;
    for (const Tracked *frame = m_first; frame; frame = frame->m_next)
        known.insert(frame->m_coroutine.address());
    std::vector<std::coroutine_handle<>> orphans;
    for (Tracked *frame = m_first; frame; frame = frame->m_next) {
        if (frame->m_coroutine.done() || std::exchange(frame->m_isReleased, true))
            continue;
        if (frame->m_promise.setDestroyHandle())
            orphans.push_back(frame->m_coroutine);
        if (frame->m_awaited && !known.contains(frame->m_awaited))
            keep(frame->m_awaited);
    }
    return orphans;
}

Tracked::Tracked(QCoro::detail::TaskPromiseBase &promise, std::coroutine_handle<> coroutine)
    : m_promise(promise), m_coroutine(coroutine), m_frames(Frames::ofThisThread())
{
    m_frames->add(*this);
}

Tracked::~Tracked() { m_frames->remove(*this); }

void destroyAll(const std::function<void()> &letGo)
{
    const std::shared_ptr<Frames> frames = Frames::ofThisThread();
    // What is destroyed may start coroutines of its own, but not for ever.
    for (int round = 0; round < 16; ++round) {
        const auto orphans = frames->release();
        letGo();
        for (const std::coroutine_handle<> orphan : orphans)
            orphan.destroy();
        if (frames->count() == 0)
            return;
    }
}

int count() { return Frames::ofThisThread()->count(); }

} // namespace porthole::coroutines
