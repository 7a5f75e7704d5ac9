// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientfields.h"
#include "ui/clients/clientsmodel.h"
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"
#include "ui/push/saveddialog.h"
#include "ui/shared/languages.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
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
    void saysWhoReceives();
    void pushesToTheSelected();
    void broadcastsToAll();
    void saysWhatBecameOfIt();
    void asksAboveAHundred();
    void asksNoMoreOnceTheDraftChanged();
    void refusesWhatIsWrong();
    void oneAtATime();
    void walksTheHistoryByKey();
    void growsWithItsText();
    void aMessageForEachReceiver();
    void countsEachMessage();
    void pushesToThoseShown();
    void aDroppedFileIsPushed();
    void pings();
    void pushesToARoom();
    void roomsComeAndGo();
    void repeatsToARoomAsItIs();
    void repeatsAcrossBars();
    void repeatsUntilStopped();
    void repeatsToThoseItBeganWith();
    void repeatEndsWhenAllHaveLeft();
    void repeatEndsWhenThereAreTooMany();
    void readOnlyRefuses();
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
    Delivery delivery{operations};
    ComposeBar bar{operations, delivery, clients};

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
    void enter(quint64 client, const QStringList &rooms)
    {
        ClientRow row = *clients.find({client});
        row.rooms = rooms;
        clients.take({row}, {});
        bar.refresh();
    }
    void leave(quint64 client)
    {
        ClosedRow row;
        row.closed.client = {client};
        clients.take({}, {row});
        bar.refresh();
    }
    QStringList rooms() const
    {
        QStringList texts;
        const QComboBox *box = bar.findChildren<QComboBox *>().at(1);
        for (int index = 0; index < box->count(); ++index)
            texts.append(box->itemText(index));
        return texts;
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

void TestCompose::pushesToARoom()
{
    Bench bench;
    bench.connect(4);
    bench.enter(1, {QStringLiteral("tea")});
    bench.enter(2, {QStringLiteral("tea"), QStringLiteral("lobby")});
    bench.enter(4, {QStringLiteral("tea")});
    bench.bar.setTarget(ComposeBar::Room);
    QCOMPARE(bench.rooms(), QStringList({QStringLiteral("lobby (1)"), QStringLiteral("tea (3)")}));
    QCOMPARE(bench.bar.room(), QStringLiteral("tea")); // it was the first to be there
    bench.bar.setRoom(QStringLiteral("lobby"));
    QCOMPARE(bench.bar.receivers(), 1);
    bench.bar.setRoom(QStringLiteral("tea"));
    bench.write("hi");
    QVERIFY2(bench.bar.status().contains(QLatin1String("to 3 clients")), qPrintable(bench.bar.status()));
    bench.bar.pushAction()->trigger();
    QCOMPARE(bench.monitor.actions().size(), 1);
    QCOMPARE(bench.monitor.actions()[0].clients, QList<ClientId>({{1}, {2}, {4}}));
    QTRY_VERIFY(bench.bar.status().contains(QLatin1String("sent to 3")));
    QCOMPARE(bench.operations.audit().at(0)->target, QStringLiteral("Room tea"));
}

void TestCompose::roomsComeAndGo()
{
    Bench bench;
    bench.connect(3);
    bench.bar.setTarget(ComposeBar::Room);
    bench.write("hi");
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    QVERIFY(bench.bar.status().contains(QLatin1String("No client is in a room")));
    bench.enter(1, {QStringLiteral("b")});
    QVERIFY(bench.bar.pushAction()->isEnabled());
    bench.enter(2, {QStringLiteral("a"), QStringLiteral("c")});
    QCOMPARE(bench.rooms(), QStringList({QStringLiteral("a (1)"), QStringLiteral("b (1)"), QStringLiteral("c (1)")}));
    QCOMPARE(bench.bar.room(), QStringLiteral("b")); // what was chosen stays
    bench.enter(2, {QStringLiteral("c"), QStringLiteral("b")});
    QCOMPARE(bench.rooms(), QStringList({QStringLiteral("b (2)"), QStringLiteral("c (1)")}));
    QCOMPARE(bench.bar.receivers(), 2);
    bench.leave(1);
    bench.enter(2, {QStringLiteral("c")});
    QCOMPARE(bench.rooms(), QStringList({QStringLiteral("b (0)"), QStringLiteral("c (1)")}));
    QCOMPARE(bench.bar.room(), QStringLiteral("b")); // what is written for b does not go to c
    QVERIFY(!bench.bar.pushAction()->isEnabled());
    QVERIFY2(bench.bar.status().contains(QLatin1String("in the room b")), qPrintable(bench.bar.status()));
    bench.bar.setRoom(QStringLiteral("c"));
    bench.bar.refresh();
    QCOMPARE(bench.rooms(), QStringList(QStringLiteral("c (1)")));
    QVERIFY(bench.bar.pushAction()->isEnabled());
}

void TestCompose::repeatsToARoomAsItIs()
{
    Bench bench;
    bench.connect(2);
    bench.enter(1, {QStringLiteral("tea")});
    bench.bar.setTarget(ComposeBar::Room);
    bench.bar.setRepeat(true, 10);
    bench.write("tick");
    bench.bar.pushAction()->trigger();
    bench.enter(2, {QStringLiteral("tea")});
    QTRY_COMPARE(bench.monitor.actions().back().clients, QList<ClientId>({{1}, {2}}));
    bench.bar.pushAction()->trigger();
    bench.bar.setRepeat(false, 1000);
}

void TestCompose::repeatsAcrossBars()
{
    FakeMonitor monitor;
    Operations operations{monitor};
    Delivery delivery{operations};
    ClientsModel clients;
    auto bar = std::make_unique<ComposeBar>(operations, delivery, clients);
    bar->setSelected(ids(2));
    bar->setRepeat(true, 10);
    bar->setDraft({DraftKind::Text, QStringLiteral("tick {{counter}}")});
    bar->pushAction()->trigger();
    QTRY_VERIFY(monitor.actions().size() >= 2);
    bar = std::make_unique<ComposeBar>(operations, delivery, clients); // as when the language changes
    const auto before = monitor.actions().size();
    QVERIFY(bar->isRepeating());
    QCOMPARE(bar->draft().text, QStringLiteral("tick {{counter}}"));
    QTRY_VERIFY(monitor.actions().size() >= before + 2);
    QCOMPARE(monitor.actions().back().payload, "tick " + QByteArray::number(monitor.actions().size()));
    bar->pushAction()->trigger();
    QVERIFY(!bar->isRepeating());
    QTRY_VERIFY(bar->pushAction()->text().contains(QLatin1String("Push")));
    bar->setRepeat(false, 1000);
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
