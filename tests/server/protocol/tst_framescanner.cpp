// SPDX-License-Identifier: MIT
#include "server/protocol/framescanner.h"

#include "server/protocol/framewriter.h"
#include "server/protocol/violations.h"
#include "tests/server/protocol/pieces.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

struct Recorder final : FrameObserver
{
    void sawMessage(Opcode opcode) override { say(opcode == Opcode::Text ? "text" : "binary", {}); }
    void sawPing(std::string_view payload) override { say("ping", payload); }
    void sawClose(std::string_view payload) override { say("close", payload); }
    void sawFault(const Violation &violation) override { say("fault", violation.sentence); }
    void say(std::string_view what, std::string_view payload)
    {
        said.append(what).append("(").append(payload).append(")");
    }
    std::string said;
};

/// What was seen, and what was handed on.
struct Watched
{
    std::string said;
    QByteArray passed;
};

constexpr MaskingKey key{'\x37', '\xfa', '\x21', '\x3d'};

QByteArray frame(Opcode opcode, const QByteArray &payload, bool fin = true)
{
    return QByteArray::fromStdString(
        encodeMasked(opcode, {payload.constData(), std::size_t(payload.size())}, key, {.fin = fin}));
}

QByteArray fault(std::string_view sentence)
{
    return "fault(" + QByteArray(sentence.data(), qsizetype(sentence.size())) + ")";
}

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

/// The bytes that are handed on when all is well: text has become binary.
QByteArray asBinary(const QByteArray &text)
{
    QByteArray bytes = text;
    bytes[0] = char(bytes[0] ^ 3);
    return bytes;
}

Watched watched(const tests::Pieces &pieces)
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    QByteArray passed;
    for (const std::string_view piece : pieces) {
        std::string bytes(piece);
        passed.append(bytes.data(), qsizetype(scanner.feed(bytes)));
    }
    return {recorder.said, passed};
}

} // namespace

class TestFrameScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sees_data();
    void sees();
    void handsOn_data();
    void handsOn();
    void stopsAtTheFirstBadByte();
    void messagesThatAreTooBig();
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
    row("5.6 messages", text + big + frame(Opcode::Text, ""), "text()binary()text()");
    row("5.4 fragments", frame(Opcode::Text, "a", false) + frame(Opcode::Continuation, "b"), "text()");
    row("5.4 fragments that do not end", frame(Opcode::Text, "a", false) + frame(Opcode::Continuation, "b", false), "");
    row("5.5.2 ping", text + frame(Opcode::Ping, "p") + text, "text()ping(p)text()");
    row("5.5.2 ping without payload", frame(Opcode::Ping, ""), "ping()");
    row("5.5 ping of 125 bytes", frame(Opcode::Ping, QByteArray(125, 'x')), "ping(" + QByteArray(125, 'x') + ")");
    row("5.4 ping between fragments",
        frame(Opcode::Text, "a", false) + frame(Opcode::Ping, "p") + frame(Opcode::Continuation, "b"), "ping(p)text()");
    row("5.5.3 pongs are no news", frame(Opcode::Pong, "1") + frame(Opcode::Pong, "2"), "");
    row("5.5.1 close with code and reason", big + frame(Opcode::Close, "\x03\xe8ok"), "binary()close(\x03\xe8ok)");
    row("5.5.1 close without code", frame(Opcode::Close, ""), "close()");
    row("5.5.1 data after close", frame(Opcode::Close, "") + text + frame(Opcode::Ping, ""), "close()");
    row("5.1 unmasked", text + QByteArray::fromHex("810548656c6c6f") + frame(Opcode::Ping, ""),
        "text()" + fault(sentence(HeaderFault::Unmasked)));
    row("5.2 reserved bit", QByteArray::fromHex("c180") + text, fault(sentence(HeaderFault::ReservedBit)));
    row("5.5 long control", QByteArray::fromHex("89fe0080") + text, fault(sentence(HeaderFault::LongControl)));
    row("5.2 top bit of the length", QByteArray::fromHex("82ffffffffffffffffff") + text,
        fault(sentence(HeaderFault::HugeLength)));
    row("5.2 the longest length there is",
        QByteArray::fromHex("82ff7fffffffffffffff00000000") + frame(Opcode::Ping, ""), "");
    row("5.4 continuation of nothing", frame(Opcode::Continuation, "b"), fault(noStart.sentence));
    row("5.4 continuation after the end", text + frame(Opcode::Continuation, "b"), "text()" + fault(noStart.sentence));
    row("5.4 text within a message", frame(Opcode::Text, "a", false) + text, fault(noEnd.sentence));
    row("8.1 text that is not UTF-8", frame(Opcode::Text, "a\xff"), fault(notUtf8.sentence));
    row("8.1 text that ends within a letter", frame(Opcode::Text, "a\xe2\x82"), fault(notUtf8.sentence));
    row("8.1 a letter across fragments",
        frame(Opcode::Text, "a\xe2", false) + frame(Opcode::Ping, "p") + frame(Opcode::Continuation, "\x82\xac"),
        "ping(p)text()");
    row("8.1 binary may be anything", frame(Opcode::Binary, "a\xff"), "binary()");
    row("ends within a head", frame(Opcode::Ping, "").left(5), "");
    row("ends within a close frame", frame(Opcode::Close, "\x03\xe8").left(7), "");
}

