// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include <QTest>

using namespace porthole;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void good();
    void everySettingIsAnOption();
    void listeners();
    void wrong_data();
    void wrong();
    void printing_data();
    void printing();
};

namespace {

Result<Options> parse(const QStringList &arguments)
{
    QList<QByteArray> words{"porthole"};
    for (const QString &argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    return parseCommandLine(int(argv.size()), argv.data());
}

QStringList words(const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

} // namespace

void TestCommandLine::defaults()
{
    const Options options = parse({}).value();
    QCOMPARE(options.handler, QStringLiteral("hello"));
    QVERIFY(options.gui);
    QCOMPARE(options.log.level, QStringLiteral("info"));
    QVERIFY(options.log.file.isEmpty());
    QCOMPARE(options.settings.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(options.settings.port, 9502);
    QVERIFY(options.settings.workerCount() >= 1);
    QVERIFY(options.settings.engine == EngineKind::Qt);
}

void TestCommandLine::good()
{
    const Options options = parse(words("--nogui --host ::1 --port 0 --workers 3 --engine qt -v echo")).value();
    QVERIFY(!options.gui);
    QCOMPARE(options.log.level, QStringLiteral("debug"));
    QCOMPARE(options.handler, QStringLiteral("echo"));
    QCOMPARE(options.settings.host, QStringLiteral("::1"));
    QCOMPARE(options.settings.port, 0);
    QCOMPARE(options.settings.workers, 3);
}

void TestCommandLine::everySettingIsAnOption()
{
    const Settings settings =
        parse(words("--max-clients 100 --queue-policy block --ping-interval 5s --queue-max-bytes 64KiB"))
            .value()
            .settings;
    QCOMPARE(settings.maxClients, 100);
    QVERIFY(settings.queuePolicy == QueuePolicy::Block);
    QCOMPARE(settings.pingInterval.count(), 5000);
    QCOMPARE(settings.queueMaxBytes, 64 * 1024);
    const QString help = parse({QStringLiteral("--help")}).value().print;
    for (const QString &name : Settings::names()) {
        QString option = QStringLiteral("--");
        for (const QChar letter : name)
            option += letter.isUpper() ? QLatin1Char('-') + QString(letter.toLower()) : QString(letter);
        QVERIFY2(help.contains(option + QLatin1Char(' ')), qPrintable(option));
    }
}

void TestCommandLine::listeners()
{
    const Options options = parse(words("--listen ws://127.0.0.1:0 --listen wss://[::1]:9503 --listen unix:/run/x.sock "
                                        "--tls-cert c.pem --tls-key k.pem"))
                                .value();
    QCOMPARE(options.settings.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(options.settings.port, 0);
    QVERIFY2(!options.settings.tls.isOn(), "the first is not encrypted");
    QCOMPARE(options.listeners.size(), size_t(2));
    QCOMPARE(options.listeners[0].url(), QStringLiteral("wss://[::1]:9503"));
    QCOMPARE(options.listeners[0].tls.key, QStringLiteral("k.pem"));
    QCOMPARE(options.listeners[1].path(), QStringLiteral("/run/x.sock"));
    const Options alone = parse(words("--tls-cert c.pem --tls-key k.pem")).value();
    QVERIFY(alone.settings.tls.isOn() && alone.listeners.empty());
}

void TestCommandLine::wrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
    };
    row("--port 70000", "--port is \"70000\"; give a number from 0 to 65535");
    row("--port -1", "--port");
    row("--port http", "--port is \"http\"");
    row("--workers 2000", "--workers is \"2000\"");
    row("--engine steam", "engine is \"steam\"");
    row("--host nowhere.example", "host is \"nowhere.example\"");
    row("--listen http://127.0.0.1:1", "\"http://127.0.0.1:1\" cannot be listened on; give ws://");
    row("--listen wss://127.0.0.1:1", "needs a certificate; give tlsCert and tlsKey");
    row("--listen ws://127.0.0.1:1 --port 2", "leave out --host and --port");
    row("--max-clients many", "--max-clients is \"many\"; give a number from 0 to");
    row("--handshake-timeout 2d", "--handshake-timeout is \"2d\"; give a time from 1ms to 1h");
    row("--log-level loud", "--log-level is \"loud\"; choose one of debug, info, warning, error");
    row("--log-rotation hourly", "name one with --log-file");
    row("--log-file x --log-rotation yearly", "choose one of none, hourly, daily and monthly");
    row("--log-date-format }", "--log-date-format is \"}\"");
    row("--loud", "loud");
    row("dance", "no handler \"dance\"; choose one of hello, echo, broadcast");
    row("hello echo", "2 are named");
    row("--port", "port");
}

void TestCommandLine::wrong()
{
    QFETCH(const QString, line);
    QFETCH(const QString, says);
    const auto parsed = parse(line.split(QLatin1Char(' ')));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
    QVERIFY(parsed.error().message.endsWith(QStringLiteral(". See porthole --help.")));
    QVERIFY(!parsed.error().message.contains(QLatin1Char('\n')));
}

void TestCommandLine::printing_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("help") << QStringLiteral("--help")
                          << QStringList{QStringLiteral("[handler]"), QStringLiteral("--nogui"),
                                         QStringLiteral("--port"), QStringLiteral("hello, echo, broadcast")};
    QTest::newRow("version") << QStringLiteral("--version") << QStringList{QStringLiteral("porthole 0.")};
}

void TestCommandLine::printing()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, says);
    const Options options = parse({line}).value();
    for (const QString &text : says)
        QVERIFY2(options.print.simplified().contains(text), qPrintable(options.print));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
