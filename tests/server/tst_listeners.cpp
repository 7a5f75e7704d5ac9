// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// Where a server listens, what its sockets are set to, and what holds for who comes in where.
class TestListeners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void severalAddresses();
    void dualStack();
    void settingsOfTheirOwn();
    void failsWhole();
    void unixSocket();
    void unixSocketFiles_data();
    void unixSocketFiles();
    void tcpOptions_data();
    void tcpOptions();
    void reloadHoldsAtOnce();
    void reloadOfLimits();
    void reloadRefuses_data();
    void reloadRefuses();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

bool echoes(RawClient &client, const QByteArray &word)
{
    client.write(text(word));
    return client.readFrame().value_or(WireFrame()).payload == word;
}

quint16 portOf(const QString &url) { return quint16(QUrl(url).port()); }

/// The server's end of the client's connection: both are of this process.
int serversEnd(RawClient &client)
{
    sockaddr_in wanted{};
    socklen_t size = sizeof wanted;
    ::getsockname(int(client.socket().socketDescriptor()), reinterpret_cast<sockaddr *>(&wanted), &size);
    for (int descriptor = 3; descriptor < 1000; ++descriptor) {
        sockaddr_in peer{};
        size = sizeof peer;
        const bool got = ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0;
        if (got && peer.sin_family == AF_INET && peer.sin_port == wanted.sin_port)
            return descriptor;
    }
    return -1;
}

int option(int descriptor, int level, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    ::getsockopt(descriptor, level, name, &value, &size);
    return value;
}

} // namespace

void TestListeners::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("becomes");
    const auto row = [](const char *url, const char *becomes) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(becomes);
    };
    row("ws://127.0.0.1:9502", "ws://127.0.0.1:9502");
    row("ws://127.0.0.1", "ws://127.0.0.1:9502");
    row("ws://[::1]:0/", "ws://[::1]:0");
    row("ws://localhost:80", "ws://localhost:80");
    row("wss://127.0.0.1:9503", "wss://127.0.0.1:9503");
    row("unix:/run/x.sock", "unix:/run/x.sock");
    row("unix:x.sock", "");
    row("unix:", "");
    row("http://127.0.0.1:80", "");
    row("ws://example.org:80", "");
    row("ws://127.0.0.1:80/path", "");
    row("ws://127.0.0.1:80?query", "");
    row("ws://user@127.0.0.1:80", "");
    row("ws://127.0.0.1:70000", "");
    row("ws://", "");
    row("127.0.0.1:80", "");
    row("", "");
}

void TestListeners::urls()
{
    QFETCH(const QString, url);
    QFETCH(const QString, becomes);
    const auto listener = Listener::fromUrl(url, {.certificate = QStringLiteral("cert.pem")});
    QCOMPARE(bool(listener), !becomes.isEmpty());
    if (listener)
        QCOMPARE(listener.value().url(), becomes);
    else
        QVERIFY(listener.error().message.contains(url) && listener.error().message.endsWith(QLatin1Char('.')));
    QVERIFY2(!Listener::fromUrl(QStringLiteral("wss://127.0.0.1:1")), "wss needs a certificate");
}

void TestListeners::severalAddresses()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.sock"));
    RecordedServer server(testSettings(), true);
    QStringList names;
    server.whenOpen = [&](const Request &request) { names.append(request.listener); };
    server.server().listen({.port = 0, .name = QStringLiteral("second")});
    server.server().listen({.host = QStringLiteral("unix:") + path});
    QVERIFY(server.start());
    const QStringList urls = server.server().urls();
    QCOMPARE(urls.size(), 3);
    QCOMPARE(server.server().url().toString(), urls[0]);
    QVERIFY(portOf(urls[0]) != 0 && portOf(urls[1]) != 0 && portOf(urls[0]) != portOf(urls[1]));

    RawClient first(portOf(urls[0]));
    RawClient second(portOf(urls[1]));
    RawClient third(path);
    for (RawClient *client : {&first, &second, &third}) {
        QVERIFY(client->open());
        QVERIFY(echoes(*client, "here"));
    }
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 3);
    QVERIFY(names[0].startsWith(QLatin1String("ws://127.0.0.1:")));
    QCOMPARE(names[1], QStringLiteral("second"));
    QCOMPARE(names[2], QStringLiteral("unix:") + path);
}

