// SPDX-License-Identifier: MIT
#include "server/protocol/framewriter.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

} // namespace

class TestFrameWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads_data();
    void heads();
    void examplesOfTheRfc_data();
    void examplesOfTheRfc();
    void readsBackWhatWasWritten();
    void refusesBadHeads_data();
    void refusesBadHeads();
};

void TestFrameWriter::heads_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<bool>("fin");
    QTest::addColumn<bool>("rsv1");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *name, Opcode opcode, quint64 length, const char *hex, bool fin = true,
                        bool rsv1 = false) {
        QTest::newRow(name) << int(opcode) << fin << rsv1 << length << QByteArray(hex);
    };
    row("5.2 empty", Opcode::Text, 0, "8100");
    row("5.2 125 in 7 bits", Opcode::Binary, 125, "827d");
    row("5.2 126 in 16 bits", Opcode::Binary, 126, "827e007e");
    row("5.2 65535 in 16 bits", Opcode::Binary, 65535, "827effff");
    row("5.2 65536 in 64 bits", Opcode::Binary, 65536, "827f0000000000010000");
    row("5.2 the longest", Opcode::Binary, 0x7FFFFFFFFFFFFFFF, "827f7fffffffffffffff");
    row("5.4 a first fragment", Opcode::Text, 3, "0103", false);
    row("5.4 a last fragment", Opcode::Continuation, 2, "8002");
    row("7692 6 compressed", Opcode::Text, 7, "c107", true, true);
}

void TestFrameWriter::heads()
{
    QFETCH(int, opcode);
    QFETCH(bool, fin);
    QFETCH(bool, rsv1);
    QFETCH(quint64, length);
    QFETCH(QByteArray, hex);
    char head[maxServerHeaderSize];
    const std::size_t size = writeHeader(head, Opcode(opcode), length, {.fin = fin, .rsv1 = rsv1});
    QCOMPARE(bytes({head, size}).toHex(), hex);
}

void TestFrameWriter::examplesOfTheRfc_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("hex");
    const MaskingKey key{'\x37', '\xfa', '\x21', '\x3d'};
    QTest::newRow("5.7 unmasked text") << bytes(encode(Opcode::Text, "Hello")) << QByteArray("810548656c6c6f");
    QTest::newRow("5.7 masked text") << bytes(encodeMasked(Opcode::Text, "Hello", key))
                                     << QByteArray("818537fa213d7f9f4d5158");
    QTest::newRow("5.7 first fragment") << bytes(encode(Opcode::Text, "Hel", {.fin = false}))
                                        << QByteArray("010348656c");
    QTest::newRow("5.7 last fragment") << bytes(encode(Opcode::Continuation, "lo")) << QByteArray("80026c6f");
    QTest::newRow("5.7 ping") << bytes(encode(Opcode::Ping, "Hello")) << QByteArray("890548656c6c6f");
    QTest::newRow("5.7 masked pong") << bytes(encodeMasked(Opcode::Pong, "Hello", key))
                                     << QByteArray("8a8537fa213d7f9f4d5158");
    QTest::newRow("5.7 256 bytes") << bytes(encode(Opcode::Binary, std::string(256, 'x'))).left(4)
                                   << QByteArray("827e0100");
    QTest::newRow("5.7 64 KiB") << bytes(encode(Opcode::Binary, std::string(65536, 'x'))).left(10)
                                << QByteArray("827f0000000000010000");
}

void TestFrameWriter::examplesOfTheRfc()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, hex);
    QCOMPARE(frame.toHex(), hex);
}

