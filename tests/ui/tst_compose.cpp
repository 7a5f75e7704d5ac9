// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace porthole;

class TestCompose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

static QList<ClientId> ids(int count)
{
    QList<ClientId> list;
    for (int i = 1; i <= count; ++i)
        list.append(ClientId{quint64(i)});
    return list;
}

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
        QCOMPARE(check.message()->opcode(), DraftKind(kind) == DraftKind::Hex ? Opcode::Binary : Opcode::Text);
    }
}

void TestCompose::saysWhoReceives()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setClientCount(128);
    QCOMPARE(bar.receivers(), 0);
    QVERIFY(!bar.pushAction()->isEnabled());
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    QVERIFY(!bar.pushAction()->isEnabled());
    bar.setSelected(ids(3));
    QCOMPARE(bar.receivers(), 3);
    QVERIFY(bar.pushAction()->isEnabled());
    QVERIFY(bar.status().contains(QLatin1String("3")));
    bar.setTarget(ComposeBar::All);
    QCOMPARE(bar.receivers(), 128);
}

void TestCompose::pushesToTheSelected()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(3));
    bar.setDraft({DraftKind::Hex, QStringLiteral("01 02")});
    bar.pushAction()->trigger();
    QCOMPARE(monitor.actions().size(), 1);
    QCOMPARE(monitor.actions()[0].kind, FakeMonitor::Action::Push);
    QCOMPARE(monitor.actions()[0].clients, ids(3));
    QCOMPARE(monitor.actions()[0].payload, QByteArray("\1\2"));
    QCOMPARE(monitor.actions()[0].opcode, Opcode::Binary);
    QTRY_COMPARE(bar.status(), QStringLiteral("sent to 3"));
}

void TestCompose::broadcastsToAll()
{
    FakeMonitor monitor;
    monitor.addClients(5);
    ComposeBar bar(monitor);
    bar.setClientCount(5);
    bar.setTarget(ComposeBar::All);
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bar.pushAction()->trigger();
    QCOMPARE(monitor.actions()[0].kind, FakeMonitor::Action::Broadcast);
    QTRY_COMPARE(bar.status(), QStringLiteral("sent to 5"));
}

void TestCompose::saysWhatBecameOfIt()
{
    FakeMonitor monitor;
    monitor.answer = [](const FakeMonitor::Action &) {
        ActionResult result;
        result[PushResult::Sent] = 2;
        result[PushResult::Queued] = 1;
        result[PushResult::BacklogFull] = 1;
        return result;
    };
    ComposeBar bar(monitor);
    bar.setSelected(ids(4));
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bar.pushAction()->trigger();
    QTRY_COMPARE(bar.status(), QStringLiteral("sent to 2, queued for 1, 1 refused: backlog full"));
    QCOMPARE(bar.draft().text, QStringLiteral("hi"));
}

void TestCompose::asksAboveAHundred()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(100));
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bar.pushAction()->trigger();
    QCOMPARE(monitor.actions().size(), 1);
    QTRY_VERIFY(bar.pushAction()->isEnabled());
    bar.setSelected(ids(101));
    bar.pushAction()->trigger();
    QVERIFY(bar.isAsking());
    QCOMPARE(monitor.actions().size(), 1);
    bar.findChild<QPushButton *>(QStringLiteral("confirmPush"))->click();
    QVERIFY(!bar.isAsking());
    QCOMPARE(monitor.actions().size(), 2);
    QCOMPARE(monitor.actions()[1].clients.size(), 101);
}

void TestCompose::asksNoMoreOnceTheDraftChanged()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(101));
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bar.pushAction()->trigger();
    QVERIFY(bar.isAsking());
    bar.setDraft({DraftKind::Text, QStringLiteral("hi there")});
    QVERIFY(!bar.isAsking());
    QVERIFY(monitor.actions().isEmpty());
}

void TestCompose::refusesWhatIsWrong()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(1));
    bar.setDraft({DraftKind::Json, QStringLiteral("{\n\"a\" 1}")});
    QVERIFY(!bar.pushAction()->isEnabled());
    QCOMPARE(bar.status(), QStringLiteral("Line 2, column 5: a colon is missing after the name"));
    QCOMPARE(bar.findChild<DraftEditor *>()->extraSelections().size(), 1);
    bar.setDraft({DraftKind::Json, QStringLiteral("{\"a\": 1}")});
    QVERIFY(bar.findChild<DraftEditor *>()->extraSelections().isEmpty());
    QVERIFY(bar.pushAction()->isEnabled());
}

void TestCompose::oneAtATime()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(1));
    bar.setDraft({DraftKind::Text, QStringLiteral("hi")});
    bar.pushAction()->trigger();
    QVERIFY(!bar.pushAction()->isEnabled());
    bar.pushAction()->trigger();
    QCOMPARE(monitor.actions().size(), 1);
    QTRY_VERIFY(bar.pushAction()->isEnabled());
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
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    bar.setSelected(ids(1));
    for (const char *text : {"first", "second"}) {
        bar.setDraft({DraftKind::Text, QString::fromLatin1(text)});
        bar.pushAction()->trigger();
        QTRY_VERIFY(bar.pushAction()->isEnabled());
    }
    auto *editor = bar.findChild<DraftEditor *>();
    bar.setDraft({DraftKind::Text, QStringLiteral("line\nline")});
    QTest::keyClick(editor, Qt::Key_Up);
    QCOMPARE(bar.draft().text, QStringLiteral("line\nline"));
    QTest::keyClick(editor, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bar.draft().text, QStringLiteral("second"));
    QTest::keyClick(editor, Qt::Key_Up);
    QCOMPARE(bar.draft().text, QStringLiteral("first"));
    QTest::keyClick(editor, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(editor, Qt::Key_Down);
    QCOMPARE(bar.draft().text, QStringLiteral("line\nline"));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(monitor.actions().last().payload, QByteArray("line\nline"));
}

void TestCompose::growsWithItsText()
{
    FakeMonitor monitor;
    ComposeBar bar(monitor);
    auto *editor = bar.findChild<DraftEditor *>();
    const int one = editor->sizeHint().height();
    bar.setDraft({DraftKind::Text, QStringLiteral("1\n2\n3\n4")});
    const int four = editor->sizeHint().height();
    QVERIFY(four > one + 2 * editor->fontMetrics().height());
    bar.setDraft({DraftKind::Text, QString(50, QLatin1Char('\n'))});
    QVERIFY(editor->sizeHint().height() < one + (DraftEditor::mostLines + 1) * editor->fontMetrics().lineSpacing());
}

QTEST_MAIN(TestCompose)
#include "tst_compose.moc"
