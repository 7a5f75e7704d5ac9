// SPDX-License-Identifier: MIT
#include "server/errands.h"

namespace porthole {

void Errands::Errand::Finished::await_suspend(Coroutine coroutine) noexcept
{
    const promise_type &promise = coroutine.promise();
    if (promise.isKept)
        promise.errands.m_home.post([&errands = promise.errands, number = promise.number] { errands.settle(number); });
}

bool Errands::keep(quint64 number, const HandlerOf &whose, Errand errand)
{
    if (!errand.isDone()) {
        errand.promise().isKept = true;
        m_waiting.emplace(number, Waiting{std::move(errand), whose});
        return false;
    }
    if (errand.promise().failure)
        std::rethrow_exception(errand.promise().failure);
    return true;
}

void Errands::settle(quint64 number)
{
    auto found = m_waiting.extract(number);
    if (found)
        m_ended(found.mapped().whose, found.mapped().errand.promise().failure);
}

void Errands::destroyAll()
{
    coroutines::destroyAll([this] { std::exchange(m_waiting, {}).clear(); });
}

} // namespace porthole
