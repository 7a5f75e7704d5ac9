// SPDX-License-Identifier: MIT
#include "descriptors.h"
#include "loopthread.h"

#include <QPointer>
#include <QTimer>

#include <array>
#include <optional>

using namespace porthole::test;

class TestLoopNesting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDispatchers(); }

    void servesEverything_data();
    void servesEverything();
    void servesWhatTheOuterPassHadYetToTell();
    void outerPassForgetsWhatTheInnerOneHandled();
    void numberReusedInside();
    void ownNumberReusedInside();
    void withoutSocketsLeavesThemToTheOuterPass();
    void deferredDeleteWaitsForTheOuterLoop();
    void deferredDeleteFromOutsideWaitsForALoop();
    void innerLoopEndsBeforeTheOuter();
};

void TestLoopNesting::servesEverything_data()
{
    QTest::addColumn<QString>("from");

    QTest::newRow("inside a posted event") << QStringLiteral("post");
    QTest::newRow("inside a timer event") << QStringLiteral("timer");
    QTest::newRow("inside a notifier's slot") << QStringLiteral("socket");
}

void TestLoopNesting::servesEverything()
{
    QFETCH(QString, from);
    onLoop([&] {
        const Pair trigger = streamPair();
        const Pair pair = streamPair();
        Counter counter(pair.here.number(), QSocketNotifier::Read);
        QObject context;
        QEventLoop outer;
        int posted = 0;
        const auto nest = [&] {
            QEventLoop inner;
            QMetaObject::invokeMethod(
                &context, [&] { ++posted; }, Qt::QueuedConnection);
            QTimer::singleShot(1, &context, [&] { pair.there.write(); });
            connect(&counter.notifier(), &QSocketNotifier::activated, &inner, &QEventLoop::quit);
            inner.exec();
            counter.notifier().setEnabled(false);
            outer.quit();
        };
        QSocketNotifier socket(trigger.here.number(), QSocketNotifier::Read);
        connect(&socket, &QSocketNotifier::activated, &context, [&] {
            socket.setEnabled(false);
            nest();
        });
        if (from == QLatin1String("post"))
            QMetaObject::invokeMethod(&context, nest, Qt::QueuedConnection);
        else if (from == QLatin1String("timer"))
            QTimer::singleShot(0, &context, nest);
        else
            QVERIFY(trigger.there.write());
        outer.exec();
        QCOMPARE(posted, 1);
        QCOMPARE(counter.count(), 1);
    });
}

void TestLoopNesting::servesWhatTheOuterPassHadYetToTell()
{
    onLoop([] {
        const std::array<Pair, 3> pairs{streamPair(), streamPair(), streamPair()};
        std::array<std::optional<Counter>, 3> counters;
        int depth = 0;
        for (size_t i = 0; i < pairs.size(); ++i) {
            counters[i].emplace(pairs[i].here.number(), QSocketNotifier::Read);
            connect(&counters[i]->notifier(), &QSocketNotifier::activated, [&, i] {
                pairs[i].here.read();
                if (depth++ == 0)
                    pass();
            });
            QVERIFY(pairs[i].there.write());
        }
        pass();
        for (const auto &counter : counters)
            QCOMPARE(counter->count(), 1);
    });
}

void TestLoopNesting::outerPassForgetsWhatTheInnerOneHandled()
{
    onLoop([] {
        const Pair pair = tcpPair();
        QSocketNotifier read(pair.here.number(), QSocketNotifier::Read);
        Counter write(pair.here.number(), QSocketNotifier::Write);
        QVERIFY(pair.there.write());
        connect(&read, &QSocketNotifier::activated, [&] {
            read.setEnabled(false);
            write.notifier().setEnabled(false);
            pass();
        });
        QTRY_VERIFY(!read.isEnabled());
        const int count = write.count();
        pass();
        QCOMPARE(write.count(), count);
    });
}

void TestLoopNesting::numberReusedInside()
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
                pass();
                reuse(pairs[1 - i].here, quiet.here);
                fresh.emplace(pairs[1 - i].here.number(), QSocketNotifier::Read);
                pass();
            });
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QVERIFY(fresh);
        QCOMPARE(fresh->count(), 0);
        QVERIFY(quiet.there.write());
        pass();
        QCOMPARE(fresh->count(), 1);
    });
}

void TestLoopNesting::ownNumberReusedInside()
{
    onLoop([] {
        const Pair pair = streamPair();
        const Pair full = streamPair();
        while (full.here.write()) { }
        QVERIFY(pair.there.write());
        std::optional<Counter> write(std::in_place, pair.here.number(), QSocketNotifier::Write);
        QSocketNotifier read(pair.here.number(), QSocketNotifier::Read);
        connect(&read, &QSocketNotifier::activated, [&] {
            read.setEnabled(false);
            write.reset();
            pass();
            reuse(pair.here, full.here);
            write.emplace(pair.here.number(), QSocketNotifier::Write);
        });
        pass();
        QVERIFY(!read.isEnabled());
        QCOMPARE(write->count(), 0);
        pass();
        QCOMPARE(write->count(), 0);
    });
}

void TestLoopNesting::withoutSocketsLeavesThemToTheOuterPass()
{
    onLoop([] {
        const std::array<Pair, 2> pairs{streamPair(), streamPair()};
        std::array<std::optional<Counter>, 2> counters;
        for (size_t i = 0; i < pairs.size(); ++i) {
            counters[i].emplace(pairs[i].here.number(), QSocketNotifier::Read);
            connect(&counters[i]->notifier(), &QSocketNotifier::activated, [&, i] {
                const int told = counters[1 - i]->count();
                pass(QEventLoop::ExcludeSocketNotifiers);
                QCOMPARE(counters[1 - i]->count(), told);
            });
            QVERIFY(pairs[i].there.write());
        }
        pass();
        QCOMPARE(counters[0]->count(), 1);
        QCOMPARE(counters[1]->count(), 1);
    });
}

void TestLoopNesting::deferredDeleteWaitsForTheOuterLoop()
{
    onLoop([] {
        QPointer<QObject> doomed = new QObject;
        QObject context;
        QEventLoop outer;
        bool aliveInside = false;
        connect(doomed, &QObject::destroyed, &outer, &QEventLoop::quit);
        const auto nest = [&] {
            doomed->deleteLater();
            QEventLoop inner;
            QTimer::singleShot(1, &inner, &QEventLoop::quit);
            inner.exec();
            aliveInside = !doomed.isNull();
        };
        QMetaObject::invokeMethod(&context, nest, Qt::QueuedConnection);
        outer.exec();
        QVERIFY(aliveInside);
        QVERIFY(doomed.isNull());
    });
}

void TestLoopNesting::deferredDeleteFromOutsideWaitsForALoop()
{
    onLoop([] {
        QPointer<QObject> doomed = new QObject;
        doomed->deleteLater();
        pass();
        pass();
        QVERIFY(!doomed.isNull());
        QEventLoop loop;
        connect(doomed, &QObject::destroyed, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY(doomed.isNull());
    });
}

void TestLoopNesting::innerLoopEndsBeforeTheOuter()
{
    onLoop([] {
        QObject context;
        QEventLoop outer;
        QList<int> ended;
        QTimer::singleShot(0, &context, [&] {
            QEventLoop inner;
            QTimer::singleShot(0, &context, [&] {
                outer.quit();
                inner.quit();
            });
            inner.exec();
            ended.append(1);
        });
        outer.exec();
        ended.append(2);
        QCOMPARE(ended, (QList<int>{1, 2}));
    });
}

QTEST_GUILESS_MAIN(TestLoopNesting)
#include "tst_loopnesting.moc"
