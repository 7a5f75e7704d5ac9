// SPDX-License-Identifier: MIT
#include "tests/server/script/scripted.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// What a script is told, in which order, and what its answers do.
class TestScript final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quickStart();
    void payloads_data();
    void payloads();
    void handshakes_data();
    void handshakes();
    void requests_data();
    void requests();
    void asyncHandlersKeepAClientsOrder();
    void asyncHandlersOfOthersGoOn();
    void roomsAcrossWorkers();
    void tableAcrossWorkers();
    void messagesBetweenWorkers();
    void tickOfAnotherWorkersClientEndsWithIt();
    void modulesBesideTheScript();
    void consoleSaysWhere();
    void bufferFullAndDrain();
};

namespace {

Settings workers(int count)
{
    Settings settings = testSettings();
    settings.workers = count;
    return settings;
}

QByteArray next(RawClient &client) { return client.readFrame().value_or(WireFrame()).payload; }

} // namespace

void TestScript::quickStart()
{
    const ScriptLog log;
    Scripted scripted(QStringLiteral(
        "server.on('start', () => console.log(`started at ${server.url}`));\n"
        "server.on('open', request => {\n"
        "  console.log('connection open:', request.client, request.path, request.query.room);\n"
        "  server.join(request.client, request.query.room ?? 'lobby');\n"
        "  server.tick(request.client, 30, () => server.push(request.client, ['hello', Date.now()]));\n"
        "});\n"
        "server.on('message', frame => server.publish('lobby', { from: frame.client, text: frame.text }));\n"
        "server.on('close', closed => console.log('close:', closed.client, closed.code, closed.reason));\n"
        "server.on('disconnect', peer => console.log('disconnect:', peer.cause));\n"));
    QCOMPARE(scripted.start(), QString());
    QVERIFY(ScriptLog::has(QStringLiteral("script.js:1: started at ") + scripted.server().url().toString()));
    RawClient client(scripted.port());
    QVERIFY(client.open("/way?room=lobby"));
    client.write(RawClient::frame(Opcode::Text, "hi"));
    QCOMPARE(next(client), QByteArray("{\"from\":1,\"text\":\"hi\"}"));
    QVERIFY(next(client).startsWith("[\"hello\","));
    QVERIFY(next(client).startsWith("[\"hello\","));
    client.write(RawClient::closeFrame(4001, "bye"));
    QVERIFY(ScriptLog::has(QStringLiteral("script.js:3: connection open: 1 /way lobby")));
    QVERIFY(ScriptLog::has(QStringLiteral("script.js:8: close: 1 4001 bye")));
    RawClient plain(scripted.port());
    plain.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QCOMPARE(plain.readAnswer().status(), 404);
    QVERIFY(ScriptLog::has(QStringLiteral("script.js:9: disconnect: not an upgrade")));
}

void TestScript::payloads_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isBinary");
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const char *answer, bool isBinary, const QByteArray &payload) {
        QTest::addRow("%s", name) << QString::fromUtf8(answer) << isBinary << payload;
    };
    row("text", "'Grüße €'", false, "Grüße €");
    row("an empty text", "''", false, "");
    row("an object", "{ a: [1, null], b: 'ü' }", false, "{\"a\":[1,null],\"b\":\"ü\"}");
    row("an array", "[1, 'x']", false, "[1,\"x\"]");
    row("an ArrayBuffer", "new Uint8Array([0, 255]).buffer", true, QByteArray("\0\xff", 2));
    row("an Uint8Array", "new Uint8Array([1, 2, 3]).subarray(1)", true, "\2\3");
    row("a DataView", "new DataView(new Uint8Array([1, 2, 3]).buffer, 1, 1)", true, "\2");
    row("the payload as it came", "frame.payload", true, QByteArray("\0in", 3));
    row("data of binary", "frame.data", true, QByteArray("\0in", 3));
    row("text of binary", "frame.text.length", false, "3");
    row("the opcode", "frame.opcode", false, "binary");
}

