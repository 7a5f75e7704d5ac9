// SPDX-License-Identifier: MIT
#include "tests/server/script/scripted.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// What scripts can call, and what they are told when they call it wrong.
class TestScriptApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void yields_data();
    void yields();
    void refuses_data();
    void refuses();
    void fetchOverHttp();
    void readmeNamesThemAll();

private:
    QString evaluated(const QString &expression);

    std::unique_ptr<Scripted> m_scripted;
    std::unique_ptr<RawClient> m_client;
};

// Evaluates what it is sent and answers with what came of it.
void TestScriptApi::initTestCase()
{
    Settings settings = testSettings();
    settings.workers = 2;
    settings.tableMaxBytes = 10'000;
    settings.roomsPerClient = 3;
    m_scripted = std::make_unique<Scripted>(
        QStringLiteral(
            "\nserver.on('task', data => data.fail ? Promise.reject(new Error('no')) : { twice: data.n * 2 });\n"
            "server.on('message', async frame => {\n"
            "  let result;\n"
            "  try {\n"
            "    const client = frame.client;\n"
            "    result = await eval('client => (' + frame.text + ')')(client);\n"
            "    result = result === undefined ? 'undefined' : JSON.stringify(result);\n"
            "  } catch (error) { result = String(error); }\n"
            "  server.push(frame.client, result);\n"
            "});\n"),
        settings);
    QCOMPARE(m_scripted->start(), QString());
    m_client = std::make_unique<RawClient>(m_scripted->port());
    QVERIFY(m_client->open("/way?room=a+b&x=%C3%BC", "Cookie: c=1\r\nX-Two: a\r\nX-Two: b\r\n"));
}

QString TestScriptApi::evaluated(const QString &expression)
{
    return QString::fromUtf8(asked(*m_client, expression.toUtf8()));
}

