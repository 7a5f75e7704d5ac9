// SPDX-License-Identifier: MIT
#include "server/frames.h"

#include <QTest>

using namespace porthole;

/// pack() and unpack(): RFC 6455 5.2 by hand.
class TestFrames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packs_data();
    void packs();
    void packRefuses_data();
    void packRefuses();
    void unpacks_data();
    void unpacks();
    void unpackRefuses_data();
    void unpackRefuses();
    void everyCutIsIncomplete();
    void closeFrames_data();
    void closeFrames();
    void closeFrameRefuses();
};

void TestFrames::packs_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char *rule, Opcode opcode, qsizetype size, FrameFlags flags, const char *head) {
        QTest::newRow(rule) << int(opcode) << QByteArray(size, 'x') << int(flags.toInt()) << QByteArray::fromHex(head);
    };
    row("5.7 text", Opcode::Text, 5, FrameFlag::Fin, "8105");
    row("5.4 first fragment", Opcode::Text, 3, {}, "0103");
    row("5.4 last fragment", Opcode::Continuation, 2, FrameFlag::Fin, "8002");
    row("5.5.2 ping of 125", Opcode::Ping, 125, FrameFlag::Fin, "897d");
    row("5.2 126 takes two bytes", Opcode::Binary, 126, FrameFlag::Fin, "827e007e");
    row("5.2 64 KiB takes eight", Opcode::Binary, 0x10000, FrameFlag::Fin, "827f0000000000010000");
    row("reserved bits", Opcode::Text, 0, FrameFlag::Fin | FrameFlag::Rsv1 | FrameFlag::Rsv3, "d100");
}

void TestFrames::packs()
{
    QFETCH(const int, opcode);
    QFETCH(const QByteArray, payload);
    QFETCH(const int, flags);
    QFETCH(const QByteArray, head);
    const auto plain = pack(Opcode(opcode), payload, FrameFlags(flags));
    QVERIFY(plain);
    QCOMPARE(plain.value(), head + payload);

    const auto masked = pack(Opcode(opcode), payload, FrameFlags(flags) | FrameFlag::Mask);
    QVERIFY(masked);
    QCOMPARE(masked.value().size(), plain.value().size() + 4);
    const auto back = unpack(masked.value());
    QVERIFY(back);
    QCOMPARE(back.value().payload, payload);
    QCOMPARE(back.value().flags, FrameFlags(flags) | FrameFlag::Mask);
    QCOMPARE(int(back.value().opcode), opcode);
    QCOMPARE(back.value().size, masked.value().size());
}

void TestFrames::packRefuses_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("fin");
    QTest::newRow("5.5 ping of 126") << int(Opcode::Ping) << 126 << true;
    QTest::newRow("5.5 close of 126") << int(Opcode::Close) << 126 << true;
    QTest::newRow("5.5 fragmented pong") << int(Opcode::Pong) << 1 << false;
}

void TestFrames::packRefuses()
{
    QFETCH(const int, opcode);
    QFETCH(const int, size);
    QFETCH(const bool, fin);
    const auto packed = pack(Opcode(opcode), QByteArray(size, 'x'), fin ? FrameFlags(FrameFlag::Fin) : FrameFlags());
    QVERIFY(!packed);
    QVERIFY(packed.error().message.endsWith(QLatin1Char('.')));
}

void TestFrames::unpacks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("size");
    QTest::newRow("5.7 unmasked text") << QByteArray::fromHex("810548656c6c6f") << 1 << QByteArray("Hello") << 7;
    QTest::newRow("5.7 masked text") << QByteArray::fromHex("818537fa213d7f9f4d5158") << 1 << QByteArray("Hello") << 11;
    QTest::newRow("what follows is left") << QByteArray::fromHex("8200ffff") << 2 << QByteArray() << 2;
}

void TestFrames::unpacks()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, opcode);
    QFETCH(const QByteArray, payload);
    QFETCH(const int, size);
    const auto frame = unpack(bytes);
    QVERIFY(frame);
    QCOMPARE(int(frame.value().opcode), opcode);
    QCOMPARE(frame.value().payload, payload);
    QCOMPARE(int(frame.value().size), size);
}

void TestFrames::unpackRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *rule, const char *hex, const char *says) {
        QTest::newRow(rule) << QByteArray::fromHex(hex) << QString::fromLatin1(says);
    };
    row("nothing", "", "not whole");
    row("length of all ones", "82ffffffffffffffffff", "top bit");
    row("top bit of the length", "827f8000000000000000", "top bit");
    row("largest length is not here", "827f7fffffffffffffff", "not whole");
    row("two bytes for 125", "827e007d", "shortest form");
    row("eight bytes for 65535", "827f000000000000ffff", "shortest form");
    row("reserved opcode 3", "8300", "Opcode 3");
    row("reserved opcode 15", "8f00", "Opcode 15");
    row("ping over 125", "897e007e", "at most 125");
    row("fragmented close", "0800", "FIN");
}

void TestFrames::unpackRefuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const auto frame = unpack(bytes);
    QVERIFY(!frame);
    QVERIFY2(frame.error().message.contains(says), qPrintable(frame.error().message));
}

void TestFrames::everyCutIsIncomplete()
{
    const QByteArray whole = pack(Opcode::Binary, QByteArray(300, 'x'), FrameFlag::Fin | FrameFlag::Mask).value();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!unpack(whole.first(size)), QByteArray::number(size));
    QVERIFY(unpack(whole));
}

void TestFrames::closeFrames_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty is 1005") << QByteArray() << 1005 << QString();
    QTest::newRow("code alone") << QByteArray::fromHex("03e8") << 1000 << QString();
    QTest::newRow("code and reason") << QByteArray::fromHex("0fa1") + "bye" << 4001 << QStringLiteral("bye");
}

void TestFrames::closeFrames()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    const auto frame = CloseFrame::fromPayload(payload);
    QVERIFY(frame);
    QCOMPARE(int(frame.value().code), code);
    QCOMPARE(frame.value().reason, reason);
    QCOMPARE(frame.value().payload().value(), payload);
}

void TestFrames::closeFrameRefuses()
{
    QVERIFY2(!CloseFrame::fromPayload("x"), "5.5.1 one byte");
    QVERIFY2(!CloseFrame::fromPayload(QByteArray::fromHex("03ee")), "7.4.1 1006 on the wire");
    QVERIFY2(!CloseFrame::fromPayload(QByteArray::fromHex("03e8ff")), "5.5.1 reason that is no UTF-8");
    QVERIFY2(!(CloseFrame{1006, {}}).payload(), "7.4.1 1006 sent");
    QVERIFY2(!(CloseFrame{1000, QString(124, QLatin1Char('x'))}).payload(), "5.5 reason of 124 bytes");
}

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
