// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

#include <algorithm>

namespace porthole::test {

namespace {

QByteArray without(const QByteArray &field)
{
    QByteArrayList lines = RawClient::handshake().split('\n');
    lines.erase(
        std::remove_if(lines.begin(), lines.end(), [&field](const QByteArray &line) { return line.startsWith(field); }),
        lines.end());
    return lines.join('\n');
}

int statusOf(RecordedServer &server, const QByteArray &request)
{
    RawClient client(server.port());
    client.write(request);
    return client.readAnswer().status();
}

void strictHandshake()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    QCOMPARE(statusOf(server, RawClient::handshake()), 101);
    QCOMPARE(statusOf(server, RawClient::handshake().replace("Version: 13", "Version: 8")), 426);
    QCOMPARE(statusOf(server, without("Sec-WebSocket-Version")), 400);
    QCOMPARE(statusOf(server, without("Sec-WebSocket-Key")), 400);
    QCOMPARE(statusOf(server, without("Host")), 400);
    QCOMPARE(statusOf(server, RawClient::handshake().replace("GET ", "POST ")), 400);
    QCOMPARE(statusOf(server, RawClient::handshake().replace("HTTP/1.1", "HTTP/1.0")), 400);
}

void veto()
{
    RecordedServer server(testSettings());
    server.server().onHandshake([](const Request &request) {
        return request.queryValue(QStringLiteral("key")) == QLatin1String("sesame")
            ? Upgrade::accept()
            : Upgrade::reject(401, "Say the word.", {{"WWW-Authenticate", "Word"}});
    });
    QVERIFY(server.start());
    RawClient stranger(server.port());
    stranger.write(RawClient::handshake("/"));
    const WireAnswer refused = stranger.readAnswer();
    QCOMPARE(refused.status(), 401);
    QCOMPARE(refused.body, QByteArray("Say the word."));
    QCOMPARE(refused.field("WWW-Authenticate"), QByteArray("Word"));
    RawClient friendly(server.port());
    QVERIFY(friendly.open("/?key=sesame"));
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 1);
}

void moreFieldsInTheAnswer()
{
    RecordedServer server(testSettings());
    server.server().onHandshake([](const Request &) {
        return Upgrade::accept(QString(), {{"X-Node", "7"}, {"Set-Cookie", "seen=1"}});
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake());
    const QByteArray head = client.readHead();
    QVERIFY2(head.startsWith("HTTP/1.1 101"), head.constData());
    QVERIFY2(head.contains("\r\nX-Node: 7\r\n") && head.contains("\r\nSet-Cookie: seen=1\r\n"), head.constData());
}

void origins()
{
    Settings settings = testSettings();
    settings.allowedOrigins = {QStringLiteral("https://example.org")};
    RecordedServer server(settings);
    QVERIFY(server.start());
    QCOMPARE(statusOf(server, RawClient::handshake("/", "Origin: https://evil.example\r\n")), 403);
    QCOMPARE(statusOf(server, RawClient::handshake("/", "Origin: https://example.org\r\n")), 101);
}

void subprotocols()
{
    Settings settings = testSettings();
    settings.subprotocols = {QStringLiteral("v2"), QStringLiteral("v1")};
    RecordedServer server(settings);
    QVERIFY(server.start());
    const auto chosen = [&server](const QByteArray &offer) {
        RawClient client(server.port());
        client.write(RawClient::handshake("/", offer));
        return client.readAnswer().field("Sec-WebSocket-Protocol");
    };
    QCOMPARE(chosen("Sec-WebSocket-Protocol: v1, v2\r\n"), QByteArray("v2"));
    QCOMPARE(chosen("Sec-WebSocket-Protocol: v1\r\n"), QByteArray("v1"));
    QCOMPARE(chosen("Sec-WebSocket-Protocol: v9\r\n"), QByteArray());
    QCOMPARE(chosen({}), QByteArray());
}

void disconnectIsForThoseThatNeverWere()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    QCOMPARE(statusOf(server, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 404);
    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).size(), 1);
    RawClient client(server.port());
    const ClientId id = opened(server, client);
    QVERIFY(server.server().disconnect(id, 4001, QStringLiteral("bye")));
    QCOMPARE(receivesClose(client), 4001);
    client.write(RawClient::closeFrame(4001));
    QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 1);
    QCOMPARE(server.lines(QStringLiteral("disconnect")).size(), 1);
}

void plainHttp()
{
    RecordedServer server(testSettings());
    server.server().onRequest([](const HttpRequest &request) {
        return HttpReply::text(QStringLiteral("%1 %2").arg(QString::fromLatin1(request.method), request.path));
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write("POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhiGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(client.readAnswer().body, QByteArray("POST /health\n"));
    QCOMPARE(client.readAnswer().body, QByteArray("GET /b\n"));
}

} // namespace

QList<Capability> handshakeRows()
{
    return {{"RFC 6455 handshake incl. Version/Connection/Host/method/key checks, 400/426", strictHandshake},
            {"Handshake veto hook (status, body, headers) with Open still fired", veto},
            {"Extra response headers/cookies before 101", moreFieldsInTheAnswer},
            {"Origin allow-list", origins},
            {"Real subprotocol negotiation (ordered list)", subprotocols},
            {"Separate \"not a websocket\" signal (Disconnect)", disconnectIsForThoseThatNeverWere},
            {"Plain HTTP request callback on same port", plainHttp}};
}

} // namespace porthole::test