void TestScript::payloads()
{
    QFETCH(QString, answer);
    Scripted scripted(
        QStringLiteral("server.on('message', frame => { const answer = %1;\n"
                       "server.push(frame.client, typeof answer === 'number' ? String(answer) : answer) });")
            .arg(answer));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Binary, QByteArray("\0in", 3)));
    const auto frame = client.readFrame();
    QVERIFY(frame);
    QTEST(frame->payload, "payload");
    QTEST(frame->opcode == Opcode::Binary, "isBinary");
}

void TestScript::handshakes_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const char *decision, int status, const char *part) {
        QTest::addRow("%s", name) << QString::fromUtf8(decision) << status << QByteArray(part);
    };
    row("nothing", "undefined", 101, "");
    row("true", "true", 101, "");
    row("accept", "Upgrade.accept()", 101, "");
    row("accept with a subprotocol and fields", "Upgrade.accept('two', { 'X-A': 'b' })", 101,
        "Sec-WebSocket-Protocol: two");
    row("fields", "Upgrade.accept(undefined, [['X-A', 'b']])", 101, "X-A: b");
    row("false", "false", 403, "");
    row("reject", "Upgrade.reject(401, 'no', { 'X-A': 'c' })", 401, "X-A: c");
    row("later", "new Promise(done => setTimeout(done, 1, Upgrade.reject(402)))", 402, "");
    row("throws", "nothing()", 500, "");
    row("throws later", "Promise.reject(new Error('x'))", 500, "");
    row("what is none", "'yes'", 500, "");
    row("a subprotocol that was not offered", "Upgrade.accept('three')", 500, "");
    row("by what it asks for", "request.query.key === '1' && request.headers.host ? true : false", 101, "");
}

void TestScript::handshakes()
{
    QFETCH(QString, decision);
    QFETCH(QByteArray, part);
    const ScriptLog log;
    Scripted scripted(QStringLiteral("server.on('handshake', request => %1);").arg(decision));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    client.write(RawClient::handshake("/?key=1", "Sec-WebSocket-Protocol: one, two\r\n"));
    const QByteArray head = client.readHead();
    QTEST(head.mid(9, 3).toInt(), "status");
    QVERIFY2(head.toLower().contains(part.toLower()), head.constData());
}

void TestScript::requests_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *reply, int status, const char *type, const char *body) {
        QTest::addRow("%s", name) << QString::fromUtf8(reply) << status << QByteArray(type) << QByteArray(body);
    };
    row("a string", "'plain'", 200, "text/plain; charset=utf-8", "plain");
    row("an object", "({ a: 1 })", 200, "application/json", "{\"a\":1}");
    row("html", "HttpReply.html('<p>ü', 201)", 201, "text/html; charset=utf-8", "<p>ü");
    row("a reply of one's own",
        "new HttpReply({ status: 418, headers: { 'Content-Type': 'a/b' }, body: new Uint8Array([65, 66]) })", 418,
        "a/b", "AB");
    row("nothing", "undefined", 404, "text/plain; charset=utf-8",
        "There is nothing here; this server speaks WebSocket.");
    row("what came", "[request.method, request.path, request.query.q, request.body, request.cookies.c]", 200,
        "application/json", "[\"POST\",\"/way\",\"1\",\"sent\",\"2\"]");
    row("later", "server.sleep(1).then(() => 'late')", 200, "text/plain; charset=utf-8", "late");
    row("throws", "nothing()", 500, "text/plain; charset=utf-8", "The server could not answer this request.");
    row("a number", "5", 500, "text/plain; charset=utf-8", "The server could not answer this request.");
}

