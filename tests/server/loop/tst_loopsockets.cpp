// SPDX-License-Identifier: MIT
#include "descriptors.h"
#include "loopthread.h"

#include <QTemporaryFile>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

using namespace porthole::test;

class TestLoopSockets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDispatchers(); }

    void kindsOnOneDescriptor_data();
    void kindsOnOneDescriptor();
    void toldAsLongAsItIsReady();
    void toldAsLongAsThereIsRoomToWrite();
    void notToldWhenDisabled();
    void hangUpReachesEveryKind_data();
    void hangUpReachesEveryKind();
    void moreReadyThanFitOneWait();
    void deletesItself();
    void deletedByAnother();
    void disabledAndEnabledByAnother();
    void addedWhileOthersAreTold();
    void numberReusedWhileOthersAreTold();
    void numberReusedBetweenPasses_data();
    void numberReusedBetweenPasses();
    void numberReusedUnderItsNotifier();
    void secondNotifierOfOneKindReplacesTheFirst();
    void regularFileIsAlwaysReady_data();
    void regularFileIsAlwaysReady();
    void notOpenIsDisabled_data();
    void notOpenIsDisabled();
    void servedThoughTimersAreAlwaysDue();
};

void TestLoopSockets::kindsOnOneDescriptor_data()
{
    QTest::addColumn<bool>("read");
    QTest::addColumn<bool>("write");
    QTest::addColumn<bool>("exception");

    QTest::newRow("read") << true << false << false;
    QTest::newRow("write") << false << true << false;
    QTest::newRow("exception") << false << false << true;
    QTest::newRow("read and write") << true << true << false;
    QTest::newRow("read and exception") << true << false << true;
    QTest::newRow("write and exception") << false << true << true;
    QTest::newRow("all three") << true << true << true;
}

void TestLoopSockets::kindsOnOneDescriptor()
{
    const QList<bool> kinds = [] {
        QFETCH(bool, read);
        QFETCH(bool, write);
        QFETCH(bool, exception);
        return QList<bool>{read, write, exception};
    }();
    onLoop([&] {
        const Pair pair = tcpPair();
        std::array<std::optional<Counter>, 3> counters;
        for (size_t kind = 0; kind < counters.size(); ++kind)
            counters[kind]
                .emplace(pair.here.number(), QSocketNotifier::Type(kind))
                .notifier()
                .setEnabled(kinds[qsizetype(kind)]);

        pass();
        for (size_t kind = 0; kind < counters.size(); ++kind)
            QCOMPARE(counters[kind]->count(), kind == QSocketNotifier::Write && kinds[qsizetype(kind)] ? 1 : 0);

        QCOMPARE(send(pair.there.number(), "a", 1, 0), 1);
        QCOMPARE(send(pair.there.number(), "!", 1, MSG_OOB), 1);
        for (size_t kind = 0; kind < counters.size(); ++kind) {
            if (kinds[qsizetype(kind)])
                QTRY_VERIFY(counters[kind]->count() > 0);
            else
                QCOMPARE(counters[kind]->count(), 0);
        }
    });
}

void TestLoopSockets::toldAsLongAsItIsReady()
{
    onLoop([] {
        const Pair pair = streamPair();
        Counter counter(pair.here.number(), QSocketNotifier::Read);
        QVERIFY(pair.there.write());
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(pass(QEventLoop::WaitForMoreEvents));
            QCOMPARE(counter.count(), i);
        }
        QVERIFY(pair.here.read());
        QVERIFY(!pass());
        QCOMPARE(counter.count(), 3);
    });
}

void TestLoopSockets::toldAsLongAsThereIsRoomToWrite()
{
    onLoop([] {
        const Pair pair = streamPair();
        Counter read(pair.here.number(), QSocketNotifier::Read);
        pass();
        Counter write(pair.here.number(), QSocketNotifier::Write);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(pass(QEventLoop::WaitForMoreEvents));
            QCOMPARE(write.count(), i);
        }
        while (pair.here.write()) { }
        QVERIFY(!pass());
        QCOMPARE(write.count(), 3);
        QCOMPARE(read.count(), 0);
    });
}

void TestLoopSockets::notToldWhenDisabled()
{
    onLoop([] {
        const Pair pair = streamPair();
        Counter counter(pair.here.number(), QSocketNotifier::Read);
        QVERIFY(pair.there.write());
        counter.notifier().setEnabled(false);
        pass();
        QCOMPARE(counter.count(), 0);
        counter.notifier().setEnabled(true);
        pass();
        QCOMPARE(counter.count(), 1);
        counter.notifier().setEnabled(false);
        pass();
        QCOMPARE(counter.count(), 1);
    });
}