void TestFrameWriter::readsBackWhatWasWritten()
{
    for (const std::size_t length : {0, 1, 125, 126, 65535, 65536, 70000}) {
        const std::string frame =
            encodeMasked(Opcode::Binary, std::string(length, 'x'), {'a', 'b', 'c', 'd'}, {.fin = false});
        FrameHeader header;
        HeaderFault fault{};
        const std::size_t size = decodeHeader(frame, false, header, fault);
        QCOMPARE(fault, HeaderFault::None);
        QCOMPARE(frame.size(), size + length);
        QCOMPARE(header.length, std::uint64_t(length));
        QCOMPARE(header.opcode, Opcode::Binary);
        QVERIFY(!header.fin);
        QVERIFY((header.key == MaskingKey{'a', 'b', 'c', 'd'}));
        for (std::size_t part = 0; part < size; ++part)
            QCOMPARE(decodeHeader(std::string_view(frame).substr(0, part), false, header, fault), std::size_t(0));
    }
}

void TestFrameWriter::refusesBadHeads_data()
{
    QTest::addColumn<QByteArray>("hex"); // up to the first byte that shows the fault
    QTest::addColumn<bool>("rsv1Agreed");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *hex, HeaderFault fault, bool rsv1Agreed = false) {
        QTest::newRow(name) << QByteArray(hex) << rsv1Agreed << int(fault);
    };
    row("5.2 RSV1", "c1", HeaderFault::ReservedBit);
    row("5.2 RSV2", "a1", HeaderFault::ReservedBit);
    row("5.2 RSV3", "91", HeaderFault::ReservedBit);
    row("5.2 RSV2 with an extension", "a1", HeaderFault::ReservedBit, true);
    row("7692 6.1 RSV1 on a continuation", "c0", HeaderFault::ReservedBit, true);
    row("7692 6.1 RSV1 on a ping", "c9", HeaderFault::ReservedBit, true);
    for (const char *opcode : {"83", "84", "85", "86", "87", "8b", "8c", "8d", "8e", "8f", "03", "0b"})
        row(qPrintable(QStringLiteral("5.2 reserved opcode in %1").arg(QLatin1String(opcode))), opcode,
            HeaderFault::ReservedOpcode);
    for (const char *first : {"08", "09", "0a"})
        row(qPrintable(QStringLiteral("5.5 fragmented control %1").arg(QLatin1String(first))), first,
            HeaderFault::FragmentedControl);
    row("5.1 unmasked", "8105", HeaderFault::Unmasked);
    row("5.1 unmasked ping", "8900", HeaderFault::Unmasked);
    row("5.5 ping of 126", "89fe", HeaderFault::LongControl);
    row("5.5 close of 64 bits", "88ff", HeaderFault::LongControl);
    row("5.2 125 in 16 bits", "82fe007d", HeaderFault::WastefulLength);
    row("5.2 0 in 16 bits", "82fe0000", HeaderFault::WastefulLength);
    row("5.2 65535 in 64 bits", "82ff000000000000ffff", HeaderFault::WastefulLength);
    row("5.2 0 in 64 bits", "82ff0000000000000000", HeaderFault::WastefulLength);
    row("5.2 top bit set", "82ff8000000000000000", HeaderFault::HugeLength);
    row("5.2 all ones", "82ffffffffffffffffff", HeaderFault::HugeLength);
}

void TestFrameWriter::refusesBadHeads()
{
    QFETCH(QByteArray, hex);
    QFETCH(bool, rsv1Agreed);
    QFETCH(int, fault);
    const QByteArray head = QByteArray::fromHex(hex);
    HeaderReader reader(rsv1Agreed);
    for (const char &byte : head) {
        QCOMPARE(reader.fault(), HeaderFault::None);
        reader.feed({&byte, 1});
        QVERIFY(!reader.complete());
    }
    QCOMPARE(int(reader.fault()), fault);
    QVERIFY(!sentence(reader.fault()).empty());
    QVERIFY(sentence(reader.fault()).size() <= maxCloseReason);

    FrameHeader header;
    HeaderFault atOnce{};
    const QByteArray more = head + QByteArray(20, '\xff');
    QCOMPARE(decodeHeader({more.constData(), std::size_t(more.size())}, rsv1Agreed, header, atOnce), std::size_t(0));
    QCOMPARE(int(atOnce), fault);
}

QTEST_APPLESS_MAIN(TestFrameWriter)
#include "tst_framewriter.moc"
