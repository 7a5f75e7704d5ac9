// SPDX-License-Identifier: MIT
#include "server/protocol/utf8.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

#include <random>
#include <string>

using namespace porthole;
using protocol::Utf8Validator;

namespace {

std::string encoded(unsigned point)
{
    const auto tail = [point](int shift) { return static_cast<char>(0x80 | (point >> shift & 0x3F)); };
    if (point < 0x80)
        return {static_cast<char>(point)};
    if (point < 0x800)
        return {static_cast<char>(0xC0 | point >> 6), tail(0)};
    if (point < 0x10000)
        return {static_cast<char>(0xE0 | point >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | point >> 18), tail(12), tail(6), tail(0)};
}

bool isScalar(unsigned point) { return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF); }

// With a look at each character of a short text, not at blocks.
bool isTakenWhole(std::string_view text)
{
    Utf8Validator validator;
    return validator.feed(text) && validator.complete();
}

// How many bytes are taken before the first one is refused.
std::size_t takenByteByByte(std::string_view text)
{
    Utf8Validator validator;
    std::size_t taken = 0;
    while (taken < text.size() && validator.feed(text.substr(taken, 1)))
        ++taken;
    return taken;
}

bool isValidByteByByte(std::string_view text)
{
    Utf8Validator validator;
    bool taken = true;
    for (const char byte : text)
        taken = validator.feed({&byte, 1});
    return taken && validator.complete();
}

} // namespace

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void everyCodePoint();
    void everyPairOfBytes();
    void everyPairOfBytesInABlock_data();
    void everyPairOfBytesInABlock();
    void randomTexts();
    void badByteAnywhereInALongText();
    void staysFailedUntilReset();
    void validPrefix_data();
    void validPrefix();
};

void TestUtf8::judges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("taken"); // bytes before the first bad one
    QTest::addColumn<bool>("complete");

    const auto row = [](const char *name, QByteArray text, int taken, bool complete) {
        QTest::newRow(name) << text << taken << complete;
    };
    row("RFC 3629 3: empty", "", 0, true);
    row("RFC 3629 3: ASCII", "Hello", 5, true);
    row("RFC 3629 3: NUL is a character", QByteArray("a\0b", 3), 3, true);
    row("RFC 3629 7: A, not identical to, alpha, full stop", "A\xE2\x89\xA2\xCE\x91.", 7, true);
    row("RFC 3629 7: nihongo", "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 9, true);
    row("RFC 3629 7: U+233B4 after a BOM", "\xEF\xBB\xBF\xF0\xA3\x8E\xB4", 7, true);
    row("RFC 3629 3: U+10FFFF", "\xF4\x8F\xBF\xBF", 4, true);
    row("RFC 3629 3: above U+10FFFF", "\xF4\x90\x80\x80", 1, false);
    row("RFC 3629 3: first byte F5", "a\xF5\x80\x80\x80", 1, false);
    row("RFC 3629 3: first byte FF", "\xFF", 0, false);
    row("RFC 3629 10: overlong NUL", "\xC0\x80", 0, false);
    row("RFC 3629 10: overlong slash in three", "\xE0\x80\xAF", 1, false);
    row("RFC 3629 10: overlong in four", "\xF0\x8F\xBF\xBF", 1, false);
    row("RFC 3629 3: surrogate D800", "\xED\xA0\x80", 1, false);
    row("RFC 3629 3: surrogate DFFF", "\xED\xBF\xBF", 1, false);
    row("RFC 3629 3: last before the surrogates", "\xED\x9F\xBF", 3, true);
    row("RFC 3629 4: tail without a start", "ab\x80", 2, false);
    row("RFC 3629 4: start in the place of a tail", "\xE2\x82\xE2", 2, false);
    row("RFC 3629 4: ASCII in the place of a tail", "\xCE.", 1, false);
    row("RFC 6455 5.6: ends within a character of two", "a\xCE", 2, false);
    row("RFC 6455 5.6: ends within a character of three", "a\xE2\x89", 3, false);
    row("RFC 6455 5.6: ends within a character of four", "a\xF0\xA3\x8E", 4, false);
    const QByteArray longAscii(200, 'x');
    row("long ASCII", longAscii, 200, true);
    row("long ASCII, bad last byte", longAscii + "\xFF", 200, false);
    row("long ASCII, character at the end", longAscii + "\xE2\x89\xA2", 203, true);
}

void TestUtf8::judges()
{
    QFETCH(QByteArray, text);
    QFETCH(int, taken);
    QFETCH(bool, complete);
    const std::string_view bytes(text.constData(), std::size_t(text.size()));

    QCOMPARE(takenByteByByte(bytes), std::size_t(taken));
    QCOMPARE(protocol::isValidUtf8(bytes), complete);
    for (const tests::Pieces &pieces : tests::allCuts(bytes)) {
        Utf8Validator validator;
        std::size_t end = 0;
        for (const std::string_view piece : pieces) {
            end += piece.size();
            QCOMPARE(validator.feed(piece), end <= std::size_t(taken));
        }
        QCOMPARE(validator.complete(), complete);
    }
}

void TestUtf8::everyCodePoint()
{
    for (unsigned point = 0; point < 0x110800; ++point) {
        const std::string text = encoded(point) + "........"; // long enough for the fast path
        const std::string block = "\xE2\x82\xAC" + text + std::string(70, '.');
        const bool isTaken = takenByteByByte(text) == text.size();
        if (isTaken != isScalar(point) || isTakenWhole(text) != isTaken || protocol::isValidUtf8(text) != isTaken
            || protocol::isValidUtf8(block) != isTaken)
            QFAIL(qPrintable(QStringLiteral("U+%1").arg(point, 0, 16)));
    }
}

