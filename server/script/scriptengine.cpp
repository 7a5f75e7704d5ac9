// SPDX-License-Identifier: MIT
#include "server/script/scriptengine.h"

#include "server/core/logging.h"
#include "server/script/json.h"
#include "server/script/translate.h"
#include "server/server.h"

#include <QEventLoop>
#include <QTimer>

static void initResources() { Q_INIT_RESOURCE(script); }

namespace porthole {

namespace {

constexpr qsizetype longestLine = 8 * 1024; ///< of the console

/// What the prelude exports.
QJSValue prelude(QJSEngine &engine, QObject &host)
{
    QJSEngine::setObjectOwnership(&host, QJSEngine::CppOwnership);
    QJSValue given = engine.newObject();
    given.setProperty(QStringLiteral("host"), engine.newQObject(&host));
    given.setProperty(QStringLiteral("global"), engine.globalObject());
    engine.registerModule(QStringLiteral("porthole"), given);
    const QJSValue entries = engine.importModule(QStringLiteral(":/porthole/script/prelude/prelude.js"));
    Q_ASSERT_X(entries.isObject() && !entries.isError(), "prelude", qPrintable(entries.toString()));
    return entries;
}

/// The function that finds no room on the stack has not begun: the engine gives it line 1.
QList<Place> innermost(const QString &what, const QList<Place> &places)
{
    return what.startsWith(QLatin1String("RangeError: Maximum call stack")) ? places.mid(1) : places;
}

} // namespace

ScriptEngine::ScriptEngine(const ScriptShared &shared, std::shared_ptr<const Bundle> bundle, Role role, int worker)
    : m_shared(shared), m_bundle(std::move(bundle)), m_role(role), m_worker(worker),
      m_watched(*shared.watchdog, m_engine, role == Role::Task ? shared.budget.ofTasks() : shared.budget),
      m_host(shared.server, *this)
{
    initResources();
    m_entries = prelude(m_engine, m_host);
    m_marks = m_entries.property(QStringLiteral("marks"));
    m_message = std::make_unique<QJSManagedValue>(m_entries.property(QStringLiteral("message")), &m_engine);
    m_runJobs = std::make_unique<QJSManagedValue>(m_entries.property(QStringLiteral("runJobs")), &m_engine);
}

ScriptEngine::~ScriptEngine() { abandon(); }

QJSManagedValue ScriptEngine::entry(const char *name)
{
    return {m_entries.property(QString::fromLatin1(name)), &m_engine};
}

Result<> ScriptEngine::load()
{
    m_isCalling = true;
    m_watched.enter();
    const QJSValue module = m_engine.importModule(m_bundle->entry());
    const Watched::Overrun why = m_watched.leave();
    m_isCalling = false;
    if (why != Watched::Overrun::None)
        return Error{overrun(why).sentence()};
    if (m_engine.hasError())
        return Error{takeError().sentence()};
    if (module.isError())
        return Error{errorOfModule(module).sentence()};
    runJobs();
    return {};
}

void ScriptEngine::begin()
{
    m_isActing = true;
    QJSManagedValue begin = entry("begin");
    call(begin, {});
}

void ScriptEngine::retire()
{
    QJSManagedValue retire = entry("retire");
    call(retire, {});
}

void ScriptEngine::abandon()
{
    for (const auto &[number, slot] : std::exchange(m_waiting, {}))
        slot->fill({{}, {}, true});
}

bool ScriptEngine::has(const QString &event)
{
    QJSManagedValue has = entry("has");
    return call(has, {event}).toBool();
}

QString ScriptEngine::state()
{
    QJSManagedValue state = entry("state");
    return call(state, {}).toString();
}

// -- Into the script and back.

QJSValue ScriptEngine::call(QJSManagedValue &function, const QJSValueList &arguments)
{
    Q_ASSERT(!m_isCalling);
    m_isCalling = true;
    m_watched.enter();
    QJSValue result = function.call(arguments);
    const Watched::Overrun why = m_watched.leave();
    m_isCalling = false;
    const bool isGood = why == Watched::Overrun::None && !m_engine.hasError();
    if (isGood && !m_hasJobs)
        return result;
    std::optional<ScriptError> error;
    if (!isGood)
        error = why != Watched::Overrun::None ? overrun(why) : takeError();
    runJobs();
    if (error)
        throw ScriptError(*error);
    return result;
}

// Each turn has a budget of its own; of what takes longer the job that ran is rejected, and the others go on. What
// takes longer again has no end: all of it is rejected.
void ScriptEngine::runJobs()
{
    for (int overruns = 0; std::exchange(m_hasJobs, false);) {
        m_isCalling = true;
        m_watched.enter();
        m_runJobs->call({});
        const Watched::Overrun why = m_watched.leave();
        if (why != Watched::Overrun::None) {
            const QString sentence = overrun(why).sentence();
            m_entries.property(QStringLiteral("jobInterrupted")).call({sentence, ++overruns > 1});
            m_hasJobs = true;
        }
        m_isCalling = false;
        if (m_engine.hasError())
            report(takeError());
    }
}

ScriptError ScriptEngine::overrun(Watched::Overrun why)
{
    const auto mark = qint64(m_marks.property(QStringLiteral("l")).toNumber());
    const bool isTime = why == Watched::Overrun::Time;
    const std::chrono::duration<double> seconds = m_watched.budget().time;
    const QString what = isTime ? QStringLiteral("it ran for longer than %1 s and was interrupted").arg(seconds.count())
                                : QStringLiteral("it took more than %1 MiB of memory and was interrupted")
                                      .arg(m_watched.budget().bytes / (1024 * 1024));
    if (!isTime)
        m_engine.collectGarbage();
    const Place place{{}, m_bundle->nameOf(int(mark / linesPerFile)), int(mark % linesPerFile)};
    return mark == 0 ? ScriptError(what) : ScriptError(what, {place});
}

// An evaluation that finds an exception takes it, and tells where it was thrown, whatever it is.
ScriptError ScriptEngine::takeError()
{
    QStringList trace;
    const QJSValue value = m_engine.evaluate(QString(), QString(), 1, &trace);
    const QStringList own = value.property(QStringLiteral("stack")).toString().split(QLatin1Char('\n'));
    const QList<Place> places = value.isError() ? placesIn(own, *m_bundle) : QList<Place>();
    return {value.toString(), innermost(value.toString(), places.isEmpty() ? placesIn(trace, *m_bundle) : places)};
}

ScriptError ScriptEngine::errorOfModule(const QJSValue &error) const
{
    const QString file = m_bundle->nameOf(error.property(QStringLiteral("fileName")).toString());
    const int line = error.property(QStringLiteral("lineNumber")).toInt();
    if (file.isEmpty())
        return ScriptError(error.toString());
    return {error.toString(), {Place{{}, file, line}}};
}

std::optional<ScriptError> ScriptEngine::errorOf(const QString &what, const QString &stack) const
{
    QList<Place> places = placesIn(stack.split(QLatin1Char('\n')), *m_bundle);
    const auto mark = qint64(m_marks.property(QStringLiteral("l")).toNumber());
    const bool isPlaced = what.contains(QLatin1String("was interrupted"));
    if (places.isEmpty() && mark > 0 && !isPlaced)
        places.append({{}, m_bundle->nameOf(int(mark / linesPerFile)), int(mark % linesPerFile)});
    return ScriptError(what, innermost(what, places));
}

// -- Events.

ScriptEngine::Rest ScriptEngine::message(const Frame &frame)
{
    // The list is kept; it is taken out because a handler's event loop may bring the next message.
    QJSValueList arguments = std::exchange(m_arguments, {});
    arguments.resize(2);
    arguments[0] = double(frame.client.value);
    arguments[1] =
        frame.opcode == Opcode::Text ? QJSValue(QString::fromUtf8(frame.view())) : m_engine.toScriptValue(frame.data());
    const QJSValue result = call(*m_message, arguments);
    m_arguments = std::move(arguments);
    return restOf(result);
}

ScriptEngine::Rest ScriptEngine::event(const QString &name, const QJSValueList &arguments)
{
    QJSManagedValue run = entry("run");
    return restOf(call(run, QJSValueList{name} + arguments));
}

ScriptEngine::Rest ScriptEngine::event(const QString &name, const QJsonObject &argument)
{
    QJSManagedValue parsed = entry("parsed");
    return restOf(call(parsed, {name, jsonText(argument)}));
}

ScriptEngine::Rest ScriptEngine::workerMessage(const QString &json, int from)
{
    QJSManagedValue parsed = entry("workerMessage");
    return restOf(call(parsed, {json, from}));
}

ScriptEngine::Rest ScriptEngine::reload(const QString &state, const QList<ClientId> &clients)
{
    QJSValue list = m_engine.newArray(uint(clients.size()));
    for (qsizetype index = 0; index < clients.size(); ++index)
        list.setProperty(quint32(index), double(clients.at(index).value));
    QJSManagedValue reload = entry("reload");
    return restOf(call(reload, {state, list}));
}

ScriptEngine::Rest ScriptEngine::fire(int timer)
{
    QJSManagedValue fire = entry("fire");
    return restOf(call(fire, {timer}));
}

void ScriptEngine::gone(ClientId client)
{
    QJSManagedValue gone = entry("gone");
    call(gone, {double(client.value)});
}

ScriptEngine::Rest ScriptEngine::restOf(const QJSValue &result)
{
    const auto number = quint64(result.toNumber());
    if (number == 0)
        return std::nullopt;
    if (const auto done = m_settled.extract(number)) {
        if (done.mapped().error)
            throw ScriptError(*done.mapped().error);
        return std::nullopt;
    }
    const auto waiting = [](Slot slot) -> QCoro::Task<> {
        const Outcome outcome = co_await Wait<Outcome>(slot);
        if (outcome.error)
            throw ScriptError(*outcome.error);
    };
    return waiting(waitFor(number));
}

ScriptEngine::Slot ScriptEngine::waitFor(quint64 number)
{
    return m_waiting[number] = std::make_shared<WaitSlot<Outcome>>();
}

void ScriptEngine::settled(quint64 number, Outcome outcome)
{
    if (const auto waiting = m_waiting.extract(number))
        waiting.mapped()->fill(std::move(outcome));
    else
        m_settled.emplace(number, std::move(outcome));
}

std::optional<ScriptEngine::Outcome> ScriptEngine::decisionNow(const QString &name, const QJsonObject &request,
                                                               const QByteArray &body, Slot *slot)
{
    QJSManagedValue decide = entry("decideOn");
    const QJSValue result = call(decide, {name, jsonText(request), m_engine.toScriptValue(body)});
    if (!result.isNumber() || result.toNumber() == 0)
        return Outcome{result, {}, false};
    const auto number = quint64(result.toNumber());
    if (auto done = m_settled.extract(number))
        return std::move(done.mapped());
    *slot = waitFor(number);
    return std::nullopt;
}

QCoro::Task<ScriptEngine::Outcome> ScriptEngine::decision(QString name, QJsonObject request, QByteArray body)
{
    Slot slot;
    std::optional<Outcome> outcome = decisionNow(name, request, body, &slot);
    if (!outcome)
        outcome = co_await Wait<Outcome>(slot);
    if (outcome->error)
        throw ScriptError(*outcome->error);
    if (outcome->isAbandoned)
        throw ScriptError(QStringLiteral("the script was replaced before it decided"));
    co_return *outcome;
}

namespace {

QString headOf(const QJSValue &decided) { return decided.property(0).toString(); }

QByteArray bodyOf(const QJSValue &decided)
{
    const QJSValue body = decided.property(1);
    return body.isString() ? body.toString().toUtf8() : qjsvalue_cast<QByteArray>(body);
}

} // namespace

QCoro::Task<Upgrade> ScriptEngine::decide(Request request)
{
    const Outcome outcome = co_await decision(QStringLiteral("handshake"), toJson(request), {});
    if (!outcome.value.isArray())
        co_return Upgrade::accept();
    co_return upgradeOf(headOf(outcome.value), bodyOf(outcome.value), request.subprotocol);
}

QCoro::Task<HttpReply> ScriptEngine::decide(HttpRequest request)
{
    const Outcome outcome = co_await decision(QStringLiteral("request"), toJson(request), request.body);
    if (!outcome.value.isArray())
        co_return HttpReply::text(QStringLiteral("There is nothing here; this server speaks WebSocket."), 404);
    co_return replyOf(headOf(outcome.value), bodyOf(outcome.value));
}

QString ScriptEngine::work(const QString &json)
{
    QJSManagedValue work = entry("work");
    const QJSValue result = call(work, {json});
    if (result.isString())
        return result.toString();
    const auto number = quint64(result.toNumber());
    QEventLoop loop;
    while (m_settled.find(number) == m_settled.end())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    const Outcome outcome = m_settled.extract(number).mapped();
    if (outcome.error)
        throw ScriptError(*outcome.error);
    return outcome.value.toString();
}

// -- For its host.

QByteArrayView ScriptEngine::encoded(const QString &text)
{
    if (m_scratch.size() < m_encoder.requiredSpace(text.size()))
        m_scratch.resize(m_encoder.requiredSpace(text.size()));
    const char *end = m_encoder.appendToBuffer(m_scratch.data(), text);
    return {m_scratch.constData(), end - m_scratch.constData()};
}

QJSValue ScriptEngine::pair(const QString &first, const QByteArray &second)
{
    QJSValue list = m_engine.newArray(2);
    list.setProperty(0, first);
    list.setProperty(1, m_engine.toScriptValue(second));
    return list;
}

void ScriptEngine::answer(double promise, bool isGood, const QJSValue &value)
{
    try {
        QJSManagedValue answer = entry("answer");
        call(answer, {promise, isGood, value});
    } catch (const ScriptError &error) {
        report(error);
    }
}

void ScriptEngine::answerLater(double promise, const QString &error)
{
    QTimer::singleShot(0, &m_host, [this, promise, error] { answer(promise, false, error); });
}

void ScriptEngine::report(const ScriptError &error)
{
    const QString sentence = error.sentence();
    qCWarning(lcHandler, "%ls", qUtf16Printable(sentence));
    if (m_role != Role::Probe)
        m_shared.server.show({.level = ConsoleLevel::Error, .text = sentence});
}

void ScriptEngine::log(ConsoleLevel level, const QString &text, const QString &stack)
{
    if (m_role == Role::Probe || (!m_isActing && m_worker > 0))
        return;
    const QList<Place> places = placesIn(stack.split(QLatin1Char('\n')), *m_bundle);
    const QString place = places.isEmpty() ? QString() : places.constFirst().text();
    const QString line = text.size() > longestLine ? text.left(longestLine) + QStringLiteral("...") : text;
    const QString written = place.isEmpty() ? line : place + QStringLiteral(": ") + line;
    constexpr std::array types{QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg};
    const QtMsgType type = types[size_t(level)];
    if (lcScript().isEnabled(type)) {
        const QMessageLogger logger(nullptr, 0, nullptr, lcScript().categoryName());
        const auto *const utf16 = qUtf16Printable(written);
        switch (level) {
        case ConsoleLevel::Debug: logger.debug("%ls", utf16); break;
        case ConsoleLevel::Info: logger.info("%ls", utf16); break;
        case ConsoleLevel::Warning: logger.warning("%ls", utf16); break;
        case ConsoleLevel::Error: logger.critical("%ls", utf16); break;
        }
    }
    m_shared.server.show({.level = level, .text = line, .place = place});
}

QString ScriptEngine::stack()
{
    const QString all =
        m_engine.newErrorObject(QJSValue::GenericError, QString()).property(QStringLiteral("stack")).toString();
    QStringList own;
    for (const QString &frame : all.split(QLatin1Char('\n'))) {
        if (!placesIn({frame}, *m_bundle).isEmpty())
            own.append(frame);
    }
    return own.join(QLatin1Char('\n'));
}

std::function<QString(const QString &)> ScriptEngine::taskWork() const
{
    return [shared = m_shared, bundle = m_bundle](const QString &json) {
        thread_local std::unique_ptr<ScriptEngine> engine;
        if (!engine || engine->m_bundle != bundle) {
            engine = std::make_unique<ScriptEngine>(shared, bundle, Role::Task, -1);
            if (const Result<> loaded = engine->load(); !loaded)
                throw ScriptError(loaded.error().message);
            engine->begin();
        }
        return engine->work(json);
    };
}

} // namespace porthole
