// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientfields.h"
#include "ui/clients/clientsmodel.h"
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"
#include "ui/push/saveddialog.h"
#include "ui/shared/languages.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

class TestCompose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void draft_data();
    void draft();
    void saysWhoReceives();
    void pushesToTheSelected();
    void broadcastsToAll();
    void saysWhatBecameOfIt();
    void asksAboveAHundred();
    void asksNoMoreOnceTheDraftChanged();
    void refusesWhatIsWrong();
    void oneAtATime();
    void history();
    void walksTheHistoryByKey();
    void growsWithItsText();
    void variables_data();
    void variables();
    void uuidsDiffer();
    void mistakesAreWhereTheyWereTyped();
    void aMessageForEachReceiver();
    void countsEachMessage();
    void pushesToThoseShown();
    void files();
    void aDroppedFileIsPushed();
    void pings();
    void repeatsUntilStopped();
    void repeatsToThoseItBeganWith();
    void repeatEndsWhenAllHaveLeft();
    void repeatEndsWhenThereAreTooMany();
    void readOnlyRefuses();
    void savesUnderAName();
    void savedMessagesAreFoundByKey();
    void isWrittenDown();
};

namespace {

/// A bar with all it needs.
struct Bench
{
    FakeMonitor monitor;
    Operations operations{monitor};
    ClientsModel clients;
    ComposeBar bar{operations, clients};

    void connect(int count, const QString &path = QStringLiteral("/"))
    {
        QList<ClientRow> rows;
        for (int i = 0; i < count; ++i) {
            rows.append(ClientRow());
            rows.back().id = monitor.addClient(path);
            rows.back().path = path;
        }
        clients.take(rows, {});
        bar.refresh();
    }
    void write(const char *text, DraftKind kind = DraftKind::Text) { bar.setDraft({kind, QString::fromUtf8(text)}); }
};

} // namespace

static QList<ClientId> ids(int count)
{
    QList<ClientId> list;
    for (int i = 1; i <= count; ++i)
        list.append(ClientId{quint64(i)});
    return list;
}

void TestCompose::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("compose"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestCompose::init() { QSettings().clear(); }

void TestCompose::draft_data()
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

void TestCompose::draft()
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

void TestCompose::saysWhoReceives()
{
    Bench bench;
    bench.connect(128);
    QCOMPARE(bench.bar.receivers(), 0);
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    bench.bar.setSelected(ids(3));
    QCOMPARE(bench.bar.receivers(), 3);
    QVERIFY(bench.bar.pushAction()->isEnabled());
    QVERIFY(bench.bar.status().contains(QLatin1String("3")));
    bench.bar.setTarget(ComposeBar::All);
    QCOMPARE(bench.bar.receivers(), 128);
}

void TestCompose::pushesToTheSelected()
{
    Bench bench;
    bench.bar.setSelected(ids(3));
    bench.bar.setDraft({DraftKind::Hex, QStringLiteral("01 02")});
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions().size(), 1);
    QCOMPARE(bench.monitor.actions()[0].kind, FakeMonitor::Action::Push);
    QCOMPARE(bench.monitor.actions()[0].clients, ids(3));
    QCOMPARE(bench.monitor.actions()[0].payload, QByteArray("\1\2"));
    QCOMPARE(bench.monitor.actions()[0].opcode, Opcode::Binary);
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 3"));
}

void TestCompose::broadcastsToAll()
{
    Bench bench;
    bench.connect(5);
    bench.bar.setTarget(ComposeBar::All);
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions()[0].kind, FakeMonitor::Action::Broadcast);
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 5"));
}

void TestCompose::saysWhatBecameOfIt()
{
    Bench bench;
    bench.monitor.answer = [](const FakeMonitor::Action &) {
        ActionResult result;
        result[PushResult::Sent] = 2;
        result[PushResult::Queued] = 1;
        result[PushResult::BacklogFull] = 1;
        return result;
    };
    bench.bar.setSelected(ids(4));
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bench.bar.pushAction()->trigger();
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 2, queued for 1, 1 refused: backlog full"));
    QCOMPARE(bench.bar.draft().text, QStringLiteral("hi"));
}

