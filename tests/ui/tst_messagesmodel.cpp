// SPDX-License-Identifier: MIT
#include "ui/messages/messagefields.h"
#include "ui/messages/messagesmodel.h"
#include "ui/messages/preview.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace porthole;

Q_DECLARE_METATYPE(porthole::LogRow)

class TestMessagesModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capOnRows();
    void capOnBytes();
    void oneHugeMessageIsKept();
    void newRowsComeInOneRange();
    void matcher_data();
    void matcher();
    void filterHidesNewRowsToo();
    void longScanLetsNewRowsIn();
    void slowFilterIsAskedOnAThread();
    void anotherFilterBeforeTheFirstIsDone();
    void clearDuringAScan();
    void controlRows_data();
    void controlRows();
    void pauseStandsStill();
    void pauseLosesNothingUpToTheCap();
    void pauseCountsWhatIsBeyondTheCap();
    void clearWhilePaused();
    void preview_data();
    void preview();
    void survivesRandomUpdates();
    void survivesRandomUpdatesWithAThread();
};

static LogRow message(const QByteArray &payload, quint64 client = 1, Direction way = Direction::In,
                      Opcode opcode = Opcode::Text)
{
    return LogRow{{0, {client}, way, opcode, payload.size(), payload}};
}

static QList<LogRow> numbered(int first, int count)
{
    QList<LogRow> rows;
    for (int i = first; i < first + count; ++i)
        rows.append(message(QByteArray::number(i), quint64(1 + i % 4), i % 2 ? Direction::In : Direction::Out));
    return rows;
}

static MessageMatcher matching(const QString &filter)
{
    return MessageMatcher(Filter::parse(filter, MessageFields::all(), 0).filter);
}

static QByteArray payloadAt(const MessagesModel &model, int row)
{
    const LogRow *found = model.rowAt(row);
    return found ? found->payload : QByteArray();
}

void TestMessagesModel::capOnRows()
{
    MessagesModel model({100, 1 << 20});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(numbered(0, 80));
    model.take(numbered(80, 80));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("60"));
    QCOMPARE(payloadAt(model, 99), QByteArray("159"));
    QCOMPARE(model.log().dropped(), 60U);
    model.take(numbered(160, 500));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("560"));
    QCOMPARE(model.log().dropped(), 560U);
}

