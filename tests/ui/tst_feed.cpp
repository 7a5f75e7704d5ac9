// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace porthole;

class TestFeed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesWhileItLives();
    void fewUpdatesASecondWhateverComes();
    void whatWasHeldBackComesLater();
    void closedClientsKeepWhatWasKnown();
    void openedAndClosedInOneUpdate();
    void rowsKnowTheirClient();
    void refusalsAreRowsOfTheLog();
    void ratesComeFromTotals();
    void keepsTheLastNotices();
    void asksLessOftenWhilePaintingIsSlow();
};

void TestFeed::watchesWhileItLives()
{
    FakeMonitor monitor;
    {
        Feed feed(monitor);
        QVERIFY(!monitor.isWatched());
        feed.start();
        QVERIFY(monitor.isWatched());
    }
    QVERIFY(!monitor.isWatched());
}

void TestFeed::fewUpdatesASecondWhateverComes()
{
    FakeMonitor monitor;
    qint64 now = 0;
    Feed feed(monitor, {}, [&now] { return now; });
    QSignalSpy refreshed(&feed, &Feed::refreshed);
    const ClientId client = monitor.addClient();
    for (int i = 0; i < 1000; ++i) {
        monitor.addMessage(client, Direction::In, "x");
        monitor.flush();
        ++now;
    }
    QVERIFY(refreshed.size() <= 26);
    QVERIFY(refreshed.size() >= 9);
}

void TestFeed::whatWasHeldBackComesLater()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    const ClientId first = monitor.addClient();
    monitor.flush();
    QCOMPARE(feed.clients().total(), 1);
    const ClientId second = monitor.addClient();
    monitor.addMessage(second, Direction::In, "hi");
    monitor.flush();
    monitor.closeClient(first);
    monitor.flush();
    QTRY_COMPARE(feed.messages().rowCount(), 1);
    QCOMPARE(feed.clients().total(), 1);
    QVERIFY(feed.clients().find(second));
    QCOMPARE(feed.closed().rowCount(), 1);
    QCOMPARE(feed.totals().clients, 1U);
}

void TestFeed::closedClientsKeepWhatWasKnown()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    const ClientId client = monitor.addClient(QStringLiteral("/x"), {{"Origin", "http://example.org"}});
    monitor.closeClient(client, 4001, QStringLiteral("bye"), Cause::Kicked);
    monitor.refuse(QStringLiteral("10.0.0.1:99"), Cause::NotAnUpgrade, {});
    monitor.flush();
    QCOMPARE(feed.clients().total(), 0);
    QCOMPARE(feed.closed().rowCount(), 2);
    QCOMPARE(feed.closed().find(client)->last.headers.size(), 1);
    QCOMPARE(feed.closed().at(1)->last.id.value, 0U);
}

void TestFeed::openedAndClosedInOneUpdate()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    for (int i = 0; i < 50; ++i)
        monitor.closeClient(monitor.addClient());
    monitor.flush();
    QCOMPARE(feed.clients().total(), 0);
    QCOMPARE(feed.closed().rowCount(), 50);
}

void TestFeed::rowsKnowTheirClient()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    const ClientId client = monitor.addClient(QStringLiteral("/chat"));
    monitor.addMessage(client, Direction::In, "first");
    monitor.closeClient(client);
    monitor.flush();
    QTRY_COMPARE(feed.messages().log().size(), 1);
    monitor.addMessage(client, Direction::Out, "on its way when it left");
    monitor.flush();
    QTRY_COMPARE(feed.messages().log().size(), 2);
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(feed.messages().rowAt(row)->path, QStringLiteral("/chat"));
        QVERIFY(feed.messages().rowAt(row)->peer.startsWith(QLatin1String("127.0.0.1:")));
    }
}

void TestFeed::refusalsAreRowsOfTheLog()
{
    FakeMonitor monitor;
    Feed feed(monitor);
    const ClientId client = monitor.addClient();
    monitor.addMessage(client, Direction::In, "before");
    monitor.advance(1000);
    monitor.refuse(QStringLiteral("10.0.0.9:80"), Cause::Rejected, QStringLiteral("no such origin"));
    monitor.advance(1000);
    monitor.addMessage(client, Direction::In, "after");
    monitor.closeClient(client);
    monitor.flush();
    const MessageLog &log = feed.messages().log();
    QTRY_COMPARE(log.size(), 3);
    QCOMPARE(log.controlRows(), 1);
    QCOMPARE(feed.messages().rowCount(), 2);
    const LogRow &refused = log.at(log.begin() + 1);
    QCOMPARE(refused.refused, std::optional(Cause::Rejected));
    QCOMPARE(refused.peer, QStringLiteral("10.0.0.9:80"));
    QCOMPARE(refused.payload, QByteArray("no such origin"));
}

void TestFeed::ratesComeFromTotals()
{
    FakeMonitor monitor;
    qint64 now = 0;
    Feed feed(monitor, {}, [&now] { return now; });
    for (int i = 0; i < 30; ++i) {
        monitor.totals().messagesIn += 120;
        monitor.totals().messagesOut += 480;
        now += 100;
        monitor.flush();
        if (i % 10 == 9)
            feed.tick();
    }
    QCOMPARE(feed.inRate(), 1200.0);
    QCOMPARE(feed.outRate(), 4800.0);
    QCOMPARE(feed.history().size(), 3);
    QCOMPARE(feed.history().last(), 6000.0);
    now += 5000;
    feed.tick();
    feed.tick();
    now += 5000;
    feed.tick();
    QCOMPARE(feed.inRate(), 0.0);
}

void TestFeed::keepsTheLastNotices()
{
    FakeMonitor monitor;
    qint64 now = 0;
    Feed feed(monitor, {}, [&now] { return now; });
    QSignalSpy noticed(&feed, &Feed::noticed);
    for (int i = 0; i < 150; ++i)
        monitor.addNotice(QString::number(i));
    monitor.flush();
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(feed.notices().size(), 100);
    QCOMPARE(feed.notices().last().text, QStringLiteral("149"));
    feed.clearNotices();
    QVERIFY(feed.notices().isEmpty());
}

void TestFeed::asksLessOftenWhilePaintingIsSlow()
{
    FakeMonitor monitor;
    qint64 now = 0;
    Feed feed(monitor, {}, [&now] { return now; });
    const auto updates = [&](std::chrono::milliseconds painting) {
        for (int i = 0; i < 30; ++i) {
            now += 1000;
            monitor.flush();
            feed.painted(painting);
        }
        return monitor.interval();
    };
    QCOMPARE(updates(std::chrono::milliseconds(60)), std::chrono::milliseconds(200));
    QCOMPARE(updates(std::chrono::milliseconds(0)), Monitor::fastestUpdates);
}

QTEST_MAIN(TestFeed)
#include "tst_feed.moc"
