// SPDX-License-Identifier: MIT
#include "server/protocol/frameparser.h"

#include "server/protocol/framewriter.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

constexpr MaskingKey key{'\x37', '\xfa', '\x21', '\x3d'};

QByteArray frame(Opcode opcode, const QByteArray &payload, FrameBits bits = {})
{
    return QByteArray::fromStdString(encodeMasked(opcode, payload.toStdString(), key, bits));
}

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

// All frames with their payloads joined; a fault ends it.
std::string parsed(const tests::Pieces &pieces, bool rsv1Agreed)
{
    FrameParser parser(rsv1Agreed);
    std::string said;
    for (const std::string_view piece : pieces) {
        std::vector<char> bytes(piece.begin(), piece.end());
        std::span<char> rest(bytes);
        FramePiece part;
        while (true) {
            const FrameParser::Step step = parser.next(rest, part);
            if (step == FrameParser::Step::Fault)
                return said + "fault " + std::to_string(int(parser.fault()));
            if (step == FrameParser::Step::NeedMore)
                break;
            if (part.begins) {
                said.append(name(parser.header().opcode)).append(parser.header().fin ? "" : "...");
                said.append(parser.header().rsv1 ? "*(" : "(");
            }
            said.append(part.bytes.data(), part.bytes.size()).append(part.ends ? ")" : "");
        }
        if (!rest.empty())
            return said + "bytes left";
    }
    return said + (parser.betweenFrames() ? "" : " unfinished");
}

} // namespace

class TestFrameParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void headAloneIsAPiece();
    void takesPayloadReadElsewhere();
    void staysFaulty();
};

void TestFrameParser::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("rsv1Agreed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &expected,
                        bool rsv1Agreed = false) { QTest::newRow(name) << bytes << rsv1Agreed << expected; };
    const auto fault = [](HeaderFault value) { return "fault " + QByteArray::number(int(value)); };
    row("5.7 masked text", QByteArray::fromHex("818537fa213d7f9f4d5158"), "text(Hello)");
    row("5.2 empty", frame(Opcode::Binary, ""), "binary()");
    row("5.2 frames in a row", frame(Opcode::Text, "a") + frame(Opcode::Ping, "b") + frame(Opcode::Close, ""),
        "text(a)ping(b)close()");
    row("5.4 fragments", frame(Opcode::Text, "a", {.fin = false}) + frame(Opcode::Continuation, "b"),
        "text...(a)continuation(b)");
    for (const int size : {125, 126, 127, 1000, 65535, 65536})
        row(qPrintable(QStringLiteral("5.2 %1 bytes").arg(size)), frame(Opcode::Binary, QByteArray(size, 'x')),
            "binary(" + QByteArray(size, 'x') + ")");
    row("7692 6 RSV1 agreed on", frame(Opcode::Text, "x", {.rsv1 = true}), "text*(x)", true);
    row("5.2 RSV1 not agreed on", frame(Opcode::Text, "x", {.rsv1 = true}), fault(HeaderFault::ReservedBit));
    row("5.1 good frame, then unmasked", frame(Opcode::Text, "a") + QByteArray::fromHex("810161"),
        "text(a)" + fault(HeaderFault::Unmasked));
    row("5.2 top bit of a length", QByteArray::fromHex("82ff8000000000000001"), fault(HeaderFault::HugeLength));
    row("5.2 ends within a head", frame(Opcode::Text, "abc").left(4), " unfinished");
    row("5.2 ends within a payload", frame(Opcode::Text, "abc").left(8), "text(ab unfinished");
}

void TestFrameParser::parses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, rsv1Agreed);
    QFETCH(QByteArray, expected);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes), 5))
        QCOMPARE(QByteArray::fromStdString(parsed(pieces, rsv1Agreed)), expected);
}

void TestFrameParser::headAloneIsAPiece()
{
    QByteArray head = frame(Opcode::Binary, QByteArray(1000, 'x')).left(8);
    FrameParser parser;
    FramePiece piece;
    std::span<char> bytes(head.data(), std::size_t(head.size()));
    QCOMPARE(parser.next(bytes, piece), FrameParser::Step::Piece);
    QVERIFY(piece.begins);
    QVERIFY(!piece.ends);
    QVERIFY(piece.bytes.empty());
    QCOMPARE(parser.remaining(), std::uint64_t(1000));
    QCOMPARE(parser.next(bytes, piece), FrameParser::Step::NeedMore);
}

void TestFrameParser::takesPayloadReadElsewhere()
{
    const QByteArray whole = frame(Opcode::Binary, "0123456789abcdef");
    std::string front = whole.left(6 + 3).toStdString();
    std::string back = whole.mid(6 + 3).toStdString();
    FrameParser parser;
    FramePiece piece;
    std::span<char> bytes(front);
    QCOMPARE(parser.next(bytes, piece), FrameParser::Step::Piece);
    QCOMPARE(parser.remaining(), std::uint64_t(13));
    piece = parser.take(std::span(back).first(5));
    QVERIFY(!piece.begins);
    QVERIFY(!piece.ends);
    piece = parser.take(std::span(back).subspan(5));
    QVERIFY(piece.ends);
    QCOMPARE(back, std::string("3456789abcdef"));
    QVERIFY(parser.betweenFrames());
}

void TestFrameParser::staysFaulty()
{
    FrameParser parser;
    FramePiece piece;
    std::string bad("\x83\x80", 2);
    std::string good = frame(Opcode::Text, "a").toStdString();
    std::span<char> bytes(bad);
    QCOMPARE(parser.next(bytes, piece), FrameParser::Step::Fault);
    bytes = good;
    QCOMPARE(parser.next(bytes, piece), FrameParser::Step::Fault);
}

QTEST_APPLESS_MAIN(TestFrameParser)
#include "tst_frameparser.moc"
