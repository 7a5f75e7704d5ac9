// SPDX-License-Identifier: MIT
#pragma once

#include "server/wait.h"

#include <exception>
#include <mutex>
#include <stdexcept>
#include <variant>
#include <vector>

namespace porthole {

enum class TaskState : quint8 {
    Done,
    Threw,
    TimedOut, ///< it may still run; what it returns is dropped
    NotRun,   ///< taskQueueMax waited already, or the server ended first
};

/// What value() throws when there is none and the task did not throw itself.
class TaskError final : public std::runtime_error
{
public:
    explicit TaskError(TaskState state)
        : std::runtime_error(state == TaskState::TimedOut ? "the task timed out" : "the task was not run"),
          m_state(state)
    { }
    TaskState state() const { return m_state; }

private:
    TaskState m_state;
};

/// What became of a task. Copies share the value; taking it out of one that goes away (`&&`) takes it from all.
/// Threads: a value. Errors: value() throws what the task threw, or a TaskError.
template<typename T>
class TaskResult final
{
public:
    TaskResult() = default;
    explicit TaskResult(TaskState state) : m_state(state) { }

    /// Runs it and keeps what it returns or throws.
    template<typename Work>
    static TaskResult of(Work &work)
    {
        TaskResult result(TaskState::Done);
        try {
            if constexpr (std::is_void_v<T>)
                work();
            else
                result.m_value = std::make_shared<Stored>(work());
        } catch (...) {
            result.m_state = TaskState::Threw;
            result.m_failure = std::current_exception();
        }
        return result;
    }

    explicit operator bool() const { return m_state == TaskState::Done; }
    TaskState state() const { return m_state; }
    T value() const &
    {
        check();
        if constexpr (!std::is_void_v<T>)
            return *m_value;
    }
    T value() &&
    {
        check();
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_value);
    }

private:
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    void check() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (m_state != TaskState::Done)
            throw TaskError(m_state);
    }

    std::shared_ptr<Stored> m_value; ///< shared by copies
    std::exception_ptr m_failure;
    TaskState m_state = TaskState::NotRun;
};

/// co_await gives what the task returns, or throws what it throws; see TaskResult::value().
template<typename T>
class [[nodiscard]] TaskWait final
{
public:
    explicit TaskWait(Wait<TaskResult<T>> wait) : m_wait(std::move(wait)) { }

    bool await_ready() const noexcept { return m_wait.await_ready(); }
    void await_suspend(std::coroutine_handle<> coroutine) noexcept { m_wait.await_suspend(coroutine); }
    T await_resume() { return m_wait.await_resume().value(); }

private:
    Wait<TaskResult<T>> m_wait;
};

/// The results of many tasks on their way to one answer.
/// Threads: any. Errors: what has no result when the time is over is TimedOut.
template<typename T>
class TaskGathering final
{
    Q_DISABLE_COPY_MOVE(TaskGathering)

public:
    using Results = std::vector<TaskResult<T>>;

    TaskGathering(Reply<Results> reply, size_t count)
        : m_reply(std::move(reply)), m_results(count, TaskResult<T>(TaskState::TimedOut)), m_missing(count)
    {
        if (count == 0)
            m_reply({});
    }

    /// False when it comes too late.
    bool add(size_t index, TaskResult<T> result)
    {
        const std::lock_guard lock(m_mutex);
        if (m_isOver)
            return false;
        m_results[index] = std::move(result);
        if (--m_missing == 0)
            answer();
        return true;
    }
    void timeOut()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isOver)
            answer();
    }

private:
    void answer()
    {
        m_isOver = true;
        m_reply(std::move(m_results));
    }

    std::mutex m_mutex;
    Reply<Results> m_reply;
    Results m_results;
    size_t m_missing;
    bool m_isOver = false;
};

} // namespace porthole