void TestScriptApi::yields_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *expression, const char *result) {
        QTest::addRow("%s", expression) << QString::fromUtf8(expression) << QString::fromUtf8(result);
    };
    row("server.exists(client)", "true");
    row("server.exists(99999)", "false");
    row("server.isEstablished(client)", "true");
    row("server.push(99999, 'x')", "\"unknown client\"");
    row("server.clients()", "[1]");
    row("server.clients(client)", "[]");
    row("server.clients(0, 0)", "[]");
    row("server.clientInfo(client).path", "\"/way\"");
    row("server.clientInfo(client).query", "{\"room\":\"a b\",\"x\":\"ü\"}");
    row("server.clientInfo(client).headers['x-two']", "\"a, b\"");
    row("server.clientInfo(client).status", "\"active\"");
    row("server.clientInfo(99999)", "null");
    row("server.bind(client, 'ada') && server.clientsOf('ada')", "[1]");
    row("server.clientInfo(client).user", "\"ada\"");
    row("server.bind(99999, 'ada')", "false");
    row("server.setValue(client, { a: [1, 'b', null] }) && server.value(client)", "{\"a\":[1,\"b\",null]}");
    row("server.value(99999)", "undefined");
    row("server.join(client, 'tea') && server.members('tea')", "[1]");
    row("server.rooms(client)", "[\"tea\"]");
    row("server.leave(client, 'tea')", "true");
    row("server.leave(client, 'tea')", "false");
    row("server.members('tea')", "[]");
    row("server.join(99999, 'tea')", "false");
    row("server.publish('nobody', 'x')", "\"sent\"");
    row("server.broadcast('x', client)", "\"queued\"");
    row("server.queuedBytes(client)", "0");
    row("server.heartbeat(60000)", "[]");
    row("server.protect(client) || server.clientInfo(client).isProtected", "true");
    row("server.pause(client) || server.resume(client)", "undefined");
    row("server.drained(client)", "true");
    row("server.drained(99999)", "false");
    row("server.sleep(1)", "true");
    row("server.sleep(99999, 10000)", "false");
    row("server.task({ n: 21 })", "{\"twice\":42}");
    row("server.task({ fail: true }).catch(e => e.message)", "\"script.js:2: Error: no\"");
    row("server.stats().then(stats => stats.workers.length)", "2");
    row("server.workers", "2");
    row("typeof server.worker", "\"number\"");
    row("server.url.replace(/\\d+$/, '') + (server.port > 0)", "\"ws://127.0.0.1:true\"");
    row("server.sendMessage(0, { a: 1 })", "true");
    row("server.sendMessage(7, 1)", "false");
    row("server.clearTimer(4711)", "false");
    row("server.clearTimer(server.tick(1000, () => 0))", "true");
    row("server.clearTimer(server.after(client, 1000, () => 0))", "true");
    row("new Promise(done => server.after(1, () => done('after')))", "\"after\"");
    row("new Promise(done => { let n = 0; const t = server.tick(1, () => ++n === 3 && server.clearTimer(t) && "
        "done(n)) })",
        "3");
    row("new Promise(done => setTimeout((a, b) => done(a + b), 1, 2, 3))", "5");
    row("new Promise(done => { const t = setInterval(() => { clearInterval(t); done('i') }, 1) })", "\"i\"");
    row("new Promise(done => { let s = 'a'; server.defer(() => done(s)); s = 'b' })", "\"b\"");
    row("new Promise(done => queueMicrotask(() => done(1)))", "1");
    row("server.table.set('a', 1) && server.table.increment('a', 2)", "3");
    row("server.table.increment('fresh')", "1");
    row("server.table.set('t', 'text') && server.table.value('t')", "\"text\"");
    row("server.table.value('none')", "undefined");
    row("server.table.contains('t') && !server.table.contains('none')", "true");
    row("server.table.replace('a', 3, 'x')", "true");
    row("server.table.replace('a', 3, 'y')", "false");
    row("server.table.replace('new', undefined, 4) && server.table.value('new')", "4");
    row("server.table.keys('fre')", "[\"fresh\"]");
    row("server.table.size", "4");
    row("server.table.remove('t')", "true");
    row("server.table.clear() || server.table.size", "0");
    row("crypto.randomUUID().length", "36");
    row("crypto.getRandomValues(new Uint8Array(4)).length", "4");
    row("Array.from(new TextEncoder().encode('aü€'))", "[97,195,188,226,130,172]");
    row("new TextDecoder().decode(new Uint8Array([97, 195, 188]))", "\"aü\"");
    row("new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255]))",
        "TypeError: TextDecoder.decode(bytes): the bytes are no UTF-8");
    row("atob(btoa('abc'))", "\"abc\"");
    row("structuredClone({ a: [1] })", "{\"a\":[1]}");
    row("performance.now() > 0", "true");
    row("globalThis.server === server", "true");
    row("[1, [2, [3]]].flat()", "[1,2,[3]]");
    row("'abc'.at(-1) + [1, 2].at(0)", "\"c1\"");
    row("'a-b-c'.replaceAll('-', '')", "\"abc\"");
    row("Object.fromEntries([['a', 1]])", "{\"a\":1}");
    row("Promise.all([1, Promise.resolve(2), new Promise(d => setTimeout(d, 1, 3))])", "[1,2,3]");
    row("Promise.allSettled([1, Promise.reject(2)])",
        "[{\"status\":\"fulfilled\",\"value\":1},{\"status\":\"rejected\",\"reason\":2}]");
    row("Promise.race([new Promise(() => 0), Promise.resolve(2)])", "2");
    row("Promise.any([Promise.reject(1), Promise.resolve(2)])", "2");
    row("Promise.reject(1).catch(e => e + 1).finally(() => 9)", "2");
    row("Promise.resolve({ then(done) { done(7) } })", "7");
    row("new Promise(() => { throw new Error('x') }).then(0, e => e.message)", "\"x\"");
}

void TestScriptApi::yields()
{
    QFETCH(QString, expression);
    QTEST(evaluated(expression), "result");
}

