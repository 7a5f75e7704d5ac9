// SPDX-License-Identifier: MIT
#include "server/protocol/masking.h"

#include <QTest>

#include <string>

using namespace porthole::protocol;

namespace {

std::string anyBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = char(i * 37);
    return bytes;
}

} // namespace

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleOfTheRfc();
    void everySizePhaseAndAlignment();
    void toAPlaceBefore();
    void twiceIsNothing();
    void whetherAscii_data();
    void whetherAscii();
};

void TestMasking::exampleOfTheRfc()
{
    std::string text("\x7f\x9f\x4d\x51\x58"); // RFC 6455 5.7
    unmask(text, {'\x37', '\xfa', '\x21', '\x3d'});
    QCOMPARE(text, std::string("Hello"));
}

void TestMasking::everySizePhaseAndAlignment()
{
    const MaskingKey key{'\x12', '\xff', '\x00', '\x9a'};
    const std::string original = anyBytes(400);
    for (std::size_t begin = 0; begin < 9; ++begin) {
        for (std::size_t size = 0; size < 300; ++size) {
            for (std::uint64_t phase = 0; phase < 4; ++phase) {
                std::string bytes = original;
                unmask(std::span(bytes).subspan(begin, size), key, phase);
                for (std::size_t i = 0; i < bytes.size(); ++i) {
                    const bool masked = i >= begin && i < begin + size;
                    const char expected = masked ? char(original[i] ^ key[(i - begin + phase) % 4]) : original[i];
                    if (bytes[i] != expected)
                        QFAIL(qPrintable(QStringLiteral("at %1 of %2, phase %3").arg(i - begin).arg(size).arg(phase)));
                }
            }
        }
    }
}

/// The place may overlap the bytes, by any part of a word.
void TestMasking::toAPlaceBefore()
{
    const MaskingKey key{'\x12', '\xff', '\x00', '\x9a'};
    const std::string original = anyBytes(1000);
    for (std::size_t size = 0; size < 600; ++size) {
        for (const std::size_t before : {0, 1, 3, 4, 6, 8, 13, 31, 32, 100, 300}) {
            std::string bytes = original;
            unmaskTo(bytes.data() + 300 - before, std::span(bytes).subspan(300, size), key);
            std::string wanted = original;
            for (std::size_t i = 0; i < size; ++i)
                wanted[300 - before + i] = char(original[300 + i] ^ key[i % 4]);
            const std::size_t end = 300 - before + size;
            QCOMPARE(bytes.substr(0, end), wanted.substr(0, end));
            QCOMPARE(bytes.substr(300 + size), original.substr(300 + size));
        }
    }
}

void TestMasking::twiceIsNothing()
{
    std::string bytes(1000, 'x');
    unmask(bytes, {'a', 'b', 'c', 'd'}, 0x100000003);
    QVERIFY(bytes != std::string(1000, 'x'));
    unmask(bytes, {'a', 'b', 'c', 'd'}, 3);
    QCOMPARE(bytes, std::string(1000, 'x'));
}

void TestMasking::whetherAscii_data()
{
    QTest::addColumn<std::size_t>("size");
    for (const std::size_t size : {0, 1, 7, 8, 9, 20, 63, 64, 65, 125, 255, 256, 300, 1000})
        QTest::addRow("%zu bytes", size) << size;
}

/// One byte alone that is not, in every place, masked to be one or not.
void TestMasking::whetherAscii()
{
    QFETCH(std::size_t, size);
    const MaskingKey key{'\x82', '\x03', '\xff', '\x10'};
    const auto any = [](std::span<char> bytes, MaskingKey with) {
        return masking::unmaskAny(bytes, std::bit_cast<std::uint32_t>(with), bytes.data());
    };
    using Unmask = bool (*)(std::span<char>, MaskingKey);
    for (const Unmask each : {Unmask(any), Unmask([](auto bytes, auto with) { return unmask(bytes, with); })}) {
        for (std::size_t odd = 0; odd <= size; ++odd) {
            std::string expected(size, 'a');
            if (odd < size)
                expected[odd] = '\x80';
            std::string bytes = expected;
            for (std::size_t i = 0; i < size; ++i)
                bytes[i] = char(bytes[i] ^ key[i % 4]);
            QCOMPARE(each(bytes, key), odd == size);
            QCOMPARE(bytes, expected);
        }
    }
}

QTEST_APPLESS_MAIN(TestMasking)
#include "tst_masking.moc"