void TestScript::requests()
{
    QFETCH(QString, reply);
    const ScriptLog log;
    Scripted scripted(QStringLiteral("server.on('request', request => %1);").arg(reply));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    client.write("POST /way?q=1 HTTP/1.1\r\nHost: x\r\nCookie: c=2\r\nContent-Length: 4\r\n\r\nsent");
    const WireAnswer answer = client.readAnswer();
    QTEST(answer.status(), "status");
    QTEST(answer.field("Content-Type"), "type");
    QTEST(answer.body.trimmed(), "body");
}

void TestScript::asyncHandlersKeepAClientsOrder()
{
    Scripted scripted(QStringLiteral(
        "server.on('open', async request => { await server.sleep(30); server.push(request.client, 'open'); });\n"
        "server.on('message', async frame => {\n"
        "  await server.sleep(30 - 10 * Number(frame.text));\n"
        "  server.push(frame.client, frame.text);\n"
        "});\n"));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    for (const char *text : {"0", "1", "2"})
        client.write(RawClient::frame(Opcode::Text, text));
    for (const char *text : {"open", "0", "1", "2"})
        QCOMPARE(next(client), QByteArray(text));
}

void TestScript::asyncHandlersOfOthersGoOn()
{
    Scripted scripted(QStringLiteral("let release;\nserver.on('message', async frame => {\n"
                                     "  if (frame.text === 'wait') await new Promise(done => { release = done; });\n"
                                     "  else release();\n"
                                     "  server.push(frame.client, frame.text);\n});\n"));
    QCOMPARE(scripted.start(), QString());
    RawClient waits(scripted.port());
    RawClient goesOn(scripted.port());
    QVERIFY(waits.open() && goesOn.open());
    waits.write(RawClient::frame(Opcode::Text, "wait"));
    QTRY_COMPARE(scripted.server().clientInfo({1})->messagesIn, quint64(1));
    QCOMPARE(asked(goesOn, "go"), QByteArray("go"));
    QCOMPARE(next(waits), QByteArray("wait"));
}

void TestScript::roomsAcrossWorkers()
{
    Scripted scripted(QStringLiteral("server.on('open', request => server.join(request.client, 'all'));\n"
                                     "server.on('message', frame => server.publish('all', { on: server.worker, "
                                     "members: server.members('all') }, frame.client));\n"),
                      workers(2));
    QCOMPARE(scripted.start(), QString());
    RawClient first(scripted.port());
    RawClient second(scripted.port());
    QVERIFY(first.open() && second.open());
    QTRY_COMPARE(scripted.server().members(QStringLiteral("all")).size(), 2);
    first.write(RawClient::frame(Opcode::Text, "x"));
    QCOMPARE(next(second), QByteArray("{\"on\":1,\"members\":[1,2]}"));
    second.write(RawClient::frame(Opcode::Text, "x"));
    QCOMPARE(next(first), QByteArray("{\"on\":0,\"members\":[1,2]}"));
}

void TestScript::tableAcrossWorkers()
{
    Scripted scripted(
        QStringLiteral(
            "server.on('message', frame => server.push(frame.client, String(server.table.increment('n'))));\n"),
        workers(2));
    QCOMPARE(scripted.start(), QString());
    RawClient first(scripted.port());
    RawClient second(scripted.port());
    QVERIFY(first.open() && second.open());
    QCOMPARE(asked(first, "x"), QByteArray("1"));
    QCOMPARE(asked(second, "x"), QByteArray("2"));
    QCOMPARE(asked(first, "x"), QByteArray("3"));
    QVERIFY(scripted.server().table().value(QStringLiteral("n")) == Table::Value(3.0));
}

void TestScript::messagesBetweenWorkers()
{
    Scripted scripted(QStringLiteral("server.on('message', frame => server.sendMessage(1 - server.worker, { client: "
                                     "frame.client, text: frame.text }));\n"
                                     "server.on('workerMessage', (value, from) => server.push(value.client, "
                                     "[value.text, from, server.worker]));\n"),
                      workers(2));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(asked(client, "x"), QByteArray("[\"x\",1,0]"));
}

