// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/mailbox.h"
#include "server/handler.h"

#include <coroutine>
#include <exception>
#include <unordered_map>

namespace porthole {

struct UserTimer;

/// For whom a handler runs.
struct HandlerOf
{
    ClientId client;                       ///< whose turn it is; 0 for no client's
    std::shared_ptr<UserTimer> timer = {}; ///< whose tick it is; nullptr for no timer's
    std::function<void()> then = {};       ///< called once it has returned or thrown, before the client's next turn
};

/// The handlers of one worker that are coroutines and wait for something.
/// Threads: the worker's; a coroutine may come to its end on any. Lifetime: destroyAll() before it goes. Errors: what a
/// coroutine throws is handed to `ended`.
class Errands final
{
    Q_DISABLE_COPY_MOVE(Errands)

public:
    using Ended = std::function<void(const HandlerOf &, std::exception_ptr)>;

    /// `ended` is called from the home's event loop for what start() has not finished.
    Errands(Mailbox &home, Ended ended) : m_home(home), m_ended(std::move(ended)) { }
    ~Errands() = default;

    /// Runs it to its first wait. False when it waits; what it has thrown otherwise is thrown here.
    template<typename... Args>
    bool start(const HandlerOf &whose, const Handler<Args...> &handler, const Args &...arguments)
    {
        const quint64 number = ++m_last;
        return keep(number, whose, run(*this, number, handler, keepable(arguments)...));
    }

    /// Waits for what a plain handler has left to be waited for. False when it waits; what it has thrown otherwise is
    /// thrown here.
    bool wait(const HandlerOf &whose, std::optional<QCoro::Task<>> rest)
    {
        if (!rest)
            return true;
        const quint64 number = ++m_last;
        return keep(number, whose, finish(*this, number, std::move(*rest)));
    }

    bool isEmpty() const { return m_waiting.empty(); }
    std::size_t count() const { return m_waiting.size(); }
    /// Destroys them where they wait, once the thread's event loop runs no more.
    void destroyAll();

private:
    /// A coroutine that runs a handler and owns what it was given.
    class Errand final
    {
    public:
        struct promise_type;
        using Coroutine = std::coroutine_handle<promise_type>;

        struct Finished
        {
            bool await_ready() const noexcept { return false; }
            void await_suspend(Coroutine coroutine) noexcept;
            void await_resume() const noexcept { }
        };
        struct promise_type
        {
            template<typename... Rest>
            promise_type(Errands &all, quint64 id, const Rest &...) : errands(all), number(id)
            { }
            Errand get_return_object() { return Errand(Coroutine::from_promise(*this)); }
            std::suspend_never initial_suspend() const noexcept { return {}; }
            Finished final_suspend() const noexcept { return {}; }
            void return_void() const noexcept { }
            void unhandled_exception() noexcept { failure = std::current_exception(); }

            Errands &errands;
            const quint64 number;
            std::exception_ptr failure;
            bool isKept = false;
        };

        explicit Errand(Coroutine coroutine) : m_coroutine(coroutine) { }
        Errand(Errand &&other) noexcept : m_coroutine(std::exchange(other.m_coroutine, nullptr)) { }
        Errand(const Errand &) = delete;
        Errand &operator=(const Errand &) = delete;
        Errand &operator=(Errand &&) = delete;
        ~Errand()
        {
            if (m_coroutine)
                m_coroutine.destroy();
        }

        bool isDone() const { return m_coroutine.done(); }
        promise_type &promise() const { return m_coroutine.promise(); }

    private:
        Coroutine m_coroutine;
    };

    struct Waiting
    {
        Errand errand;
        HandlerOf whose;
    };

    template<typename... Args>
    static Errand run(Errands &, quint64, Handler<Args...> handler, Args... arguments)
    {
        co_await handler.start(arguments...);
    }
    static Errand finish(Errands &, quint64, QCoro::Task<> rest) { co_await rest; }
    bool keep(quint64 number, const HandlerOf &whose, Errand errand);
    void settle(quint64 number);

    Mailbox &m_home;
    Ended m_ended;
    std::unordered_map<quint64, Waiting> m_waiting;
    quint64 m_last = 0;
};

} // namespace porthole