void TestListeners::dualStack()
{
    Settings settings = testSettings();
    settings.host = QStringLiteral("::");
    RecordedServer server(settings);
    QHostAddress seen;
    server.whenOpen = [&](const Request &request) { seen = request.peerAddress; };
    if (!server.start())
        QSKIP("there is no IPv6 here");
    QCOMPARE(server.server().urls(), QStringList{QStringLiteral("ws://[::]:%1").arg(server.port())});
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_COMPARE(seen, QHostAddress(QHostAddress::LocalHost));
}

void TestListeners::settingsOfTheirOwn()
{
    Settings strict = testSettings();
    strict.messageMaxBytes = 10;
    strict.subprotocols = {QStringLiteral("strict")};
    Settings settings = testSettings();
    settings.subprotocols = {QStringLiteral("loose")};
    RecordedServer server(settings, true);
    server.server().listen({.port = 0, .settings = strict});
    QVERIFY(server.start());
    const QStringList urls = server.server().urls();
    const QByteArray offers = "Sec-WebSocket-Protocol: strict, loose\r\n";

    RawClient loose(portOf(urls[0]));
    loose.write(RawClient::handshake("/", offers));
    QVERIFY(loose.readHead().contains("Sec-WebSocket-Protocol: loose\r\n"));
    RawClient tight(portOf(urls[1]));
    tight.write(RawClient::handshake("/", offers));
    QVERIFY(tight.readHead().contains("Sec-WebSocket-Protocol: strict\r\n"));

    QVERIFY(echoes(loose, "more than ten bytes"));
    QVERIFY(echoes(tight, "ten bytes."));
    const ClientId narrow = server.lastOpened();
    QCOMPARE(server.server().push(narrow, QStringLiteral("more than ten bytes")), PushResult::TooBig);
    tight.write(text("more than ten bytes"));
    QCOMPARE(tight.readFrame().value_or(WireFrame()).closeCode(), 1009);
}

void TestListeners::failsWhole()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.sock"));
    Server server(testSettings());
    server.listen({.host = QStringLiteral("unix:") + path});
    server.listen({.port = other.serverPort()});
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(QString::number(other.serverPort())),
             qPrintable(started.error().message));
    QVERIFY2(!QFileInfo::exists(path), "the one that could listen does not");
}

void TestListeners::unixSocket()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.sock"));
    Settings settings = testSettings();
    settings.host = QStringLiteral("unix:") + path;
    settings.socketMode.bits = 0600;
    settings.maxClientsPerAddress = 1;
    {
        RecordedServer server(settings, true);
        Request seen;
        server.whenOpen = [&](const Request &request) { seen = request; };
        QVERIFY(server.start());
        QCOMPARE(server.port(), 0);
        QCOMPARE(server.server().urls(), QStringList{settings.host});
        struct stat status = {};
        QCOMPARE(::stat(path.toLocal8Bit().constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0600);

        RawClient client(path);
        RawClient another(path);
        QVERIFY(client.open());
        QVERIFY2(another.open(), "there is no address to count");
        QVERIFY(echoes(client, "over a file"));
        QVERIFY(seen.peerAddress.isNull());
        client.write(RawClient::closeFrame(1000));
        QVERIFY(client.waitForEnd());
        QTRY_VERIFY(server.last().contains(QLatin1String("clean client")));
        another.reset();
        QTRY_COMPARE(server.lines(QStringLiteral("close")).size(), 2);
    }
    QVERIFY2(!QFileInfo::exists(path), "its file is removed");
}

void TestListeners::unixSocketFiles_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("says");
    QTest::newRow("left behind by who is gone") << QStringLiteral("stale") << QString();
    QTest::newRow("somebody listens") << QStringLiteral("live") << QStringLiteral("is in use");
    QTest::newRow("another kind of file") << QStringLiteral("file") << QStringLiteral("is in use");
    QTest::newRow("no folder") << QStringLiteral("nowhere") << QStringLiteral("No such file");
}

