// SPDX-License-Identifier: MIT
#include "tests/server/script/scripted.h"
#include "tests/support/intime.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// Saving the script: what runs next, who stays, and what is carried over.
class TestScriptReload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedScriptTakesOver();
    void savedImportTakesOver();
    void stateAndClientsAreCarriedOver();
    void brokenScriptLeavesTheOldOne_data();
    void brokenScriptLeavesTheOldOne();
    void ticksOfTheOldScriptEnd();
    void waitingHandlersOfTheOldScriptGoOn();
    void savedTwoHundredTimesUnderLoad();
};

namespace {

const QString echoOf = QStringLiteral(
    "const version = %1;\nserver.on('message', frame => server.push(frame.client, [version, frame.text]));\n");

// A sanitizer keeps what was freed for a while.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 mostGrowth = 256 * 1024;
#else
constexpr qint64 mostGrowth = 16 * 1024;
#endif

qint64 residentKibibytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readLine().split(' ').value(1).toLongLong() * 4 : 0;
}

} // namespace

void TestScriptReload::savedScriptTakesOver()
{
    const ScriptLog log;
    Settings settings = testSettings();
    settings.workers = 2;
    Scripted scripted(echoOf.arg(1), settings);
    QCOMPARE(scripted.start(), QString());
    RawClient first(scripted.port());
    RawClient second(scripted.port());
    QVERIFY(first.open() && second.open());
    QCOMPARE(asked(first, "x"), QByteArray("[1,\"x\"]"));
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    QElapsedTimer timer;
    timer.start();
    scripted.save(echoOf.arg(2));
    QVERIFY(reloaded.wait());
    const qint64 took = timer.elapsed();
    QCOMPARE(asked(first, "x"), QByteArray("[2,\"x\"]"));
    QCOMPARE(asked(second, "x"), QByteArray("[2,\"x\"]"));
    QVERIFY2(took < 5 * inTime, qPrintable(QStringLiteral("%1 ms").arg(took)));
    QVERIFY(ScriptLog::has(QStringLiteral("script.js was loaded again, in ")));
}

void TestScriptReload::savedImportTakesOver()
{
    Scripted scripted(QStringLiteral("import { version } from './version.js';\n"
                                     "server.on('message', frame => server.push(frame.client, version));\n"));
    scripted.save(QStringLiteral("export const version = 'one';\n"), QStringLiteral("version.js"));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(asked(client, "x"), QByteArray("one"));
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    scripted.save(QStringLiteral("export const version = 'another';\n"), QStringLiteral("version.js"));
    QVERIFY(reloaded.wait());
    QCOMPARE(asked(client, "x"), QByteArray("another"));
}

void TestScriptReload::stateAndClientsAreCarriedOver()
{
    const QString source = QStringLiteral(
        "// %1\nserver.state.count = 0;\n"
        "server.on('reload', old => { server.state.count = old.state.count + 100; server.state.clients = old.clients; "
        "});\n"
        "server.on('message', frame => { ++server.state.count; server.push(frame.client, server.state); });\n");
    Scripted scripted(source.arg(1));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QVERIFY(asked(client, "x").startsWith("{\"count\":"));
    QByteArray before = asked(client, "x");
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    scripted.save(source.arg(2));
    QVERIFY(reloaded.wait());
    QCOMPARE(before, QByteArray("{\"count\":2}"));
    QCOMPARE(asked(client, "x"), QByteArray("{\"count\":103,\"clients\":[1]}"));
}

void TestScriptReload::brokenScriptLeavesTheOldOne_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    QTest::addRow("a mistake in writing")
        << QStringLiteral("let a = ;\n") << QStringLiteral("script.js:1:9: SyntaxError: ");
    QTest::addRow("throws") << QStringLiteral("\nthrow new Error('mine');\n")
                            << QStringLiteral("script.js:2: Error: mine");
    QTest::addRow("loops for ever") << QStringLiteral("\n\nfor (;;);\n")
                                    << QStringLiteral("script.js:3: it ran for longer than 0.3 s");
    QTest::addRow("empty") << QString() << QStringLiteral("script.js: the file is empty");
    QTest::addRow("throws in a worker only") << QStringLiteral("\nif (server.worker >= 0) throw new Error('mine');\n")
                                             << QStringLiteral("script.js:2: Error: mine");
}

