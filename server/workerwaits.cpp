// SPDX-License-Identifier: MIT
#include "server/worker.h"

#include <QTimer>

#include <algorithm>

// What a worker does when time has passed: timers, what coroutines wait for, and the watch over silent clients.
namespace porthole {

using namespace std::chrono_literals;

namespace {

constexpr int livenessParts = 4; ///< in which all clients are looked at

} // namespace

bool Worker::isConnected(ClientId id)
{
    const Client *client = find(id);
    return client && client->isConnected();
}

void Worker::sleep(ClientId id, std::chrono::milliseconds delay, const Reply<bool> &reply)
{
    keepOrder(id);
    if (m_timers && (!id || isConnected(id)))
        m_timers->addAfter(
            newTimerId(), id, delay, [reply] { reply(true); }, Timers::Listed::No);
}

void Worker::callAfter(std::chrono::milliseconds delay, std::function<void()> call)
{
    if (m_timers)
        m_timers->addAfter(newTimerId(), {}, delay, std::move(call), Timers::Listed::No);
}

void Worker::defer(const Handler<> &callback)
{
    if (m_depth > 0)
        m_deferred.push_back(callback);
    else
        post([this, callback] { run({}, callback); });
}

// What defers again waits for a turn of the event loop, so that it cannot keep the worker for itself.
void Worker::runDeferred()
{
    ++m_depth;
    for (const Handler<> &callback : std::exchange(m_deferred, {}))
        run({}, callback);
    --m_depth;
    if (!m_deferred.empty())
        callAfter(std::chrono::milliseconds(0), [this] {
            if (m_depth == 0)
                runDeferred();
        });
}

QList<TimerInfo> Worker::timers() const { return m_timers ? m_timers->list() : QList<TimerInfo>(); }

void Worker::whenDrained(ClientId id, const Reply<bool> &reply)
{
    if (Client *client = find(id))
        client->whenDrained(reply);
}

void Worker::pushWhenRoom(ClientId id, const Message &message, const Reply<PushResult> &reply)
{
    keepOrder(id);
    if (Client *client = find(id))
        client->pushWhenRoom(message, reply);
}

void Worker::pause(ClientId id, bool on)
{
    Client *client = find(id);
    if (client && on)
        client->pause(Client::Pause::Asked);
    else if (client)
        client->resume(Client::Pause::Asked);
}

void Worker::addTimer(TimerId id, ClientId client, std::chrono::milliseconds interval, bool repeats, Handler<> callback)
{
    if (!m_timers || (client && !isConnected(client)))
        return;
    auto timer = std::make_shared<UserTimer>(UserTimer{id, client, std::move(callback)});
    auto fire = [this, timer = std::move(timer)] { timeOut(timer); };
    if (repeats)
        m_timers->addTick(id, client, interval, std::move(fire));
    else
        m_timers->addAfter(id, client, interval, std::move(fire));
}

bool Worker::removeTimer(TimerId id)
{
    const bool wasDue = m_dueTimers.erase(id.value) > 0;
    return (m_timers && m_timers->remove(id)) || wasDue;
}

void Worker::timeOut(const std::shared_ptr<UserTimer> &timer)
{
    if (std::exchange(timer->isBusy, true))
        return;
    m_dueTimers.insert(timer->id.value);
    if (!timer->client)
        runTimer(timer);
    else if (Client *client = find(timer->client))
        client->timeOut(timer);
}

// Looked at four times within the shortest of the limits.
void Worker::watchLiveness()
{
    const auto least = [](std::chrono::milliseconds one, std::chrono::milliseconds other) {
        return one.count() == 0 ? other : other.count() == 0 ? one : std::min(one, other);
    };
    std::chrono::milliseconds shortest{0};
    for (const auto &endpoint : m_endpoints) {
        const Settings &settings = endpoint->settings;
        const auto pings =
            settings.pingInterval.count() == 0 ? 0ms : least(settings.pingInterval, settings.pongTimeout);
        shortest = least(shortest, least(pings, settings.idleTimeout));
    }
    m_livenessTimer.reset();
    if (shortest.count() == 0)
        return;
    m_livenessTimer = std::make_unique<QTimer>();
    QObject::connect(m_livenessTimer.get(), &QTimer::timeout, m_livenessTimer.get(), [this] { checkSomeLiveness(); });
    m_livenessTimer->start(std::clamp(shortest / 4 / livenessParts, 1ms, 1000ms / livenessParts));
}

// Some at a time: to look at all of many thousands would keep the others waiting.
void Worker::checkSomeLiveness()
{
    const Clock::time_point now = Clock::now();
    for (size_t left = m_established.size() / livenessParts + 1; left > 0 && !m_established.empty(); --left) {
        m_nextLiveness = m_nextLiveness < m_established.size() ? m_nextLiveness : 0;
        m_established[m_nextLiveness++]->checkLiveness(now);
    }
}

} // namespace porthole