void TestUtf8::everyPairOfBytes()
{
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        for (const std::string_view tail :
             {"", "\x80", "\x80\x80", "\xBF\xBF.", "aaaa", "\x80........", "\x80\x80........"}) {
            const std::string text = std::string{static_cast<char>(pair >> 8), static_cast<char>(pair)}.append(tail);
            const bool isValid = isValidByteByByte(text);
            if (isTakenWhole(text) != isValid || protocol::isValidUtf8(text) != isValid)
                QFAIL(qPrintable(QString::fromLatin1(QByteArray::fromStdString(text).toHex())));
        }
    }
}

void TestUtf8::everyPairOfBytesInABlock_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    // Blocks have 32 bytes and begin behind the first character that is not ASCII; of less than 64 with the text.
    QTest::newRow("first of a block") << 0 << 70;
    QTest::newRow("within a block") << 15 << 70;
    QTest::newRow("tails in the next block") << 30 << 70;
    QTest::newRow("on both sides of a border") << 31 << 70;
    QTest::newRow("in the overlap of the last two") << 70 << 2;
    QTest::newRow("at the end") << 70 << 0;
    QTest::newRow("short, one block") << 0 << 10;
    QTest::newRow("short, on both sides of a border") << 28 << 10;
    QTest::newRow("short, at the end of a block") << 27 << 0;
    QTest::newRow("short, at the end") << 55 << 0;
}

void TestUtf8::everyPairOfBytesInABlock()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    const std::string front = "\xE2\x82\xAC" + std::string(std::size_t(before), 'x');
    for (const std::string_view tail : {"", "\x80", "\xBF\x80", "\x80\x80\x80"}) {
        std::string text = front + "??" + std::string(tail) + std::string(std::size_t(after), 'y');
        const std::size_t judged = 2 + tail.size() + (after > 0 ? 1 : 0); // more of the same says nothing more
        for (unsigned pair = 0; pair < 0x10000; ++pair) {
            text[front.size()] = static_cast<char>(pair >> 8);
            text[front.size() + 1] = static_cast<char>(pair);
            const bool isValid = isValidByteByByte(std::string_view(text).substr(front.size(), judged));
            if (protocol::isValidUtf8(text) != isValid)
                QFAIL(qPrintable(QString::fromLatin1(QByteArray::fromStdString(text).toHex())));
        }
    }
}

// Half of them have one byte changed; what is refused is refused with the same byte, however the text is cut.
void TestUtf8::randomTexts()
{
    std::mt19937 random(6455);
    std::uniform_int_distribution<unsigned> kind(0, 3);
    const unsigned first[] = {0x20, 0x80, 0x800, 0x10000};
    const unsigned last[] = {0x7F, 0x7FF, 0xD7FF, 0x10FFFF};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        while (text.size() < 10 + random() % 150) {
            const unsigned size = kind(random);
            text += encoded(std::uniform_int_distribution<unsigned>(first[size], last[size])(random));
        }
        if (round % 2)
            text[random() % text.size()] = static_cast<char>(random());
        const std::size_t taken = takenByteByByte(text);
        Utf8Validator validator;
        QCOMPARE(validator.feed(text), taken == text.size());
        QVERIFY(Utf8Validator().feed(std::string_view(text).substr(0, taken)));
        const std::size_t cut = random() % text.size();
        Utf8Validator halves;
        QCOMPARE(halves.feed(std::string_view(text).substr(0, cut)), cut <= taken);
        QCOMPARE(halves.feed(std::string_view(text).substr(cut)), taken == text.size());
        QCOMPARE(halves.complete(), validator.complete());
    }
}

void TestUtf8::badByteAnywhereInALongText()
{
    for (const std::string_view filler : {"x", "\xC3\xBC", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) {
        std::string text;
        while (text.size() < 200)
            text += filler;
        QVERIFY(protocol::isValidUtf8(text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string broken = text;
            broken[at] = '\xFF';
            QCOMPARE(takenByteByByte(broken), at);
            QVERIFY(!Utf8Validator().feed(broken));
            QVERIFY(!Utf8Validator().feed(std::string_view(broken).substr(0, at + 1)));
            QVERIFY(Utf8Validator().feed(std::string_view(broken).substr(0, at)));
        }
    }
}

void TestUtf8::staysFailedUntilReset()
{
    Utf8Validator validator;
    QVERIFY(!validator.feed("\xFF"));
    QVERIFY(!validator.feed(""));
    QVERIFY(!validator.feed("a"));
    QVERIFY(!validator.complete());
    validator.reset();
    QVERIFY(validator.feed("a"));
    QVERIFY(validator.complete());
}

void TestUtf8::validPrefix_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("all valid") << QByteArray("a\xE2\x82\xAC") << 4;
    QTest::newRow("cut within a character") << QByteArray("a\xE2\x82") << 1;
    QTest::newRow("bad byte") << QByteArray("ab\xFF") << 2;
    QTest::newRow("bad tail") << QByteArray("ab\xE2\x28") << 2;
}

void TestUtf8::validPrefix()
{
    QFETCH(QByteArray, text);
    QFETCH(int, size);
    QCOMPARE(protocol::validUtf8Prefix({text.constData(), std::size_t(text.size())}), std::size_t(size));
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
