// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"
#include "tests/server/protocol/frames.h"
#include "tests/server/protocol/transcript.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;
using namespace porthole::tests;

namespace {

// The close frame we answer a violation with.
QByteArray refusal(const QByteArray &said)
{
    const qsizetype at = said.lastIndexOf("failed ");
    const int code = said.mid(at + 7, 4).toInt();
    const QByteArray sentence = said.mid(at + 12).chopped(1);
    return bytes(encode(Opcode::Close, closePayload(std::uint16_t(code), view(sentence))));
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receives_data();
    void receives();
    void refuses_data();
    void refuses();
    void refusesAtTheFirstBadByte_data();
    void refusesAtTheFirstBadByte();
    void closesOnce_data();
    void closesOnce();
    void wholeMessagesAreBorrowed_data();
    void wholeMessagesAreBorrowed();
    void spaceIsForPayloadOnly();
    void sends();
    void eventsMayCallBack();
};

void TestSession::receives_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("out");
    const auto row = [](const char *name, const QByteArray &in, const QByteArray &said, const QByteArray &out = {}) {
        QTest::newRow(name) << in << said << out;
    };
    row("5.7 text", hex("818537fa213d7f9f4d5158"), "text(Hello)");
    row("5.6 binary with any byte", frame(Opcode::Binary, "\xff\xfe"), "binary(\xff\xfe)");
    row("5.6 empty text", text(""), "text()");
    row("5.6 empty binary", frame(Opcode::Binary, ""), "binary()");
    row("5.4 two fragments", first("Hel") + last("lo"), "text(Hello)");
    row("5.4 fragments without payload", first("") + next("") + last(""), "text()");
    row("5.4 only the last has payload", first("") + last("Hello"), "text(Hello)");
    row("5.4 only the first has payload", first("Hello") + last(""), "text(Hello)");
    row("5.4 ping between fragments", first("Hel") + frame(Opcode::Ping, "p") + last("lo"), "ping(p) text(Hello)",
        bytes(encode(Opcode::Pong, "p")));
    row("5.4 two fragmented messages", first("a") + last("b") + first("c") + last("d"), "text(ab) text(cd)");
    row("8.1 letter cut between fragments", first("\xE2") + next("\x82") + last("\xAC"), "text(\xE2\x82\xAC)");
    row("5.5.2 ping", frame(Opcode::Ping, "Hello"), "ping(Hello)", hex("8a0548656c6c6f"));
    row("5.5.2 empty ping", frame(Opcode::Ping, ""), "ping()", hex("8a00"));
    row("5.5.2 longest ping", frame(Opcode::Ping, QByteArray(125, 'x')), "ping(" + QByteArray(125, 'x') + ")",
        bytes(encode(Opcode::Pong, std::string(125, 'x'))));
    row("5.5.2 pings are answered in order", frame(Opcode::Ping, "1") + text("a") + frame(Opcode::Ping, "2"),
        "ping(1) text(a) ping(2)", hex("8a01318a0132"));
    row("5.5.3 pong is not answered", frame(Opcode::Pong, "x"), "pong(x)");
    row("5.5.1 close is answered with its code", closing(1000, "bye"), "closed 1000(bye)", hex("880203e8"));
    row("5.5.1 close without a code", frame(Opcode::Close, ""), "closed 1005()", hex("8800"));
    row("5.5.1 close within a fragmented message", first("a") + closing(1001), "closed 1001()", hex("880203e9"));
    row("5.5.1 nothing after close counts", closing(4000) + text("x") + hex("ffff") + closing(1000), "closed 4000()",
        hex("88020fa0"));
    const QByteArray most(limit, 'x');
    row("longest message", text(most), "text(" + most + ")");
    row("longest message in fragments", first(most.left(60000)) + last(most.mid(60000)), "text(" + most + ")");
    row("messages of many sizes", text(most.left(125)) + text(most.left(126)) + text(most.left(65536)) + text("x"),
        "text(" + most.left(125) + ") text(" + most.left(126) + ") text(" + most.left(65536) + ") text(x)");
}

void TestSession::receives()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, out);
    SessionContext context(limit);
    for (const Reading reading : {Reading::Copying, Reading::InPlace}) {
        for (const Pieces &pieces : allCuts(view(in), 4)) {
            const Outcome outcome = run(context, {}, pieces, reading);
            QCOMPARE(bytes(outcome.said), said);
            QCOMPARE(bytes(outcome.out), out);
            QVERIFY(outcome.phase == (said.contains("closed") ? Session::Phase::Closed : Session::Phase::Open));
        }
    }
}