void TestMessagesModel::capOnBytes()
{
    MessagesModel model({1000, 100'000});
    for (int i = 0; i < 50; ++i)
        model.take({message(QByteArray(9'000, 'x'))});
    QVERIFY(model.log().bytes() <= 100'000);
    QCOMPARE(model.rowCount(), int(model.log().size()));
    QCOMPARE(model.log().dropped() + quint64(model.log().size()), 50U);
    qint64 sum = 0;
    for (quint64 at = model.log().begin(); at < model.log().end(); ++at)
        sum += MessageLog::cost(model.log().at(at));
    QCOMPARE(model.log().bytes(), sum);
}

void TestMessagesModel::oneHugeMessageIsKept()
{
    MessagesModel model({1000, 1'000});
    model.take(numbered(0, 5));
    model.take({message(QByteArray(50'000, 'x'))});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowAt(0)->size, 50'000);
}

void TestMessagesModel::newRowsComeInOneRange()
{
    MessagesModel model({1000, 1 << 20});
    model.take(numbered(0, 900));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.take(numbered(900, 300));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals[0][1].toInt(), 0);
    QCOMPARE(removals[0][2].toInt(), 199);
}

void TestMessagesModel::matcher_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("direction");  // -1: both
    QTest::addColumn<quint64>("client"); // 0: all
    QTest::addColumn<LogRow>("row");
    QTest::addColumn<bool>("fits");
    const LogRow join = message(R"({"type":"JOIN","name":"Zoë"})", 3);
    const LogRow bytes = message(QByteArray("\x00\x01joined\xff", 9), 4, Direction::Out, Opcode::Binary);
    QTest::newRow("nothing asked") << "" << -1 << quint64(0) << join << true;
    QTest::newRow("letters in any case") << "join" << -1 << quint64(0) << join << true;
    QTest::newRow("at the very end") << "'\"}'" << -1 << quint64(0) << join << true;
    QTest::newRow("at the very start") << "{\"TYPE" << -1 << quint64(0) << join << true;
    QTest::newRow("longer than the payload") << QString(100, QLatin1Char('j')) << -1 << quint64(0) << join << false;
    QTest::newRow("not in it") << "leave" << -1 << quint64(0) << join << false;
    QTest::newRow("beyond ASCII in any case") << QString::fromUtf8("ZOË") << -1 << quint64(0) << join << true;
    QTest::newRow("within bytes") << "joined" << -1 << quint64(0) << bytes << true;
    QTest::newRow("empty payload") << "a" << -1 << quint64(0) << message({}) << false;
    QTest::newRow("direction fits") << "" << int(Direction::In) << quint64(0) << join << true;
    QTest::newRow("direction does not fit") << "" << int(Direction::Out) << quint64(0) << join << false;
    QTest::newRow("client fits") << "" << -1 << quint64(3) << join << true;
    QTest::newRow("client does not fit") << "join" << -1 << quint64(3) << bytes << false;
}

void TestMessagesModel::matcher()
{
    QFETCH(QString, text);
    QFETCH(int, direction);
    QFETCH(quint64, client);
    QFETCH(LogRow, row);
    QFETCH(bool, fits);
    MessageMatcher matcher = matching(text);
    if (direction >= 0)
        matcher.setDirection(Direction(direction));
    if (client)
        matcher.setClients({ClientId{client}});
    QCOMPARE(matcher.matches(row), fits);
}

void TestMessagesModel::filterHidesNewRowsToo()
{
    MessagesModel model({100, 1 << 20});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(numbered(0, 50));
    MessageMatcher matcher;
    matcher.setDirection(Direction::In);
    model.setMatcher(matcher);
    QCOMPARE(model.rowCount(), 25);
    model.take(numbered(50, 100));
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.log().size(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("51"));
    model.setMatcher({});
    QCOMPARE(model.rowCount(), 100);
}

void TestMessagesModel::longScanLetsNewRowsIn()
{
    MessagesModel model({400'000, 1LL << 30});
    model.take(numbered(0, 300'000));
    const MessageMatcher matcher = matching(QStringLiteral("77"));
    QSignalSpy done(&model, &MessagesModel::matcherChanged);
    model.setMatcher(matcher);
    model.take({message("77 late"), message("nothing")});
    QTRY_VERIFY(!done.isEmpty() && !model.isScanning());
    QCOMPARE(payloadAt(model, model.rowCount() - 1), QByteArray("77 late"));
    for (int row = 0; row < model.rowCount(); row += 97)
        QVERIFY(payloadAt(model, row).contains("77"));
}

void TestMessagesModel::slowFilterIsAskedOnAThread()
{
    MessagesModel model({1000, 1 << 20});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(numbered(0, 100));
    model.setMatcher(matching(QStringLiteral("text =~ 7$")));
    QVERIFY(model.isScanning());
    QCOMPARE(model.rowCount(), 100);
    QTRY_VERIFY(!model.isScanning());
    QCOMPARE(model.rowCount(), 10);
    model.take(numbered(100, 100));
    QCOMPARE(model.rowCount(), 10);
    QTRY_COMPARE(model.rowCount(), 20);
    QCOMPARE(payloadAt(model, 19), QByteArray("197"));
}

void TestMessagesModel::anotherFilterBeforeTheFirstIsDone()
{
    MessagesModel model({100'000, 1LL << 30});
    model.take(numbered(0, 50'000));
    QSignalSpy done(&model, &MessagesModel::matcherChanged);
    model.setMatcher(matching(QStringLiteral("text =~ 7$")));
    model.setMatcher(matching(QStringLiteral("text =~ 77$")));
    QTRY_VERIFY(!model.isScanning());
    QCOMPARE(done.size(), 1);
    QCOMPARE(model.rowCount(), 500);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(payloadAt(model, row).endsWith("77"));
}

void TestMessagesModel::clearDuringAScan()
{
    MessagesModel model({100'000, 1LL << 30});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(numbered(0, 50'000));
    model.setMatcher(matching(QStringLiteral("text =~ 7$")));
    model.clear();
    QVERIFY(!model.isScanning());
    QCOMPARE(model.rowCount(), 0);
    model.take(numbered(0, 20));
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestMessagesModel::controlRows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<int>("rows");
    QTest::newRow("hidden") << "" << false << 1;
    QTest::newRow("shown") << "" << true << 4;
    QTest::newRow("a word does not ask for them") << "x" << false << 1;
    QTest::newRow("a word finds in them") << "x" << true << 4;
    QTest::newRow("the filter asks for a type") << "type == ping" << false << 1;
    QTest::newRow("the filter asks for a code") << "code == 1001" << false << 1;
    QTest::newRow("refused") << "type == refused" << false << 1;
}

void TestMessagesModel::controlRows()
{
    QFETCH(QString, filter);
    QFETCH(bool, shown);
    QFETCH(int, rows);
    MessagesModel model;
    LogRow refused = message("x", 0);
    refused.refused = Cause::Rejected;
    model.take({message("x"), message("x", 1, Direction::Out, Opcode::Ping),
                message("\x03\xe9x", 1, Direction::In, Opcode::Close), refused});
    QCOMPARE(model.rowCount(), 1);
    MessageMatcher matcher = matching(filter);
    matcher.setControlShown(shown);
    model.setMatcher(matcher);
    QCOMPARE(model.rowCount(), rows);
}

void TestMessagesModel::pauseStandsStill()
{
    MessagesModel model({100, 1 << 20});
    model.take(numbered(0, 100));
    model.setPaused(true);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.take(numbered(100, 60));
    QCOMPARE(inserts.size() + removals.size(), 0);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("0"));
    QCOMPARE(model.held(), 60U);
    QCOMPARE(model.heldDropped(), 0U);
}

void TestMessagesModel::pauseLosesNothingUpToTheCap()
{
    MessagesModel model({100, 1 << 20});
    model.take(numbered(0, 100));
    model.setPaused(true);
    model.take(numbered(100, 100));
    QCOMPARE(model.heldDropped(), 0U);
    model.setPaused(false);
    QCOMPARE(model.held(), 0U);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("100"));
    QCOMPARE(payloadAt(model, 99), QByteArray("199"));
    QCOMPARE(model.log().dropped(), 100U);
}

void TestMessagesModel::pauseCountsWhatIsBeyondTheCap()
{
    MessagesModel model({100, 1 << 20});
    model.take(numbered(0, 10));
    model.setPaused(true);
    model.take(numbered(10, 130));
    QCOMPARE(model.held(), 130U);
    QCOMPARE(model.heldDropped(), 30U);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(payloadAt(model, 0), QByteArray("40"));
    QCOMPARE(model.log().dropped(), 40U);
}

void TestMessagesModel::clearWhilePaused()
{
    MessagesModel model({100, 1 << 20});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(numbered(0, 10));
    model.setPaused(true);
    model.take(numbered(10, 10));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.held(), 0U);
    model.take(numbered(20, 5));
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(payloadAt(model, 0), QByteArray("20"));
}

void TestMessagesModel::preview_data()
{
    QTest::addColumn<LogRow>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("rest");
    QTest::newRow("plain") << message("hello") << "hello" << qint64(0);
    QTest::newRow("empty") << message({}) << "" << qint64(0);
    QTest::newRow("line ends") << message("a\nb\r\nc") << QString::fromUtf8("a↵b↵c") << qint64(0);
    QTest::newRow("tab") << message("a\tb") << QString::fromUtf8("a→b") << qint64(0);
    QTest::newRow("other control characters") << message("\x1b[1m") << "\\x1b[1m" << qint64(0);
    QTest::newRow("marks that turn the direction") << message("a\u202eb") << "a\\u202eb" << qint64(0);
    QTest::newRow("emoji stay whole") << message("\U0001F469\u200D\U0001F4BB")
                                      << QString::fromUtf8("\U0001F469\u200D\U0001F4BB") << qint64(0);
    QTest::newRow("binary is hex") << message("\x89PNG", 1, Direction::In, Opcode::Binary) << "89 50 4E 47"
                                   << qint64(0);
    QTest::newRow("long text is cut") << message(QByteArray(1000, 'x')) << QString(Preview::textBytes, QLatin1Char('x'))
                                      << qint64(1000 - Preview::textBytes);
    const QByteArray wide = QByteArray(Preview::textBytes - 1, 'x') + "ë" + QByteArray(10, 'y');
    QTest::newRow("no character is split")
        << message(wide) << QString(Preview::textBytes - 1, QLatin1Char('x')) << qint64(12);
    LogRow kept = message("start");
    kept.size = 5000;
    QTest::newRow("what the tap cut counts") << kept << "start" << qint64(4995);
}

void TestMessagesModel::preview()
{
    QFETCH(LogRow, row);
    QFETCH(QString, text);
    QFETCH(qint64, rest);
    const Preview start = porthole::preview(row);
    QCOMPARE(start.text, text);
    QCOMPARE(start.rest, rest);
}

void TestMessagesModel::survivesRandomUpdates()
{
    MessagesModel model({300, 20'000});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(11);
    int next = 0;
    for (int step = 0; step < 300; ++step) {
        const int count = random.bounded(60);
        model.take(numbered(next, count));
        next += count;
        if (random.bounded(15) == 0) {
            MessageMatcher matcher = matching(QString::number(random.bounded(10)));
            if (random.bounded(2))
                matcher.setClients({ClientId{1}, ClientId{2}});
            model.setMatcher(random.bounded(3) ? matcher : MessageMatcher());
        }
        if (random.bounded(20) == 0)
            model.setPaused(!model.isPaused());
        if (random.bounded(60) == 0)
            model.clear();
        QVERIFY(model.log().size() <= 300);
        QVERIFY(model.log().bytes() <= 20'000);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.sequenceAt(row - 1) < model.sequenceAt(row));
    }
}

void TestMessagesModel::survivesRandomUpdatesWithAThread()
{
    MessagesModel model({300, 20'000});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(12);
    const QStringList filters{QString(), QStringLiteral("text =~ [37]$"), QStringLiteral("text =~ ^1"),
                              QStringLiteral("5"), QStringLiteral("dir == in && text =~ 1")};
    int next = 0;
    QString filter;
    for (int step = 0; step < 300; ++step) {
        const int count = random.bounded(60);
        model.take(numbered(next, count));
        next += count;
        if (random.bounded(6) == 0) {
            filter = filters[random.bounded(filters.size())];
            model.setMatcher(matching(filter));
        }
        if (random.bounded(60) == 0)
            model.clear();
        if (random.bounded(2))
            QCoreApplication::processEvents();
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.sequenceAt(row - 1) < model.sequenceAt(row));
    }
    const auto fitting = [&] {
        int fits = 0;
        for (quint64 at = model.log().begin(); at < model.log().end(); ++at)
            fits += matching(filter).matches(model.log().at(at));
        return fits;
    };
    QTRY_VERIFY(!model.isScanning());
    QTRY_COMPARE(model.rowCount(), fitting());
    QCOMPARE(resets.size(), 0);
}

QTEST_GUILESS_MAIN(TestMessagesModel)
#include "tst_messagesmodel.moc"