void TestLoopSockets::hangUpReachesEveryKind_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");

    QTest::newRow("read") << QSocketNotifier::Read;
    QTest::newRow("write") << QSocketNotifier::Write;
    QTest::newRow("exception") << QSocketNotifier::Exception;
}

void TestLoopSockets::hangUpReachesEveryKind()
{
    QFETCH(QSocketNotifier::Type, type);
    onLoop([type] {
        Pair pair = streamPair();
        Counter counter(pair.here.number(), type);
        pair.there.reset();
        pass();
        QCOMPARE(counter.count(), 1);
    });
}

void TestLoopSockets::moreReadyThanFitOneWait()
{
    onLoop([] {
        const Pair pair = streamPair();
        QVERIFY(pair.there.write());
        std::vector<Descriptor> copies(300);
        std::vector<std::unique_ptr<Counter>> counters;
        for (Descriptor &copy : copies) {
            copy = Descriptor(dup(pair.here.number()));
            counters.push_back(std::make_unique<Counter>(copy.number(), QSocketNotifier::Read));
        }
        const auto told = [](const auto &counter) { return counter->count() > 0; };
        QTRY_VERIFY(std::all_of(counters.cbegin(), counters.cend(), told));
    });
}

void TestLoopSockets::deletesItself()
{
    onLoop([] {
        const Pair pair = streamPair();
        int told = 0;
        auto *notifier = new QSocketNotifier(pair.here.number(), QSocketNotifier::Read);
        connect(notifier, &QSocketNotifier::activated, [&] {
            ++told;
            delete std::exchange(notifier, nullptr);
        });
        QVERIFY(pair.there.write());
        pass();
        pass();
        QCOMPARE(told, 1);
    });
}

void TestLoopSockets::deletedByAnother()
{
    onLoop([] {
        std::array<Pair, 3> pairs{streamPair(), streamPair(), streamPair()};
        std::array<std::unique_ptr<QSocketNotifier>, 3> notifiers;
        int told = 0;
        for (size_t i = 0; i < pairs.size(); ++i) {
            notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].here.number(), QSocketNotifier::Read);
            connect(notifiers[i].get(), &QSocketNotifier::activated, [&, i] {
                ++told;
                for (size_t other = 0; other < notifiers.size(); ++other) {
                    if (other != i)
                        notifiers[other].reset();
                }
            });
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QCOMPARE(told, 1);
    });
}

void TestLoopSockets::disabledAndEnabledByAnother()
{
    onLoop([] {
        const std::array<Pair, 2> pairs{streamPair(), streamPair()};
        std::array<std::unique_ptr<Counter>, 2> counters;
        for (size_t i = 0; i < pairs.size(); ++i) {
            counters[i] = std::make_unique<Counter>(pairs[i].here.number(), QSocketNotifier::Read);
            connect(&counters[i]->notifier(), &QSocketNotifier::activated, [&, i] {
                counters[1 - i]->notifier().setEnabled(false);
                counters[1 - i]->notifier().setEnabled(true);
                pairs[i].here.read();
            });
            QVERIFY(pairs[i].there.write());
        }
        QTRY_COMPARE(counters[0]->count(), 1);
        QTRY_COMPARE(counters[1]->count(), 1);
    });
}

void TestLoopSockets::addedWhileOthersAreTold()
{
    onLoop([] {
        const Pair first = streamPair();
        const Pair second = streamPair();
        QVERIFY(first.there.write());
        QVERIFY(second.there.write());
        std::optional<Counter> added;
        QSocketNotifier notifier(first.here.number(), QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, [&] {
            notifier.setEnabled(false);
            added.emplace(second.here.number(), QSocketNotifier::Read);
        });
        pass();
        QVERIFY(added);
        QCOMPARE(added->count(), 0);
        pass();
        QCOMPARE(added->count(), 1);
    });
}

void TestLoopSockets::numberReusedWhileOthersAreTold()
{
    onLoop([] {
        const std::array<Pair, 2> pairs{streamPair(), streamPair()};
        const Pair quiet = streamPair();
        std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
        std::optional<Counter> fresh;
        for (size_t i = 0; i < pairs.size(); ++i) {
            notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].here.number(), QSocketNotifier::Read);
            connect(notifiers[i].get(), &QSocketNotifier::activated, [&, i] {
                notifiers[i]->setEnabled(false);
                notifiers[1 - i].reset();
                reuse(pairs[1 - i].here, quiet.here);
                fresh.emplace(pairs[1 - i].here.number(), QSocketNotifier::Read);
            });
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QVERIFY(fresh);
        pass();
        QCOMPARE(fresh->count(), 0);
        QVERIFY(quiet.there.write());
        pass();
        QCOMPARE(fresh->count(), 1);
    });
}

