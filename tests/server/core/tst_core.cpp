// SPDX-License-Identifier: MIT
#include "server/core/mailbox.h"
#include "server/core/message.h"
#include "server/core/settings.h"
#include "server/core/types.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <thread>

using namespace porthole;

class TestCore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendableCodes_data();
    void sendableCodes();
    void headersIgnoreCase();
    void messages();
    void settingsNameWhatIsWrong_data();
    void settingsNameWhatIsWrong();
    void everySettingIsReadAndWrittenByName_data();
    void everySettingIsReadAndWrittenByName();
    void settingsFromText_data();
    void settingsFromText();
    void unknownSetting();
    void engineNames();
    void mailboxKeepsOrderAndLosesNothing();
    void mailboxClosed();
};

void TestCore::sendableCodes_data()
{
    QTest::addColumn<bool>("sendable");
    const auto rows = [](std::initializer_list<int> codes, bool sendable) {
        for (const int code : codes)
            QTest::addRow("%d", code) << sendable;
    };
    rows({1000, 1001, 1002, 1003, 1007, 1011, 1014, 3000, 3999, 4000, 4999}, true);
    rows({0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535}, false);
}

void TestCore::sendableCodes()
{
    QFETCH(const bool, sendable);
    QCOMPARE(isSendable(std::uint16_t(QByteArray(QTest::currentDataTag()).toUInt())), sendable);
}

void TestCore::headersIgnoreCase()
{
    const Headers headers({{"Host", "a"}, {"X-Many", "1"}, {"x-many", "2"}});
    QCOMPARE(headers.value("host"), QByteArray("a"));
    QCOMPARE(headers.value("X-MANY"), QByteArray("1"));
    QVERIFY(headers.value("none").isNull());
    QCOMPARE(headers.fields().size(), 3);
    QCOMPARE(headers.fields().at(2).name, QByteArray("x-many"));
    QCOMPARE(headers.fields().at(2).value, QByteArray("2"));
    QVERIFY(Headers().fields().isEmpty());
    QCOMPARE(Headers({{"Empty", ""}, {"Cut", QByteArray("a\0b", 3)}}).fields().at(1).value, QByteArray("a"));
}

void TestCore::messages()
{
    QCOMPARE(Message(QStringLiteral("h\u00e9")).payload(), QByteArray("h\xc3\xa9"));
    QCOMPARE(Message(QJsonArray{1, QStringLiteral("a")}).payload(), QByteArray("[1,\"a\"]"));
    QCOMPARE(Message(QJsonObject{{QStringLiteral("a"), 1}}).payload(), QByteArray("{\"a\":1}"));
    QCOMPARE(Message::binary("\x01").opcode(), Opcode::Binary);
    QCOMPARE(Message::text("a").opcode(), Opcode::Text);
}

void TestCore::settingsNameWhatIsWrong_data()
{
    using Change = std::function<void(Settings &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Change &change, const char *says) {
        QTest::newRow(name) << change << QString::fromLatin1(says);
    };
    row(
        "defaults", [](Settings &) {}, "");
    row(
        "localhost", [](Settings &settings) { settings.host = QStringLiteral("localhost"); }, "");
    row(
        "IPv6", [](Settings &settings) { settings.host = QStringLiteral("::1"); }, "");
    row(
        "host", [](Settings &settings) { settings.host = QStringLiteral("a b"); }, "host is \"a b\"");
    row(
        "workers", [](Settings &settings) { settings.workers = -1; }, "workers is -1");
    row(
        "message size", [](Settings &settings) { settings.messageMaxBytes = 0; }, "messageMaxBytes is 0");
    row(
        "queue size", [](Settings &settings) { settings.queueMaxBytes = -5; }, "queueMaxBytes is -5");
    row(
        "head size", [](Settings &settings) { settings.headMaxBytes = 10; }, "headMaxBytes is 10");
    row(
        "handshake timeout", [](Settings &settings) { settings.handshakeTimeout = {}; }, "handshakeTimeout is 0");
    row(
        "close timeout", [](Settings &settings) { settings.closeTimeout = {}; }, "closeTimeout is 0");
    if (isBuilt(EngineKind::Qt))
        row(
            "compression with qt", [](Settings &settings) { settings.compression.on = true; },
            "compression is yes, but the engine qt cannot compress; choose the engine native.");
    row(
        "compression with native",
        [](Settings &settings) {
            settings.compression.on = true;
            settings.engine = EngineKind::Native;
        },
        "");
    row(
        "compression window", [](Settings &settings) { settings.compression.windowBits = 16; },
        "compressionWindowBits is 16; give a number from 8 to 15");
    row(
        "backlog", [](Settings &settings) { settings.backlog = 0; }, "backlog is 0");
}

