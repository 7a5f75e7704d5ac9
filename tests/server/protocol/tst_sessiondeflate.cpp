// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"
#include "tests/server/protocol/frames.h"
#include "tests/server/protocol/transcript.h"
#include "tests/support/inflated.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;
using namespace porthole::tests;

namespace {

DeflateParameters takeover(bool kept) { return {.serverContextTakeover = kept, .clientContextTakeover = kept}; }

} // namespace

class TestSessionDeflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inflates_data();
    void inflates();
    void bombTakesNoMoreThanTheLimit();
    void sendsCompressed_data();
    void sendsCompressed();
    void oneEncodingForAll();
    void memoryIsGivenBack();
};

void TestSessionDeflate::inflates_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QByteArray &in, const QByteArray &said) {
        QTest::newRow(name) << in << said;
    };
    const QByteArray hello = hex("f248cdc9c90700");
    const auto compressed = [](const QByteArray &payload, bool fin = true, Opcode opcode = Opcode::Text) {
        return frame(opcode, payload, {.fin = fin, .rsv1 = true});
    };
    row("7692 7.2.3.1 one frame", compressed(hello), "text(Hello)");
    row("7692 7.2.3.1 two frames", compressed(hex("f248cd"), false) + last(hex("c9c90700")), "text(Hello)");
    row("7692 7.2.3.2 context taken over", compressed(hello) + compressed(hex("f200110000")),
        "text(Hello) text(Hello)");
    row("7692 7.2.3.3 stored", compressed(hex("000500faff48656c6c6f00")), "text(Hello)");
    row("7692 7.2.3.4 final block", compressed(hex("f348cdc9c9070000")), "text(Hello)");
    row("7692 7.2.3.6 empty", compressed(hex("00")), "text()");
    row("7692 6 not compressed between compressed", compressed(hello) + text("plain") + compressed(hex("f200110000")),
        "text(Hello) text(plain) text(Hello)");
    row("7692 6 empty fragments", compressed("", false) + next(hello) + last(""), "text(Hello)");
    row("7692 6 ping between", compressed(hex("f248cd"), false) + frame(Opcode::Ping, "") + last(hex("c9c90700")),
        "ping() text(Hello)");
    row("7692 6 binary", compressed(hello, true, Opcode::Binary), "binary(Hello)");
    row("no payload at all", compressed(""), "text()");
    row("7692 6.1 RSV1 on a continuation", compressed(hello, false) + frame(Opcode::Continuation, "", {.rsv1 = true}),
        "failed 1002(a reserved bit is set)");
    row("7692 6.1 RSV1 on a ping", frame(Opcode::Ping, "", {.rsv1 = true}), "failed 1002(a reserved bit is set)");
    row("5.2 RSV2 still refused", hex("e180"), "failed 1002(a reserved bit is set)");
    row("7692 7.2.2 corrupt", compressed(hex("ffff")), "failed 1007(a compressed message cannot be inflated)");
    row("7692 7.2.2 cut short", compressed(hex("f248cd")), "failed 1007(a compressed message cannot be inflated)");
    row("8.1 inflated text is not UTF-8", compressed(hex("000100feffff00")),
        "failed 1007(a text message must be UTF-8)");
    row("8.1 inflated text ends within a letter", compressed(hex("000100feffe200")),
        "failed 1007(a text message must be UTF-8)");
    row("8.1 bad UTF-8 comes before bad deflate", compressed(hex("000100feffffffff")),
        "failed 1007(a text message must be UTF-8)");
}

void TestSessionDeflate::inflates()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, said);
    SessionContext context(limit);
    for (const Reading reading : {Reading::Copying, Reading::InPlace}) {
        for (const Pieces &pieces : allCuts(view(in), 6))
            QCOMPARE(bytes(run(context, takeover(true), pieces, reading).said), said);
    }
}

void TestSessionDeflate::bombTakesNoMoreThanTheLimit()
{
    std::string bomb;
    Deflater(15, 9, 9).compress(std::string(50'000'000, 'x'), false, bomb);
    const QByteArray in = frame(Opcode::Text, bytes(bomb), {.rsv1 = true});
    SessionContext context(limit);
    const Outcome outcome = run(context, takeover(false), whole(view(in)));
    QVERIFY(outcome.said.starts_with("failed 1009"));
    QVERIFY(context.buffers.keptBytes() <= 2 * limit);
    QVERIFY(run(context, takeover(false), randomPieces(view(in), 1)) == outcome);

    std::string longest;
    Deflater(15, 9, 9).compress(std::string(limit, 'x'), false, longest);
    const QByteArray fits = frame(Opcode::Text, bytes(longest), {.rsv1 = true});
    QCOMPARE(run(context, takeover(false), whole(view(fits))).said, "text(" + std::string(limit, 'x') + ")");
}