void TestScriptReload::brokenScriptLeavesTheOldOne()
{
    QFETCH(QString, source);
    QFETCH(QString, error);
    const ScriptLog log;
    Scripted scripted(echoOf.arg(1), testSettings(), {300ms, 0});
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QSignalSpy failed(&scripted.script(), &Script::failed);
    scripted.save(source);
    QVERIFY(failed.wait());
    QVERIFY2(failed[0][0].toString().startsWith(error), qPrintable(failed[0][0].toString()));
    QVERIFY(ScriptLog::has(QStringLiteral("The script was not loaded again, and what ran goes on: ") + error));
    QCOMPARE(asked(client, "x"), QByteArray("[1,\"x\"]"));
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    scripted.save(echoOf.arg(3));
    QVERIFY(reloaded.wait());
    QCOMPARE(asked(client, "x"), QByteArray("[3,\"x\"]"));
}

void TestScriptReload::ticksOfTheOldScriptEnd()
{
    Scripted scripted(QStringLiteral("setInterval(() => server.broadcast('old'), 1);\n"));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("old"));
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    scripted.save(QStringLiteral("server.on('reload', () => server.broadcast('new'));\n"
                                 "server.on('message', frame => server.push(frame.client, frame.text));\n"));
    QVERIFY(reloaded.wait());
    QByteArray last;
    while (last != "new")
        last = client.readFrame().value_or(WireFrame()).payload;
    QCOMPARE(asked(client, "after"), QByteArray("after"));
}

void TestScriptReload::waitingHandlersOfTheOldScriptGoOn()
{
    Scripted scripted(
        QStringLiteral("server.on('message', async frame => {\n  server.push(frame.client, 'begun');\n"
                       "  await new Promise(done => { const t = setInterval(() => 0, 1); setTimeout(done, 300); });\n"
                       "  server.push(frame.client, 'old');\n});\n"));
    QCOMPARE(scripted.start(), QString());
    RawClient client(scripted.port());
    QVERIFY(client.open());
    QCOMPARE(asked(client, "x"), QByteArray("begun"));
    client.write(RawClient::frame(Opcode::Text, "y"));
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    scripted.save(QStringLiteral("server.on('message', frame => server.push(frame.client, 'new ' + frame.text));\n"));
    QVERIFY(reloaded.wait());
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("old"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("new y"));
}

// 100 clients are answered all the time, each by a whole script, and none is dropped.
void TestScriptReload::savedTwoHundredTimesUnderLoad()
{
    const ScriptLog log;
    Settings settings = testSettings();
    settings.workers = 2;
    settings.pingInterval = 0ms;
    const QString source = QStringLiteral("const first = %1;\nserver.on('message', frame => server.push(frame.client, "
                                          "[first, last]));\n%2\nconst last = %1;\n");
    const QString padding = QStringLiteral("// some more of it\n").repeated(500);
    Scripted scripted(source.arg(0).arg(padding), settings);
    QCOMPARE(scripted.start(), QString());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int index = 0; index < 100; ++index) {
        clients.push_back(std::make_unique<RawClient>(scripted.port()));
        QVERIFY(clients.back()->open());
    }
    QSignalSpy reloaded(&scripted.script(), &Script::reloaded);
    QSignalSpy failed(&scripted.script(), &Script::failed);
    qint64 early = 0;
    constexpr int times = 200;
    for (int version = 1; version <= times; ++version) {
        scripted.save(source.arg(version).arg(padding));
        const auto ofThis = [&] {
            return asked(*clients[size_t(version) % clients.size()], "x")
                .startsWith('[' + QByteArray::number(version) + ',');
        };
        for (bool isNew = false; !isNew;) {
            for (const auto &client : clients) {
                const QByteArrayList parts = asked(*client, "x").chopped(1).mid(1).split(',');
                QVERIFY2(parts.size() == 2,
                         qPrintable(ScriptLog::lines().mid(ScriptLog::lines().size() - 5).join(QLatin1Char('\n'))
                                    + QString::number(version)));
                QCOMPARE(parts[0], parts[1]);
            }
            QCoreApplication::processEvents();
            isNew = ofThis();
        }
        if (version == times / 4)
            early = residentKibibytes();
    }
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    QCOMPARE(scripted.server().clients().size(), 100);
    const qint64 grown = residentKibibytes() - early;
    QVERIFY2(grown < mostGrowth, qPrintable(QStringLiteral("%1 KiB more, of %2").arg(grown).arg(early)));
    qInfo("%lld loads, %lld KiB more after the first quarter", qint64(reloaded.size()), grown);
}

QTEST_GUILESS_MAIN(TestScriptReload)
#include "tst_scriptreload.moc"
