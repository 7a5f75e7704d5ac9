// SPDX-License-Identifier: MIT
#include "server/core/clock.h"
#include "tests/server/parity/parity.h"

#include <thread>

namespace porthole::test {

namespace {

using namespace std::chrono_literals;

void idsAreNeverReused()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    ClientId gone;
    {
        RawClient client(server.port());
        gone = opened(server, client);
        QVERIFY(gone);
    }
    QTRY_VERIFY(!server.server().exists(gone));
    RawClient next(server.port());
    const ClientId id = opened(server, next);
    QVERIFY(id > gone);
    QVERIFY(server.server().clientInfo(id)->descriptor != qintptr(id.value));
    QCOMPARE(server.server().push(gone, QStringLiteral("for the one that left")), PushResult::UnknownClient);
}

void existsAndEstablished()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    QVERIFY(!server.server().exists(ClientId{12}) && !server.server().isEstablished(ClientId{12}));
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    QVERIFY(server.server().exists(id) && server.server().isEstablished(id));
    QVERIFY(server.server().disconnect(id));
    QTRY_VERIFY(!server.server().isEstablished(id));
    QVERIFY2(server.server().exists(id), "until the peer has answered");
}

void disconnectIsChecked()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
        QVERIFY2(!server.server().disconnect(id, quint16(code)), qPrintable(QString::number(code)));
    QVERIFY(!server.server().disconnect(id, 4000, QString(124, QLatin1Char('x'))));
    QVERIFY(server.server().disconnect(id, 4000, QString(123, QLatin1Char('x'))));
    const auto frame = client.readFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), quint16(4000));
    QCOMPARE(frame->closeReason(), QByteArray(123, 'x'));
    QVERIFY2(server.lines(QStringLiteral("close")).isEmpty(), "it waits for the peer");
    client.write(RawClient::closeFrame(4000));
    QTRY_VERIFY(server.last().contains(QStringLiteral("clean server")));
}

void closeResets()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(server.server().close(opened(server, client)));
    QVERIFY(client.waitForEnd());
    QVERIFY(!server.server().close(ClientId{4711}));
    QTRY_VERIFY(server.last().contains(QStringLiteral("1006 unclean server \"aborted\"")));
}

void heartbeat()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient silent(server.port());
    RawClient guarded(server.port());
    const ClientId first = opened(server, silent);
    const ClientId second = opened(server, guarded);
    server.server().protect(second);
    QTRY_VERIFY(server.server().clientInfo(second)->isProtected);
    QTRY_COMPARE(server.server().heartbeat(1ms), QList<ClientId>{first});
    QVERIFY(server.server().heartbeat(1h).isEmpty());
    QCOMPARE(server.server().heartbeat(1ms, true), QList<ClientId>{first});
    QCOMPARE(receivesClose(silent), 1001);
    QVERIFY(server.server().isEstablished(second));
}

void idleTimeout()
{
    Settings settings = testSettings();
    settings.idleTimeout = 400ms;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient busy(server.port());
    RawClient idle(server.port());
    QVERIFY(opened(server, busy) && opened(server, idle));
    while (server.lines(QStringLiteral("close")).isEmpty()) {
        busy.write(textFrame("x"));
        QVERIFY(receives(busy, "x"));
    }
    QCOMPARE(receivesClose(idle), 1001);
    QVERIFY(server.lines(QStringLiteral("close")).first().contains(QStringLiteral("\"idle\"")));
}

void clientInfo()
{
    Settings settings = testSettings();
    settings.subprotocols = {QStringLiteral("chat")};
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1000;
    QVERIFY(!server.server().clientInfo(ClientId{4711}));
    RawClient client(server.port());
    QVERIFY(client.open("/room?name=a%20b", "Sec-WebSocket-Protocol: chat\r\nX-Own: 1\r\n"));
    client.write(textFrame("four"));
    QVERIFY(receives(client, "four"));
    QTRY_VERIFY(server.lastOpened());
    const ClientId id = server.lastOpened();
    QTRY_COMPARE(server.server().clientInfo(id)->messagesOut, quint64(1));
    const ClientInfo info = *server.server().clientInfo(id);
    QCOMPARE(info.client, id);
    QCOMPARE(info.status, WebSocketStatus::Active);
    QCOMPARE(info.path, QStringLiteral("/room"));
    QCOMPARE(info.query, QStringLiteral("name=a%20b"));
    QCOMPARE(info.headers.value("x-own"), QByteArray("1"));
    QCOMPARE(info.subprotocol, QStringLiteral("chat"));
    QCOMPARE(info.engine, toString(settings.engine));
    QCOMPARE(info.peerAddress, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(info.peerPort, client.socket().localPort());
    QCOMPARE(info.serverPort, server.port());
    QCOMPARE(info.secure, wantsTls());
    QVERIFY(info.descriptor > 2);
    QCOMPARE(info.bytesIn, quint64(4));
    QCOMPARE(info.bytesOut, quint64(4));
    QCOMPARE(info.messagesIn, quint64(1));
    for (const qint64 time : {info.connectedAt, info.lastReceived, info.lastSent, info.lastHandled})
        QVERIFY2(time >= before - qint64(10e3) && time <= before + qint64(60e6),
                 qPrintable(QString::number(time - before)));
    client.reset();
    QTRY_VERIFY(!server.server().clientInfo(id));
}

// The clock that is asked for each message stands still for some milliseconds.
void answerToAPushIsHeardOf()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    server.server().tick(50ms, [&] { server.server().push(id, QString::number(microsecondsSinceEpoch())); });
    for (quint64 answers = 1; answers <= 5; ++answers) {
        const auto question = client.readFrame();
        QVERIFY(question);
        client.write(textFrame("answer"));
        QTRY_COMPARE(server.server().clientInfo(id)->messagesIn, answers);
        const qint64 later = server.server().clientInfo(id)->lastReceived - question->payload.toLongLong();
        QVERIFY2(later >= qint64(-20e3), qPrintable(QString::number(later)));
    }
}

