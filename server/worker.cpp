// SPDX-License-Identifier: MIT
#include "server/worker.h"

#include "server/core/heap.h"
#include "server/core/logging.h"
#include "server/core/text.h"
#include "server/engine/enginefactory.h"

#include <QScopeGuard>
#include <QThread>

#include <algorithm>

namespace porthole {

using namespace std::chrono_literals;

namespace {

thread_local Worker *currentWorker = nullptr;

/// For how many clients memory is made ready at once, and how much an idle one takes.
constexpr size_t clientsAhead = 64;
constexpr size_t clientBytes = 1536;

Endpoint ownCopy(const Endpoint &endpoint)
{
    const auto unasked = std::make_shared<Request>();
    unasked->listener = endpoint.name;
    unasked->secure = endpoint.tls != nullptr;
    Endpoint copy = endpoint;
    copy.unasked = unasked;
    return copy;
}

QString sentenceOf(const std::exception_ptr &failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception &exception) {
        return QString::fromUtf8(exception.what());
    } catch (...) {
        return QStringLiteral("something that is no std::exception");
    }
}

} // namespace

Worker::Worker(int index, const Shared &shared)
    : m_index(index), m_shared(shared), m_handlers(shared.handlers), m_workers(quint64(shared.settings.workerCount())),
      m_settings(shared.settings), m_engineName(toString(resolved(shared.settings.engine))),
      m_errands(m_mailbox,
                [this](const HandlerOf &whose, const std::exception_ptr &failure) { returned(whose, failure); })
{
    m_mailbox.moveToThread(nullptr);
    for (const Endpoint &endpoint : shared.endpoints)
        m_endpoints.push_back(std::make_unique<Endpoint>(ownCopy(endpoint)));
}

Worker::~Worker() { Q_ASSERT(!m_engine); }

Worker *Worker::current() { return currentWorker; }

TimerId Worker::newTimerId()
{
    return {(m_lastTimer.fetch_add(1, std::memory_order_relaxed) + 1) * m_workers + quint64(m_index)};
}

void Worker::begin()
{
    currentWorker = this;
    m_mailbox.moveToThread(QThread::currentThread());
    m_engine = makeEngine(m_settings);
    m_mailbox.bracket([this](bool begins) { m_engine->gather(begins); });
    m_timers = std::make_unique<Timers>();
    m_endLog = std::make_unique<EndLog>();
    m_failureLines = std::make_unique<LineBudget>(
        [](int more) { qCWarning(lcHandler, "%d more handlers failed within a second.", more); });
    m_graceTimer = std::make_unique<QTimer>();
    m_graceTimer->setSingleShot(true);
    m_throttleTimer = std::make_unique<QTimer>();
    m_throttleTimer->setSingleShot(true);
    QObject::connect(m_throttleTimer.get(), &QTimer::timeout, m_throttleTimer.get(), [this] { resumeThrottled(); });
    startMeasuringLag();
    watchLiveness();
    run({}, m_handlers.workerStart, m_index);
}

void Worker::end()
{
    m_mailbox.close();
    m_mailbox.drain();
    m_mailbox.bracket({});
    endWaiting();
    run({}, m_handlers.workerStop, m_index);
    m_errands.destroyAll();
    m_timers.reset();
    m_lagTimer.reset();
    m_graceTimer.reset();
    m_livenessTimer.reset();
    m_throttleTimer.reset();
    m_engine.reset();
    m_established.clear();
    m_clients.clear();
    m_endLog.reset();
    m_failureLines.reset();
    currentWorker = nullptr;
}

// No event will ever come for a handler that still waits: it is destroyed where it stands, and its client's close told.
void Worker::endWaiting()
{
    m_errands.destroyAll();
    std::vector<ClientId> left;
    for (const auto &[id, client] : m_clients) {
        if (!client->isConnected())
            left.push_back(client->id());
    }
    for (const ClientId id : left) {
        if (Client *client = find(id))
            client->endNow();
    }
}

void Worker::stop(std::chrono::milliseconds grace, std::function<void()> done)
{
    m_stopping = true;
    m_stopped = std::move(done);
    QObject::connect(m_graceTimer.get(), &QTimer::timeout, m_graceTimer.get(), [this] {
        m_graceIsOver = true;
        for (const auto &[id, client] : m_clients)
            client->abort(Cause::Shutdown);
        stopIfEmpty();
    });
    m_graceTimer->start(grace);
    sendBroadcasts();
    for (const auto &[id, client] : m_clients)
        client->disconnect(quint16(CloseCode::GoingAway), QStringLiteral("the server stops"), Cause::Shutdown);
    stopIfEmpty();
}

