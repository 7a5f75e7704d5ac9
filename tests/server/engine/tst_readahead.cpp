// SPDX-License-Identifier: MIT
#include "server/engine/readahead.h"
#include "server/engine/transport.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace porthole;

/// What is read of many before any of it is told.
class TestReadAhead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingUntilTheLoopTakesPart();
    void rows_data();
    void rows();
    void toldAtOnceWhenFull_data();
    void toldAtOnceWhenFull();
    void placed_data();
    void placed();
    void dropped();
    void droppedInTheMiddle();
    void interrupted();
    void interruptedInTheMiddle();
};

namespace {

/// Writes down what it is told, and the beginning and the end of rows.
class Diary final : public ReadAhead::Row
{
public:
    QByteArrayList lines;

    void rowBegins() override { lines.append("["); }
    void rowEnds() override { lines.append("]"); }
    void rowInterrupted() override { lines.append("!"); }
};

class Receiver final : public TransportEvents
{
public:
    explicit Receiver(Diary &diary) : m_diary(diary) { }
    std::function<void()> then = [] {};
    std::function<void()> thenInPlace = [] {};

    bool wants() override { return true; }
    void arrived(std::span<char> bytes) override
    {
        m_diary.lines.append(QByteArray(bytes.data(), std::min<qsizetype>(qsizetype(bytes.size()), 1)));
        then();
    }
    std::span<char> place() override { return {}; }
    void arrivedInPlace(std::span<char> front) override
    {
        m_diary.lines.append("(" + QByteArray(front.data(), std::min<qsizetype>(qsizetype(front.size()), 1)) + ")");
        thenInPlace();
    }
    void moved() override { }
    void lost(Cause) override { }
    void unsecured(const QString &) override { }
    void hungUp() override { }

private:
    Diary &m_diary;
};

/// What a worker has, and who writes down what it is told.
struct Ahead
{
    Diary diary;
    ReadBuffers buffers;
    ReadAhead ahead{diary, buffers};
    std::vector<QByteArray> places;

    Ahead() { ahead.enable(); }
    void arrive(Receiver &receiver, const QByteArray &bytes, const QByteArray &placed = {})
    {
        const std::span<char> room = ahead.room();
        QVERIFY(room.size() >= size_t(bytes.size()));
        std::copy(bytes.begin(), bytes.end(), room.begin());
        QByteArray &place = places.emplace_back(placed.data(), placed.size());
        ahead.add(receiver, {place.data(), size_t(place.size())}, room.first(size_t(bytes.size())));
    }
};

} // namespace

void TestReadAhead::nothingUntilTheLoopTakesPart()
{
    Diary diary;
    ReadBuffers buffers;
    ReadAhead ahead(diary, buffers);
    QVERIFY(ahead.room().empty());
    ahead.enable();
    QVERIFY(!ahead.room().empty());
}

void TestReadAhead::rows_data()
{
    QTest::addColumn<QByteArray>("arrivals");
    QTest::addColumn<QByteArray>("told");

    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("one alone is no row") << QByteArray("a") << QByteArray("a");
    QTest::newRow("two") << QByteArray("ab") << QByteArray("[ab]");
    QTest::newRow("in order") << QByteArray("cab") << QByteArray("[cab]");
}

void TestReadAhead::rows()
{
    QFETCH(QByteArray, arrivals);
    QFETCH(QByteArray, told);
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver receiver(diary);
    for (int time = 0; time < 2; ++time) {
        diary.lines.clear();
        for (const char arrival : arrivals)
            worker.arrive(receiver, QByteArray(1, arrival));
        QVERIFY(diary.lines.isEmpty());
        ahead.tell();
        QCOMPARE(diary.lines.join(), told);
    }
}

void TestReadAhead::toldAtOnceWhenFull_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<int>("most"); ///< arrivals that are not told yet

    QTest::newRow("short ones") << qsizetype(1) << 63;
    QTest::newRow("2 KiB") << qsizetype(2) * 1024 << 32;
    QTest::newRow("8 KiB") << qsizetype(8) * 1024 << 8;
    QTest::newRow("long ones") << qsizetype(8) * 1024 + 1 << 0;
    QTest::newRow("longer than a row") << qsizetype(190) * 1024 << 0;
}

