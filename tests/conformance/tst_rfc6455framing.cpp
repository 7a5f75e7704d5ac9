// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"
#include "tests/server/protocol/frames.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace porthole::tests;

namespace {

constexpr quint8 fin = 0x80;
constexpr quint8 masked = 0x80;

QByteArray ping(const QByteArray &payload) { return frame(Opcode::Ping, payload); }
QByteArray pong(const QByteArray &payload) { return frame(Opcode::Pong, payload); }
QByteArray word(const char *kind, const QByteArray &payload) { return QByteArray(kind) + "(" + shortly(payload) + ")"; }

QByteArray length16(quint16 length) { return bytes({}) + char(length >> 8) + char(length & 0xFF); }
QByteArray length64(quint64 length)
{
    QByteArray digits;
    for (int shift = 56; shift >= 0; shift -= 8)
        digits.append(char((length >> shift) & 0xFF));
    return digits;
}

} // namespace

/// RFC 6455 section 5, data framing.
class TestRfc6455Framing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }
    void lengths_data();
    void lengths() { holdToRow(m_server.port()); }
    void heads_data();
    void heads() { holdToRow(m_server.port()); }
    void fragments_data();
    void fragments() { holdToRow(m_server.port()); }
    void controls_data();
    void controls() { holdToRow(m_server.port()); }
    void goodBeforeBad_data();
    void goodBeforeBad() { holdToRow(m_server.port()); }

private:
    EchoServer m_server;
};

