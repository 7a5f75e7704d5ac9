// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"
#include "server/coroutine.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace porthole {

/// What a coroutine is given in place of what its caller lends: a value that may outlive the event.
template<typename T>
const T &keepable(const T &value)
{
    return value;
}
inline Frame keepable(const Frame &frame) { return frame.owned(); }

/// Whether it is a std::function that holds nothing.
template<typename Callable>
bool isEmptyFunction(const Callable &callable)
{
    if constexpr (requires { callable.target_type(); })
        return !callable;
    return false;
}

/// What a user wants to be called: any callable, plain or a coroutine that returns QCoro::Task<>. Empty, it is not
/// called. A plain one may also return a std::optional<QCoro::Task<>>: what is still to be waited for, if anything.
/// What a coroutine is given, and the callable itself, stay alive until it has returned, so that it may take its
/// arguments by reference and use its captures. Threads: set on one thread, called on any. Lifetime: a value; copies of
/// a coroutine share its callable. Errors: what the callable throws, through the call or through the task.
template<typename... Args>
class Handler final
{
public:
    using Rest = std::optional<QCoro::Task<>>;

    Handler() = default;
    Handler(std::nullptr_t) { }
    template<typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>,
                             Handler> && std::is_invocable_v<std::decay_t<Callable> &, const Args &...>)
        Handler(Callable &&callable)
    {
        using Returned = std::invoke_result_t<std::decay_t<Callable> &, const Args &...>;
        if (isEmptyFunction(callable))
            return;
        if constexpr (QCoro::detail::isTask_v<std::remove_cvref_t<Returned>>) {
            static_assert(std::is_same_v<std::remove_cvref_t<Returned>, QCoro::Task<>>,
                          "A coroutine handler returns QCoro::Task<>.");
            m_coroutine = std::make_shared<Coroutine>(std::forward<Callable>(callable));
        } else if constexpr (std::is_same_v<std::remove_cvref_t<Returned>, Rest>) {
            m_plain = std::forward<Callable>(callable);
        } else {
            m_simple = std::forward<Callable>(callable);
        }
    }

    explicit operator bool() const { return m_simple || m_plain || m_coroutine; }
    bool isSimple() const { return bool(m_simple); } ///< there is nothing to wait for
    bool isCoroutine() const { return bool(m_coroutine); }

    void call(const Args &...arguments) const { m_simple(arguments...); } ///< a simple one
    /// One that is no coroutine.
    Rest operator()(const Args &...arguments) const
    {
        if (m_plain)
            return m_plain(arguments...);
        m_simple(arguments...);
        return Rest();
    }
    /// A coroutine; the arguments must outlive the task.
    QCoro::Task<> start(const Args &...arguments) const { return (*m_coroutine)(arguments...); }

private:
    using Coroutine = std::function<QCoro::Task<>(const Args &...)>;

    std::function<void(const Args &...)> m_simple;
    std::function<Rest(const Args &...)> m_plain;
    std::shared_ptr<const Coroutine> m_coroutine;
};

/// A handler whose return value decides something: a plain one returns it, a coroutine returns it in a QCoro::Task.
/// Threads, lifetime, errors: those of Handler.
template<typename Result, typename... Args>
class Decider final
{
public:
    Decider() = default;
    Decider(std::nullptr_t) { }
    template<typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>,
                             Decider> && std::is_invocable_v<std::decay_t<Callable> &, const Args &...>)
        Decider(Callable &&callable)
    {
        using Returned = std::invoke_result_t<std::decay_t<Callable> &, const Args &...>;
        if (isEmptyFunction(callable))
            return;
        const auto shared = std::make_shared<std::decay_t<Callable>>(std::forward<Callable>(callable));
        m_into = [shared](const Slot &slot) {
            if constexpr (QCoro::detail::isTask_v<std::remove_cvref_t<Returned>>) {
                return Handler<Args...>([shared, slot](const Args &...arguments) -> QCoro::Task<> {
                    *slot = co_await (*shared)(arguments...);
                });
            } else {
                return Handler<Args...>([shared, slot](const Args &...arguments) { *slot = (*shared)(arguments...); });
            }
        };
    }

    using Slot = std::shared_ptr<std::optional<Result>>;

    explicit operator bool() const { return bool(m_into); }
    /// A handler that leaves the decision in the slot; empty when this is.
    Handler<Args...> into(const Slot &slot) const { return m_into ? m_into(slot) : Handler<Args...>(); }

private:
    std::function<Handler<Args...>(const Slot &)> m_into;
};

} // namespace porthole