void Worker::stopIfEmpty()
{
    const bool isQuiet = m_clients.empty() && m_errands.isEmpty();
    if (m_stopped && m_connected == 0 && (isQuiet || m_graceIsOver))
        std::exchange(m_stopped, nullptr)();
}

void Worker::deal(ClientId id, const Accepted &accepted)
{
    m_load.fetch_add(1, std::memory_order_relaxed);
    if (current() == this)
        adopt(id, accepted);
    else
        post([this, id, accepted] { adopt(id, accepted); });
}

void Worker::adopt(ClientId id, const Accepted &accepted)
{
    ++m_totals.accepted;
    if (m_clients.size() == m_heapHasGrownFor) {
        growHeapAhead(clientsAhead * clientBytes);
        m_heapHasGrownFor += clientsAhead;
    }
    const Endpoint &endpoint = *m_endpoints[size_t(accepted.listener)];
    auto client = std::make_unique<Client>(*this, endpoint, id, accepted);
    m_directory.add(id, client->presence(), client->request());
    Connection *connection = m_engine->adopt(accepted, endpoint, *client);
    if (!connection) {
        m_directory.remove(id);
        m_load.fetch_sub(1, std::memory_order_relaxed);
        m_shared.admission.left(accepted.peer.address, accepted.refusal.has_value());
        ++m_totals.refused;
        return;
    }
    client->setConnection(connection);
    ++m_connected;
    Client &added = *(m_clients[id.value] = std::move(client));
    if (m_stopping)
        added.abort(Cause::Shutdown);
}

void Worker::asked(const Client &client) { m_directory.setRequest(client.id(), client.request()); }

Q_NEVER_INLINE Client *Worker::lookUp(ClientId id)
{
    const auto found = m_clients.find(id.value);
    if (found == m_clients.end())
        return nullptr;
    return m_lastFound = found->second.get();
}

PushResult Worker::push(ClientId id, Opcode opcode, QByteArrayView payload)
{
    keepOrder(id);
    Client *client = find(id);
    return client ? client->push(opcode, payload) : PushResult::UnknownClient;
}

PushResult Worker::push(ClientId id, const EncodedMessage &message)
{
    keepOrder(id);
    Client *client = find(id);
    return client ? client->push(message) : PushResult::UnknownClient;
}

PushResult Worker::pushFromAfar(ClientId id, const Message &message)
{
    const std::shared_ptr<Presence> presence = m_directory.find(id);
    if (!presence)
        return PushResult::UnknownClient;
    if (message.size() > presence->messageMaxBytes.load(std::memory_order_relaxed))
        return PushResult::TooBig;
    if (!presence->isEstablished())
        return PushResult::NotEstablished;
    const qint64 size = message.size();
    const qint64 posted = presence->postedBytes.fetch_add(size, std::memory_order_relaxed);
    const qint64 before = posted + presence->waitingBytes.load(std::memory_order_relaxed);
    if (before > 0 && before + size > presence->queueMaxBytes.load(std::memory_order_relaxed)) {
        presence->postedBytes.fetch_sub(size, std::memory_order_relaxed);
        tellFullFromAfar(id, *presence);
        return PushResult::BacklogFull;
    }
    const bool posting = post([this, id, message, presence] {
        presence->postedBytes.fetch_sub(message.size(), std::memory_order_relaxed);
        push(id, EncodedMessage::of(message));
    });
    return posting ? PushResult::Queued : PushResult::UnknownClient;
}

// Posted once until the queue has been empty again, however often a push finds no room meanwhile.
void Worker::tellFullFromAfar(ClientId id, const Presence &presence)
{
    if (presence.full.load(std::memory_order_relaxed))
        return;
    post([this, id] {
        if (Client *client = find(id))
            client->foundFull(Cause::SlowConsumer);
    });
}

ActionResult Worker::push(const QList<ClientId> &ids, const EncodedMessage &message)
{
    ActionResult result;
    for (const ClientId id : ids)
        ++result[push(id, message)];
    return result;
}

bool Worker::disconnect(ClientId id, quint16 code, const QString &reason, Cause cause)
{
    keepOrder(id);
    Client *client = find(id);
    return client && client->disconnect(code, reason, cause);
}

bool Worker::abort(ClientId id, Cause cause)
{
    keepOrder(id);
    Client *client = find(id);
    if (client)
        client->abort(cause);
    return client;
}

bool Worker::runTimer(const std::shared_ptr<UserTimer> &timer)
{
    if (m_dueTimers.erase(timer->id.value) == 0)
        return true; // cleared while it waited
    const bool hasReturned = run({timer->client, timer}, timer->callback);
    timer->isBusy = !hasReturned;
    return hasReturned;
}

void Worker::protect(ClientId id, bool on)
{
    if (Client *client = find(id))
        client->protect(on);
}

