// SPDX-License-Identifier: MIT
#include "server/protocol/deflate.h"
#include "tests/server/protocol/pieces.h"
#include "tests/support/inflated.h"

#include <QTest>

#include <zlib.h>

#include <random>

using namespace porthole;
using namespace porthole::protocol;
using porthole::test::noContext;

namespace {

QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

// A message inflated from pieces with that much room at a time; "corrupt" when it is.
std::string inflated(Inflater &inflater, const tests::Pieces &pieces, int contextBits, std::size_t roomSize = 1000)
{
    std::string message;
    std::vector<char> memory(roomSize);
    const auto feed = [&](std::string_view in) {
        while (true) {
            std::span<char> room(memory);
            const Inflater::Step step = inflater.run(in, room);
            message.append(memory.data(), roomSize - room.size());
            if (step != Inflater::Step::NeedRoom)
                return step == Inflater::Step::NeedInput;
        }
    };
    for (const std::string_view piece : pieces) {
        if (!feed(piece))
            return "corrupt";
    }
    if (!feed(inflater.tail()) || !inflater.atBoundary())
        return "corrupt";
    test::endMessage(inflater, contextBits);
    return message;
}

// By zlib itself with a window of exactly that size and one byte of room, so that only the window can be referred to.
std::string inflatedInExactly(int bits, std::string compressed)
{
    compressed.append("\0\0\xff\xff", 4);
    z_stream stream{};
    if (inflateInit2(&stream, -bits) != Z_OK)
        return "no such window";
    stream.next_in = reinterpret_cast<Bytef *>(compressed.data());
    stream.avail_in = uInt(compressed.size());
    std::string message;
    int result = Z_OK;
    while (result == Z_OK) {
        char byte = 0;
        stream.next_out = reinterpret_cast<Bytef *>(&byte);
        stream.avail_out = 1;
        result = inflate(&stream, Z_SYNC_FLUSH);
        if (stream.avail_out == 0)
            message += byte;
    }
    inflateEnd(&stream);
    return message;
}

std::string noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string text(size, '\0');
    for (char &c : text)
        c = char(random());
    return text;
}

std::string prose(std::size_t size)
{
    std::string text;
    while (text.size() < size)
        text += "{\"id\":" + std::to_string(text.size() * 7919 % 10007) + ",\"name\":\"porthole\"}";
    text.resize(size);
    return text;
}

} // namespace

class TestDeflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheRfc_data();
    void examplesOfTheRfc();
    void goesThereAndBack_data();
    void goesThereAndBack();
    void contextIsKeptOrNot();
    void everyWindowIsKept_data();
    void everyWindowIsKept();
    void windowBetweenMessages_data();
    void windowBetweenMessages();
    void windowWithinOne();
    void emptyMessages();
    void corrupt_data();
    void corrupt();
    void manyFinalBlocks();
    void inflatesNoMoreThanTheRoom();
    void poolUsesAgain();
};

void TestDeflate::examplesOfTheRfc_data()
{
    QTest::addColumn<QByteArrayList>("messages"); // in hex, one context
    QTest::newRow("7.2.3.1 one compressed block") << QByteArrayList{"f248cdc9c90700"};
    QTest::newRow("7.2.3.2 sharing the window") << QByteArrayList{"f248cdc9c90700", "f200110000"};
    QTest::newRow("7.2.3.3 no compression") << QByteArrayList{"000500faff48656c6c6f00"};
    QTest::newRow("7.2.3.4 final block") << QByteArrayList{"f348cdc9c9070000"};
    QTest::newRow("7.2.3.4 final block, then another message") << QByteArrayList{"f348cdc9c9070000", "f200110000"};
    QTest::newRow("7.2.3.5 two blocks") << QByteArrayList{"f248050000 00ffffcac9c90700"};
    QTest::newRow("final block and no byte after it") << QByteArrayList{"f348cdc9c90700", "f348cdc9c90700"};
}

void TestDeflate::examplesOfTheRfc()
{
    QFETCH(QByteArrayList, messages);
    for (unsigned cut = 0; cut < 10; ++cut) {
        Inflater inflater;
        for (const QByteArray &hex : messages) {
            const std::string message = QByteArray::fromHex(hex).toStdString();
            QCOMPARE(inflated(inflater, tests::allCuts(message, 10)[cut], 15), std::string("Hello"));
        }
    }
}