void infoOfWhatIsNoWebSocket()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(plain.waitForConnected());
    const ClientId id{1};
    QTRY_VERIFY(server.server().clientInfo(id));
    QCOMPARE(server.server().clientInfo(id)->status, WebSocketStatus::None);
    QCOMPARE(server.server().clientInfo(id)->peerPort, plain.localPort());
    QVERIFY(server.server().clients().isEmpty());
}

void stableCursor()
{
    Settings settings = testSettings();
    settings.workers = 2;
    RecordedServer server(settings);
    QVERIFY(server.start());
    std::vector<std::unique_ptr<RawClient>> crowd;
    QList<ClientId> ids;
    for (int index = 0; index < 10; ++index) {
        crowd.push_back(std::make_unique<RawClient>(server.port()));
        ids << opened(server, *crowd.back());
    }
    QCOMPARE(server.server().clients(), ids);
    QList<ClientId> seen = server.server().clients({}, 4);
    QCOMPARE(seen, ids.mid(0, 4));
    crowd[3]->reset(); // the one that the cursor stands at, and one still to come
    crowd[6]->reset();
    QTRY_VERIFY(!server.server().exists(ids[3]) && !server.server().exists(ids[6]));
    seen = server.server().clients(seen.last(), 4);
    QCOMPARE(seen, QList({ids[4], ids[5], ids[7], ids[8]}));
    QCOMPARE(server.server().clients(seen.last(), 4), ids.mid(9));
    QVERIFY(server.server().clients(ids.last()).isEmpty());
}

void users()
{
    Settings settings = testSettings();
    settings.workers = 2;
    const QString ann = QStringLiteral("ann");
    QList<ClientId> atClose;
    std::atomic<bool> closed = false;
    RecordedServer server(settings);
    server.whenClose = [&](const Closed &) {
        atClose = server.server().clientsOf(ann);
        closed = true;
    };
    QVERIFY(server.start());
    RawClient phone(server.port());
    RawClient desk(server.port());
    const ClientId first = opened(server, phone);
    const ClientId second = opened(server, desk);
    QVERIFY(server.server().bind(first, ann) && server.server().bind(second, ann));
    QVERIFY(!server.server().bind(ClientId{4711}, ann));
    QCOMPARE(server.server().clientsOf(ann), QList({first, second}));
    QCOMPARE(server.server().clientInfo(second)->user, ann);
    QVERIFY(server.server().bind(second, QStringLiteral("bob")));
    QCOMPARE(server.server().clientsOf(ann), QList{first});
    phone.reset();
    QTRY_VERIFY(closed);
    QCOMPARE(atClose, QList{first});
    QTRY_VERIFY(server.server().clientsOf(ann).isEmpty());
}

void valueAndTimersGoWithTheClient()
{
    std::atomic<int> ticks = 0;
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    QVERIFY(server.server().setValue(id, QStringLiteral("mine")));
    QCOMPARE(server.server().value(id).toString(), QStringLiteral("mine"));
    server.server().tick(id, 1ms, [&] { ++ticks; });
    QTRY_VERIFY(ticks > 2);
    client.reset();
    QTRY_VERIFY(!server.server().exists(id));
    QVERIFY(!server.server().value(id).isValid());
    QVERIFY(!server.server().setValue(id, 1));
    const int last = ticks;
    QTRY_COMPARE(told(server.server().timers()).size(), 0);
    QCOMPARE(ticks.load(), last);
}

} // namespace

QList<Capability> clientRows()
{
    return {{"Session ids never reused, distinct from OS fd", idsAreNeverReused},
            {"isEstablished, exists", existsAndEstablished},
            {"disconnect(code, reason) with validation, waits for peer with timeout", disconnectIsChecked},
            {"close(fd), close(fd, reset) with true RST", closeResets},
            {"Heartbeat idle/check, heartbeat() list, protect()", heartbeat},
            {"Idle timeout that resets on activity", idleTimeout},
            {"getClientInfo fields (all + bytes/msgs in/out, path, subprotocol, compression, TLS, RTT)", clientInfo},
            {"getClientInfo of who answers a push at once", answerToAPushIsHeardOf},
            {"getClientInfo of what is no WebSocket", infoOfWhatIsNoWebSocket},
            {"getClientList paging (cursor) + iterator", stableCursor},
            {"bind uid <-> connection, lookup by uid", users},
            {"Per-connection user data & timers auto-cancelled on close", valueAndTimersGoWithTheClient}};
}

} // namespace porthole::test
