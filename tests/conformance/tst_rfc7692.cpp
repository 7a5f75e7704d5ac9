// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"
#include "tests/server/protocol/frames.h"
#include "tests/support/inflated.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace porthole::tests;
using protocol::Inflater;

namespace {

Settings compressing(bool contexts)
{
    Settings settings = EchoServer::echoSettings();
    settings.engine = EngineKind::Native;
    settings.compression = {.on = true, .minSize = 0, .serverContext = contexts, .clientContext = contexts};
    return settings;
}

QByteArray compressed(const QByteArray &payload, bool fin = true, Opcode opcode = Opcode::Text)
{
    return frame(opcode, payload, {.fin = fin, .rsv1 = true});
}

/// zlib's own work, cut as 7.2.1 says.
QByteArray deflated(const QByteArray &message)
{
    protocol::Deflater deflater(15, 6, 8);
    std::string out;
    deflater.compress(view(message), false, out);
    return bytes(out);
}

} // namespace

/// RFC 7692 sections 6 and 7, permessage-deflate. Engine native, which alone has it.
class TestRfc7692 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_apart.start() && m_contexts.start() && m_off.start()); }
    void offers_data();
    void offers();
    void messages_data();
    void messages();
    void notAgreed_data();
    void notAgreed();
    void bombStopsAtTheLimit();

private:
    QByteArray talk(const EchoServer &server, const QByteArray &in, Writing writing, bool keepContext) const;

    EchoServer m_apart{compressing(false)};
    EchoServer m_contexts{compressing(true)};
    EchoServer m_off{[] {
        Settings settings = EchoServer::echoSettings();
        settings.engine = EngineKind::Native;
        return settings;
    }()};
};

void TestRfc7692::offers_data()
{
    QTest::addColumn<bool>("contexts");
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("answer");

    const QByteArray apart = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    const auto row = [](const char *rule, bool contexts, const QByteArray &offer, const QByteArray &answer) {
        QTest::newRow(rule) << contexts << offer << answer;
    };
    row("7.1 the bare offer", true, "permessage-deflate", "permessage-deflate");
    row("7.1 the bare offer, no contexts here", false, "permessage-deflate", apart);
    row("7.1.1.1 server_no_context_takeover", true, "permessage-deflate; server_no_context_takeover",
        "permessage-deflate; server_no_context_takeover");
    row("7.1.1.2 client_no_context_takeover", true, "permessage-deflate; client_no_context_takeover",
        "permessage-deflate; client_no_context_takeover");
    row("7.1.1 both", true, apart, apart);
    for (int bits = 8; bits <= 15; ++bits) {
        const QByteArray parameter = "permessage-deflate; server_max_window_bits=" + QByteArray::number(bits);
        row(("7.1.2.1 " + parameter.mid(20)).constData(), true, parameter, parameter);
        QTest::newRow(("7.1.2.2 client_max_window_bits=" + QByteArray::number(bits)).constData())
            << true << "permessage-deflate; client_max_window_bits=" + QByteArray::number(bits)
            << (bits == 15 ? QByteArray("permessage-deflate")
                           : "permessage-deflate; client_max_window_bits=" + QByteArray::number(bits));
    }
    row("7.1.2.2 client_max_window_bits alone", true, "permessage-deflate; client_max_window_bits",
        "permessage-deflate");
    row("9.1 a value in quotes", true, "permessage-deflate; server_max_window_bits=\"10\"",
        "permessage-deflate; server_max_window_bits=10");
    row("5 two offers, the first", true, "permessage-deflate; server_max_window_bits=10, permessage-deflate",
        "permessage-deflate; server_max_window_bits=10");
    row("5 two offers, the second", true, "permessage-deflate; server_max_window_bits=7, permessage-deflate",
        "permessage-deflate");
    row("9.1 beside another extension", true, "x-other; a=1, permessage-deflate", "permessage-deflate");
    for (const char *bogus :
         {"permessage-deflate; server_max_window_bits", "permessage-deflate; server_max_window_bits=7",
          "permessage-deflate; server_max_window_bits=16", "permessage-deflate; server_max_window_bits=08",
          "permessage-deflate; server_max_window_bits=+9", "permessage-deflate; server_max_window_bits=x",
          "permessage-deflate; client_max_window_bits=7", "permessage-deflate; client_max_window_bits=16",
          "permessage-deflate; client_max_window_bits=0", "permessage-deflate; server_no_context_takeover=1",
          "permessage-deflate; client_no_context_takeover=true", "permessage-deflate; unheard_of",
          "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
          "permessage-deflate; server_max_window_bits=9; server_max_window_bits=9", "PerMessage-Deflate2",
          "permessage-bzip2"})
        QTest::newRow((QByteArray("7.1 refused: ") + bogus).constData()) << true << QByteArray(bogus) << QByteArray();
}

