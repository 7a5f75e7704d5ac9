// SPDX-License-Identifier: MIT
#include "server/protocol/framescanner.h"

#include "server/protocol/framewriter.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

struct Recorder final : FrameObserver
{
    void sawClose(std::string_view payload) override { say("close", payload); }
    void sawPing(std::string_view payload) override { say("ping", payload); }
    void sawPong(std::string_view payload) override { say("pong", payload); }
    void sawFault(HeaderFault fault) override { say("fault", std::to_string(int(fault))); }
    void sawBytesAfterClose() override { say("after", {}); }
    void say(std::string_view what, std::string_view payload)
    {
        said.append(what).append("(").append(payload).append(")");
    }
    std::string said;
};

constexpr MaskingKey key{'\x37', '\xfa', '\x21', '\x3d'};

QByteArray frame(Opcode opcode, const QByteArray &payload, bool fin = true)
{
    return QByteArray::fromStdString(
        encodeMasked(opcode, {payload.constData(), std::size_t(payload.size())}, key, {.fin = fin}));
}

QByteArray faultText(HeaderFault fault) { return "fault(" + QByteArray::number(int(fault)) + ")"; }

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

std::string watched(const tests::Pieces &pieces, bool skipping)
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    for (std::string_view piece : pieces) {
        while (skipping && !piece.empty() && scanner.payloadRemaining() != 0) {
            const std::uint64_t jump = std::min<std::uint64_t>(scanner.payloadRemaining(), piece.size());
            scanner.skip(jump);
            piece.remove_prefix(std::size_t(jump));
        }
        scanner.feed(piece);
    }
    return recorder.said;
}

} // namespace

class TestFrameScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sees_data();
    void sees();
    void tellsWhatCanBeSkipped();
    void finished();
};

void TestFrameScanner::sees_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &said) {
        QTest::newRow(name) << bytes << said;
    };
    const QByteArray text = frame(Opcode::Text, "Hello");
    const QByteArray big = frame(Opcode::Binary, QByteArray(70000, '\x88'));
    row("5.6 messages are no news", text + big + frame(Opcode::Text, ""), "");
    row("5.4 fragments are no news", frame(Opcode::Text, "a", false) + frame(Opcode::Continuation, "b"), "");
    row("5.5.2 ping", text + frame(Opcode::Ping, "p") + text, "ping(p)");
    row("5.5.2 ping without payload", frame(Opcode::Ping, ""), "ping()");
    row("5.5 ping of 125 bytes", frame(Opcode::Ping, QByteArray(125, 'x')), "ping(" + QByteArray(125, 'x') + ")");
    row("5.4 ping between fragments",
        frame(Opcode::Text, "a", false) + frame(Opcode::Ping, "p") + frame(Opcode::Continuation, "b"), "ping(p)");
    row("5.5.3 pongs", frame(Opcode::Pong, "1") + frame(Opcode::Pong, "2"), "pong(1)pong(2)");
    row("5.5.1 close with code and reason", big + frame(Opcode::Close, "\x03\xe8ok"), "close(\x03\xe8ok)");
    row("5.5.1 close without code", frame(Opcode::Close, ""), "close()");
    row("5.5.1 data after close", frame(Opcode::Close, "") + text + frame(Opcode::Ping, ""), "close()after()");
    row("5.5.1 a byte after close", frame(Opcode::Close, "") + "x", "close()after()");
    row("5.1 unmasked", text + QByteArray::fromHex("810548656c6c6f") + frame(Opcode::Ping, ""),
        faultText(HeaderFault::Unmasked));
    row("5.2 reserved bit", QByteArray::fromHex("c180") + text, faultText(HeaderFault::ReservedBit));
    row("5.5 long control", QByteArray::fromHex("89fe0080") + text, faultText(HeaderFault::LongControl));
    row("5.2 top bit of the length", QByteArray::fromHex("82ffffffffffffffffff") + text,
        faultText(HeaderFault::HugeLength));
    row("5.2 the longest length there is",
        QByteArray::fromHex("82ff7fffffffffffffff00000000") + frame(Opcode::Ping, ""), "");
    row("ends within a head", frame(Opcode::Ping, "").left(5), "");
    row("ends within a close frame", frame(Opcode::Close, "\x03\xe8").left(7), "");
}

void TestFrameScanner::sees()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes), 5)) {
        QCOMPARE(QByteArray::fromStdString(watched(pieces, false)), said);
        QCOMPARE(QByteArray::fromStdString(watched(pieces, true)), said);
    }
}

void TestFrameScanner::tellsWhatCanBeSkipped()
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(0));
    const QByteArray data = frame(Opcode::Binary, QByteArray(1000, 'x'));
    scanner.feed(view(data).substr(0, 7));
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(0));
    scanner.feed(view(data).substr(7, 11));
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(990));
    scanner.skip(900);
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(90));
    scanner.skip(90);
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(0));
    const QByteArray ping = frame(Opcode::Ping, "hello");
    scanner.feed(view(ping).substr(0, 8));
    QCOMPARE(scanner.payloadRemaining(), std::uint64_t(0));
    scanner.feed(view(ping).substr(8));
    QCOMPARE(recorder.said, std::string("ping(hello)"));
}

void TestFrameScanner::finished()
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    scanner.feed(view(frame(Opcode::Text, "a")));
    QVERIFY(!scanner.finished());
    scanner.feed(view(frame(Opcode::Close, "")));
    QVERIFY(scanner.finished());
    FrameScanner other(recorder);
    other.feed(std::string_view("\x81\x05", 2));
    QVERIFY(other.finished());
}

QTEST_APPLESS_MAIN(TestFrameScanner)
#include "tst_framescanner.moc"