void TestScript::tickOfAnotherWorkersClientEndsWithIt()
{
    Scripted scripted(QStringLiteral("let ticks = 0;\nserver.on('message', frame => {\n"
                                     "  if (frame.text === 'count') return server.push(frame.client, String(ticks));\n"
                                     "  const other = Number(frame.text);\n"
                                     "  server.tick(other, 1, () => { ++ticks; server.push(other, 'tick'); });\n});\n"),
                      workers(2));
    QCOMPARE(scripted.start(), QString());
    RawClient first(scripted.port());
    RawClient second(scripted.port());
    QVERIFY(first.open() && second.open());
    first.write(RawClient::frame(Opcode::Text, "2"));
    QCOMPARE(next(second), QByteArray("tick"));
    second.reset();
    QTRY_VERIFY(!scripted.server().exists({2}));
    QByteArray before = asked(first, "count");
    QTRY_VERIFY([&] {
        const QByteArray now = asked(first, "count");
        return std::exchange(before, now) == now;
    }());
}

void TestScript::modulesBesideTheScript()
{
    Scripted scripted(QStringLiteral("import { greet } from './more.js';\nimport shout, * as all from './more.js';\n"
                                     "server.on('message', async frame => server.push(frame.client, shout(await "
                                     "greet(frame.text)) + Object.keys(all).length));\n"));
    scripted.save(QStringLiteral("export async function greet(who) { return `hello ${await who}`; }\n"
                                 "export default text => text.toUpperCase();\n"),
                  QStringLiteral("more.js"));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(asked(client, "you"), QByteArray("HELLO YOU2"));
}

void TestScript::consoleSaysWhere()
{
    const ScriptLog log;
    Scripted scripted(
        QStringLiteral("server.on('start', () => {\n"
                       "console.log('%s is %d', 'a', 4, { b: [1, 'x'], c: new Map([[1, 2]]), d: undefined });\n"
                       "console.warn(new Error('mine'), null, [], () => 0, Symbol('s'));\n"
                       "const loop = {}; loop.loop = loop;\nconsole.error(loop, new Uint8Array(2), new Set(['y']));\n"
                       "console.assert(1 === 2, 'no');\nconsole.count(); console.count();\n"
                       "class A { constructor() { this.x = -0; } }\nconsole.info(new A(), new Date(0), /x/g);\n});\n"));
    QCOMPARE(scripted.start(), QString());
    for (const char *line :
         {"script.js:2: a is 4 { b: [1, \"x\"], c: Map { 1 => 2 }, d: undefined }",
          "script.js:3: Error: mine null [] [function anonymous] Symbol(s)",
          "script.js:5: { loop: [circular] } Uint8Array(2) [0, 0] Set { \"y\" }", "script.js:6: Assertion failed no",
          "script.js:7: default: 2", "script.js:9: A { x: -0 } 1970-01-01T00:00:00.000Z /x/g"})
        QVERIFY2(ScriptLog::has(QString::fromUtf8(line)), qPrintable(ScriptLog::lines().join(QLatin1Char('\n'))));
}

void TestScript::bufferFullAndDrain()
{
    const ScriptLog log;
    Settings settings = workers(1);
    settings.queuePolicy = QueuePolicy::Block;
    settings.queueMaxBytes = 64 * 1024;
    Scripted scripted(QStringLiteral("server.on('message', frame => {\n"
                                     "  const block = 'x'.repeat(60000);\n"
                                     "  while (server.push(frame.client, block) !== 'backlog full');\n});\n"
                                     "server.on('bufferFull', client => console.log('full', client));\n"
                                     "server.on('drain', client => console.log('drained', client));\n"),
                      settings);
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "x"));
    QVERIFY(ScriptLog::has(QStringLiteral("full 1")));
    while (ScriptLog::lines().filter(QStringLiteral("drained 1")).isEmpty() && client.readFrame()) { }
    QVERIFY(ScriptLog::has(QStringLiteral("drained 1")));
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
