// SPDX-License-Identifier: MIT
#include "ui/push/draft.h"
#include "ui/push/drafthistory.h"
#include "ui/push/savedmessages.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

// What a draft becomes: its message or its mistake, and what is kept of it.
class TestDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void draft_data();
    void draft();
    void history();
    void variables_data();
    void variables();
    void uuidsDiffer();
    void mistakesAreWhereTheyWereTyped();
    void files();
    void savesUnderAName();
};

void TestDraft::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("draft"));
    QSettings().clear();
}

void TestDraft::draft_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("position"); // -1: nothing is wrong
    const int text = int(DraftKind::Text);
    const int json = int(DraftKind::Json);
    const int hex = int(DraftKind::Hex);
    QTest::newRow("text as it is") << text << "a\nb" << QByteArray("a\nb") << -1;
    QTest::newRow("text is UTF-8") << text << QString::fromUtf8("ë✓") << QByteArray("ë✓") << -1;
    QTest::newRow("JSON as it was typed")
        << json << "{ \"b\": 1,\n\"a\": 2 }" << QByteArray("{ \"b\": 1,\n\"a\": 2 }") << -1;
    QTest::newRow("JSON value alone") << json << "42" << QByteArray("42") << -1;
    QTest::newRow("JSON without its end") << json << "{\"a\":1" << QByteArray() << 6;
    QTest::newRow("JSON, position after wide letters") << json << QString::fromUtf8("[\"ëë\" 1]") << QByteArray() << 6;
    QTest::newRow("JSON of spaces") << json << "  " << QByteArray() << 0;
    QTest::newRow("hex with spaces") << hex << "48 65 6C\n6c6F" << QByteArray("Hello") << -1;
    QTest::newRow("hex zero byte") << hex << "00" << QByteArray("\0", 1) << -1;
    QTest::newRow("hex with a letter beyond f") << hex << "48 6g" << QByteArray() << 4;
    QTest::newRow("hex with half a byte") << hex << "48 6" << QByteArray() << 3;
    const int base64 = int(DraftKind::Base64);
    QTest::newRow("Base64") << base64 << "SGVs\nbG8=" << QByteArray("Hello") << -1;
    QTest::newRow("Base64 without padding") << base64 << "SGVsbG8" << QByteArray("Hello") << -1;
    QTest::newRow("Base64 for URLs") << base64 << "-_-_" << QByteArray("\xfb\xff\xbf") << -1;
    QTest::newRow("Base64 with another letter") << base64 << "SG*s" << QByteArray() << 2;
    QTest::newRow("Base64 cut off") << base64 << "SGVsb" << QByteArray() << 4;
    QTest::newRow("Base64 after its padding") << base64 << "SGVsbG8=SG" << QByteArray() << 8;
    QTest::newRow("Base64 with too much padding") << base64 << "SGVsbG8===" << QByteArray() << 9;
    const int ping = int(DraftKind::Ping);
    QTest::newRow("ping without a payload") << ping << "" << QByteArray("") << -1;
    QTest::newRow("ping with one") << ping << "beat" << QByteArray("beat") << -1;
    QTest::newRow("hex nibbles apart make a byte") << hex << "4 8" << QByteArray("H") << -1;
}

void TestDraft::draft()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QByteArray, payload);
    QFETCH(int, position);
    const DraftCheck check({DraftKind(kind), text});
    QCOMPARE(int(check.position()), position);
    QCOMPARE(check.problem().isEmpty(), position < 0);
    QCOMPARE(check.message().has_value(), position < 0);
    if (check.message()) {
        QCOMPARE(check.message()->payload(), payload);
        const bool bytes = DraftKind(kind) == DraftKind::Hex || DraftKind(kind) == DraftKind::Base64;
        QCOMPARE(check.message()->opcode(),
                 DraftKind(kind) == DraftKind::Ping ? Opcode::Ping
                     : bytes                        ? Opcode::Binary
                                                    : Opcode::Text);
    }
}

void TestDraft::history()
{
    DraftHistory history;
    QVERIFY(!history.older({}));
    const Draft a{DraftKind::Text, QStringLiteral("a")};
    const Draft b{DraftKind::Json, QStringLiteral("1")};
    const Draft unsent{DraftKind::Text, QStringLiteral("draft")};
    history.add(a);
    history.add(b);
    QCOMPARE(history.older(unsent), b);
    QCOMPARE(history.older(b), a);
    QVERIFY(!history.older(a));
    QCOMPARE(history.newer(), b);
    QCOMPARE(history.newer(), unsent);
    QVERIFY(!history.newer());
    history.add(a);
    QCOMPARE(history.drafts().size(), 2);
    QCOMPARE(history.older(a), b);
    for (int i = 0; i < 300; ++i)
        history.add({DraftKind::Text, QString::number(i)});
    QCOMPARE(history.drafts().size(), DraftHistory::cap);
}

