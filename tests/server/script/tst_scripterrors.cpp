// SPDX-License-Identifier: MIT
#include "tests/server/script/scripted.h"
#include "tests/support/intime.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// Scripts that do wrong: each is told its line, its client is closed, and nobody else notices.
class TestScriptErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void misbehaves_data();
    void misbehaves();
    void doesNotLoad_data();
    void doesNotLoad();
    void othersGoOnMeanwhile_data();
    void othersGoOnMeanwhile();
    void othersGoOnAmongFailures_data();
    void othersGoOnAmongFailures();
    void failuresOfNobody_data();
    void failuresOfNobody();
    void oneInterruptedJobLeavesTheOthers();
};

namespace {

constexpr ScriptBudget small{300ms, 64 * 1024 * 1024};

QString handler(const char *body)
{
    return QStringLiteral("const all = [];\nfunction recurse() {\n  return recurse() + 1;\n}\n"
                          "const sleep = ms => new Promise(done => setTimeout(done, ms));\n"
                          "server.on('message', async frame => {\nif (frame.text === 'ping')\n"
                          "return server.push(frame.client, 'pong');\n%1\n});\n")
        .arg(QLatin1String(body));
}

} // namespace

void TestScriptErrors::misbehaves_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *body, const char *error) {
        QTest::addRow("%s", name) << QString::fromLatin1(body) << QString::fromLatin1(error);
    };
    const char *const slow = "script.js:9: it ran for longer than 0.3 s and was interrupted";
    row("loops for ever", "for (;;) { }", slow);
    row("loops for ever and catches", "for (;;) { try { for (;;) { } } catch { } finally { } }", slow);
    row("loops for ever without a body", "while (true);", slow);
    row("loops for ever in do", "do { } while (true)", slow);
    row("loops for ever in a callback", "[1].forEach(() => { while (true) { } })", slow);
    row("loops for ever after it waited", "await sleep(1); while (true) { }", slow);
    row("recurses for ever", "recurse()",
        "script.js:3: RangeError: Maximum call stack size exceeded., in recurse (script.js:3)");
    row("recurses for ever as it waits", "const f = async () => { await f() }; await f()",
        "script.js:9: RangeError: Maximum call stack size exceeded.");
    row("allocates for ever", "for (;;) all.push(new ArrayBuffer(1e6))",
        "script.js:9: it took more than 64 MiB of memory and was interrupted");
    row("throws an error", "throw new Error('mine')", "script.js:9: Error: mine");
    row("throws an error after it waited", "await sleep(1); throw new RangeError('mine')",
        "script.js:9: RangeError: mine");
    row("throws a string", "throw 'mine'", "script.js:6: mine");
    row("throws nothing", "throw undefined", "script.js:6: undefined");
    row("throws a symbol", "throw Symbol('mine')", "script.js:6: Symbol(mine)");
    row("throws what cannot be shown", "throw { toString() { throw 1 } }",
        "script.js:9: something that cannot be shown");
    row("calls what is no function", "frame.nothing()", "script.js:9: TypeError: ");
    row("uses what is not there", "nothing.at.all", "script.js:9: ReferenceError: nothing is not defined");
    row("rejects", "return Promise.reject(new Error('mine'))", "script.js:9: Error: mine");
    row("calls in vain", "server.push('one', 'x')",
        "script.js:9: TypeError: server.push(client, message): client must be the number of a client, not \"one\"");
    row("asks for too much", "new ArrayBuffer(1e15)", "script.js:9: RangeError: ");
}

void TestScriptErrors::misbehaves()
{
    QFETCH(QString, body);
    QFETCH(QString, error);
    const ScriptLog log;
    Scripted scripted(handler(body.toUtf8()), testSettings(), small);
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "go"));
    const auto frame = client.readFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), quint16(1011));
    const QString expected = QStringLiteral("A handler of client #1 threw: ") + error;
    QVERIFY2(ScriptLog::has(expected), qPrintable(ScriptLog::lines().join(QLatin1Char('\n'))));
    RawClient next(scripted.port());
    QVERIFY(next.open());
    QCOMPARE(asked(next, "ping"), QByteArray("pong"));
}

