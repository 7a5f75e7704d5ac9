// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace porthole::test {

namespace {

using namespace std::chrono_literals;

int option(qintptr descriptor, int level, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    ::getsockopt(int(descriptor), level, name, &value, &size);
    return value;
}

bool echoes(quint16 port)
{
    RawClient client(port);
    if (!client.open())
        return false;
    client.write(textFrame("echo"));
    return receives(client, "echo");
}

void shutdown()
{
    std::atomic<bool> over = false;
    RecordedServer server(testSettings());
    server.server().onShutdown([&] { over = true; });
    QVERIFY(server.start());
    RawClient polite(server.port());
    RawClient deaf(server.port());
    QVERIFY(opened(server, polite) && opened(server, deaf));
    server.server().stop(500ms);
    QCOMPARE(receivesClose(polite), 1001);
    polite.write(RawClient::closeFrame(1001));
    QTcpSocket late;
    late.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    QTRY_VERIFY(over);
    QCOMPARE(server.lines(QStringLiteral("close")).filter(QStringLiteral("\"shutdown\"")).size(), 2);
    QCOMPARE(server.lines(QStringLiteral("close")).filter(QStringLiteral(" clean ")).size(), 1);
}

void listeners()
{
    RecordedServer server(testSettings(), true);
    const TlsSettings tls = testSettings().tls;
    server.server().listen({QStringLiteral("127.0.0.1"), 0, tls});
    const QHostAddress six(QHostAddress::LocalHostIPv6);
    QTcpSocket probe;
    const bool hasSix = probe.bind(six);
    if (hasSix)
        server.server().listen({QStringLiteral("::1"), 0, tls});
    QVERIFY(server.start());
    const QStringList urls = server.server().urls();
    QCOMPARE(urls.size(), hasSix ? 3 : 2);
    QVERIFY(QUrl(urls[1]).port() != server.port());
    QVERIFY(echoes(quint16(QUrl(urls[0]).port())));
    QVERIFY(echoes(quint16(QUrl(urls[1]).port())));
}

void tls()
{
    Settings settings = testSettings();
    settings.tls = Certificates::local();
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    QVERIFY(server.server().url().scheme() == QLatin1String("wss"));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    RawClient client(server.port(), configuration, QStringLiteral("localhost"));
    QVERIFY(opened(server, client));
    client.write(textFrame("secret"));
    QVERIFY(receives(client, "secret"));
    QVERIFY(server.server().clientInfo(server.lastOpened())->secure);
}

void limits()
{
    Settings settings = testSettings();
    settings.maxClients = 2;
    settings.handshakeTimeout = 200ms;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(opened(server, client));
    RawClient silent(server.port());
    QTRY_COMPARE(told(server.server().stats()).total().connections, quint64(2));
    RawClient third(server.port());
    third.write(RawClient::handshake());
    const WireAnswer answer = third.readAnswer();
    QCOMPARE(answer.status(), 503);
    QVERIFY(!answer.field("Retry-After").isEmpty());
    QVERIFY(silent.waitForEnd());
    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).filter(QStringLiteral("handshake timeout")).size(), 1);
}

void tcpOptions()
{
    Settings settings = testSettings();
    settings.tcpKeepAlive = 30s;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    const qintptr descriptor = server.server().clientInfo(opened(server, client))->descriptor;
    QVERIFY(option(descriptor, IPPROTO_TCP, TCP_NODELAY) != 0);
    QVERIFY(option(descriptor, SOL_SOCKET, SO_KEEPALIVE) != 0);
    QCOMPARE(option(descriptor, IPPROTO_TCP, TCP_KEEPIDLE), 30);
}

void unknownOption()
{
    Settings settings;
    const auto unknown = settings.set(QStringLiteral("worker_numm"), QStringLiteral("4"));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(QStringLiteral("\"worker_numm\"")));
    const auto bad = settings.set(QStringLiteral("workers"), QStringLiteral("many"));
    QVERIFY(!bad);
    QVERIFY(bad.error().message.contains(QStringLiteral("workers is \"many\"")));
}

void reload()
{
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(opened(server, client));
    Settings changed = server.server().settings();
    changed.messageMaxBytes = 10;
    QVERIFY(server.server().reload(changed));
    QCOMPARE(told(server.server().stats()).reloads, quint64(1));
    client.write(textFrame("still ok"));
    QVERIFY2(receives(client, "still ok"), "nobody is dropped");
    RawClient next(server.port());
    QVERIFY(opened(server, next));
    next.write(textFrame("longer than ten bytes"));
    QCOMPARE(receivesClose(next), 1009);
}

} // namespace

QList<Capability> operationRows()
{
    return {{"shutdown: stop accept, 1001 to all, drain with max_wait_time, then force", shutdown},
            {"More ports (listen), own settings/callbacks; IPv4/6; port 0", listeners},
            {"TLS: cert/key, protocols, ciphers, client cert verify, SNI", tls},
            {"max_conn as true count, per-IP limit, handshake timeout, backlog", limits},
            {"tcp_nodelay, keepalive, user_timeout, defer_accept, fastopen, reuse_port", tcpOptions},
            {"Unknown option rejected with name", unknownOption},
            {"reload (code): hot config/certificate reload", reload}};
}

} // namespace porthole::test
