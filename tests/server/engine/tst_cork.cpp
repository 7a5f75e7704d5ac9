// SPDX-License-Identifier: MIT
#include "server/engine/cork.h"

#include <QTest>

using namespace porthole;

/// Replies that are gathered: whether copied or referred to, they come out in order and whole.
class TestCork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pieces_data();
    void pieces();
    void inPlace_data();
    void inPlace();
    void full();
};

namespace {

constexpr qsizetype length = 5000;

/// One reply a letter: `s` short, `l` long, `r` long and among what was read, `b` bytes that are made in place.
void reply(Cork &cork, char kind, const QByteArray &read)
{
    static const QByteArray elsewhere(length, 'l');
    switch (kind) {
    case 's': return cork.append("h", "s");
    case 'l': return cork.append("h", elsewhere);
    case 'r': return cork.append("h", QByteArrayView(read).first(length));
    default: cork.bytes() += 'b';
    }
}

QByteArray whole(const Cork &cork)
{
    Transport::PieceArray pieces;
    QByteArray all;
    for (const QByteArrayView piece : cork.pieces(pieces))
        all.append(piece);
    return all;
}

} // namespace

void TestCork::pieces_data()
{
    QTest::addColumn<QByteArray>("replies");
    QTest::addColumn<int>("count");

    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("short") << QByteArray("s") << 1;
    QTest::newRow("many short") << QByteArray("ssbs") << 1;
    QTest::newRow("long, from elsewhere") << QByteArray("ll") << 1;
    QTest::newRow("long, from what was read") << QByteArray("r") << 2;
    QTest::newRow("two of them") << QByteArray("rr") << 4;
    QTest::newRow("between short ones") << QByteArray("srs") << 3;
    QTest::newRow("behind bytes made in place") << QByteArray("brbl") << 3;
}

void TestCork::pieces()
{
    QFETCH(QByteArray, replies);
    QFETCH(int, count);
    QByteArray read(2 * length, 'r');
    Cork cork;
    for (int time = 0; time < 2; ++time) {
        cork.setSource({read.data(), size_t(read.size())});
        QByteArray wanted;
        for (const char kind : replies) {
            reply(cork, kind, read);
            wanted += kind == 's' ? QByteArray("hs") : kind == 'b' ? QByteArray("b") : 'h' + QByteArray(length, kind);
        }
        Transport::PieceArray pieces;
        QCOMPARE(cork.pieces(pieces).size(), size_t(count));
        QCOMPARE(cork.isEmpty(), replies.isEmpty());
        QCOMPARE(cork.size(), wanted.size());
        QCOMPARE(whole(cork), wanted);
        cork.clear();
        QVERIFY(cork.isEmpty());
        QCOMPARE(cork.size(), 0);
    }
}

/// Frames of one byte of head and one or more of payload lie in what was read: `|aa|b`, with `|` where a head has room.
void TestCork::inPlace_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArrayList>("replies"); ///< where a payload begins, its size; or other bytes
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("count");

    const auto row = [](const char *name, const char *read, const QByteArrayList &replies, const char *written,
                        int count) {
        QTest::newRow(name) << QByteArray(read) << replies << QByteArray(written) << count;
    };
    row("one", "|a", {"1 1"}, "ha", 1);
    row("a row of them", "|a|bb|c", {"1 1", "3 2", "6 1"}, "hahbbhc", 1);
    row("one is not echoed", "|a|bb|c", {"1 1", "6 1"}, "hahc", 2);
    row("twice the same", "|a|b", {"1 1", "1 1", "3 1"}, "hahahb", 2);
    row("the front of one", "|abc|d", {"1 2", "5 1"}, "habhd", 2);
    row("not from its beginning", "|abc|d", {"2 2", "5 1"}, "hbchd", 1);
    row("after the front of it the whole", "|abc", {"1 1", "1 3"}, "hahabc", 2);
    row("no room in front", "a|b", {"0 1", "2 1"}, "hahb", 1);
    row("behind others", "|a|b", {"x", "1 1", "3 1"}, "hxhahb", 1);
    row("with others between", "|a|b", {"1 1", "x", "3 1"}, "hahxhb", 2);
}

/// What is read stays as it is but for the heads that are written there.
void TestCork::inPlace()
{
    QFETCH(QByteArray, read);
    QFETCH(QByteArrayList, replies);
    QFETCH(QByteArray, written);
    QFETCH(int, count);
    const QByteArray before = read;
    QByteArrayList begins; // of messages
    for (qsizetype at = 0; at < read.size(); ++at) {
        if (read[at] != '|' && (at == 0 || read[at - 1] == '|'))
            begins.append(QByteArray::number(at));
    }
    Cork cork;
    cork.setSource({read.data(), size_t(read.size())});
    for (const QByteArray &reply : replies) {
        const QByteArrayList numbers = reply.split(' ');
        const QByteArrayView payload = numbers.size() == 2
            ? QByteArrayView(read).sliced(numbers[0].toInt(), numbers[1].toInt())
            : QByteArrayView(reply);
        if (numbers.size() == 2 && begins.removeOne(numbers[0]))
            cork.offer(payload);
        cork.append("h", payload);
    }
    Transport::PieceArray pieces;
    QCOMPARE(whole(cork), written);
    QCOMPARE(cork.pieces(pieces).size(), size_t(count));
    QCOMPARE(cork.size(), written.size());
    QCOMPARE(QByteArray(read).replace('h', '|'), before);
}

/// It says so while what it holds still goes with one call.
void TestCork::full()
{
    QByteArray read(length, 'r');
    Cork cork;
    cork.setSource({read.data(), size_t(read.size())});
    while (!cork.isFull())
        reply(cork, 'r', read);
    reply(cork, 's', read);
    Transport::PieceArray pieces;
    QCOMPARE(cork.pieces(pieces).size(), Transport::maxPieces - 1);
    cork.clear();
    QVERIFY(!cork.isFull());
}

QTEST_GUILESS_MAIN(TestCork)
#include "tst_cork.moc"