void TestSession::refuses_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("begins"); // of what is said
    const auto row = [](const char *name, const QByteArray &in, const QByteArray &begins) {
        QTest::newRow(name) << in << begins;
    };
    row("5.1 unmasked text", hex("810548656c6c6f"), "failed 1002");
    row("5.1 unmasked close", hex("8800"), "failed 1002");
    row("5.2 RSV1", hex("c18000000000"), "failed 1002");
    row("5.2 RSV2", hex("a18000000000"), "failed 1002");
    row("5.2 RSV3", hex("918000000000"), "failed 1002");
    row("5.2 RSV1 on a ping", hex("c98000000000"), "failed 1002");
    row("5.2 opcode 3", hex("838000000000"), "failed 1002");
    row("5.2 opcode 7", hex("878000000000"), "failed 1002");
    row("5.2 opcode 11", hex("8b8000000000"), "failed 1002");
    row("5.2 opcode 15", hex("8f8000000000"), "failed 1002");
    row("5.2 125 in 16 bits", hex("82fe007d00000000"), "failed 1002");
    row("5.2 125 in 16 bits, all there", hex("82fe007d00000000") + QByteArray(125, 'x'), "failed 1002");
    row("5.2 0 in 16 bits", hex("81fe000000000000"), "failed 1002");
    row("5.2 65535 in 64 bits", hex("82ff000000000000ffff00000000"), "failed 1002");
    row("5.2 length with the top bit", hex("82ff800000000000000000000000"), "failed 1002");
    row("5.2 length of all ones", hex("82ffffffffffffffffff00000000"), "failed 1002");
    row("5.5 ping of 126 bytes", frame(Opcode::Ping, QByteArray(126, 'x')), "failed 1002");
    row("5.5 fragmented ping", frame(Opcode::Ping, "", {.fin = false}), "failed 1002");
    row("5.5 fragmented close", frame(Opcode::Close, "", {.fin = false}), "failed 1002");
    row("5.4 continuation without a start", last("x"), "failed 1002");
    row("5.4 continuation after a whole message", text("a") + next("x"), "text(a) failed 1002");
    row("5.4 text within a fragmented message", first("a") + text("b"), "failed 1002");
    row("5.4 binary within a fragmented message", first("a") + frame(Opcode::Binary, ""), "failed 1002");
    row("5.4 start within a fragmented message", first("a") + first("b"), "failed 1002");
    row("5.5.1 close of one byte", frame(Opcode::Close, "\x03"), "failed 1002");
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
        row(qPrintable(QStringLiteral("7.4 close with %1").arg(code)),
            frame(Opcode::Close, QByteArray{}.append(char(code >> 8)).append(char(code & 255))), "failed 1002");
    row("8.1 close reason not UTF-8", frame(Opcode::Close, "\x03\xe8\xff"), "failed 1007");
    row("8.1 text not UTF-8", text("abc\xff"), "failed 1007");
    row("8.1 text ends within a letter", text("abc\xE2\x82"), "failed 1007");
    row("8.1 surrogate", text("\xED\xA0\x80"), "failed 1007");
    row("8.1 fragments end within a letter", first("\xE2") + last("\x82"), "failed 1007");
    row("8.1 empty last fragment ends within a letter", first("\xE2\x82") + last(""), "failed 1007");
    row("10.4 message too long", frame(Opcode::Binary, QByteArray(limit + 1, 'x')), "failed 1009");
    row("10.4 fragments too long", frame(Opcode::Binary, QByteArray(limit, 'x'), {.fin = false}) + last("x"),
        "failed 1009");
    row("10.4 the longest length there is", hex("82ff7fffffffffffffff00000000"), "failed 1009");
    row("7.1.7 good frames before count", text("a") + frame(Opcode::Ping, "b") + hex("83"),
        "text(a) ping(b) failed 1002");
}

void TestSession::refuses()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, begins);
    SessionContext context(limit);
    const Outcome expected = run(context, {}, whole(view(in)));
    QVERIFY2(expected.said.starts_with(view(begins)), expected.said.substr(0, 200).c_str());
    QVERIFY(bytes(expected.out).endsWith(refusal(bytes(expected.said))));
    QCOMPARE(bytes(expected.out).count('\x88'), 1);
    QVERIFY(expected.phase == Session::Phase::Failed);
    const QByteArray more = in + text("ignored") + closing(1000);
    for (const Reading reading : {Reading::Copying, Reading::InPlace}) {
        for (const Pieces &pieces : allCuts(view(more), 4))
            QVERIFY(run(context, {}, pieces, reading) == expected);
    }
}

