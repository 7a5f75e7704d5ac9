// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/mailbox.h"

#include <atomic>
#include <coroutine>
#include <memory>
#include <optional>

namespace porthole {

/// What a coroutine waits for and has not been told yet; shared by Wait and Reply. Its home's, but for its making.
template<typename T>
struct WaitSlot
{
    std::optional<T> value;
    std::coroutine_handle<> coroutine;

    void fill(T given)
    {
        value = std::move(given);
        if (coroutine)
            std::exchange(coroutine, nullptr).resume();
    }
};

/// Something to co_await, once, on the thread that asked for it, where the coroutine goes on from the event loop. What
/// was asked for is under way already.
/// Threads: that which asked: a worker's or the server's. Lifetime: may go before the answer comes. Errors: T says.
template<typename T>
class [[nodiscard]] Wait final
{
public:
    explicit Wait(std::shared_ptr<WaitSlot<T>> slot) : m_slot(std::move(slot)) { }
    /// One that need not wait.
    static Wait answered(T value) { return Wait(std::make_shared<WaitSlot<T>>(WaitSlot<T>{std::move(value), {}})); }
    Wait(Wait &&) noexcept = default;
    Wait &operator=(Wait &&) noexcept = delete;
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;
    ~Wait()
    {
        if (m_slot)
            m_slot->coroutine = nullptr;
    }

    bool await_ready() const noexcept { return m_slot->value.has_value(); }
    void await_suspend(std::coroutine_handle<> coroutine) noexcept { m_slot->coroutine = coroutine; }
    T await_resume() { return std::move(*m_slot->value); }

private:
    std::shared_ptr<WaitSlot<T>> m_slot;
};

/// The other end of a Wait: whoever holds it owes an answer. Letting go of it unanswered answers with the fallback.
/// Threads: any. Lifetime: copies share the debt; the home outlives them. Errors: none.
template<typename T>
class Reply final
{
public:
    Reply(Mailbox &home, std::shared_ptr<WaitSlot<T>> slot, T fallback)
        : m_debt(std::make_shared<Debt>(home, std::move(slot), std::move(fallback)))
    { }

    /// The first answer counts; false for any other.
    bool operator()(T value) const { return m_debt->pay(std::move(value)); }

private:
    struct Debt
    {
        Debt(Mailbox &to, std::shared_ptr<WaitSlot<T>> from, T otherwise)
            : home(to), slot(std::move(from)), fallback(std::move(otherwise))
        { }
        Q_DISABLE_COPY_MOVE(Debt)
        ~Debt() { pay(std::move(fallback)); }

        bool pay(T value)
        {
            if (isPaid.exchange(true))
                return false;
            home.post([to = std::move(slot), answer = std::make_shared<T>(std::move(value))] {
                to->fill(std::move(*answer));
            });
            return true;
        }

        Mailbox &home;
        std::atomic<bool> isPaid = false;
        std::shared_ptr<WaitSlot<T>> slot;
        T fallback;
    };

    std::shared_ptr<Debt> m_debt;
};

/// A question asked on a thread: what its coroutine waits for, and the answer owed.
template<typename T>
struct Question
{
    Question(Mailbox &home, T fallback) : Question(home, std::make_shared<WaitSlot<T>>(), std::move(fallback)) { }

    Wait<T> wait;
    Reply<T> reply;

private:
    Question(Mailbox &home, const std::shared_ptr<WaitSlot<T>> &slot, T fallback)
        : wait(slot), reply(home, slot, std::move(fallback))
    { }
};

} // namespace porthole
