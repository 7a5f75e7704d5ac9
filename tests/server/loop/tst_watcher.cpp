// SPDX-License-Identifier: MIT
#include "descriptors.h"
#include "epollthread.h"
#include "loopthread.h"

#include <QScopeGuard>

#include <array>

#include <unistd.h>

using namespace porthole;
using namespace porthole::test;

namespace {

class Recorder final : public EpollDispatcher::Watcher
{
public:
    std::function<void(quint32)> on = [](quint32) {};
    QList<quint32> heard;

    void ready(quint32 events) override
    {
        heard.append(events);
        on(events);
    }
};

} // namespace

class TestWatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hears_data();
    void hears();
    void besideNotifiers();
    void removedByAnother();
    void addedWhileOthersAreTold();
    void ofWhatIsNotOpen();
    void forgotten();
    void forgottenButOpenElsewhere();
    void companion();
};

void TestWatcher::hears_data()
{
    QTest::addColumn<quint32>("wanted");
    QTest::addColumn<bool>("data");
    QTest::addColumn<bool>("hangUp");
    QTest::addColumn<quint32>("heard");

    QTest::newRow("nothing to read") << quint32(EPOLLIN) << false << false << quint32(0);
    QTest::newRow("something to read") << quint32(EPOLLIN) << true << false << quint32(EPOLLIN);
    QTest::newRow("room to write") << quint32(EPOLLOUT) << true << false << quint32(EPOLLOUT);
    QTest::newRow("both") << quint32(EPOLLIN | EPOLLOUT) << true << false << quint32(EPOLLIN | EPOLLOUT);
    QTest::newRow("hang-up unasked") << quint32(EPOLLPRI) << false << true << quint32(EPOLLHUP);
    QTest::newRow("half-close when asked") << quint32(EPOLLRDHUP) << false << true << quint32(EPOLLHUP | EPOLLRDHUP);
}

void TestWatcher::hears()
{
    QFETCH(quint32, wanted);
    QFETCH(bool, data);
    QFETCH(bool, hangUp);
    QFETCH(quint32, heard);
    onEpoll([=] {
        Pair pair = streamPair();
        Recorder recorder;
        QVERIFY(epoll()->watch(pair.here.number(), &recorder, wanted));
        if (data)
            QVERIFY(pair.there.write());
        if (hangUp)
            pair.there.reset();
        QCOMPARE(pass(), heard != 0);
        QCOMPARE(recorder.heard, heard ? QList<quint32>{heard} : QList<quint32>());

        recorder.heard.clear();
        QVERIFY(epoll()->watch(pair.here.number(), nullptr, 0));
        QVERIFY(!pass());
        QVERIFY(recorder.heard.isEmpty());
    });
}

void TestWatcher::besideNotifiers()
{
    onEpoll([] {
        const Pair pair = streamPair();
        Recorder recorder;
        Counter write(pair.here.number(), QSocketNotifier::Write);
        epoll()->watch(pair.here.number(), &recorder, EPOLLIN);
        pass();
        QCOMPARE(write.count(), 1);
        QVERIFY(recorder.heard.isEmpty());
        write.remove();
        QVERIFY(pair.there.write());
        pass();
        QCOMPARE(recorder.heard, QList<quint32>{EPOLLIN});
    });
}