void TestScriptErrors::doesNotLoad_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *source, const char *error) {
        QTest::addRow("%s", name) << QString::fromLatin1(source) << QString::fromLatin1(error);
    };
    row("a mistake in writing", "let a = 1;\n\nlet b = ;\n",
        "script.js:3:9: SyntaxError: Expected token `numeric literal'");
    row("a mistake in writing, behind a loop", "for (;;) { let b = ; }\n",
        "script.js:1:20: SyntaxError: Expected token `numeric literal'");
    row("a mistake in writing, in an async function", "const a = async () => {\n  await a + ;\n};\n",
        "script.js:2:13: SyntaxError: ");
    row("a mistake in writing, beside imports", "import { a } from './a.js';\nlet b = ;\n",
        "script.js:2:9: SyntaxError: ");
    row("a bracket too few", "function f() {\n", "script.js:1:14: SyntaxError: this { is never closed");
    row("the wrong bracket", "f(;\n}", "script.js:2:1: SyntaxError: this } does not close the ( of line 1");
    row("throws", "\nthrow new Error('mine')", "script.js:2: Error: mine");
    row("throws a string", "\n\nthrow 'mine'", "script.js:3: mine");
    row("uses what is not there", "\nnothing()", "script.js:2: ReferenceError: nothing is not defined");
    row("loops for ever", "\n\nwhile (true) { }", "script.js:3: it ran for longer than 0.3 s and was interrupted");
    row("recurses for ever", "function f() {\n f() }\nf()",
        "script.js:2: RangeError: Maximum call stack size exceeded.");
    row("is empty", " \n", "script.js: the file is empty.");
    row("imports what is not there", "import './none.js'", "script.js: ");
    row("imports what has a mistake", "import './broken.js'", "broken.js:2:9: SyntaxError: ");
    row("imports a name that is not there", "import { none } from './a.js'; none()",
        "script.js:1: ReferenceError: Unable to resolve import reference none");
    row("imports a package", "import x from 'lodash'", "script.js: \"lodash\" cannot be imported");
    row("an event that is none", "\nserver.on('opened', () => { })",
        "script.js:2: TypeError: server.on(event, handler): there is no event \"opened\"; there are start, ");
    row("acts before it may", "\nserver.broadcast('x')",
        "script.js:2: Error: server.broadcast(message, except): not while the script loads");
}

void TestScriptErrors::doesNotLoad()
{
    QFETCH(QString, source);
    QFETCH(QString, error);
    Scripted scripted(source, testSettings(), small);
    scripted.save(QStringLiteral("export const a = 1;\n"), QStringLiteral("a.js"));
    scripted.save(QStringLiteral("\nlet b = ;\n"), QStringLiteral("broken.js"));
    const QString why = scripted.start();
    QVERIFY2(why.startsWith(error), qPrintable(why));
}

void TestScriptErrors::othersGoOnMeanwhile_data()
{
    QTest::addColumn<QString>("body");
    QTest::addRow("loops for ever") << QStringLiteral("for (;;) { }");
    QTest::addRow("allocates for ever") << QStringLiteral("for (;;) all.push(new Array(1000).fill(1))");
    QTest::addRow("recurses for ever") << QStringLiteral("recurse()");
}

// Another worker's client is answered all the time.
void TestScriptErrors::othersGoOnMeanwhile()
{
    QFETCH(QString, body);
    const ScriptLog log;
    Settings settings = testSettings();
    settings.workers = 2;
    Scripted scripted(handler(body.toUtf8()), settings, small);
    QCOMPARE(scripted.start(), QString());
    RawClient bad(scripted.port());
    QVERIFY(bad.open());
    RawClient good(scripted.port());
    QVERIFY(good.open());
    QCOMPARE(asked(good, "ping"), QByteArray("pong"));
    bad.write(RawClient::frame(Opcode::Text, "go"));
    QVERIFY(bad.socket().waitForBytesWritten() || bad.socket().bytesToWrite() == 0);
    QElapsedTimer whole;
    whole.start();
    qint64 longest = 0;
    while (ScriptLog::lines().filter(QStringLiteral("threw")).isEmpty() && whole.elapsed() < 20'000) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(asked(good, "ping"), QByteArray("pong"));
        longest = std::max(longest, timer.elapsed());
    }
    QVERIFY(ScriptLog::has(QStringLiteral("threw: script.js:")));
    QVERIFY2(longest <= inTime, qPrintable(QStringLiteral("%1 ms").arg(longest)));
}

void TestScriptErrors::othersGoOnAmongFailures_data()
{
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *handler, const char *error) {
        QTest::addRow("%s", name) << QString::fromLatin1(handler) << QString::fromLatin1(error);
    };
    const char *const mine = "script.js:2: Error: mine";
    row("open", "server.on('open', request => {\nif (request.path === '/bad') nothing(); });",
        "script.js:2: ReferenceError: nothing is not defined");
    row("message", "answers.bad = () => {\nthrow new Error('mine'); };", mine);
    row("message, later", "answers.bad = async () => {\nawait null; throw new Error('mine'); };", mine);
    row("wrong types", "answers.bad = frame => {\nserver.push(frame, frame); };",
        "script.js:2: TypeError: server.push(client, message): client must be");
    row("close",
        "answers.bad = frame => server.disconnect(frame.client, 1011);\n"
        "server.on('close', () => { throw new Error('mine'); });",
        mine);
}