void TestRfc6455Framing::lengths_data()
{
    conformanceColumns();
    for (const int size :
         {0, 1, 2, 3, 4, 7, 124, 125, 126, 127, 128, 255, 256, 1000, 65534, 65535, 65536, 65537, 262'144}) {
        const QByteArray letters = QByteArray("0123456789abcdef").repeated(size / 16 + 1).first(size);
        QByteArray all;
        for (int at = 0; at < size; ++at)
            all.append(char(at * 7));
        const QByteArray digits = QByteArray::number(size);
        conformanceRow("5.2 text of " + digits, tests::text(letters), word("text", letters));
        conformanceRow("5.2 binary of " + digits, frame(Opcode::Binary, all), word("binary", all));
    }
    const QByteArray wrong = "close(1002) end";
    conformanceRow("5.2 length 0 in 16 bits", rawFrame(fin | 1, masked | 126, length16(0), ""), wrong);
    conformanceRow("5.2 length 125 in 16 bits", rawFrame(fin | 1, masked | 126, length16(125), QByteArray(125, 'a')),
                   wrong);
    conformanceRow("5.2 length 5 in 64 bits", rawFrame(fin | 1, masked | 127, length64(5), "hello"), wrong);
    conformanceRow("5.2 length 65535 in 64 bits",
                   rawFrame(fin | 2, masked | 127, length64(65535), QByteArray(65535, 'a')), wrong);
    conformanceRow("5.2 length with the top bit set", rawFrame(fin | 2, masked | 127, length64(1ULL << 63), ""), wrong);
    conformanceRow("5.2 length of all ones", rawFrame(fin | 2, masked | 127, length64(~0ULL), ""), wrong);
    conformanceRow("7.4.1 one byte over the limit", rawFrame(fin | 2, masked | 127, length64(262'145), ""),
                   "close(1009) end");
    conformanceRow("7.4.1 over the limit, with bytes that look like frames",
                   rawFrame(fin | 2, masked | 127, length64(262'145), "") + hex("820161").repeated(20'000),
                   "close(1009) end");
    conformanceRow("7.4.1 fragments over the limit",
                   frame(Opcode::Binary, QByteArray(200'000, 'a'), {.fin = false}) + last(QByteArray(62'145, 'a')),
                   "close(1009) end");
}

void TestRfc6455Framing::heads_data()
{
    conformanceColumns();
    const QByteArray wrong = "close(1002) end";
    conformanceRow("5.1 text without a mask", rawFrame(fin | 1, 2, "", "hi"), wrong);
    conformanceRow("5.1 empty text without a mask", rawFrame(fin | 1, 0, "", ""), wrong);
    conformanceRow("5.1 binary without a mask", rawFrame(fin | 2, 126, length16(200), QByteArray(200, 'a')), wrong);
    conformanceRow("5.1 ping without a mask", rawFrame(fin | 9, 0, "", ""), wrong);
    conformanceRow("5.1 close without a mask", rawFrame(fin | 8, 2, "", hex("03e8")), wrong);
    conformanceRow("5.1 continuation without a mask", first("he") + rawFrame(fin | 0, 3, "", "llo"), wrong);
    for (int rsv = 1; rsv < 8; ++rsv) {
        const auto bits = quint8(rsv << 4);
        const QByteArray name = "5.2 reserved bits " + QByteArray::number(rsv, 2).rightJustified(3, '0') + " on a ";
        conformanceRow(name + "text", rawFrame(fin | bits | 1, masked | 5, "", "hello"), wrong);
        conformanceRow(name + "binary", rawFrame(fin | bits | 2, masked | 5, "", "hello"), wrong);
        conformanceRow(name + "ping", rawFrame(fin | bits | 9, masked | 0, "", ""), wrong);
        conformanceRow(name + "close", rawFrame(fin | bits | 8, masked | 2, "", hex("03e8")), wrong);
        conformanceRow(name + "continuation", first("he") + rawFrame(fin | bits, masked | 3, "", "llo"), wrong);
    }
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        const QByteArray name = "5.2 reserved opcode " + QByteArray::number(opcode);
        conformanceRow(name, rawFrame(quint8(fin | opcode), masked | 0, "", ""), wrong);
        conformanceRow(name + " with a payload", rawFrame(quint8(fin | opcode), masked | 5, "", "hello"), wrong);
        conformanceRow(name + " inside of a message", first("a") + rawFrame(quint8(fin | opcode), masked | 0, "", ""),
                       wrong);
    }
}

void TestRfc6455Framing::fragments_data()
{
    conformanceColumns();
    const QByteArray wrong = "close(1002) end";
    QByteArray letters;
    QByteArray alphabet;
    for (int at = 0; at < 100; ++at) {
        alphabet.append(char('a' + at % 26));
        letters += frame(at == 0 ? Opcode::Binary : Opcode::Continuation, alphabet.last(1), {.fin = at == 99});
    }
    conformanceRow("5.4 two fragments", first("he") + last("llo"), "text(hello)");
    conformanceRow("5.4 three fragments", first("he") + next("ll") + last("o"), "text(hello)");
    conformanceRow("5.4 a hundred of one byte", letters, word("binary", alphabet));
    conformanceRow("5.4 empty first", first("") + last("hello"), "text(hello)");
    conformanceRow("5.4 empty last", first("hello") + last(""), "text(hello)");
    conformanceRow("5.4 empty between", first("he") + next("") + next("") + last("llo"), "text(hello)");
    conformanceRow("5.4 all empty", first("") + next("") + last(""), "text()");
    conformanceRow("5.4 two messages of fragments", first("a") + last("b") + first("c") + last("d"),
                   "text(ab) text(cd)");
    conformanceRow("5.4 ping between", first("he") + ping("now") + last("llo"), "pong(now) text(hello)");
    conformanceRow("5.4 pings around each", ping("1") + first("he") + ping("2") + next("l") + ping("3") + last("lo"),
                   "pong(1) pong(2) pong(3) text(hello)");
    conformanceRow("5.4 pong between", first("he") + pong("unasked") + last("llo"), "text(hello)");
    conformanceRow("5.4 close between", first("he") + closing(1000), "close(1000) end");
    conformanceRow("5.4 unmasked lengths of all forms",
                   frame(Opcode::Binary, QByteArray(5, 'a'), {.fin = false}) + next(QByteArray(200, 'a'))
                       + last(QByteArray(70'000, 'a')),
                   word("binary", QByteArray(70'205, 'a')));
    conformanceRow("5.4 continuation of nothing", last("hello"), wrong);
    conformanceRow("5.4 unfinished continuation of nothing", next("hello"), wrong);
    conformanceRow("5.4 continuation after a whole message", tests::text("a") + last("b"), "text(a) " + wrong);
    conformanceRow("5.4 continuation after fragments", first("a") + last("b") + last("c"), "text(ab) " + wrong);
    conformanceRow("5.4 text inside of a text", first("a") + tests::text("b"), wrong);
    conformanceRow("5.4 binary inside of a text", first("a") + frame(Opcode::Binary, "b"), wrong);
    conformanceRow("5.4 fragment of a text inside of a text", first("a") + first("b"), wrong);
    conformanceRow("5.4 text inside of a binary", frame(Opcode::Binary, "a", {.fin = false}) + tests::text("b"), wrong);
}

void TestRfc6455Framing::controls_data()
{
    conformanceColumns();
    const QByteArray wrong = "close(1002) end";
    const QByteArray longest(125, 'p');
    QByteArray many;
    QByteArrayList answers;
    for (int at = 0; at < 10; ++at) {
        many += ping(QByteArray::number(at));
        answers.append(word("pong", QByteArray::number(at)));
    }
    conformanceRow("5.5.2 ping", ping("hello"), "pong(hello)");
    conformanceRow("5.5.2 ping without a payload", ping(""), "pong()");
    conformanceRow("5.5.2 ping with any bytes", ping(hex("00fffe8081")), word("pong", hex("00fffe8081")));
    conformanceRow("5.5.2 the longest ping", ping(longest), word("pong", longest));
    conformanceRow("5.5.2 ten pings", many, answers.join(' '));
    conformanceRow("5.5.3 pong nobody asked for", pong("hello"), "");
    conformanceRow("5.5.3 pong nobody asked for, without a payload", pong(""), "");
    conformanceRow("5.5.3 pong, then ping", pong("a") + ping("b"), "pong(b)");
    conformanceRow("5.5 ping of 126", rawFrame(fin | 9, masked | 126, length16(126), QByteArray(126, 'p')), wrong);
    conformanceRow("5.5 ping of 65536", rawFrame(fin | 9, masked | 127, length64(65536), ""), wrong);
    conformanceRow("5.5 pong of 126", rawFrame(fin | 10, masked | 126, length16(126), QByteArray(126, 'p')), wrong);
    conformanceRow("5.5 close of 126",
                   rawFrame(fin | 8, masked | 126, length16(126), hex("03e8") + QByteArray(124, 'p')), wrong);
    conformanceRow("5.5 ping in 16 bits", rawFrame(fin | 9, masked | 126, length16(5), "hello"), wrong);
    conformanceRow("5.5 fragmented ping", rawFrame(9, masked | 1, "", "p"), wrong);
    conformanceRow("5.5 fragmented pong", rawFrame(10, masked | 1, "", "p"), wrong);
    conformanceRow("5.5 fragmented close", rawFrame(8, masked | 2, "", hex("03e8")), wrong);
    conformanceRow("5.5 ping, fragmented, with its continuation", rawFrame(9, masked | 1, "", "p") + last("q"), wrong);
}

void TestRfc6455Framing::goodBeforeBad_data()
{
    conformanceColumns();
    const QByteArray good = tests::text("good");
    const auto row = [&good](const char *rule, const QByteArray &bad) {
        conformanceRow(rule, good + bad + tests::text("ignored") + ping("ignored"), "text(good) close(1002) end");
    };
    row("7.1.7 reserved bit", rawFrame(fin | 0x10 | 1, masked | 3, "", "bad"));
    row("7.1.7 reserved opcode", rawFrame(fin | 5, masked | 3, "", "bad"));
    row("7.1.7 without a mask", rawFrame(fin | 1, 3, "", "bad"));
    row("7.1.7 continuation of nothing", last("bad"));
    row("7.1.7 fragmented ping", rawFrame(9, masked | 3, "", "bad"));
    row("7.1.7 length in the wrong form", rawFrame(fin | 1, masked | 126, length16(3), "bad"));
    row("7.1.7 close of one byte", frame(Opcode::Close, "x"));
}

QTEST_GUILESS_MAIN(TestRfc6455Framing)
#include "tst_rfc6455framing.moc"