void Worker::tellBufferFull(ClientId id)
{
    if (m_handlers.bufferFull)
        post([this, id] {
            if (Client *client = find(id))
                client->bufferFull();
        });
}

void Worker::tellDrain(ClientId id)
{
    if (m_handlers.drain)
        post([this, id] {
            if (Client *client = find(id))
                client->drained();
        });
}

void Worker::runWorkerMessage(int from, const QVariant &value)
{
    run({}, m_handlers.workerMessage, m_index, from, value);
}

bool Worker::runBufferFull(ClientId id) { return run({id}, m_handlers.bufferFull, id); }

bool Worker::runDrain(ClientId id) { return run({id}, m_handlers.drain, id); }

bool Worker::runOpen(const Request &request)
{
    qCDebug(lcClient).nospace() << request.client << " open " << request.target;
    return run({request.client}, m_handlers.open, request);
}

// Most handlers of a message push to who sent it.
bool Worker::runMessage(Client &client, const Frame &frame)
{
    m_lastFound = &client;
    return runFor(frame.client, m_handlers.message, frame);
}

// From the event loop: a coroutine that waited has come to its end.
void Worker::returned(const HandlerOf &whose, const std::exception_ptr &failure)
{
    if (failure)
        handlerThrew(whose.client, failure);
    if (whose.timer)
        whose.timer->isBusy = false;
    if (whose.then)
        whose.then();
    if (Client *client = find(whose.client))
        client->proceed();
    stopIfEmpty();
}

void Worker::handlerThrew(ClientId client, const std::exception_ptr &failure)
{
    const QString who = client ? QStringLiteral(" of client #%1").arg(client.value) : QString();
    handlerFailed(client, QStringLiteral("A handler%1 threw: %2.").arg(who, sentenceOf(failure)));
}

// Who is no WebSocket yet is answered with 500 instead.
void Worker::handlerFailed(ClientId client, const QString &sentence)
{
    ++m_totals.handlerErrors;
    if (m_failureLines->take())
        qCWarning(lcHandler, "%ls", qUtf16Printable(sentence));
    m_tap.notice(sentence);
    if (const Client *failed = find(client); failed && failed->isEstablished())
        disconnect(client, quint16(CloseCode::InternalError), QStringLiteral("the handler failed"),
                   Cause::HandlerError);
}

void Worker::left(ClientId id)
{
    --m_connected;
    if (m_timers)
        m_timers->removeAllOf(id);
    stopIfEmpty();
}

void Worker::finish(Client &client, const Closed &closed)
{
    const auto clean = qScopeGuard([this, &client, id = client.id()] {
        m_directory.remove(id);
        m_lastFound = nullptr;
        forgetEstablished(client);
        m_clients.erase(id.value);
        m_load.fetch_sub(1, std::memory_order_relaxed);
        stopIfEmpty();
    });
    m_shared.admission.left(client.peerAddress(), client.isTurnedAway());
    tellEnd(client, closed);
    if (client.isEstablished()) {
        ++m_totals.closed;
        --m_totals.clients;
        ++m_causes[size_t(closed.cause)];
        ++m_closeCodes[closed.code];
        run({}, m_handlers.close, closed);
    } else {
        ++m_totals.refused;
        run({}, m_handlers.disconnect, closed);
    }
}

void Worker::tellEnd(const Client &client, const Closed &closed)
{
    const bool isLogged = m_endLog->takes(closed);
    if (!isLogged && !m_tap.isOn())
        return;
    const ClosedRow row = client.closedRow(closed);
    m_tap.closed(row);
    if (isLogged)
        m_endLog->write(row, client.isEstablished());
}

void Worker::reload(const Settings &settings, const std::vector<Endpoint> &endpoints)
{
    m_settings = settings;
    for (size_t index = 0; index < m_endpoints.size(); ++index)
        *m_endpoints[index] = ownCopy(endpoints[index]);
    for (const auto &[id, client] : m_clients)
        client->settingsChanged();
    watchLiveness();
}

void Worker::turnedAway(const QString &sentence, int dropped)
{
    m_totals.accepted += quint64(dropped);
    m_totals.refused += quint64(dropped);
    m_tap.notice(sentence);
}

bool Worker::queuesAreFull(qint64 more) const
{
    return m_settings.queueTotalMaxBytes > 0 && m_shared.queues.total() + more > m_settings.queueTotalMaxBytes;
}

void Worker::throttle(ClientId id)
{
    constexpr auto turn = 10ms;
    m_throttled.push_back(id);
    if (!m_throttleTimer->isActive())
        m_throttleTimer->start(turn);
}

void Worker::resumeThrottled()
{
    for (const ClientId id : std::exchange(m_throttled, {})) {
        Client *client = find(id);
        if (client && !client->resumeWhenPaid(Clock::now()))
            throttle(id);
    }
}

} // namespace porthole