// A hundred clients, one after the other, whose handlers fail; another is answered each time.
void TestScriptErrors::othersGoOnAmongFailures()
{
    QFETCH(QString, handler);
    QFETCH(QString, error);
    const ScriptLog log;
    Settings settings = testSettings();
    settings.workers = 2;
    const QString source = QStringLiteral("const answers = { ping: frame => server.push(frame.client, 'pong') }; %1\n"
                                          "server.on('message', frame => answers[frame.text](frame));\n");
    Scripted scripted(source.arg(handler), settings, small);
    QCOMPARE(scripted.start(), QString());
    RawClient good(scripted.port());
    QVERIFY(good.open());
    qint64 longest = 0;
    for (int index = 0; index < 100; ++index) {
        RawClient bad(scripted.port());
        QVERIFY(bad.open("/bad"));
        bad.write(RawClient::frame(Opcode::Text, "bad"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(asked(good, "ping"), QByteArray("pong"));
        longest = std::max(longest, timer.elapsed());
        QCOMPARE(bad.readFrame().value_or(WireFrame()).closeCode(), quint16(1011));
        bad.write(RawClient::closeFrame(1011));
    }
    QVERIFY2(ScriptLog::has(error), qPrintable(ScriptLog::lines().mid(0, 5).join(QLatin1Char('\n'))));
    QTRY_COMPARE(ScriptLog::lines().filter(error).size(), 100);
    QVERIFY2(longest <= inTime, qPrintable(QStringLiteral("%1 ms").arg(longest)));
}

void TestScriptErrors::failuresOfNobody_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *source, const char *error) {
        QTest::addRow("%s", name) << QString::fromLatin1(source) << QString::fromLatin1(error);
    };
    row("start", "server.on('start', () => {\nthrow new Error('mine') })", "script.js:2: Error: mine");
    row("start, later", "server.on('start', async () => {\nawait null; throw new Error('mine') })",
        "script.js:2: Error: mine");
    row("workerStart", "server.on('workerStart', () => {\nnothing() })",
        "script.js:2: ReferenceError: nothing is not defined");
    row("a timer", "setTimeout(() => {\nthrow new Error('mine') }, 1)", "script.js:2: Error: mine");
    row("a tick that loops", "const timer = server.tick(5, () => {\nserver.clearTimer(timer);\nfor (;;); })",
        "script.js:3: it ran for longer than 0.3 s and was interrupted");
    row("a promise that nobody hears", "server.on('start', () => {\nPromise.reject(new Error('mine')) })",
        "script.js:2: Error: mine");
    row("promises without end", "const next = () => {\nPromise.resolve().then(next) };\nserver.on('start', next)",
        "script.js:1: it ran for longer than 0.3 s and was interrupted");
    row("a microtask", "server.on('start', () => queueMicrotask(() => {\nthrow new Error('mine') }))",
        "script.js:2: Error: mine");
    row("a deferred call", "server.on('start', () => server.defer(() => {\nthrow new Error('mine') }))",
        "script.js:2: Error: mine");
}

void TestScriptErrors::failuresOfNobody()
{
    QFETCH(QString, source);
    QFETCH(QString, error);
    const ScriptLog log;
    Scripted scripted(source + QStringLiteral("\nserver.on('message', frame => server.push(frame.client, 'pong'));\n"),
                      testSettings(), small);
    QCOMPARE(scripted.start(), QString());
    QVERIFY2(ScriptLog::has(error), qPrintable(ScriptLog::lines().join(QLatin1Char('\n'))));
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(asked(client, "ping"), QByteArray("pong"));
}

// Both clients wait for the same turn of promises; the one that loops is interrupted, the other is answered.
void TestScriptErrors::oneInterruptedJobLeavesTheOthers()
{
    const ScriptLog log;
    Scripted scripted(
        QStringLiteral("let release; const gate = new Promise(done => { release = done; });\nlet count = 0;\n"
                       "server.on('message', async frame => {\n  if (++count === 2)\n    release();\n"
                       "  await gate;\n  if (frame.text === 'loop')\n    for (;;);\n"
                       "  server.push(frame.client, 'answer');\n});\n"),
        testSettings(), small);
    QCOMPARE(scripted.start(), QString());
    RawClient loops(scripted.port());
    RawClient waits(scripted.port());
    QVERIFY(loops.open() && waits.open());
    loops.write(RawClient::frame(Opcode::Text, "loop"));
    QVERIFY(loops.socket().waitForBytesWritten() || loops.socket().bytesToWrite() == 0);
    QCOMPARE(asked(waits, "wait"), QByteArray("answer"));
    QCOMPARE(loops.readFrame().value_or(WireFrame()).closeCode(), quint16(1011));
    QVERIFY(ScriptLog::has(QStringLiteral("threw: script.js:8: it ran for longer than 0.3 s")));
}

QTEST_GUILESS_MAIN(TestScriptErrors)
#include "tst_scripterrors.moc"