void TestCompose::asksAboveAHundred()
{
    Bench bench;
    bench.bar.setSelected(ids(100));
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions().size(), 1);
    QTRY_VERIFY(bench.bar.pushAction()->isEnabled());
    bench.bar.setSelected(ids(101));
    bench.bar.pushAction()->trigger();
    QVERIFY(bench.bar.isAsking());
    QCOMPARE(bench.monitor.actions().size(), 1);
    bench.bar.findChild<QPushButton *>(QStringLiteral("confirmPush"))->click();
    QVERIFY(!bench.bar.isAsking());
    QCOMPARE(bench.monitor.actions().size(), 2);
    QCOMPARE(bench.monitor.actions()[1].clients.size(), 101);
}

void TestCompose::asksNoMoreOnceTheDraftChanged()
{
    Bench bench;
    bench.bar.setSelected(ids(101));
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bench.bar.pushAction()->trigger();
    QVERIFY(bench.bar.isAsking());
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi there")});
    QVERIFY(!bench.bar.isAsking());
    QVERIFY(bench.monitor.actions().isEmpty());
}

void TestCompose::refusesWhatIsWrong()
{
    Bench bench;
    bench.bar.setSelected(ids(1));
    bench.bar.setDraft({DraftKind::Json, QStringLiteral("{\n\"a\" 1}")});
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    QCOMPARE(bench.bar.status(), QStringLiteral("Line 2, column 5: a colon is missing after the name"));
    QCOMPARE(bench.bar.findChild<DraftEditor *>()->extraSelections().size(), 1);
    bench.bar.setDraft({DraftKind::Json, QStringLiteral("{\"a\": 1}")});
    QVERIFY(bench.bar.findChild<DraftEditor *>()->extraSelections().isEmpty());
    QVERIFY(bench.bar.pushAction()->isEnabled());
}

void TestCompose::oneAtATime()
{
    Bench bench;
    bench.bar.setSelected(ids(1));
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bench.bar.pushAction()->trigger();
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions().size(), 1);
    QTRY_VERIFY(bench.bar.pushAction()->isEnabled());
}

void TestCompose::history()
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

void TestCompose::walksTheHistoryByKey()
{
    Bench bench;
    bench.bar.setSelected(ids(1));
    for (const char *text : {"first", "second"}) {
        bench.bar.setDraft({DraftKind::Text, QString::fromLatin1(text)});
        bench.bar.pushAction()->trigger();
        QTRY_VERIFY(bench.bar.pushAction()->isEnabled());
    }
    auto *editor = bench.bar.findChild<DraftEditor *>();
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("line\nline")});
    QTest::keyClick(editor, Qt::Key_Up);
    QCOMPARE(bench.bar.draft().text, QStringLiteral("line\nline"));
    QTest::keyClick(editor, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.bar.draft().text, QStringLiteral("second"));
    QTest::keyClick(editor, Qt::Key_Up);
    QCOMPARE(bench.bar.draft().text, QStringLiteral("first"));
    QTest::keyClick(editor, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(editor, Qt::Key_Down);
    QCOMPARE(bench.bar.draft().text, QStringLiteral("line\nline"));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.monitor.actions().last().payload, QByteArray("line\nline"));
}

void TestCompose::growsWithItsText()
{
    Bench bench;
    auto *editor = bench.bar.findChild<DraftEditor *>();
    const int one = editor->sizeHint().height();
    bench.bar.setDraft({DraftKind::Text, QStringLiteral("1\n2\n3\n4")});
    const int four = editor->sizeHint().height();
    QVERIFY(four > one + 2 * editor->fontMetrics().height());
    bench.bar.setDraft({DraftKind::Text, QString(50, QLatin1Char('\n'))});
    QVERIFY(editor->sizeHint().height() < one + (DraftEditor::mostLines + 1) * editor->fontMetrics().lineSpacing());
}

void TestCompose::variables_data()
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