void TestScriptApi::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");
    const auto row = [](const QString &expression, const QString &error) {
        QTest::addRow("%s", qPrintable(expression)) << expression << error;
    };
    const auto rows = [&row](const char *call, const char *before, const char *wanted, const char *after,
                             const QList<const char *> &values) {
        for (const char *value : values)
            row(QLatin1String(before) + QLatin1String(value) + QLatin1String(after),
                QStringLiteral("TypeError: server.%1: %2, not ").arg(QLatin1String(call), QLatin1String(wanted)));
    };
    const QList<const char *> noClient{"undefined", "null", "'1'", "0",       "-1",          "1.5", "NaN",
                                       "Infinity",  "{}",   "[]",  "() => 0", "Symbol('s')", "true"};
    for (const char *name :
         {"close", "exists", "isEstablished", "clientInfo", "value", "rooms", "queuedBytes", "pause", "resume"})
        rows(qPrintable(QStringLiteral("%1(client)").arg(QLatin1String(name))),
             qPrintable(QStringLiteral("server.%1(").arg(QLatin1String(name))), "client must be the number of a client",
             ")", noClient);
    rows("push(client, message)", "server.push(", "client must be the number of a client", ", 'x')", noClient);
    rows("push(client, message)", "server.push(client, ",
         "message must be a string, an object or array (sent as JSON), an ArrayBuffer or a Uint8Array", ")",
         {"undefined", "null", "5", "true", "() => 0", "Symbol('s')"});
    rows("pushWait(client, message)", "server.pushWait(", "client must be the number of a client", ", 'x')", noClient);
    rows("broadcast(message, except)", "server.broadcast(",
         "message must be a string, an object or array (sent as JSON), an ArrayBuffer or a Uint8Array", ")",
         {"undefined", "null", "5", "false"});
    rows("broadcast(message, except)", "server.broadcast('x', ", "except must be the number of a client", ")",
         {"null", "'1'", "0", "{}"});
    rows("publish(room, message, except)", "server.publish(", "room must be a string", ", 'x')",
         {"undefined", "null", "5", "{}", "Symbol('s')"});
    rows("publish(room, message, except)", "server.publish('r', 'x', ", "except must be the number of a client", ")",
         {"null", "'1'"});
    rows("join(client, room)", "server.join(", "client must be the number of a client", ", 'r')", noClient);
    rows("join(client, room)", "server.join(client, ", "room must be a string", ")", {"undefined", "5", "null"});
    rows("leave(client, room)", "server.leave(client, ", "room must be a string", ")", {"undefined", "5"});
    rows("members(room)", "server.members(", "room must be a string", ")", {"undefined", "5"});
    rows("disconnect(client, code, reason)", "server.disconnect(", "client must be the number of a client", ")",
         noClient);
    rows("disconnect(client, code, reason)", "server.disconnect(client, ",
         "code must be a whole number from 1000 to 4999", ")", {"999", "5000", "'1000'", "1000.5", "null"});
    rows("disconnect(client, code, reason)", "server.disconnect(client, 1000, ", "reason must be a string", ")",
         {"5", "null", "{}"});
    rows("bind(client, user)", "server.bind(client, ", "user must be a string", ")", {"undefined", "5"});
    rows("clientsOf(user)", "server.clientsOf(", "user must be a string", ")", {"undefined", "5"});
    rows("setValue(client, value)", "server.setValue(client, ", "value must be what JSON can hold", ")",
         {"undefined", "() => 0", "Symbol('s')"});
    rows("clients(after, limit)", "server.clients(", "after must be a whole number from 0 to 9007199254740991", ")",
         {"-1", "'1'", "null", "1.5"});
    rows("clients(after, limit)", "server.clients(0, ", "limit must be a whole number from 0 to 10000000", ")",
         {"-1", "'1'", "null"});
    rows("heartbeat(silence, close)", "server.heartbeat(", "silence must be a number from 0 to 2147483647", ")",
         {"undefined", "-1", "'1'", "NaN"});
    rows("heartbeat(silence, close)", "server.heartbeat(1, ", "close must be true or false", ")",
         {"1", "null", "'yes'"});
    rows("protect(client, on)", "server.protect(client, ", "on must be true or false", ")", {"1", "null"});
    rows("tick(client, interval, callback)", "server.tick(", "interval must be a number from 0 to 2147483647",
         ", () => 0)", {"-1", "'1'", "NaN", "undefined", "{}"});
    rows("tick(client, interval, callback)", "server.tick(1, 1, ", "callback must be a function", ")",
         {"undefined", "'f'", "5", "{}"});
    rows("tick(client, interval, callback)", "server.tick(", "client must be the number of a client", ", 1, () => 0)",
         noClient);
    rows("after(client, delay, callback)", "server.after(", "delay must be a number from 0 to 2147483647", ", () => 0)",
         {"-1", "'1'"});
    rows("clearTimer(timer)", "server.clearTimer(", "timer must be what tick() or after() returned", ")",
         {"undefined", "'1'", "null", "{}"});
    rows("defer(callback)", "server.defer(", "callback must be a function", ")", {"undefined", "5"});
    rows("sleep(client, delay)", "server.sleep(", "delay must be a number from 0 to 2147483647", ")",
         {"undefined", "'1'", "-1"});
    rows("sendMessage(worker, value)", "server.sendMessage(", "worker must be a whole number from 0 to 2147483647",
         ", 1)", {"undefined", "-1", "'1'", "0.5"});
    rows("task(data)", "server.task(", "data must be what JSON can hold", ")", {"() => 0", "Symbol('s')"});
    rows("table.set(key, value)", "server.table.set(", "key must be a string", ", 1)", {"undefined", "5"});
    rows("table.set(key, value)", "server.table.set('k', ", "value must be a string or a finite number", ")",
         {"undefined", "null", "{}", "NaN", "true"});
    rows("table.increment(key, by)", "server.table.increment('k', ", "by must be a finite number", ")",
         {"null", "'1'", "NaN"});
    rows("table.replace(key, expected, value)", "server.table.replace('k', ",
         "expected must be a string, a number or undefined", ", 1)", {"null", "{}"});
    rows("table.replace(key, expected, value)", "server.table.replace('k', 1, ", "value must be a string or a number",
         ")", {"undefined", "null"});
    rows("on(event, handler)", "server.on('open', ", "handler must be a function", ")", {"undefined", "'f'"});
    rows("on(event, handler)", "server.on(", "event must be a string", ", () => 0)", {"undefined", "5"});

    row(QStringLiteral("server.disconnect(client, 1005)"),
        QStringLiteral("RangeError: Close code 1005 may not be sent"));
    row(QStringLiteral("server.disconnect(client, 1000, 'x'.repeat(124))"),
        QStringLiteral("RangeError: The close reason is 124 bytes"));
    row(QStringLiteral("server.join(client, '')"), QStringLiteral("RangeError: A room needs a name."));
    row(QStringLiteral("server.join(client, 'x'.repeat(256))"),
        QStringLiteral("RangeError: The name of a room is longer than 255 bytes."));
    row(QStringLiteral("['a', 'b', 'c', 'd'].map(room => server.join(client, room))"),
        QStringLiteral("RangeError: Client #1 is in 3 rooms"));
    row(QStringLiteral("server.table.set('big', 'x'.repeat(10000))"), QStringLiteral("RangeError: The table is full"));
    row(QStringLiteral("server.table.set('s', 's') && server.table.increment('s')"),
        QStringLiteral("RangeError: The key s holds a string"));
    row(QStringLiteral("server.push(client, { toJSON() { return undefined } })"),
        QStringLiteral("TypeError: server.push(client, message): message must be what JSON can hold"));
    row(QStringLiteral("(a => { a.a = a; return server.push(client, a) })({})"), QStringLiteral("TypeError: "));
    row(QStringLiteral("fetch(5)"), QStringLiteral("TypeError: fetch(url, options): url must be a string, not 5"));
    row(QStringLiteral("fetch('file:///etc/hosts')"),
        QStringLiteral("Error: fetch: \"file:///etc/hosts\" is no http or https URL"));
    row(QStringLiteral("fetch('http://127.0.0.1:1/')"), QStringLiteral("Error: fetch: "));
    row(QStringLiteral("setTimeout('code')"),
        QStringLiteral("TypeError: setTimeout(callback, delay): callback must be a function, not \"code\""));
    row(QStringLiteral("new Promise(5)"),
        QStringLiteral("TypeError: new Promise(executor): executor must be a function, not 5"));
    row(QStringLiteral("new TextDecoder('latin1')"),
        QStringLiteral("RangeError: new TextDecoder(label): only utf-8 is known here, not \"latin1\""));
    row(QStringLiteral("Upgrade.reject(99)"),
        QStringLiteral("TypeError: Upgrade.reject(status, body, headers): status must be a whole number from "
                       "200 to 599, not 99"));
}