void TestWatcher::removedByAnother()
{
    onEpoll([] {
        const std::array<Pair, 2> pairs{streamPair(), streamPair()};
        std::array<Recorder, 2> recorders;
        for (size_t i = 0; i < pairs.size(); ++i) {
            recorders[i].on = [&, i](quint32) { epoll()->watch(pairs[1 - i].here.number(), nullptr, 0); };
            epoll()->watch(pairs[i].here.number(), &recorders[i], EPOLLIN);
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QCOMPARE(recorders[0].heard.size() + recorders[1].heard.size(), 1);
    });
}

void TestWatcher::addedWhileOthersAreTold()
{
    onEpoll([] {
        const std::array<Pair, 2> pairs{streamPair(), streamPair()};
        std::array<Recorder, 2> recorders;
        Recorder late;
        for (size_t i = 0; i < pairs.size(); ++i) {
            recorders[i].on = [&, i](quint32) {
                epoll()->watch(pairs[i].here.number(), nullptr, 0);
                epoll()->watch(pairs[1 - i].here.number(), &late, EPOLLIN);
            };
            epoll()->watch(pairs[i].here.number(), &recorders[i], EPOLLIN);
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QVERIFY(late.heard.isEmpty());
        pass();
        QCOMPARE(late.heard.size(), 1);
    });
}

void TestWatcher::ofWhatIsNotOpen()
{
    onEpoll([] {
        Recorder recorder;
        QVERIFY(!epoll()->watch(-1, &recorder, EPOLLIN));
        QVERIFY(!epoll()->watch(1'000'000'000, &recorder, EPOLLIN));

        Pair pair = streamPair();
        QVERIFY(epoll()->watch(pair.here.number(), &recorder, EPOLLIN));
        pair.here.reset();
        pass();
        pass();
        QCOMPARE(recorder.heard, QList<quint32>{EPOLLERR});
    });
}

void TestWatcher::forgotten()
{
    onEpoll([] {
        Pair first = streamPair();
        const int number = first.here.number();
        Recorder before;
        epoll()->watch(number, &before, EPOLLIN);
        pass();
        QVERIFY(first.there.write());
        const auto changes = epoll()->statistics().changes;
        epoll()->forget(number);
        first.here.reset();
        const Pair second = streamPair();
        QCOMPARE(second.here.number(), number);
        Recorder after;
        epoll()->watch(number, &after, EPOLLIN);
        QVERIFY(second.there.write());
        pass();
        QCOMPARE(epoll()->statistics().changes, changes + 1);
        QVERIFY(before.heard.isEmpty());
        QCOMPARE(after.heard, QList<quint32>{EPOLLIN});
    });
}

void TestWatcher::forgottenButOpenElsewhere()
{
    onEpoll([] {
        Pair pair = streamPair();
        const int other = dup(pair.here.number());
        const auto clean = qScopeGuard([other] { close(other); });
        Recorder recorder;
        epoll()->watch(pair.here.number(), &recorder, EPOLLIN);
        pass();
        epoll()->forget(pair.here.number());
        pair.here.reset();
        QVERIFY(pair.there.write());
        pass();
        pass();
        const auto ready = epoll()->statistics().ready;
        pass();
        QCOMPARE(epoll()->statistics().ready, ready); // it does not spin
        QVERIFY(recorder.heard.isEmpty());
    });
}

/// Goes along with each pass, one that a watcher nests in another included.
void TestWatcher::companion()
{
    class Diary final : public EpollDispatcher::Companion
    {
    public:
        QByteArrayList lines;

        void passBegins() override { lines.append("begins"); }
        void passBlocks() override { lines.append("blocks"); }
        void socketsServed() override { lines.append("served"); }
    };
    onEpoll([] {
        Pair pair = streamPair();
        Diary diary;
        Recorder recorder;
        recorder.on = [&](quint32) {
            diary.lines.append("ready");
            epoll()->watch(pair.here.number(), nullptr, 0);
            pass();
        };
        epoll()->setCompanion(&diary);
        const auto gone = qScopeGuard([] { epoll()->setCompanion(nullptr); });
        QVERIFY(!pass());
        QCOMPARE(diary.lines, QByteArrayList({"begins"}));
        QVERIFY(epoll()->watch(pair.here.number(), &recorder, EPOLLIN));
        QVERIFY(pair.there.write());
        QVERIFY(epoll()->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents));
        QCOMPARE(diary.lines, QByteArrayList({"begins", "begins", "blocks", "ready", "begins", "served"}));
    });
}

QTEST_GUILESS_MAIN(TestWatcher)
#include "tst_watcher.moc"
