// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <functional>
#include <memory>
#include <mutex>

// QCoro has no way to end a coroutine that waits for something that never comes. A server that stops needs one: every
// QCoro::Task that is compiled with this header is known to its thread, which can destroy those that are left.
namespace porthole::coroutines {

class Frames;

/// One coroutine that has not returned, known to the thread it was started on.
/// Threads: made on its thread, gone on any. Lifetime: that of the coroutine's promise. Errors: none.
class Tracked final
{
    Q_DISABLE_COPY_MOVE(Tracked)

public:
    Tracked(QCoro::detail::TaskPromiseBase &promise, std::coroutine_handle<> coroutine);
    ~Tracked();

    void setAwaited(void *frame) { m_awaited = frame; } ///< the coroutine it waits for

private:
    friend class Frames;

    QCoro::detail::TaskPromiseBase &m_promise;
    const std::coroutine_handle<> m_coroutine;
    void *m_awaited = nullptr;
    bool m_isReleased = false; ///< destroyed with its Task
    std::shared_ptr<Frames> m_frames;
    Tracked *m_previous = nullptr;
    Tracked *m_next = nullptr;
};

/// Ends what is left of a thread whose event loop runs no more: every suspended coroutine that was started there is
/// destroyed, and with it all that it holds. `letGo` destroys the tasks that the caller holds itself. Coroutines inside
/// of QCoro's own library cannot be known; the few bytes of those that are waited for stay until the process ends.
void destroyAll(const std::function<void()> &letGo);
/// Coroutines started on this thread that have not returned.
int count();

/// The promise of QCoro, and behind it what is known of the coroutine. QCoro::Task sees QCoro's promise.
template<typename T>
class PromiseOf
{
public:
    PromiseOf() : m_tracked(m_promise, std::coroutine_handle<QCoro::detail::TaskPromise<T>>::from_promise(m_promise))
    {
        static_assert(alignof(PromiseOf) == alignof(QCoro::detail::TaskPromise<T>), "a frame is found by its promise");
    }

    QCoro::Task<T> get_return_object() noexcept
    {
        return QCoro::Task<T>(std::coroutine_handle<QCoro::detail::TaskPromise<T>>::from_promise(m_promise));
    }
    auto initial_suspend() const noexcept { return m_promise.initial_suspend(); }
    auto final_suspend() const noexcept { return m_promise.final_suspend(); }
    void unhandled_exception() { m_promise.unhandled_exception(); }
    bool setDestroyHandle() noexcept { return m_promise.setDestroyHandle(); }

    template<typename Awaited>
    decltype(auto) await_transform(Awaited &&awaited)
    {
        if constexpr (QCoro::detail::isTask_v<std::remove_cvref_t<Awaited>>)
            m_tracked.setAwaited(frameOf(awaited));
        // As an rvalue in any case: GCC 12 copies an lvalue.
        if constexpr (QCoro::detail::has_await_methods<std::remove_cvref_t<Awaited>>)
            return static_cast<std::remove_reference_t<Awaited> &&>(awaited);
        else
            return m_promise.await_transform(std::forward<Awaited>(awaited));
    }

protected:
    QCoro::detail::TaskPromise<T> m_promise; // first: Task finds the coroutine by its address

private:
    template<typename U>
    static void *frameOf(const QCoro::Task<U> &task)
    {
        using Awaiter = decltype(task.operator co_await());
        struct Frame : Awaiter
        {
            explicit Frame(const Awaiter &awaiter) : Awaiter(awaiter) { }
            void *address() const { return this->mAwaitedCoroutine.address(); }
        };
        return Frame(task.operator co_await()).address();
    }

    Tracked m_tracked;
};

template<typename T>
class Promise final : public PromiseOf<T>
{
public:
    template<typename U = T>
    void return_value(U &&value)
    {
        this->m_promise.return_value(std::forward<U>(value));
    }
};

template<>
class Promise<void> final : public PromiseOf<void>
{
public:
    void return_void() noexcept { m_promise.return_void(); }
};

} // namespace porthole::coroutines

template<typename T, typename... Args>
struct std::coroutine_traits<QCoro::Task<T>, Args...>
{
    using promise_type = porthole::coroutines::Promise<T>;
};