void TestDeflate::goesThereAndBack_data()
{
    QTest::addColumn<QByteArray>("message");
    for (const int size : {1, 2, 100, 1000, 16383, 16384, 16385, 100000, 1000000})
        QTest::addRow("prose of %d", size) << QByteArray::fromStdString(prose(std::size_t(size)));
    for (const int size : {1, 100, 16370, 16384, 100000})
        QTest::addRow("noise of %d", size) << QByteArray::fromStdString(noise(std::size_t(size), 1));
    QTest::newRow("zeros") << QByteArray(200000, '\0');
}

void TestDeflate::goesThereAndBack()
{
    QFETCH(QByteArray, message);
    for (const int level : {1, 6, 9}) {
        Deflater deflater(15, level, 8);
        Inflater inflater;
        for (int i = 0; i < 3; ++i) {
            std::string compressed("before");
            deflater.compress(message.toStdString(), true, compressed);
            QVERIFY(compressed.starts_with("before"));
            const std::string_view payload = std::string_view(compressed).substr(6);
            const tests::Pieces pieces = i == 0 ? tests::whole(payload) : tests::randomPieces(payload, unsigned(i));
            QCOMPARE(bytes(inflated(inflater, pieces, 15)), message);
        }
    }
}

void TestDeflate::contextIsKeptOrNot()
{
    const std::string message = noise(2000, 2);
    Deflater deflater(15, 6, 8);
    std::string first;
    std::string second;
    std::string third;
    deflater.compress(message, true, first);
    deflater.compress(message, false, second);
    deflater.compress(message, false, third);
    QVERIFY(second.size() < 100);
    QCOMPARE(first, third);

    Inflater keeps;
    QCOMPARE(inflated(keeps, {first}, 15), message);
    QCOMPARE(inflated(keeps, {second}, 15), message);
    Inflater forgets;
    QCOMPARE(inflated(forgets, {first}, noContext), message);
    QCOMPARE(inflated(forgets, {second}, noContext), std::string("corrupt"));
}

void TestDeflate::everyWindowIsKept_data()
{
    QTest::addColumn<int>("bits");
    for (int bits = 8; bits <= 15; ++bits)
        QTest::addRow("7.1.2 window of %d bits", bits) << bits;
}

void TestDeflate::everyWindowIsKept()
{
    QFETCH(int, bits);
    const std::size_t window = std::size_t(1) << bits;
    bool widerFails = false;
    for (const std::size_t distance : {window / 2, window - 6, window, window + 1, window + 100, 2 * window}) {
        const std::string unit = noise(distance, unsigned(bits));
        const std::string message = unit + unit + unit;
        for (const int level : {1, 6}) {
            std::string compressed;
            Deflater(bits, level, 8).compress(message, true, compressed);
            QCOMPARE(inflatedInExactly(bits, compressed), message);
            Inflater inflater;
            QCOMPARE(inflated(inflater, tests::singleBytes(compressed), bits, 1), message);
        }
        std::string wider;
        Deflater(std::min(bits + 2, 15), 6, 8).compress(message, true, wider);
        widerFails = widerFails || inflatedInExactly(bits, wider) != message;
    }
    QCOMPARE(widerFails, bits < 15); // else this would prove nothing
}

void TestDeflate::windowBetweenMessages_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("distance");
    QTest::addColumn<bool>("good");
    for (const int bits : {8, 9, 12, 14}) {
        const int window = 1 << bits;
        QTest::addRow("7.1.2.2 all of %d bits", bits) << bits << window << true;
        QTest::addRow("7.1.2.2 beyond %d bits", bits) << bits << window + 2 << false;
    }
    QTest::addRow("7.1.2.2 far back in 15 bits") << 15 << 32000 << true; // zlib goes back 32,506 at most
}

// The second message is the beginning of the first: a byte, since zlib never refers to the first of its stream, and one
// reference that far back.
void TestDeflate::windowBetweenMessages()
{
    QFETCH(const int, bits);
    QFETCH(const int, distance);
    QFETCH(const bool, good);
    const std::string first = noise(std::size_t(distance), 5);
    const std::string second = first.substr(0, 20);
    Deflater deflater(15, 6, 8);
    std::string compressed;
    deflater.compress(first, true, compressed);
    std::string reference;
    deflater.compress(second, true, reference);
    QVERIFY(reference.size() < second.size()); // else it refers to nothing
    for (const tests::Pieces &pieces : tests::allCuts(reference, 5)) {
        Inflater inflater;
        QCOMPARE(inflated(inflater, tests::whole(compressed), bits), first);
        QCOMPARE(inflated(inflater, {}, bits), std::string());
        QCOMPARE(inflated(inflater, pieces, bits), good ? second : std::string("corrupt"));
    }
}