void TestCore::settingsNameWhatIsWrong()
{
    QFETCH(const std::function<void(Settings &)>, change);
    QFETCH(const QString, says);
    Settings settings;
    change(settings);
    const auto checked = settings.check();
    QCOMPARE(bool(checked), says.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.startsWith(says), qPrintable(checked.error().message));
}

void TestCore::everySettingIsReadAndWrittenByName_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("says");
    const QHash<QString, QStringList> samples{
        {QStringLiteral("host"), {QStringLiteral("::1"), QStringLiteral("a b"), QStringLiteral("IPv4 or IPv6")}},
        {QStringLiteral("engine"), {QStringLiteral("qt"), QStringLiteral("steam"), QStringLiteral("qt")}},
        {QStringLiteral("queuePolicy"), {QStringLiteral("block"), QStringLiteral("no"), QStringLiteral("dropOldest")}},
        {QStringLiteral("subprotocols"), {QStringLiteral("a,b"), {}, {}}},
        {QStringLiteral("tlsCert"), {QStringLiteral("a.pem"), {}, {}}},
        {QStringLiteral("tlsKey"), {QStringLiteral("a.pem"), {}, {}}},
        {QStringLiteral("tlsPassphrase"), {QStringLiteral("open sesame"), {}, {}}},
        {QStringLiteral("tlsClientAuthorities"), {QStringLiteral("a.pem"), {}, {}}},
        {QStringLiteral("tlsMinimum"), {QStringLiteral("1.3"), QStringLiteral("1.1"), QStringLiteral("1.2 or 1.3")}},
        {QStringLiteral("tlsHosts"),
         {QStringLiteral("*.a.org=c.pem:k.pem,b.org=d.pem:l.pem"), QStringLiteral("b.org"), QStringLiteral("<host>=")}},
        {QStringLiteral("tlsClientCertificates"),
         {QStringLiteral("optional"), QStringLiteral("maybe"), QStringLiteral("none, optional and required")}},
        {QStringLiteral("socketMode"), {QStringLiteral("0600"), QStringLiteral("0888"), QStringLiteral("to 0777")}},
        {QStringLiteral("compression"), {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("compressionServerContext"),
         {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("compressionClientContext"),
         {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("compressionMinSize"), {QStringLiteral("5KiB"), QStringLiteral("-1"), QStringLiteral("64KiB")}},
        {QStringLiteral("compressionLevel"), {QStringLiteral("9"), QStringLiteral("10"), QStringLiteral("1 to 9")}},
        {QStringLiteral("compressionMemoryLevel"),
         {QStringLiteral("9"), QStringLiteral("0"), QStringLiteral("1 to 9")}},
        {QStringLiteral("compressionWindowBits"),
         {QStringLiteral("8"), QStringLiteral("7"), QStringLiteral("8 to 15")}},
        {QStringLiteral("compressionClientWindowBits"),
         {QStringLiteral("9"), QStringLiteral("16"), QStringLiteral("8 to 15")}},
        {QStringLiteral("reusePort"), {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("pingFrames"), {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("pongFrames"), {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("closeFrames"), {QStringLiteral("yes"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("tcpNoDelay"), {QStringLiteral("no"), QStringLiteral("maybe"), QStringLiteral("yes or no")}},
        {QStringLiteral("tcpKeepAlive"), {QStringLiteral("30s"), QStringLiteral("2d"), QStringLiteral("500ms")}},
        {QStringLiteral("allowedOrigins"),
         {QStringLiteral("https://a.org,*.b.org"), QStringLiteral("a/b"), QStringLiteral("https://*.example.org")}},
        {QStringLiteral("documentRoot"),
         {QDir::tempPath(), QStringLiteral("nowhere/at/all"), QStringLiteral("folder that exists")}},
    };
    for (const QString &name : Settings::names()) {
        const QString value = Settings().value(name);
        const bool time = value.endsWith(QLatin1Char('s')) || name.endsWith(QLatin1String("Timeout"));
        const bool size = name.contains(QLatin1String("Bytes"));
        const QStringList numeric{time       ? QStringLiteral("1234ms")
                                      : size ? QStringLiteral("5KiB")
                                             : QStringLiteral("77"),
                                  QStringLiteral("-1"),
                                  time       ? QStringLiteral("500ms")
                                      : size ? QStringLiteral("64KiB")
                                             : QStringLiteral("give a number")};
        const QStringList sample = samples.value(name, numeric);
        QTest::newRow(qPrintable(name)) << sample[0] << sample[1] << sample[2];
    }
}

void TestCore::everySettingIsReadAndWrittenByName()
{
    QFETCH(const QString, other);
    QFETCH(const QString, bad);
    QFETCH(const QString, says);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    Settings settings;
    QVERIFY2(!Settings::description(name).isEmpty(), "it is described");
    QVERIFY2(settings.set(name, settings.value(name)), "its default may be written back");
    QVERIFY(settings.set(name, other));
    QCOMPARE(settings.value(name), other);
    Settings whole = settings;
    whole.engine = EngineKind::Native; // qt does without some
    QVERIFY(whole.check());
    for (const QString &untouched : Settings::names()) {
        if (untouched != name)
            QCOMPARE(settings.value(untouched), Settings().value(untouched));
    }
    if (bad.isEmpty())
        return;
    const auto refused = settings.set(name, bad);
    QVERIFY(!refused);
    const QString sentence = refused.error().message;
    QVERIFY2(sentence.startsWith(QStringLiteral("%1 is \"%2\"; ").arg(name, bad)), qPrintable(sentence));
    QVERIFY2(sentence.contains(says) && sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    QCOMPARE(settings.value(name), other);
}

void TestCore::settingsFromText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *rule, const char *name, const char *text, const char *value) {
        QTest::newRow(rule) << QString::fromLatin1(name) << QString::fromLatin1(text) << QString::fromLatin1(value);
    };
    row("plain milliseconds", "closeTimeout", "250", "250ms");
    row("seconds", "closeTimeout", "90s", "90s");
    row("a whole minute", "closeTimeout", "60s", "1min");
    row("unit in other letters", "closeTimeout", "5 MIN", "5min");
    row("plain bytes", "queueMaxBytes", "1000", "1000");
    row("kibibytes", "queueMaxBytes", "64KiB", "64KiB");
    row("a whole mebibyte", "queueMaxBytes", "1024kib", "1MiB");
    row("list", "subprotocols", " chat , news,", "chat,news");
    row("unknown unit", "closeTimeout", "5 days", "");
    row("two numbers", "closeTimeout", "5s5", "");
    row("overflow", "queueMaxBytes", "9223372036854775807GiB", "");
    row("nothing", "queueMaxBytes", "", "");
    row("unit alone", "queueMaxBytes", "KiB", "");
}

void TestCore::settingsFromText()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    Settings settings;
    QCOMPARE(bool(settings.set(name, text)), !value.isEmpty());
    QCOMPARE(settings.value(name), value.isEmpty() ? Settings().value(name) : value);
}

void TestCore::unknownSetting()
{
    Settings settings;
    const auto refused = settings.set(QStringLiteral("speed"), QStringLiteral("high"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.startsWith(QLatin1String("There is no setting \"speed\"; there are host, port")));
    QVERIFY(settings.value(QStringLiteral("speed")).isNull());
    QVERIFY(Settings::description(QStringLiteral("speed")).isEmpty());
}

void TestCore::engineNames()
{
    QVERIFY(engineFromString(QStringLiteral("qt")).value() == EngineKind::Qt);
    QCOMPARE(toString(EngineKind::Qt), QStringLiteral("qt"));
    QVERIFY(engineFromString(QStringLiteral("auto")).value() == EngineKind::Auto);
    QCOMPARE(toString(EngineKind::Auto), QStringLiteral("auto"));
    QVERIFY(resolved(EngineKind::Qt) == EngineKind::Qt);
#ifdef Q_OS_LINUX
    QVERIFY(resolved(EngineKind::Auto) == EngineKind::Native);
#else
    QVERIFY(resolved(EngineKind::Auto) == standardEngine());
#endif
    QVERIFY(engineFromString(QStringLiteral("steam")).error().message.contains(QLatin1String("steam")));
}

void TestCore::mailboxKeepsOrderAndLosesNothing()
{
    Mailbox mailbox;
    constexpr int threads = 4;
    constexpr int each = 1000;
    QList<int> next(threads, 0);
    int wrong = 0;
    std::vector<std::thread> posters;
    for (int thread = 0; thread < threads; ++thread)
        posters.emplace_back([&, thread] {
            for (int index = 0; index < each; ++index)
                mailbox.post([&, thread, index] { wrong += next[thread]++ != index; });
        });
    for (std::thread &poster : posters)
        poster.join();
    QTRY_COMPARE(next, QList<int>(threads, each));
    QCOMPARE(wrong, 0);
}

void TestCore::mailboxClosed()
{
    Mailbox mailbox;
    int runs = 0;
    const auto held = std::make_shared<int>(1);
    QVERIFY(mailbox.post([&runs, held] { ++runs; }));
    mailbox.close();
    QVERIFY(!mailbox.post([&runs, held] { ++runs; }));
    QCOMPARE(held.use_count(), 2L);
    mailbox.drain();
    QCOMPARE(runs, 1);
    QCOMPARE(held.use_count(), 1L);
}

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