void TestRfc7692::offers()
{
    QFETCH(const bool, contexts);
    QFETCH(const QByteArray, offer);
    QFETCH(const QByteArray, answer);
    RawClient client((contexts ? m_contexts : m_apart).port());
    client.write(RawClient::handshake("/", "Sec-WebSocket-Extensions: " + offer + "\r\n"));
    const WireAnswer said{client.readHead(), {}};
    QCOMPARE(said.status(), 101);
    QCOMPARE(said.field("Sec-WebSocket-Extensions"), answer);
}

void TestRfc7692::messages_data()
{
    QTest::addColumn<bool>("contexts");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");

    const auto row = [](const char *rule, const QByteArray &in, const QByteArray &out) {
        QTest::newRow(rule) << false << in << out;
    };
    const auto contexts = [](const char *rule, const QByteArray &in, const QByteArray &out) {
        QTest::newRow(rule) << true << in << out;
    };
    const QByteArray hello = hex("f248cdc9c90700");
    const QByteArray wave = hex("f09f8c8a");
    row("7.2.3.1 one frame", compressed(hello), "text(Hello)");
    row("7.2.3.1 two frames", compressed(hex("f248cd"), false) + last(hex("c9c90700")), "text(Hello)");
    contexts("7.2.3.2 refers to the message before", compressed(hello) + compressed(hex("f200110000")),
             "text(Hello) text(Hello)");
    row("7.2.3.3 a block without compression", compressed(hex("000500faff48656c6c6f00")), "text(Hello)");
    row("7.2.3.4 a final block", compressed(hex("f348cdc9c9070000")), "text(Hello)");
    contexts("7.2.3.4 a final block, then another message", compressed(hex("f348cdc9c9070000")) + compressed(hello),
             "text(Hello) text(Hello)");
    row("7.2.3.5 two blocks", compressed(hex("f24805000000ffffcac9c90700")), "text(Hello)");
    row("7.2.3.6 an empty message", compressed(hex("00")), "text()");
    row("6 an empty message in fragments", compressed("", false) + last(hex("00")), "text()");
    row("6 binary", compressed(hello, true, Opcode::Binary), "binary(Hello)");
    row("6 empty fragments", compressed("", false) + next(hello) + last(""), "text(Hello)");
    row("6 a byte a fragment",
        compressed(hello.first(1), false) + next(hello.mid(1, 1)) + next(hello.mid(2, 1)) + next(hello.mid(3, 1))
            + last(hello.mid(4)),
        "text(Hello)");
    row("6 not compressed", tests::text("plain"), "text(plain)");
    row("6 not compressed among compressed", compressed(hello) + tests::text("plain") + compressed(hello),
        "text(Hello) text(plain) text(Hello)");
    row("6.1 a ping between, as it is",
        compressed(hex("f248cd"), false) + frame(Opcode::Ping, "p") + last(hex("c9c90700")), "pong(p) text(Hello)");
    row("6.1 a close, as it is", compressed(hello) + closing(1000), "text(Hello) close(1000) end");
    for (const int size : {125, 126, 65'535, 65'536, 262'144}) {
        const QByteArray letters = QByteArray("0123456789abcdef").repeated(size / 16 + 1).first(size);
        QTest::newRow(("7.2 of " + QByteArray::number(size)).constData())
            << false << compressed(deflated(letters)) << "text(" + shortly(letters) + ")";
    }
    row("8.1 a letter across fragments", compressed(deflated(wave).first(3), false) + last(deflated(wave).mid(3)),
        "text(" + wave + ")");
    row("6.1 RSV1 on a continuation", compressed(hello, false) + frame(Opcode::Continuation, "", {.rsv1 = true}),
        "close(1002) end");
    row("6.1 RSV1 on a ping", frame(Opcode::Ping, "", {.rsv1 = true}), "close(1002) end");
    row("6.1 RSV1 on a close", frame(Opcode::Close, hex("03e8"), {.rsv1 = true}), "close(1002) end");
    row("5.2 RSV2", rawFrame(0xA1, 0x85, "", "hello"), "close(1002) end");
    row("5.2 RSV1 and RSV3", rawFrame(0xD1, 0x85, "", "hello"), "close(1002) end");
    row("7.2.2 cannot be inflated", compressed(hex("ffffffff")), "close(1007) end");
    row("7.2.2 cut short", compressed(hex("f248cd")), "close(1007) end");
    row("7.2.2 refers to what is not there", compressed(hex("f200110000")), "close(1007) end");
    row("7.1.7 a good message before one that cannot be inflated", compressed(hello) + compressed(hex("ffffffff")),
        "text(Hello) close(1007) end");
    row("8.1 inflates to what is not UTF-8", compressed(hex("000100feffff00")), "close(1007) end");
    row("8.1 inflates to half a letter", compressed(hex("000100feffe200")), "close(1007) end");
    row("7.4.1 inflates to more than the limit", compressed(deflated(QByteArray(262'145, 'a'))), "close(1009) end");
    row("7.4.1 a bomb of 16 MiB", compressed(deflated(QByteArray(16 << 20, 'a'))), "close(1009) end");
}

QByteArray TestRfc7692::talk(const EchoServer &server, const QByteArray &in, Writing writing, bool keepContext) const
{
    RawClient client(server.port());
    if (!client.open("/", "Sec-WebSocket-Extensions: permessage-deflate\r\n"))
        return "not opened";
    write(client, in, writing);
    client.write(closing(endOfRow));
    Inflater inflater;
    return readRow(client, [&](WireFrame &got) {
        if (std::exchange(got.rsv1, false))
            got.payload = inflated(inflater, got.payload, keepContext ? 15 : noContext);
        else if (got.payload.size() > 125)
            got.payload = "not compressed";
    });
}

void TestRfc7692::messages()
{
    QFETCH(const bool, contexts);
    QFETCH(const QByteArray, in);
    QFETCH(const QByteArray, out);
    for (const Writing writing : {Writing::Whole, Writing::Dribbled}) {
        QCOMPARE(talk(contexts ? m_contexts : m_apart, in, writing, contexts), out);
        if (!contexts && !in.contains(hex("f20011")))
            QCOMPARE(talk(m_contexts, in, writing, true), out);
    }
}

/// 6: without an agreement there is no compression, and RSV1 is a bit like the others.
void TestRfc7692::notAgreed_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<bool>("off");
    QTest::newRow("not offered") << QByteArray() << false;
    QTest::newRow("refused") << QByteArray("Sec-WebSocket-Extensions: permessage-deflate; unheard_of\r\n") << false;
    QTest::newRow("switched off") << QByteArray("Sec-WebSocket-Extensions: permessage-deflate\r\n") << true;
}

void TestRfc7692::notAgreed()
{
    QFETCH(const QByteArray, offer);
    QFETCH(const bool, off);
    const quint16 port = (off ? m_off : m_apart).port();
    const QByteArray long_(5000, 'a');
    QCOMPARE(conversation(port, tests::text(long_), Writing::Whole, offer), "text(" + shortly(long_) + ")");
    QCOMPARE(conversation(port, compressed(hex("f248cdc9c90700")), Writing::Whole, offer),
             QByteArray("close(1002) end"));
}

/// The close comes inside the read that passes the limit: the rest of a message without end need not be sent.
void TestRfc7692::bombStopsAtTheLimit()
{
    RawClient client(m_apart.port());
    QVERIFY(client.open("/", "Sec-WebSocket-Extensions: permessage-deflate\r\n"));
    client.write(compressed(deflated(QByteArray(64 << 20, 'a')).first(2000), false));
    const auto got = client.readFrame();
    QVERIFY(got);
    QCOMPARE(wordOf(*got), QByteArray("close(1009)"));
}

QTEST_GUILESS_MAIN(TestRfc7692)
#include "tst_rfc7692.moc"