// zlib with a window of 9 bits takes this whole and refuses it byte by byte.
void TestDeflate::windowWithinOne()
{
    const std::string unit = noise(1000, 7);
    std::string compressed;
    Deflater(15, 6, 8).compress(unit + unit, true, compressed);
    for (const tests::Pieces &pieces : tests::allCuts(compressed, 5)) {
        Inflater inflater;
        QCOMPARE(inflated(inflater, pieces, 9, 100), unit + unit);
    }
}

void TestDeflate::emptyMessages()
{
    Deflater deflater(15, 6, 8);
    Inflater inflater;
    for (const std::string message : {"", "Hello", "", "", "Hello"}) {
        std::string compressed;
        deflater.compress(message, true, compressed);
        if (message.empty())
            QCOMPARE(bytes(compressed), QByteArray(1, '\0')); // RFC 7692 7.2.3.6
        QCOMPARE(inflated(inflater, tests::whole(compressed), 15), message);
    }
    QCOMPARE(inflated(inflater, {}, 15), std::string());
    QCOMPARE(inflated(inflater, {""}, 15), std::string());
}

void TestDeflate::corrupt_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("1951 3.2.3 reserved block type") << QByteArray("07");
    QTest::newRow("1951 3.2.4 length and its complement differ") << QByteArray("0005000000");
    QTest::newRow("1951 3.2.5 distance beyond the start") << QByteArray("f20011000000");
    QTest::newRow("7.2.1 cut within a block") << QByteArray("f248cdc9");
    QTest::newRow("7.2.1 cut within a stored block") << QByteArray("000500faff4865");
    QTest::newRow("noise") << QByteArray("ffffffffffff");
}

void TestDeflate::corrupt()
{
    QFETCH(QByteArray, hex);
    const std::string message = QByteArray::fromHex(hex).toStdString();
    for (const tests::Pieces &pieces : tests::allCuts(message, 5)) {
        Inflater inflater;
        QCOMPARE(inflated(inflater, pieces, 15), std::string("corrupt"));
        inflater.reset();
        QCOMPARE(inflated(inflater, {std::string_view("\xf2\x48\xcd\xc9\xc9\x07\x00", 7)}, noContext),
                 std::string("Hello"));
    }
}

void TestDeflate::manyFinalBlocks()
{
    std::string message;
    std::string expected;
    for (int i = 0; i < 5000; ++i) {
        message += std::string("\xf3\x48\xcd\xc9\xc9\x07\x00", 7); // each a stream of its own
        expected += "Hello";
    }
    Inflater inflater;
    QCOMPARE(inflated(inflater, tests::whole(message), 15), expected);
    QCOMPARE(inflated(inflater, tests::randomPieces(message, 3), 15), expected);
}

void TestDeflate::inflatesNoMoreThanTheRoom()
{
    std::string bomb;
    Deflater(15, 9, 9).compress(std::string(10'000'000, '\0'), false, bomb);
    QVERIFY(bomb.size() < 20000);
    Inflater inflater;
    std::vector<char> memory(1000);
    std::span<char> room(memory);
    std::string_view in = bomb;
    QCOMPARE(inflater.run(in, room), Inflater::Step::NeedRoom);
    QVERIFY(room.empty());
    QVERIFY(in.size() > bomb.size() - 100);
}

void TestDeflate::poolUsesAgain()
{
    DeflatePool pool{DeflateSettings()};
    auto deflater = pool.takeDeflater(15);
    auto inflater = pool.takeInflater();
    const auto *const sameDeflater = deflater.get();
    const auto *const sameInflater = inflater.get();
    std::string_view half("\xf2\x48", 2);
    std::vector<char> memory(10);
    std::span<char> room(memory);
    inflater->run(half, room);
    pool.give(std::move(deflater));
    pool.give(std::move(inflater));
    QCOMPARE(pool.kept(), std::size_t(2));
    QVERIFY(pool.takeDeflater(14).get() != sameDeflater);
    QVERIFY(pool.takeDeflater(15).get() == sameDeflater);
    inflater = pool.takeInflater();
    QVERIFY(inflater.get() == sameInflater);
    QCOMPARE(inflated(*inflater, {std::string_view("\xf2\x48\xcd\xc9\xc9\x07\x00", 7)}, noContext),
             std::string("Hello"));
    for (int i = 0; i < 20; ++i)
        pool.give(std::make_unique<Inflater>());
    QVERIFY(pool.kept() < 10);
    pool.trim();
    QCOMPARE(pool.kept(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestDeflate)
#include "tst_deflate.moc"