void TestFrameScanner::sees()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    for (const tests::Pieces &pieces : tests::allCuts(view(bytes), 5))
        QCOMPARE(QByteArray::fromStdString(watched(pieces).said), said);
}

void TestFrameScanner::handsOn_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("passed");

    const QByteArray text = frame(Opcode::Text, "Hello");
    const QByteArray fragment = frame(Opcode::Text, "Hel", false);
    const QByteArray binary = frame(Opcode::Binary, "Hello");
    const QByteArray ping = frame(Opcode::Ping, "p");
    QTest::newRow("all that is good") << binary + ping + binary << QByteArray() << binary + ping + binary;
    QTest::newRow("text as binary") << text + ping << QByteArray() << asBinary(text) + ping;
    QTest::newRow("fragments of text as fragments of binary")
        << fragment + ping + frame(Opcode::Continuation, "lo") << QByteArray()
        << asBinary(fragment) + ping + frame(Opcode::Continuation, "lo");
    QTest::newRow("no close frame, nor what follows") << ping << frame(Opcode::Close, "") + ping << ping;
    QTest::newRow("no bad head") << ping << QByteArray::fromHex("8b80") + ping << ping;
    QTest::newRow("no bad text") << binary << frame(Opcode::Text, "\xff") + ping << binary;
    QTest::newRow("no continuation of nothing") << binary << frame(Opcode::Continuation, "x") + ping << binary;
}

void TestFrameScanner::handsOn()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, rest);
    QFETCH(QByteArray, passed);
    QCOMPARE(watched({view(good + rest)}).passed, passed);
    QCOMPARE(watched({view(good), view(rest)}).passed, passed);
    for (const tests::Pieces &pieces : tests::allCuts(view(good), 5))
        QCOMPARE(watched(pieces).passed, passed);
}

void TestFrameScanner::stopsAtTheFirstBadByte()
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    std::string bytes = frame(Opcode::Text, QByteArray(10'000, 'a') + '\xff' + QByteArray(10'000, 'a')).toStdString();
    const std::span<char> all(bytes);
    QCOMPARE(scanner.feed(all.first(9'000)), std::size_t(9'000));
    QVERIFY(!scanner.finished());
    QCOMPARE(scanner.feed(all.subspan(9'000, 1'100)), std::size_t(0));
    QVERIFY(scanner.finished());
    QCOMPARE(recorder.said, "fault(" + std::string(notUtf8.sentence) + ")");
    QCOMPARE(scanner.feed(all.subspan(10'100)), std::size_t(0));
}

void TestFrameScanner::messagesThatAreTooBig()
{
    Recorder recorder;
    FrameScanner scanner(recorder);
    scanner.setMessageMaxBytes(5);
    const QByteArray good =
        frame(Opcode::Binary, "Hello") + frame(Opcode::Binary, "Hel", false) + frame(Opcode::Continuation, "lo");
    std::string bytes = (good + frame(Opcode::Binary, "Hel", false) + frame(Opcode::Continuation, "lo!")).toStdString();
    const std::size_t first = std::size_t(good.size() + frame(Opcode::Binary, "Hel", false).size());
    QCOMPARE(scanner.feed(bytes), first);
    QCOMPARE(recorder.said, "binary()binary()fault(" + std::string(tooBig.sentence) + ")");
    QVERIFY(scanner.finished());
}

QTEST_APPLESS_MAIN(TestFrameScanner)
#include "tst_framescanner.moc"