void TestLoopSockets::numberReusedBetweenPasses_data()
{
    QTest::addColumn<bool>("removedFirst");
    QTest::addColumn<bool>("passBetween");

    QTest::newRow("notifier removed, then closed and opened") << true << false;
    QTest::newRow("closed and opened, then notifier removed") << false << false;
    QTest::newRow("notifier removed, a pass, then closed and opened") << true << true;
}

void TestLoopSockets::numberReusedBetweenPasses()
{
    QFETCH(bool, removedFirst);
    QFETCH(bool, passBetween);
    onLoop([=] {
        const Pair old = streamPair();
        const Pair next = streamPair();
        Counter before(old.here.number(), QSocketNotifier::Read);
        pass();
        if (removedFirst)
            before.remove();
        if (passBetween)
            pass();
        reuse(old.here, next.here);
        before.remove();
        Counter after(old.here.number(), QSocketNotifier::Read);
        pass();
        QCOMPARE(after.count(), 0);
        QVERIFY(next.there.write());
        pass();
        QCOMPARE(after.count(), 1);
        QCOMPARE(before.count(), 0);
    });
}

void TestLoopSockets::numberReusedUnderItsNotifier()
{
    onLoop([] {
        const Pair old = streamPair();
        const Pair next = streamPair();
        Counter first(old.here.number(), QSocketNotifier::Read);
        pass();
        reuse(old.here, next.here);
        Counter second(old.here.number(), QSocketNotifier::Read);
        QVERIFY(next.there.write());
        pass();
        QCOMPARE(second.count(), 1);
    });
}

void TestLoopSockets::secondNotifierOfOneKindReplacesTheFirst()
{
    onLoop([] {
        const Pair pair = streamPair();
        Counter first(pair.here.number(), QSocketNotifier::Read);
        Counter second(pair.here.number(), QSocketNotifier::Read);
        QVERIFY(pair.there.write());
        pass();
        QCOMPARE(first.count(), 0);
        QCOMPARE(second.count(), 1);
        first.remove();
        pass();
        QCOMPARE(second.count(), 2);
    });
}

void TestLoopSockets::regularFileIsAlwaysReady_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::addColumn<bool>("told");

    QTest::newRow("to read") << QSocketNotifier::Read << true;
    QTest::newRow("to write") << QSocketNotifier::Write << true;
    QTest::newRow("for nothing urgent") << QSocketNotifier::Exception << false;
}

void TestLoopSockets::regularFileIsAlwaysReady()
{
    QFETCH(QSocketNotifier::Type, type);
    QFETCH(bool, told);
    onLoop([=] {
        QTemporaryFile file;
        QVERIFY(file.open());
        Counter counter(file.handle(), type);
        bool over = false;
        int passes = 0;
        QTimer::singleShot(20, Qt::PreciseTimer, &counter.notifier(), [&over] { over = true; });
        for (; !over; ++passes)
            pass(QEventLoop::WaitForMoreEvents);
        QCOMPARE(counter.count() > 1, told);
        QCOMPARE(passes > 10, told);

        counter.notifier().setEnabled(false);
        QVERIFY(!pass());
    });
}

void TestLoopSockets::notOpenIsDisabled_data()
{
    QTest::addColumn<int>("number");

    QTest::newRow("closed a moment ago") << -1;
    QTest::newRow("never open") << 1'000'000'000;
}

void TestLoopSockets::notOpenIsDisabled()
{
    QFETCH(int, number);
    onLoop([number] {
        Pair pair = streamPair();
        Counter other(pair.there.number(), QSocketNotifier::Read);
        Counter counter(number < 0 ? pair.here.number() : number, QSocketNotifier::Read);
        pair.here.reset();
        pass();
        QVERIFY(!counter.notifier().isEnabled());
        QCOMPARE(counter.count(), 0);
        QVERIFY(other.notifier().isEnabled());
        QCOMPARE(other.count(), 1);
    });
}

void TestLoopSockets::servedThoughTimersAreAlwaysDue()
{
    onLoop([] {
        const Pair pair = streamPair();
        std::array<QTimer, 3> timers;
        for (QTimer &timer : timers)
            timer.start(0);
        pass();
        Counter counter(pair.here.number(), QSocketNotifier::Read);
        QVERIFY(pair.there.write());
        pass(QEventLoop::WaitForMoreEvents);
        QCOMPARE(counter.count(), 1);
    });
}

QTEST_GUILESS_MAIN(TestLoopSockets)
#include "tst_loopsockets.moc"
