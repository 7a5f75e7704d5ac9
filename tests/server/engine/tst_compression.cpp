// SPDX-License-Identifier: MIT
#include "tests/support/inflated.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/monitor/local/localmonitor.h"
#include "server/protocol/framewriter.h"

#include <QTest>
#include <QUrl>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

constexpr auto offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

Settings compressing()
{
    Settings settings = testSettings();
    settings.engine = EngineKind::Native;
    settings.compression = {.on = true, .minSize = 16};
    return settings;
}

QByteArray compressedFrame(Opcode opcode, protocol::Deflater &deflater, const QByteArray &payload)
{
    std::string compressed;
    deflater.compress({payload.data(), size_t(payload.size())}, true, compressed);
    return QByteArray::fromStdString(protocol::encodeMasked(opcode, compressed, {'k', 'e', 'y', 's'}, {.rsv1 = true}));
}

QByteArray textOf(protocol::Inflater &inflater, const WireFrame &frame, int contextBits)
{
    return frame.rsv1 ? inflated(inflater, frame.payload, contextBits) : frame.payload;
}

QByteArray sentence(int number)
{
    return QByteArray("the same words each time, the same words each time, but for ") + QByteArray::number(number);
}

/// Bytes that no compressor makes shorter.
QByteArray noise(int size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes) {
        seed = seed * 1'664'525 + 1'013'904'223;
        byte = char(seed >> 24);
    }
    return bytes;
}

} // namespace

/// permessage-deflate through the whole server: RFC 7692 over a real socket.
class TestCompression final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreement_data();
    void agreement();
    void reloadIsForThoseWhoCome();
    void listenerHasItsOwn();
    void echoes_data();
    void echoes();
    void shortMessagesGoOutAsTheyAre();
    void broadcastReachesAllKindsOfClients();
    void droppedMessagesAreNotReferredTo_data();
    void droppedMessagesAreNotReferredTo();
    void queueIsCountedAsItGoesOut();
    void unusedContextIsGivenBack();
    void bombIsRefused();
    void isShownInTheClientsRow();
};

void TestCompression::agreement_data()
{
    QTest::addColumn<CompressionSettings>("settings");
    QTest::addColumn<QByteArray>("offers");
    QTest::addColumn<QByteArray>("answer");

    const CompressionSettings plain{.on = true};
    const CompressionSettings contexts{.on = true, .serverContext = true, .clientContext = true};
    const CompressionSettings small{.on = true, .windowBits = 9, .clientWindowBits = 10};
    const QByteArray none("permessage-deflate; server_no_context_takeover; client_no_context_takeover");
    const auto row = [](const char *rule, const CompressionSettings &settings, const QByteArray &offers,
                        const QByteArray &answer) { QTest::newRow(rule) << settings << offers << answer; };
    row("7.1 offered, and off here", {}, "permessage-deflate", "");
    row("7.1 not offered", plain, "", "");
    row("7.1 the least offer", plain, "permessage-deflate", none);
    row("7.1.1 contexts", contexts, "permessage-deflate", "permessage-deflate");
    row("7.1.1.1 server_no_context_takeover", contexts, "permessage-deflate; server_no_context_takeover",
        "permessage-deflate; server_no_context_takeover");
    row("7.1.1.2 client_no_context_takeover", contexts, "permessage-deflate; client_no_context_takeover",
        "permessage-deflate; client_no_context_takeover");
    row("7.1.2.1 server_max_window_bits", contexts, "permessage-deflate; server_max_window_bits=12",
        "permessage-deflate; server_max_window_bits=12");
    row("7.1.2 windows of ours", small, "permessage-deflate; client_max_window_bits",
        none + "; server_max_window_bits=9; client_max_window_bits=10");
    row("7.1 the second offer", plain, "permessage-deflate; server_max_window_bits=16, permessage-deflate", none);
    row("7.1 unknown parameter", plain, "permessage-deflate; speed=9", "");
    row("9.1 another extension", plain, "x-webkit-deflate-frame", "");
}

void TestCompression::agreement()
{
    QFETCH(const CompressionSettings, settings);
    QFETCH(const QByteArray, offers);
    QFETCH(const QByteArray, answer);
    Settings all = testSettings();
    all.engine = EngineKind::Native;
    all.compression = settings;
    RecordedServer server(all);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake("/", offers.isEmpty() ? "" : "Sec-WebSocket-Extensions: " + offers + "\r\n"));
    const WireAnswer said{client.readHead(), {}};
    QCOMPARE(said.status(), 101);
    QCOMPARE(said.field("Sec-WebSocket-Extensions"), answer);
}