void TestSession::refusesAtTheFirstBadByte_data()
{
    QTest::addColumn<QByteArray>("in"); // the last byte is the one that breaks a rule; each front breaks none
    QTest::newRow("5.2 reserved opcode: first byte") << hex("83");
    QTest::newRow("5.1 unmasked: second byte") << hex("8105");
    QTest::newRow("5.2 all ones: last byte of the length") << hex("82ffffffffffffffffff");
    QTest::newRow("8.1 bad byte of a long text") << hex("81fe00c800000000") + QByteArray(100, 'x') + hex("ff");
    QTest::newRow("8.1 surrogate in a long text") << hex("81fe00c800000000") + hex("eda0");
    QTest::newRow("8.1 above U+10FFFF in a fragment") << first("\xF4") + hex("00810000000090");
    QTest::newRow("8.1 bad byte in an unfinished fragment") << hex("0185") + QByteArray(4, '\0') + hex("61ff");
    QTest::newRow("10.4 too long: last byte of the head") << hex("82ff000000001000000000000000");
}

void TestSession::refusesAtTheFirstBadByte()
{
    QFETCH(QByteArray, in);
    SessionContext context(limit);
    for (const Pieces &pieces : allCuts(view(in).substr(0, view(in).size() - 1), 4))
        QVERIFY(run(context, {}, pieces).phase == Session::Phase::Open);
    for (const Pieces &pieces : allCuts(view(in), 4))
        QVERIFY(run(context, {}, pieces).phase == Session::Phase::Failed);
}

void TestSession::closesOnce_data()
{
    QTest::addColumn<QByteArray>("in"); // after our close frame
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("out"); // after our close frame
    const auto row = [](const char *name, const QByteArray &in, const QByteArray &said, const QByteArray &out = {}) {
        QTest::newRow(name) << in << said << out;
    };
    row("7.1.2 the peer answers", closing(1001), "closed 1001()");
    row("7.1.2 messages are dropped", text("a") + first("b") + closing(1001), "closed 1001()");
    row("5.5.2 pings are still answered", frame(Opcode::Ping, "p") + closing(1001), "ping(p) closed 1001()",
        hex("8a0170"));
    row("7.1.7 rules still hold", hex("83"), "failed 1002(the opcode is reserved)");
    row("5.5.1 a bad close frame", frame(Opcode::Close, "x"),
        "failed 1002(a close frame carries no or at least two bytes)");
}

void TestSession::closesOnce()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, out);
    SessionContext context(limit);
    for (const Pieces &pieces : allCuts(view(in), 4)) {
        Session session(context);
        Transcript transcript;
        std::string written;
        std::string begun = first("begun").toStdString();
        session.receive(begun, written, transcript);
        QVERIFY(session.close(1001, "going", written));
        QVERIFY(!session.close(1000, {}, written));
        QVERIFY(!session.send(Opcode::Text, "late", written));
        QVERIFY(!session.sendHead(Opcode::Text, 4, written));
        QVERIFY(!session.sendControl(Opcode::Ping, "late", written));
        QVERIFY(session.phase() == Session::Phase::Closing);
        for (const std::string_view piece : pieces) {
            std::string copy(piece);
            session.receive(copy, written, transcript);
        }
        QCOMPARE(bytes(transcript.said), said);
        QCOMPARE(bytes(written), bytes(encode(Opcode::Close, closePayload(1001, "going"))) + out);
        QVERIFY(session.space().empty());
    }
}

void TestSession::wholeMessagesAreBorrowed_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("echo");
    QTest::addColumn<int>("rows");      ///< of echoes that lie one behind the other
    QTest::addColumn<bool>("isCopied"); ///< what was told first

    const auto row = [](const char *name, const QByteArray &in, const QList<QByteArray> &messages, int rows,
                        bool isCopied = false) {
        QByteArray echo;
        for (const QByteArray &message : messages)
            echo += bytes(encode(Opcode::Text, view(message)));
        QTest::newRow(name) << in << echo << rows << isCopied;
    };
    const QByteArray medium(1000, 'm');
    const QByteArray longest(limit, 'l');
    row("one", text("Hello"), {"Hello"}, 1);
    row("empty ones", text("") + text("") + text("end"), {"", "", "end"}, 1);
    row("of many sizes", text("a") + text(medium) + text(medium.left(125)) + text(medium.left(126)),
        {"a", medium, medium.left(125), medium.left(126)}, 1);
    row("around a ping", text("one") + frame(Opcode::Ping, "p") + text("two"), {"one", "two"}, 2);
    row("behind a long one", text(longest) + text("a") + text(medium), {longest, "a", medium}, 1);
    row("behind a fragment without payload", first("") + last(medium) + text("two"), {medium, "two"}, 1);
    row("behind a message in fragments", first("a") + last("b") + text("one") + text("two"), {"one", "two"}, 1, true);
}