void TestReadAhead::toldAtOnceWhenFull()
{
    QFETCH(qsizetype, bytes);
    QFETCH(int, most);
    Ahead worker;
    Diary &diary = worker.diary;
    Receiver receiver(diary);
    for (int time = 0; time < most; ++time)
        worker.arrive(receiver, QByteArray(bytes, 'a'));
    QVERIFY(diary.lines.isEmpty());
    worker.arrive(receiver, QByteArray(bytes, 'z'));
    QCOMPARE(diary.lines.count("a"), most);
    QCOMPARE(diary.lines.count("z"), 1);
}

void TestReadAhead::placed_data()
{
    QTest::addColumn<QByteArrayList>("arrivals"); ///< what is in its place, and what is behind it
    QTest::addColumn<QByteArray>("told");

    QTest::newRow("alone") << QByteArrayList{"p", ""} << QByteArray("(p)");
    QTest::newRow("and what is behind it") << QByteArrayList{"p", "b"} << QByteArray("(p)b");
    QTest::newRow("of two") << QByteArrayList{"p", "b", "q", ""} << QByteArray("[(p)b(q)]");
    QTest::newRow("a long one at once") << QByteArrayList{QByteArray(9000, 'l'), "b", "q", ""} << QByteArray("(l)b(q)");
    QTest::newRow("a long one behind another")
        << QByteArrayList{"q", "", QByteArray(9000, 'l'), "b"} << QByteArray("[(q)(l)b]");
}

void TestReadAhead::placed()
{
    QFETCH(QByteArrayList, arrivals);
    QFETCH(QByteArray, told);
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver receiver(diary);
    for (qsizetype index = 0; index < arrivals.size(); index += 2)
        worker.arrive(receiver, arrivals[index + 1], arrivals[index]);
    ahead.tell();
    QCOMPARE(diary.lines.join(), told);
}

/// Who is gone, or goes because of what another is told, is told nothing.
void TestReadAhead::dropped()
{
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver first(diary);
    Receiver second(diary);
    Receiver third(diary);
    first.then = [&] { ahead.drop(third); };
    worker.arrive(second, "b");
    worker.arrive(first, "a");
    worker.arrive(third, "c");
    ahead.drop(second);
    ahead.tell();
    QCOMPARE(diary.lines.join(), QByteArray("[a]"));
}

/// Who goes because of what it is told in its place is not told what is behind it.
void TestReadAhead::droppedInTheMiddle()
{
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver receiver(diary);
    receiver.thenInPlace = [&] { ahead.drop(receiver); };
    worker.arrive(receiver, "b", "p");
    ahead.tell();
    QCOMPARE(diary.lines.join(), QByteArray("(p)"));
}

/// A receiver that spins an event loop: the others are told in it, and what comes meanwhile is read elsewhere.
void TestReadAhead::interrupted()
{
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver spinning(diary);
    Receiver other(diary);
    spinning.then = [&] {
        ahead.interrupt();
        QVERIFY(ahead.room().empty());
        ahead.tell();
        diary.lines.append("done");
    };
    worker.arrive(other, "a");
    worker.arrive(spinning, "s");
    worker.arrive(other, "b");
    ahead.tell();
    QCOMPARE(diary.lines.join(), QByteArray("[asb!done]"));
    QVERIFY(!ahead.room().empty());
}

/// One that spins because of what it is told in its place: what is behind it waits until it has returned.
void TestReadAhead::interruptedInTheMiddle()
{
    Ahead worker;
    Diary &diary = worker.diary;
    ReadAhead &ahead = worker.ahead;
    Receiver spinning(diary);
    Receiver other(diary);
    spinning.thenInPlace = [&] {
        ahead.interrupt();
        diary.lines.append("done");
    };
    worker.arrive(spinning, "s", "p");
    worker.arrive(other, "b");
    ahead.tell();
    QCOMPARE(diary.lines.join(), QByteArray("[(p)b!dones]"));
}

QTEST_GUILESS_MAIN(TestReadAhead)
#include "tst_readahead.moc"