void TestScriptApi::refuses()
{
    QFETCH(QString, expression);
    QFETCH(QString, error);
    const QString result = evaluated(expression);
    QVERIFY2(result.startsWith(error), qPrintable(result + QStringLiteral(" instead of ") + error));
}

void TestScriptApi::fetchOverHttp()
{
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    QByteArray request;
    connect(&web, &QTcpServer::newConnection, &web, [&] {
        QTcpSocket *socket = web.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &request] {
            request += socket->readAll();
            if (request.endsWith("body"))
                socket->write("HTTP/1.1 201 Made\r\nX-A: b\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}");
        });
    });
    const QString expression =
        QStringLiteral("fetch('http://127.0.0.1:%1/x?y', { method: 'post', headers: { 'X-Q': 'r' }, "
                       "body: 'body' }).then(r => r.json().then(j => [r.status, r.ok, r.headers.get('x-a'), j.a]))")
            .arg(web.serverPort());
    m_client->write(RawClient::frame(Opcode::Text, expression.toUtf8()));
    QTRY_VERIFY(request.endsWith("body"));
    QCOMPARE(m_client->readFrame().value_or(WireFrame()).payload, QByteArray("[201,true,\"b\",1]"));
    QVERIFY(request.startsWith("POST /x?y HTTP/1.1\r\n"));
    QVERIFY(request.contains("X-Q: r\r\n"));
}