/// Each may be written with its head where it was told, until all that was received is dealt with.
void TestSession::wholeMessagesAreBorrowed()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, echo);
    QFETCH(int, rows);
    QFETCH(bool, isCopied);
    struct Echo final : Transcript
    {
        std::span<char> source;
        std::vector<std::span<char>> frames; ///< each in its place

        void message(Opcode opcode, std::string_view payload) override
        {
            if (payload.data() < source.data() || payload.data() > source.data() + source.size())
                return;
            const std::size_t head = serverHeaderSize(payload.size());
            char *const at = source.data() + (payload.data() - source.data()) - head;
            QVERIFY(at >= source.data());
            writeHeader(at, opcode, payload.size());
            frames.emplace_back(at, head + payload.size());
        }
    } echoed;
    std::string bytes = in.toStdString();
    echoed.source = bytes;
    SessionContext context(limit);
    Session session(context);
    std::string out;
    session.receive(bytes, out, echoed);
    QCOMPARE(context.buffers.keptBytes() > 0, isCopied);
    QByteArray all;
    int found = 0;
    for (std::size_t index = 0; index < echoed.frames.size(); ++index) {
        const std::span<char> frame = echoed.frames[index];
        found += index == 0 || frame.data() != echoed.frames[index - 1].data() + echoed.frames[index - 1].size();
        all.append(frame.data(), qsizetype(frame.size()));
    }
    QCOMPARE(all, echo);
    QCOMPARE(found, rows);
}

void TestSession::spaceIsForPayloadOnly()
{
    SessionContext context(limit);
    Session session(context);
    Transcript transcript;
    std::string out;
    const auto feed = [&](QByteArray in) {
        session.receive({in.data(), std::size_t(in.size())}, out, transcript);
        return session.space().size();
    };
    QCOMPARE(feed({}), std::size_t(0));
    const QByteArray message = text(QByteArray(50000, 'x'));
    QCOMPARE(feed(message.left(3)), std::size_t(0));
    QVERIFY(session.awaitsRest());
    QCOMPARE(feed(message.mid(3, 1005)), std::size_t(49000));
    QVERIFY(session.awaitsRest());
    QCOMPARE(feed(message.mid(1008)), std::size_t(0));
    QVERIFY(!session.awaitsRest());
    QCOMPARE(feed(first("abc")), std::size_t(0));
    QVERIFY(session.awaitsRest());
    QCOMPARE(feed(frame(Opcode::Ping, "hello").left(8)), std::size_t(0));
    QCOMPARE(feed(frame(Opcode::Ping, "hello").mid(8) + last("d")), std::size_t(0));
    QVERIFY(bytes(transcript.said).endsWith(" ping(hello) text(abcd)"));
    QCOMPARE(feed(message.left(1000)), std::size_t(50000 - 992));
    QVERIFY(session.close(1000, {}, out));
    QVERIFY(session.space().empty());
}

void TestSession::sends()
{
    SessionContext context(limit);
    Session session(context);
    std::string out("before");
    QVERIFY(session.send(Opcode::Text, "Hello", out));
    QVERIFY(session.send(Opcode::Binary, std::string(300, 'x'), out));
    QVERIFY(session.sendHead(Opcode::Binary, 70000, out));
    QVERIFY(session.sendControl(Opcode::Ping, "p", out));
    QVERIFY(session.sendControl(Opcode::Pong, std::string(200, 'x'), out));
    QVERIFY(session.close(4000, std::string(200, 'r'), out));
    QCOMPARE(bytes(out),
             "before" + hex("810548656c6c6f") + hex("827e012c") + QByteArray(300, 'x') + hex("827f0000000000011170")
                 + hex("890170") + hex("8a7d") + QByteArray(125, 'x') + hex("887d0fa0") + QByteArray(123, 'r'));
    QVERIFY(!session.compresses());
    QVERIFY(!session.keepsContext());
}

void TestSession::eventsMayCallBack()
{
    struct Caller final : Transcript
    {
        void message(Opcode opcode, std::string_view payload) override
        {
            Transcript::message(opcode, payload);
            session->send(opcode, payload, *out);
            if (payload == "close")
                session->close(1000, {}, *out);
            if (payload == "ignore")
                session->ignore();
        }
        Session *session = nullptr;
        std::string *out = nullptr;
    };
    for (const QByteArray &word : {QByteArray("close"), QByteArray("ignore")}) {
        SessionContext context(limit);
        Session session(context);
        std::string out;
        Caller caller;
        caller.session = &session;
        caller.out = &out;
        std::string in = (text("a") + first(word.left(2)) + last(word.mid(2)) + text("dropped")).toStdString();
        session.receive(in, out, caller);
        QCOMPARE(bytes(caller.said), "text(a) text(" + word + ")");
        QCOMPARE(bytes(out),
                 hex("810161") + bytes(encode(Opcode::Text, view(word)))
                     + (word == "close" ? hex("880203e8") : QByteArray()));
    }
}

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
