// SPDX-License-Identifier: MIT
#include "server/server.h"
#include "ui/shared/languages.h"
#include "ui/shared/serversentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTcpServer>
#include <QTest>

using namespace porthole;

// What the server says, in the language of the window: as the server says it now, not as it once did.
class TestServerSentences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*QCoreApplication::instance(), QStringLiteral("de")); }
    void translates_data();
    void translates();
    void settings_data();
    void settings();
    void aTakenPort();
    void anAddressThatIsNotOurs();
    void certificates();
};

void TestServerSentences::translates_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("german");
    const auto row = [](const char *name, const char *sentence, const char *german) {
        QTest::newRow(name) << QString::fromUtf8(sentence) << QString::fromUtf8(german);
    };
    row("none", "", "");
    row("unknown", "Something else happened.", "Something else happened.");
    row("what is named stays", "There is no handler \"100 %1 is it\".", "Es gibt keinen Handler „100 %1 is it“.");
    row("a sentence within", "The setting port is 70000; give a number from 0 to 65535.",
        "Die Einstellung port ist 70000; geben Sie eine Zahl von 0 bis 65535 an.");
    row("a reload", "chat.js was loaded again, in 61 ms", "chat.js wurde neu geladen, in 61 ms");
    row("a script that does not load",
        "The script was not loaded again, and what ran goes on: chat.js:6:5: SyntaxError: Expected token `;'",
        "Das Skript wurde nicht neu geladen, das laufende bleibt: chat.js:6:5: SyntaxError: Expected token `;'");
    row("a handler", "A handler of client #12 threw: no room.", "Ein Handler von Client #12 hat geworfen: no room.");
}

void TestServerSentences::translates()
{
    QFETCH(QString, sentence);
    QTEST(ServerSentences::translated(sentence), "german");
}

void TestServerSentences::settings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("number") << QStringLiteral("port") << QStringLiteral("70000");
    QTest::newRow("bytes") << QStringLiteral("messageMaxBytes") << QStringLiteral("-1");
    QTest::newRow("time") << QStringLiteral("pingInterval") << QStringLiteral("soon");
    QTest::newRow("choice") << QStringLiteral("queuePolicy") << QStringLiteral("hope");
    QTest::newRow("yes or no") << QStringLiteral("compression") << QStringLiteral("perhaps");
    QTest::newRow("folder") << QStringLiteral("documentRoot") << QStringLiteral("none/of/these");
    QTest::newRow("version") << QStringLiteral("tlsMinimum") << QStringLiteral("1.1");
}

void TestServerSentences::settings()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    Settings settings;
    const auto set = settings.set(name, value);
    const auto checked = set ? settings.check() : set;
    QVERIFY(!checked);
    const QString german = ServerSentences::translated(checked.error().message);
    QVERIFY2(german.contains(QLatin1String(" ist ")), qPrintable(german));
    QVERIFY2(!german.contains(QLatin1String("give ")) && !german.contains(QLatin1String("choose ")),
             qPrintable(german));
}

void TestServerSentences::aTakenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Settings settings;
    settings.port = other.serverPort();
    Server server(settings);
    const auto started = server.start();
    QVERIFY(!started);
    const QString german = ServerSentences::translated(started.error().message);
    QVERIFY2(german.startsWith(QStringLiteral("Port %1 an 127.0.0.1 ist belegt").arg(settings.port)),
             qPrintable(german));
}

void TestServerSentences::anAddressThatIsNotOurs()
{
    Settings settings;
    settings.host = QStringLiteral("203.0.113.1");
    settings.port = 0;
    Server server(settings);
    const auto started = server.start();
    QVERIFY(!started);
    const QString german = ServerSentences::translated(started.error().message);
    QVERIFY2(german.contains(QLatin1String("keine Adresse")), qPrintable(german));
}

void TestServerSentences::certificates()
{
    Settings settings;
    settings.port = 0;
    settings.tls.certificate = settings.tls.key = QStringLiteral("none.pem");
    Server server(settings);
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY(ServerSentences::translated(started.error().message) != started.error().message);
}

QTEST_GUILESS_MAIN(TestServerSentences)
#include "tst_serversentences.moc"