void TestDraft::variables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("none") << "{\"a\":{}}"
                          << "{\"a\":{}}";
    QTest::newRow("counter") << "n {{counter}}."
                             << "n 7.";
    QTest::newRow("client") << "{{client}}{{client}}"
                            << "1212";
    QTest::newRow("now") << "{{now}}"
                         << "2024-06-10T10:12:25.123Z";
    QTest::newRow("now in seconds") << "{{now.s}}"
                                    << "1718014345";
    QTest::newRow("now in milliseconds") << "{{now.ms}}"
                                         << "1718014345123";
    QTest::newRow("unknown ones stay") << "{{name}} {{ counter }} {{"
                                       << "{{name}} {{ counter }} {{";
}

void TestDraft::variables()
{
    QFETCH(QString, text);
    QTEST(Variables::fill(text, {7, 1'718'014'345'123'456, {12}}).text, "filled");
}

void TestDraft::uuidsDiffer()
{
    const QString text = Variables::fill(QStringLiteral("{{uuid}} {{uuid}}"), {}).text;
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    QVERIFY(form.match(text.section(QLatin1Char(' '), 0, 0)).hasMatch());
    QVERIFY(text.section(QLatin1Char(' '), 0, 0) != text.section(QLatin1Char(' '), 1, 1));
}

void TestDraft::mistakesAreWhereTheyWereTyped()
{
    const QString text = QStringLiteral(R"({"a":"{{uuid}}","b" 1})");
    QCOMPARE(DraftCheck({DraftKind::Json, text}).position(), text.indexOf(QLatin1String(" 1}")) + 1);
    QCOMPARE(DraftCheck({DraftKind::Json, QStringLiteral(R"({"a":{{counter}}})")}).position(), -1);
    QCOMPARE(DraftCheck({DraftKind::Json, QStringLiteral(R"({"a":{{uuid}}})")}).position(), 5);
}

void TestDraft::files()
{
    QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QString text = write("text", "Grüße");
    const QString bytes = write("bytes", QByteArray("\xff\0\1", 3));
    const DraftCheck looked({DraftKind::File, bytes});
    QVERIFY(looked.isReady() && !looked.message());
    QCOMPARE(looked.size(), 3);
    const DraftCheck binary({DraftKind::File, bytes}, DraftCheck::Files::Read);
    QCOMPARE(binary.message()->payload(), QByteArray("\xff\0\1", 3));
    QCOMPARE(binary.message()->opcode(), Opcode::Binary);
    const DraftCheck asText({DraftKind::TextFile, text}, DraftCheck::Files::Read);
    QCOMPARE(asText.message()->payload(), QByteArray("Grüße"));
    QCOMPARE(asText.message()->opcode(), Opcode::Text);
    QVERIFY(!DraftCheck({DraftKind::TextFile, bytes}, DraftCheck::Files::Read).isReady());
    QVERIFY(!DraftCheck({DraftKind::File, folder.path()}).problem().isEmpty());
    QVERIFY(!DraftCheck({DraftKind::File, folder.filePath(QStringLiteral("none"))}).problem().isEmpty());
    QFile large(folder.filePath(QStringLiteral("large")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(DraftCheck::fileMaxBytes + 1));
    QVERIFY(!DraftCheck({DraftKind::File, large.fileName()}).problem().isEmpty());
}

void TestDraft::savesUnderAName()
{
    SavedMessages messages;
    messages.save(QStringLiteral("leave"), {DraftKind::Json, QStringLiteral("{}")});
    messages.save(QStringLiteral("join"), {DraftKind::Text, QStringLiteral("a\nb")});
    messages.save(QStringLiteral("leave"), {DraftKind::Hex, QStringLiteral("00")});
    const SavedMessages again;
    QCOMPARE(again.all().size(), 2);
    QCOMPARE(again.all()[0].name, QStringLiteral("join"));
    QCOMPARE(again.find(QStringLiteral("join"))->draft.text, QStringLiteral("a\nb"));
    QCOMPARE(int(again.find(QStringLiteral("leave"))->draft.kind), int(DraftKind::Hex));
    messages.remove(QStringLiteral("join"));
    QCOMPARE(SavedMessages().all().size(), 1);
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
