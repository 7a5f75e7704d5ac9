// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/http.h"
#include "server/coroutine.h"
#include "server/monitor/monitor.h"
#include "server/script/scripthost.h"
#include "server/script/trace.h"
#include "server/script/watchdog.h"

#include <QJSEngine>
#include <QJSManagedValue>
#include <QStringEncoder>

#include <unordered_map>

namespace porthole {

/// What all engines of a script have in common.
struct ScriptShared
{
    Server &server;
    std::shared_ptr<Watchdog> watchdog; ///< outlived by none of its engines, those of task threads included
    ScriptBudget budget;
};

/// One JavaScript engine that runs a script, and the way into it: every call is watched, and what it throws becomes a
/// ScriptError that names the line.
/// Threads: the one it is made on. Lifetime: what its timers and answers still bring after it is gone is dropped;
/// handlers that wait are told to go on by abandon(). Errors: load() says why the script cannot be; a handler's are
/// thrown, those that nobody waits for are reported.
class ScriptEngine final
{
    Q_DISABLE_COPY_MOVE(ScriptEngine)

public:
    enum class Role : quint8 {
        Worker, ///< serves clients
        Task,   ///< runs what server.task() is given
        Probe,  ///< finds out whether the script loads; its console is not shown
    };
    using Rest = std::optional<QCoro::Task<>>;

    ScriptEngine(const ScriptShared &shared, std::shared_ptr<const Bundle> bundle, Role role, int worker);
    ~ScriptEngine();

    /// Runs the script's top level.
    Result<> load();
    /// It takes over: its timers begin, and it may act.
    void begin();
    /// Another takes over: its ticks end. It is done with when nothing waits in it.
    void retire();
    bool isDone() const { return m_waiting.empty(); }
    /// Whatever still waits goes on, without an answer.
    void abandon();

    bool has(const QString &event);
    QString state();
    Rest reload(const QString &state, const QList<ClientId> &clients);
    Rest message(const Frame &frame);
    Rest event(const QString &name, const QJSValueList &arguments = {});
    Rest event(const QString &name, const QJsonObject &argument);
    Rest workerMessage(const QString &json, int from); ///< the value in a JSON array
    Rest fire(int timer);
    void gone(ClientId client);
    QCoro::Task<Upgrade> decide(Request request);
    QCoro::Task<HttpReply> decide(HttpRequest request);
    /// Runs a task to its end, with an event loop where it waits.
    QString work(const QString &json);

    // For its host.
    struct Outcome
    {
        QJSValue value;
        std::optional<ScriptError> error;
        bool isAbandoned = false;
    };
    bool isActing() const { return m_isActing; }
    int worker() const { return m_worker; }
    QByteArrayView encoded(const QString &text);
    QJSValue pair(const QString &first, const QByteArray &second);
    void wake() { m_hasJobs = true; }
    void settled(quint64 number, Outcome outcome);
    void answer(double promise, bool isGood, const QJSValue &value);
    void answerLater(double promise, const QString &error); ///< with an error, once the call that runs is over
    std::optional<ScriptError> errorOf(const QString &what, const QString &stack) const;
    void report(const ScriptError &error);
    void log(ConsoleLevel level, const QString &text, const QString &stack);
    QString stack();
    std::function<QString(const QString &)> taskWork() const;

private:
    using Slot = std::shared_ptr<WaitSlot<Outcome>>;

    QJSValue call(QJSManagedValue &function, const QJSValueList &arguments);
    QJSManagedValue entry(const char *name);
    void runJobs();
    ScriptError overrun(Watched::Overrun why);
    ScriptError takeError();
    ScriptError errorOfModule(const QJSValue &error) const;
    Rest restOf(const QJSValue &result);
    Slot waitFor(quint64 number);
    QCoro::Task<Outcome> decision(QString name, QJsonObject request, QByteArray body);
    std::optional<Outcome> decisionNow(const QString &name, const QJsonObject &request, const QByteArray &body,
                                       Slot *slot);

    const ScriptShared m_shared;
    const std::shared_ptr<const Bundle> m_bundle;
    const Role m_role;
    const int m_worker;
    QJSEngine m_engine;
    Watched m_watched;
    ScriptHost m_host;
    QJSValue m_entries;
    QJSValue m_marks;
    std::unique_ptr<QJSManagedValue> m_message;
    std::unique_ptr<QJSManagedValue> m_runJobs;
    QJSValueList m_arguments;                       ///< of m_message
    std::unordered_map<quint64, Slot> m_waiting;    ///< handlers that wait, by number
    std::unordered_map<quint64, Outcome> m_settled; ///< while the call that began them has not returned
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    QByteArray m_scratch;
    bool m_isActing = false;
    bool m_hasJobs = false;
    bool m_isCalling = false;
};

} // namespace porthole