namespace {

QString fileOfTree(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

QStringList codeIn(const QString &text)
{
    QStringList names;
    static const QRegularExpression code(QStringLiteral("`([A-Za-z]+)`"));
    for (auto match = code.globalMatch(text); match.hasNext();)
        names += match.next().captured(1);
    return names;
}

} // namespace

// The table of the README, what there is in a script, and server.h say the same.
void TestScriptApi::readmeNamesThemAll()
{
    const QString readme = fileOfTree(QFINDTESTDATA("../../../README.md"));
    const QString header = fileOfTree(QFINDTESTDATA("../../../server/server.h"));
    const QString table = readme.section(QStringLiteral("\n| events |"), 1).section(QStringLiteral("\n\n"), 0, 0);
    QStringList events = codeIn(table.section(QLatin1Char('\n'), 0, 0));
    QStringList functions = codeIn(table.section(QLatin1Char('\n'), 1));
    for (const char *type : {"ArrayBuffer", "Uint8Array"})
        functions.removeAll(QLatin1String(type));

    const QString known = evaluated(QStringLiteral(
        "(() => { try { server.on('none', () => 0) } catch (e) { return e.message.replace(/.*there are /, '') } })()"));
    QCOMPARE(sorted(events), sorted(QString(known).remove(QLatin1Char('"')).split(QStringLiteral(", "))));
    const QString keys = evaluated(QStringLiteral("Object.keys(server).filter(k => k !== 'on').join()"));
    QCOMPARE(sorted(functions), sorted(QString(keys).remove(QLatin1Char('"')).split(QLatin1Char(','))));

    for (const char *name : {"reload", "task"})
        events.removeAll(QLatin1String(name));
    for (const char *name : {"worker", "workers", "state"})
        functions.removeAll(QLatin1String(name));
    for (const QString &event : std::as_const(events))
        functions += QStringLiteral("on") + event.at(0).toUpper() + event.mid(1);
    for (const QString &name : std::as_const(functions))
        QVERIFY2(header.contains(QRegularExpression(QStringLiteral("[ &]%1\\(").arg(name))), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestScriptApi)
#include "tst_scriptapi.moc"