void TestCompression::reloadIsForThoseWhoCome()
{
    RecordedServer server(compressing(), true);
    QVERIFY(server.start());
    RawClient before(server.port());
    QVERIFY(before.open("/", offer));

    Settings settings = server.server().settings();
    settings.compression.on = false;
    QVERIFY(server.server().reload(settings));
    const auto offersInVain = [&server] {
        RawClient after(server.port());
        after.write(RawClient::handshake("/", offer));
        return WireAnswer{after.readHead(), {}}.field("Sec-WebSocket-Extensions").isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(offersInVain(), 20'000);

    before.write(RawClient::frame(Opcode::Text, sentence(1)));
    const auto reply = before.readFrame();
    QVERIFY(reply && reply->rsv1);
}

void TestCompression::listenerHasItsOwn()
{
    Settings plain = testSettings();
    plain.engine = EngineKind::Native;
    RecordedServer server(plain);
    Settings own;
    own.compression.on = true;
    server.server().listen({.port = 0, .tls = plain.tls, .settings = own});
    QVERIFY(server.start());
    for (const auto &[index, isOn] : {std::pair{0, false}, {1, true}}) {
        RawClient client(quint16(QUrl(server.server().urls().at(index)).port()));
        client.write(RawClient::handshake("/", offer));
        const WireAnswer said{client.readHead(), {}};
        QCOMPARE(said.status(), 101);
        QCOMPARE(!said.field("Sec-WebSocket-Extensions").isEmpty(), isOn);
    }
}

void TestCompression::echoes_data()
{
    QTest::addColumn<bool>("server");
    QTest::addColumn<bool>("client");
    QTest::addColumn<int>("bits");
    for (const bool server : {false, true}) {
        for (const bool client : {false, true}) {
            for (const int bits : {8, 9, 12, 15})
                QTest::addRow("7.1 server context %d, client context %d, windows %d", server, client, bits)
                    << server << client << bits;
        }
    }
}

void TestCompression::echoes()
{
    QFETCH(const bool, server);
    QFETCH(const bool, client);
    QFETCH(const int, bits);
    Settings settings = compressing();
    settings.compression.serverContext = server;
    settings.compression.clientContext = client;
    settings.compression.windowBits = bits;
    settings.compression.clientWindowBits = bits;
    RecordedServer echo(settings, true);
    QVERIFY(echo.start());
    RawClient peer(echo.port());
    QVERIFY(peer.open("/", offer));
    protocol::Inflater inflater;
    qsizetype first = 0;
    std::unique_ptr<protocol::Deflater> deflater;
    for (int number = 0; number < 5; ++number) {
        if (!client || !deflater)
            deflater = std::make_unique<protocol::Deflater>(bits, 6, 8);
        const QByteArray message = sentence(number).repeated(number == 4 ? 5'000 : 1);
        peer.write(compressedFrame(Opcode::Text, *deflater, message));
        const auto reply = peer.readFrame();
        QVERIFY(reply && reply->rsv1);
        QCOMPARE(inflated(inflater, reply->payload, server ? bits : noContext), message);
        first = number == 0 ? reply->payload.size() : first;
        if (number > 0 && number < 4)
            QCOMPARE(reply->payload.size() < first, server);
    }
}

void TestCompression::shortMessagesGoOutAsTheyAre()
{
    RecordedServer server(compressing(), true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/", offer));
    client.write(RawClient::frame(Opcode::Text, QByteArray(15, 'x')) + RawClient::frame(Opcode::Binary, noise(500, 1)));
    for (const QByteArray &message : {QByteArray(15, 'x'), noise(500, 1)}) {
        const auto reply = client.readFrame();
        QVERIFY(reply && !reply->rsv1);
        QCOMPARE(reply->payload, message);
    }
}

void TestCompression::broadcastReachesAllKindsOfClients()
{
    Settings settings = compressing();
    settings.compression.serverContext = true;
    RecordedServer server(settings);
    QVERIFY(server.start());
    struct Listening
    {
        explicit Listening(quint16 port) : client(port) { }

        RawClient client;
        protocol::Inflater inflater;
    };
    std::vector<std::unique_ptr<Listening>> all;
    const QByteArray alone("Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover");
    for (const QByteArray &more :
         {QByteArray(), QByteArray(offer), alone + "\r\n", alone + "\r\n", alone + "; server_max_window_bits=9\r\n"}) {
        all.push_back(std::make_unique<Listening>(server.port()));
        QVERIFY(all.back()->client.open("/", more));
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.lines(QStringLiteral("open")).size(), qsizetype(all.size()), 20'000);
    for (int number = 0; number < 3; ++number) {
        const QByteArray message = sentence(number).repeated(40);
        server.server().broadcast(Message::text(message));
        QByteArrayList payloads;
        for (const auto &one : all) {
            const auto frame = one->client.readFrame();
            QVERIFY(frame);
            QCOMPARE(frame->rsv1, one != all.front());
            QCOMPARE(textOf(one->inflater, *frame, one == all[1] ? 15 : noContext), message);
            payloads.append(frame->payload);
        }
        QCOMPARE(payloads[2], payloads[3]);
        QCOMPARE(payloads[1].size() < payloads[2].size(), number > 0);
    }
}

void TestCompression::droppedMessagesAreNotReferredTo_data()
{
    QTest::addColumn<bool>("broadcast");
    QTest::newRow("pushed") << false;
    QTest::newRow("broadcast") << true;
}

// A slow reader with a context of ours loses messages and can still read all that come.
void TestCompression::droppedMessagesAreNotReferredTo()
{
    QFETCH(const bool, broadcast);
    Settings settings = compressing();
    settings.compression.serverContext = true;
    settings.queuePolicy = QueuePolicy::DropOldest;
    settings.queueMaxBytes = 256 * 1024;
    settings.workers = 1;
    RecordedServer server(settings);
    constexpr int count = 500;
    const auto message = [](int number) {
        return QByteArray::number(number) + ' ' + noise(40'000, quint32(number)).toHex();
    };
    std::atomic<int> sent = 0;
    const auto send = [&] {
        const Message next = Message::text(message(sent++));
        if (broadcast)
            server.server().broadcast(next);
        else
            server.server().push(server.lastOpened(), next);
    };
    server.whenMessage = [&](const Frame &) {
        do
            send();
        while (sent < count);
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    QVERIFY(client.open("/", offer));
    client.write(RawClient::frame(Opcode::Text, "all but one"));
    QTRY_COMPARE_WITH_TIMEOUT(sent, count, 30'000);
    client.socket().setReadBufferSize(0);
    protocol::Inflater inflater;
    int received = 0;
    for (int number = -1; number != count; ++received) {
        const auto frame = client.readFrame();
        QVERIFY(frame && frame->rsv1);
        const QByteArray text = inflated(inflater, frame->payload);
        const int next = text.left(text.indexOf(' ')).toInt();
        QVERIFY2(next > number, text.left(20).constData());
        QCOMPARE(text, message(next));
        number = next;
        if (number == count - 1)
            client.write(RawClient::frame(Opcode::Text, "one more"));
    }
    QVERIFY(received < count);
}

void TestCompression::queueIsCountedAsItGoesOut()
{
    Settings settings = compressing();
    settings.queuePolicy = QueuePolicy::DropNewest;
    RecordedServer server(settings);
    std::atomic<int> queued = 0;
    std::atomic<bool> isDone = false;
    server.whenOpen = [&](const Request &request) {
        const Message filler = Message::binary(noise(200'000, 1));
        while (server.server().push(request.client, filler) == PushResult::Sent) { }
        const Message smaller = Message::text(QByteArray(100'000, 'x'));
        while (queued < 50 && server.server().push(request.client, smaller) == PushResult::Queued)
            ++queued;
        isDone = true;
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.write(RawClient::handshake("/", offer));
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
    QCOMPARE(queued, 50); // five megabytes, had they to wait as they are
}

// The same message again is short while there is a context, and as long as the first when that was given back.
void TestCompression::unusedContextIsGivenBack()
{
    Settings settings = compressing();
    settings.compression.serverContext = true;
    settings.compression.idleTimeout = 1ms;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/", offer));
    protocol::Inflater inflater;
    const QByteArray message = noise(300, 7).toHex();
    const auto sizeOfReply = [&] {
        client.write(RawClient::frame(Opcode::Text, message));
        const auto reply = client.readFrame();
        return reply && inflated(inflater, reply->payload) == message ? reply->payload.size() : 0;
    };
    const qsizetype first = sizeOfReply();
    QVERIFY(first > 100);
    QVERIFY(QTest::qWaitFor([&] { return sizeOfReply() == first; }, 30'000));
}

void TestCompression::bombIsRefused()
{
    Settings settings = compressing();
    settings.messageMaxBytes = 10'000;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/", offer));
    const auto bomb = [](int size) {
        protocol::Deflater deflater(15, 9, 8);
        return compressedFrame(Opcode::Text, deflater, QByteArray(size, 'x'));
    };
    client.write(bomb(10'000));
    auto reply = client.readFrame();
    QVERIFY(reply && reply->opcode == Opcode::Text);
    client.write(bomb(10'001));
    reply = client.readFrame();
    QVERIFY(reply);
    QCOMPARE(reply->closeCode(), quint16(1009));
}

void TestCompression::isShownInTheClientsRow()
{
    Settings settings = compressing();
    settings.compression.windowBits = 11;
    settings.compression.clientContext = true;
    RecordedServer server(settings);
    LocalMonitor monitor;
    QStringList shown;
    connect(&monitor, &Monitor::updated, this, [&shown](const MonitorUpdate &update) {
        for (const ClientRow &row : update.clients)
            shown.append(row.compression);
    });
    QVERIFY(server.start());
    monitor.attach(&server.server().monitorSource());
    monitor.watch(true);
    RawClient client(server.port());
    QVERIFY(client.open("/", offer));
    QTRY_COMPARE_WITH_TIMEOUT(shown.value(0), QStringLiteral("deflate 11/15, client context"), 20'000);
    RawClient plain(server.port());
    QVERIFY(plain.open());
    QTRY_VERIFY_WITH_TIMEOUT(shown.contains(QString()), 20'000);
    monitor.detach();
}

QTEST_GUILESS_MAIN(TestCompression)
#include "tst_compression.moc"