void TestCompose::variables()
{
    QFETCH(QString, text);
    QTEST(Variables::fill(text, {7, 1'718'014'345'123'456, {12}}).text, "filled");
}

void TestCompose::uuidsDiffer()
{
    const QString text = Variables::fill(QStringLiteral("{{uuid}} {{uuid}}"), {}).text;
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    QVERIFY(form.match(text.section(QLatin1Char(' '), 0, 0)).hasMatch());
    QVERIFY(text.section(QLatin1Char(' '), 0, 0) != text.section(QLatin1Char(' '), 1, 1));
}

void TestCompose::mistakesAreWhereTheyWereTyped()
{
    const QString text = QStringLiteral(R"({"a":"{{uuid}}","b" 1})");
    QCOMPARE(DraftCheck({DraftKind::Json, text}).position(), text.indexOf(QLatin1String(" 1}")) + 1);
    QCOMPARE(DraftCheck({DraftKind::Json, QStringLiteral(R"({"a":{{counter}}})")}).position(), -1);
    QCOMPARE(DraftCheck({DraftKind::Json, QStringLiteral(R"({"a":{{uuid}}})")}).position(), 5);
}

void TestCompose::aMessageForEachReceiver()
{
    Bench bench;
    bench.bar.setSelected(ids(2));
    bench.write("you are {{client}}");
    bench.bar.pushAction()->trigger();
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 2"));
    QCOMPARE(bench.monitor.actions().size(), 2);
    QCOMPARE(bench.monitor.actions()[0].payload, QByteArray("you are 1"));
    QCOMPARE(bench.monitor.actions()[1].payload, QByteArray("you are 2"));
    QCOMPARE(bench.monitor.actions()[1].clients, QList<ClientId>{{2}});
    bench.connect(3);
    bench.bar.setTarget(ComposeBar::All);
    bench.bar.pushAction()->trigger();
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 3"));
    QCOMPARE(bench.monitor.actions().size(), 5);
}

void TestCompose::countsEachMessage()
{
    Bench bench;
    bench.bar.setSelected(ids(3));
    bench.write("{{counter}}");
    for (int i = 0; i < 2; ++i) {
        bench.bar.pushAction()->trigger();
        QTRY_VERIFY(bench.bar.pushAction()->isEnabled());
    }
    QCOMPARE(bench.monitor.actions()[0].payload, QByteArray("1"));
    QCOMPARE(bench.monitor.actions()[1].payload, QByteArray("2"));
}

void TestCompose::pushesToThoseShown()
{
    Bench bench;
    bench.connect(3, QStringLiteral("/chat"));
    bench.connect(2, QStringLiteral("/prices"));
    bench.clients.setFilter(Filter::parse(QStringLiteral("prices"), ClientFields::all(), 0).filter);
    bench.bar.refresh();
    bench.bar.setTarget(ComposeBar::Shown);
    QCOMPARE(bench.bar.receivers(), 2);
    bench.write("hi");
    bench.bar.pushAction()->trigger();
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("sent to 2"));
    QCOMPARE(bench.monitor.actions()[0].clients, (QList<ClientId>{{4}, {5}}));
}

void TestCompose::files()
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

void TestCompose::aDroppedFileIsPushed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("picture")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("GIF89a");
    file.close();
    Bench bench;
    bench.bar.setSelected(ids(1));
    Q_EMIT bench.bar.findChild<DraftEditor *>()->fileDropped(file.fileName());
    QCOMPARE(int(bench.bar.draft().kind), int(DraftKind::File));
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions().size(), 1);
    QCOMPARE(bench.monitor.actions()[0].payload, QByteArray("GIF89a"));
    QCOMPARE(bench.monitor.actions()[0].opcode, Opcode::Binary);
}

void TestCompose::pings()
{
    Bench bench;
    bench.bar.setSelected(ids(2));
    bench.write("", DraftKind::Ping);
    QVERIFY(bench.bar.pushAction()->isEnabled());
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions()[0].opcode, Opcode::Ping);
    QTRY_VERIFY(bench.bar.pushAction()->isEnabled());
    bench.write(QByteArray(126, 'x').constData(), DraftKind::Ping);
    QVERIFY(!bench.bar.pushAction()->isEnabled());
}

void TestCompose::repeatsUntilStopped()
{
    Bench bench;
    bench.bar.setSelected(ids(2));
    bench.bar.setRepeat(true, 10);
    bench.write("tick {{counter}}");
    bench.bar.pushAction()->trigger();
    QVERIFY(bench.bar.isRepeating());
    QTRY_VERIFY(bench.monitor.actions().size() >= 3);
    QTRY_VERIFY2(bench.bar.status().contains(QString::fromUtf8(" times · sent to ")), qPrintable(bench.bar.status()));
    bench.bar.pushAction()->trigger();
    QVERIFY(!bench.bar.isRepeating());
    const auto sent = bench.monitor.actions().size();
    QTRY_VERIFY(bench.bar.pushAction()->text().contains(QLatin1String("Push")));
    QCOMPARE(bench.monitor.actions().size(), sent);
    QCOMPARE(bench.monitor.actions()[2].payload, QByteArray("tick 3"));
    QCOMPARE(bench.operations.audit().rowCount(), 1);
    QCOMPARE(bench.operations.audit().at(0)->rounds, int(sent));
    bench.bar.setRepeat(false, 1000);
}

