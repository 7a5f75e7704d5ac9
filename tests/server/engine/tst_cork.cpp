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
    const QByteArray read(2 * length, 'r');
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

/// It says so while what it holds still goes with one call.
void TestCork::full()
{
    const QByteArray read(length, 'r');
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
