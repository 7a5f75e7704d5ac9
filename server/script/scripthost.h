// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/types.h"
#include "server/wait.h"

#include <QJSValue>
#include <QObject>
#include <QVariant>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace porthole {

class Message;
class ScriptEngine;
class Server;

/// What the prelude calls of C++; see prelude/server.js for what scripts see of it. Numbers are those of clients and
/// timers, or of the promise that is to be answered. Threads: its engine's. Lifetime: its engine's. Errors: a sentence,
/// empty when all went well.
class ScriptHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptHost)

public:
    ScriptHost(Server &server, ScriptEngine &engine);
    ~ScriptHost() override;

    // Clients: PushResult as a number; -1 - result when the script may not act, or the client's number is none.
    Q_INVOKABLE int pushText(double client, const QString &text);
    Q_INVOKABLE int pushBytes(double client, const QByteArray &bytes);
    Q_INVOKABLE void pushWaitText(double promise, double client, const QString &text);
    Q_INVOKABLE void pushWaitBytes(double promise, double client, const QByteArray &bytes);
    Q_INVOKABLE int broadcastText(const QString &text, double except);
    Q_INVOKABLE int broadcastBytes(const QByteArray &bytes, double except);
    Q_INVOKABLE int publishText(const QString &room, const QString &text, double except);
    Q_INVOKABLE int publishBytes(const QString &room, const QByteArray &bytes, double except);
    Q_INVOKABLE QStringList results() const;

    Q_INVOKABLE QString join(double client, const QString &room);
    Q_INVOKABLE bool leave(double client, const QString &room);
    Q_INVOKABLE QVariantList members(const QString &room) const;
    Q_INVOKABLE QStringList rooms(double client) const;

    Q_INVOKABLE QString disconnect(double client, int code, const QString &reason);
    Q_INVOKABLE bool close(double client);
    Q_INVOKABLE bool exists(double client) const;
    Q_INVOKABLE bool isEstablished(double client) const;
    Q_INVOKABLE bool isHere(double client) const;        ///< this worker's
    Q_INVOKABLE QString clientInfo(double client) const; ///< JSON; empty when there is none
    Q_INVOKABLE QVariantList clients(double after, int limit) const;
    Q_INVOKABLE QVariantList heartbeat(double silence, bool close);
    Q_INVOKABLE bool bind(double client, const QString &user);
    Q_INVOKABLE QVariantList clientsOf(const QString &user) const;
    Q_INVOKABLE bool setValue(double client, const QString &json);
    Q_INVOKABLE QString value(double client) const; ///< in a JSON array; empty when there is none
    Q_INVOKABLE double queuedBytes(double client) const;
    Q_INVOKABLE void pause(double client, bool on);
    Q_INVOKABLE void protect(double client, bool on);

    // The server.
    Q_INVOKABLE QStringList urls() const;
    Q_INVOKABLE int port() const;
    Q_INVOKABLE int worker() const; ///< -1 in a task
    Q_INVOKABLE int workers() const;
    Q_INVOKABLE bool sendMessage(int worker, const QString &json);

    // What is answered later.
    Q_INVOKABLE void drained(double promise, double client);
    Q_INVOKABLE void sleep(double promise, double client, double delay);
    Q_INVOKABLE void stats(double promise);
    Q_INVOKABLE void task(double promise, const QString &json);
    Q_INVOKABLE void fetch(double promise, const QString &url, const QString &head, const QByteArray &body);

    // Timers: 0 when it could not be started.
    Q_INVOKABLE double startTimer(int number, double client, double delay, bool repeats);
    Q_INVOKABLE void clearTimer(double timer);

    // The table: false, true, a value, or a sentence that says why not.
    Q_INVOKABLE QString tableSetText(const QString &key, const QString &value);
    Q_INVOKABLE QString tableSetNumber(const QString &key, double value);
    Q_INVOKABLE QVariant tableValue(const QString &key) const;
    Q_INVOKABLE bool tableContains(const QString &key) const;
    Q_INVOKABLE bool tableRemove(const QString &key);
    Q_INVOKABLE QVariant tableIncrement(const QString &key, double by);
    Q_INVOKABLE QVariant tableReplace(const QString &key, const QString &expected, const QString &value);
    Q_INVOKABLE QStringList tableKeys(const QString &prefix) const;
    Q_INVOKABLE double tableSize() const;
    Q_INVOKABLE void tableClear();

    // The engine.
    Q_INVOKABLE void wake();
    Q_INVOKABLE void settled(double promise, const QJSValue &value);
    Q_INVOKABLE void failed(double promise, const QString &what, const QString &stack);
    Q_INVOKABLE void unhandled(const QString &what, const QString &stack);
    Q_INVOKABLE void log(int level, const QString &text);
    Q_INVOKABLE QString stack() const;

    // What JavaScript lacks.
    Q_INVOKABLE double now() const; ///< milliseconds
    Q_INVOKABLE QByteArray encode(const QString &text) const;
    Q_INVOKABLE QVariant decode(const QByteArray &bytes, bool fatal) const; ///< undefined when it is no UTF-8
    Q_INVOKABLE QString randomUuid() const;
    Q_INVOKABLE QByteArray randomBytes(int count) const;
    Q_INVOKABLE QString toBase64(const QString &text) const;
    Q_INVOKABLE QString fromBase64(const QString &text) const;

private:
    int result(PushResult result) const { return int(result); }
    PushResult push(double client, Opcode opcode, QByteArrayView payload);
    template<typename T>
    void answer(double promise, Wait<T> wait, std::function<QJSValue(const T &)> shown);

    Server &m_server;
    ScriptEngine &m_engine;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace porthole