void TestCompose::repeatsToThoseItBeganWith()
{
    Bench bench;
    bench.bar.setSelected(ids(2));
    bench.bar.setRepeat(true, 10);
    bench.write("tick");
    bench.bar.pushAction()->trigger();
    bench.bar.setSelected(ids(5));
    QTRY_VERIFY(bench.monitor.actions().size() >= 3);
    QCOMPARE(bench.monitor.actions()[2].clients, ids(2));
}

void TestCompose::repeatEndsWhenAllHaveLeft()
{
    Bench bench;
    bench.monitor.answer = [&bench](const FakeMonitor::Action &) {
        ActionResult result;
        result[bench.monitor.actions().size() < 2 ? PushResult::Sent : PushResult::UnknownClient] = 1;
        return result;
    };
    bench.bar.setSelected(ids(1));
    bench.bar.setRepeat(true, 10);
    bench.write("tick");
    bench.bar.pushAction()->trigger();
    QTRY_COMPARE(bench.bar.status(), QStringLiteral("Stopped: no receiver is left."));
    QCOMPARE(bench.monitor.actions().size(), 3);
    QVERIFY(!bench.bar.isRepeating());
}

void TestCompose::repeatEndsWhenThereAreTooMany()
{
    Bench bench;
    bench.connect(100);
    bench.bar.setTarget(ComposeBar::All);
    bench.bar.setRepeat(true, 10);
    bench.write("tick");
    bench.bar.pushAction()->trigger();
    QVERIFY(!bench.bar.isAsking());
    bench.connect(1);
    QTRY_VERIFY(bench.bar.status().startsWith(QLatin1String("Stopped: there are more than 100")));
    QCOMPARE(bench.monitor.actions().size(), 1);
}

void TestCompose::readOnlyRefuses()
{
    Bench bench;
    bench.bar.setSelected(ids(1));
    bench.write("hi");
    bench.operations.setReadOnly(true);
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    QVERIFY(bench.bar.status().contains(QLatin1String("read-only")));
    QCOMPARE(bench.operations.push({{ids(1), false, Message(QStringLiteral("hi"))}}, {}, {}), 0U);
    QCOMPARE(bench.operations.disconnectClients(ids(1), 1000, {}), 0U);
    QCOMPARE(bench.operations.ping(ids(1)), 0U);
    QVERIFY(bench.monitor.actions().isEmpty());
    QVERIFY(Operations(bench.monitor).isReadOnly());
    bench.operations.setReadOnly(false);
    QVERIFY(bench.bar.pushAction()->isEnabled());
}

void TestCompose::savesUnderAName()
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

void TestCompose::savedMessagesAreFoundByKey()
{
    SavedMessages messages;
    messages.save(QStringLiteral("join lobby"), {DraftKind::Text, QStringLiteral("one")});
    messages.save(QStringLiteral("leave"), {DraftKind::Text, QStringLiteral("two")});
    SavedDialog dialog(messages, {DraftKind::Text, QStringLiteral("three")});
    QSignalSpy chosen(&dialog, &SavedDialog::chosen);
    auto *name = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(name, QStringLiteral("ea"));
    QCOMPARE(dialog.findChild<QListWidget *>()->count(), 1);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<Draft>().text, QStringLiteral("two"));
    SavedDialog another(messages, {DraftKind::Text, QStringLiteral("three")});
    name = another.findChild<QLineEdit *>();
    QTest::keyClicks(name, QStringLiteral("new one"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(messages.find(QStringLiteral("new one"))->draft.text, QStringLiteral("three"));
}

void TestCompose::isWrittenDown()
{
    Bench bench;
    bench.bar.setSelected(ids(3));
    bench.write("hello");
    bench.bar.pushAction()->trigger();
    const Audit &audit = bench.operations.audit();
    QTRY_VERIFY(!audit.at(0)->waiting);
    const auto cell = [&audit](int column) { return audit.index(0, column).data().toString(); };
    QCOMPARE(cell(Audit::Kind), QStringLiteral("push"));
    QCOMPARE(cell(Audit::Target), QStringLiteral("3 clients"));
    QCOMPARE(cell(Audit::What), QStringLiteral("text, 5 B: hello"));
    QCOMPARE(cell(Audit::Result), QStringLiteral("sent to 3"));
}

QTEST_MAIN(TestCompose)
#include "tst_compose.moc"