void TestSessionDeflate::sendsCompressed_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<int>("bits");
    for (const bool kept : {false, true}) {
        for (const int bits : {8, 9, 15})
            QTest::addRow("7692 7.1 context %s, %d bits", kept ? "kept" : "not kept", bits) << kept << bits;
    }
}

void TestSessionDeflate::sendsCompressed()
{
    QFETCH(bool, kept);
    QFETCH(int, bits);
    SessionContext context(limit, {.level = 6, .minSize = 10});
    DeflateParameters parameters = takeover(kept);
    parameters.serverWindowBits = std::uint8_t(bits);
    Session session(context, parameters);
    QVERIFY(session.compresses());
    QCOMPARE(session.keepsContext(), kept);
    QCOMPARE(session.windowBits(), bits);
    Inflater peer;
    std::vector<std::size_t> sizes;
    for (int i = 0; i < 3; ++i) {
        const std::string message = "porthole, porthole, porthole and porthole";
        std::string out;
        QVERIFY(session.send(Opcode::Text, message, out));
        QCOMPARE(out[0], '\xc1');
        QCOMPARE(std::size_t(out[1]), out.size() - 2);
        sizes.push_back(out.size());
        std::string_view in = std::string_view(out).substr(2);
        std::vector<char> memory(1000);
        std::span<char> room(memory);
        QCOMPARE(peer.run(in, room), Inflater::Step::NeedInput);
        QCOMPARE(std::string(memory.data(), memory.size() - room.size()), message);
        in = peer.tail();
        QCOMPARE(peer.run(in, room), Inflater::Step::NeedInput);
        test::endMessage(peer, kept ? bits : test::noContext);
        if (i == 1)
            session.forgetContext();
    }
    QCOMPARE(sizes[1] < sizes[0], kept);
    QCOMPARE(sizes[2], sizes[0]);
    std::string out;
    QVERIFY(session.send(Opcode::Text, "short", out));
    QVERIFY(session.sendHead(Opcode::Text, 9, out));
    QVERIFY(!session.sendHead(Opcode::Text, 10, out));
    QCOMPARE(bytes(out), hex("810573686f72748109"));
}

void TestSessionDeflate::oneEncodingForAll()
{
    SessionContext context(limit, {.level = 6, .minSize = 10});
    Session session(context, takeover(false));
    const std::string message(1000, 'x');
    std::string alone;
    QVERIFY(session.send(Opcode::Text, message, alone));
    QCOMPARE(encodeCompressed(context, Opcode::Text, message, session.windowBits()), alone);
    QCOMPARE(encodeCompressed(context, Opcode::Text, "0123456789", 15), encode(Opcode::Text, "0123456789")); // no gain
    QCOMPARE(encodeCompressed(context, Opcode::Text, "xxxxxxxxx", 15), encode(Opcode::Text, "xxxxxxxxx"));
}

void TestSessionDeflate::memoryIsGivenBack()
{
    SessionContext context(limit);
    {
        Session session(context, takeover(false));
        Transcript transcript;
        std::string out;
        std::string in = (first("abc") + frame(Opcode::Ping, "")).toStdString();
        session.receive(in, out, transcript);
        QCOMPARE(context.buffers.keptBytes(), std::size_t(0));
        in = (last("d") + frame(Opcode::Text, hex("f248cd"), {.fin = false, .rsv1 = true})).toStdString();
        session.receive(in, out, transcript);
        QCOMPARE(context.deflate.kept(), std::size_t(0));
        in = last(hex("c9c90700")).toStdString();
        session.receive(in, out, transcript);
        QCOMPARE(transcript.said, std::string("ping() text(abcd) text(Hello)"));
        QCOMPARE(context.deflate.kept(), std::size_t(1));
        in = first("unfinished").toStdString();
        session.receive(in, out, transcript);
    }
    QVERIFY(context.buffers.keptBytes() > 0);
    context.trim();
    QCOMPARE(context.buffers.keptBytes() + context.deflate.kept(), std::size_t(0));
    QVERIFY(sizeof(Session) <= 400);
}

QTEST_APPLESS_MAIN(TestSessionDeflate)
#include "tst_sessiondeflate.moc"