void TestListeners::unixSocketFiles()
{
    QFETCH(const QString, there);
    QFETCH(const QString, says);
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("x.sock"));
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const int other = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (there == QLatin1String("stale") || there == QLatin1String("live"))
        QCOMPARE(::bind(other, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    if (there == QLatin1String("live"))
        QCOMPARE(::listen(other, 1), 0);
    if (there == QLatin1String("file"))
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    if (there == QLatin1String("nowhere"))
        path = folder.filePath(QStringLiteral("none/x.sock"));

    Settings settings = testSettings();
    settings.host = QStringLiteral("unix:") + path;
    Server server(settings);
    const auto started = server.start();
    ::close(other);
    QCOMPARE(bool(started), says.isEmpty());
    if (started)
        return;
    const QString sentence = started.error().message;
    QVERIFY2(sentence.contains(says) && sentence.contains(path), qPrintable(sentence));
    QCOMPARE(QFileInfo::exists(path), there != QLatin1String("nowhere"));
}

void TestListeners::tcpOptions_data()
{
    QTest::addColumn<bool>("on");
    QTest::newRow("defaults") << false;
    QTest::newRow("changed") << true;
}

void TestListeners::tcpOptions()
{
    QFETCH(const bool, on);
    Settings settings = testSettings();
    if (on) {
        settings.tcpNoDelay = false;
        settings.tcpKeepAlive = 40s;
        settings.tcpUserTimeout = 7s;
        settings.reusePort = true;
    }
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    const int descriptor = serversEnd(client);
    QVERIFY(descriptor >= 0);
    QCOMPARE(option(descriptor, IPPROTO_TCP, TCP_NODELAY) != 0, !on);
    QCOMPARE(option(descriptor, SOL_SOCKET, SO_KEEPALIVE) != 0, on);
    QCOMPARE(option(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT), on ? 7000 : 0);
    if (!on)
        return;
    QCOMPARE(option(descriptor, IPPROTO_TCP, TCP_KEEPIDLE), 40);
    QCOMPARE(option(descriptor, IPPROTO_TCP, TCP_KEEPINTVL) * option(descriptor, IPPROTO_TCP, TCP_KEEPCNT), 40);
    settings.port = server.port();
    Server twin(settings);
    QVERIFY2(twin.start(), "the port may be shared");
}

void TestListeners::reloadHoldsAtOnce()
{
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QTRY_VERIFY(server.lastOpened());
    const ClientId id = server.lastOpened();
    Settings settings = server.server().settings();
    settings.messageMaxBytes = 10;
    settings.idleTimeout = 300ms;
    settings.closeTimeout = 100ms;

    const auto reloaded = server.server().reload(settings);
    QVERIFY2(reloaded, reloaded ? "" : qPrintable(reloaded.error().message));
    QCOMPARE(server.server().settings().messageMaxBytes, 10);
    QVERIFY2(server.server().exists(id), "nobody is dropped");
    QVERIFY(echoes(client, "ten bytes."));
    // The worker hears of it on its own thread.
    QTRY_COMPARE(server.server().push(id, QStringLiteral("eleven byte")), PushResult::TooBig);
    auto frame = client.readFrame();
    while (frame && frame->opcode == Opcode::Text)
        frame = client.readFrame();
    QVERIFY(frame && frame->closeCode() == 1001);
    QTRY_VERIFY(server.last().contains(QLatin1String("idle")));
}

void TestListeners::reloadOfLimits()
{
    RecordedServer server(testSettings(), true);
    QVERIFY(server.start());
    RawClient first(server.port());
    RawClient second(server.port());
    QVERIFY(first.open());
    QVERIFY(second.open());
    Settings settings = server.server().settings();
    settings.maxClients = 1;
    QVERIFY(server.server().reload(settings));
    // The acceptor hears of it on its own thread.
    QTRY_VERIFY(!RawClient(server.port()).open());
    QVERIFY2(echoes(first, "a") && echoes(second, "b"), "who is there stays");
    settings.maxClients = 0;
    QVERIFY(server.server().reload(settings));
    QTRY_VERIFY(RawClient(server.port()).open());
}

void TestListeners::reloadRefuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *value, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(says);
    };
    row("host", "::1", "to change host.");
    row("port", "1", "to change port.");
    row("workers", "17", "to change workers.");
    row("backlog", "17", "to change backlog.");
    row("tlsCert", "x.pem", "to change tlsCert.");
}

void TestListeners::reloadRefuses()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, says);
    RecordedServer server(testSettings());
    QVERIFY2(!server.server().reload(), "it does not run yet");
    QVERIFY(server.start());
    Settings settings = server.server().settings();
    QVERIFY(settings.set(name, value));
    settings.maxClients = 5;
    const auto reloaded = server.server().reload(settings);
    QVERIFY(!reloaded);
    QVERIFY2(reloaded.error().message.endsWith(says), qPrintable(reloaded.error().message));
    QCOMPARE(server.server().settings().maxClients, 0);
    QVERIFY(server.server().reload());
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
