// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/engine/enginefactory.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <stdexcept>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

using Decide = std::function<Upgrade(const Request &)>;

/// Hands what connects to an engine on this thread; the test answers when it likes.
class LateAnswers final : public QTcpServer, public ConnectionEvents
{
public:
    explicit LateAnswers(const Settings &settings) : m_endpoint{{}, settings}, m_engine(makeEngine(settings))
    {
        listen(QHostAddress::LocalHost);
    }

    void handshaking(Request &&request) override { m_lines.append(QString::fromUtf8("handshaking " + request.target)); }
    void requested(HttpRequest &&request) override { m_lines.append(QString::fromUtf8("requested " + request.target)); }
    void opened(const QString &subprotocol) override { m_lines.append(QStringLiteral("opened ") + subprotocol); }
    void received(Opcode, QByteArrayView payload) override { m_lines.append(QString::fromUtf8(payload)); }
    void controlled(Opcode, QByteArrayView) override { }
    void queueMoved() override { }
    void ended(const Closed &closed) override
    {
        connection = nullptr;
        m_lines.append(QStringLiteral("ended ") + describe(closed));
    }

    const QStringList &lines() const { return m_lines; }
    Connection *connection = nullptr;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        connection = m_engine->adopt({.descriptor = descriptor, .peer = {}, .refusal = {}}, m_endpoint, *this);
    }

private:
    const Endpoint m_endpoint;
    const std::unique_ptr<Engine> m_engine;
    QStringList m_lines;
};

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

} // namespace

/// The opening handshake (RFC 6455 4.2): what a handler may make of it. For every engine.
class TestHandshakeContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisions_data();
    void decisions();
    void mistakes_data();
    void mistakes();
    void handlerSeesTheRequest();
    void openFollowsWithWhatWasSentEarly();
    void peerThatLeavesWhileItsHandlerRuns();
    void closeInsideTheHandler();
    void origins_data();
    void origins();
    void answeredLater();
    void refusedLater();
    void neverAnswered();
    void refusedBeforeARequest();
    void requestsWithoutEndAreReadAsTheyAreAnswered();
};

void TestHandshakeContract::decisions_data()
{
    QTest::addColumn<Decide>("decide");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("has");
    QTest::addColumn<QByteArrayList>("hasNot");

    const auto row = [](const char *rule, const Decide &decide, int status, const QByteArrayList &has = {},
                        const QByteArrayList &hasNot = {}) {
        QTest::newRow(rule) << decide << status << has << hasNot;
    };
    row("accept, with the subprotocol agreed on", [](const Request &) { return Upgrade::accept(); }, 101,
        {"Sec-WebSocket-Protocol: v2\r\n", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"});
    row("accept, with another that was offered",
        [](const Request &) { return Upgrade::accept(QStringLiteral("other")); }, 101,
        {"Sec-WebSocket-Protocol: other\r\n"});
    row("accept, with none", [](const Request &) { return Upgrade::accept(QString()); }, 101, {},
        {"Sec-WebSocket-Protocol"});
    row("accept, with more fields",
        [](const Request &request) {
            return Upgrade::accept(request.subprotocol,
                                   {{"Set-Cookie", "a=1; HttpOnly"}, {"Set-Cookie", "b=2"}, {"X-Node", "7"}});
        },
        101, {"Set-Cookie: a=1; HttpOnly\r\n", "Set-Cookie: b=2\r\n", "X-Node: 7\r\n"});
    row("reject, 403 with a sentence", [](const Request &) { return Upgrade::reject(); }, 403,
        {"Content-Type: text/plain", "Connection: close\r\n", "The WebSocket handshake was refused."});
    row("reject, with fields and body",
        [](const Request &) {
            return Upgrade::reject(401, "Sign in.", {{"WWW-Authenticate", "Basic realm=\"here\""}});
        },
        401, {"WWW-Authenticate: Basic realm=\"here\"\r\n", "Content-Length: 8\r\n", "\r\n\r\nSign in."});
    row("reject, to another place",
        [](const Request &) {
            return Upgrade::reject(307, {}, {{"Location", "/elsewhere"}});
        },
        307, {"Location: /elsewhere\r\n"});
}

void TestHandshakeContract::decisions()
{
    QFETCH(const Decide, decide);
    QFETCH(const int, status);
    QFETCH(const QByteArrayList, has);
    QFETCH(const QByteArrayList, hasNot);
    Settings settings = testSettings();
    settings.subprotocols = {QStringLiteral("v2"), QStringLiteral("v1")};
    RecordedServer server(settings, true);
    server.server().onHandshake(decide);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake("/", "Sec-WebSocket-Protocol: v1, v2\r\nSec-WebSocket-Protocol: other\r\n"));

    QByteArray answer = client.readHead();
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    if (status == 101) {
        client.write(text("hello"));
        QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("hello"));
        QCOMPARE(server.lines().constFirst(), QStringLiteral("open #1 /"));
    } else {
        answer += client.readToEnd().value_or("never ended");
        client.socket().close();
        QTRY_VERIFY(server.last().startsWith(QStringLiteral("disconnect #1 1006 unclean server \"rejected\"")));
        QCOMPARE(server.lines().size(), 1);
    }
    for (const QByteArray &piece : has)
        QVERIFY2(answer.contains(piece), answer + " has not " + piece);
    for (const QByteArray &piece : hasNot)
        QVERIFY2(!answer.contains(piece), answer + " has " + piece);
}

/// What cannot be sent is our user's mistake: a 500, logged and counted, and nothing of it on the wire.
void TestHandshakeContract::mistakes_data()
{
    QTest::addColumn<Decide>("decide");
    const auto row = [](const char *rule, const Decide &decide) { QTest::newRow(rule) << decide; };
    row("4.2.2 subprotocol that was not offered",
        [](const Request &) { return Upgrade::accept(QStringLiteral("injected")); });
    row("4.2.2 subprotocol in other letters", [](const Request &) { return Upgrade::accept(QStringLiteral("V1")); });
    row("9110 5.5 line break in a value", [](const Request &) {
        return Upgrade::accept({}, {{"X", "a\r\nX-Injected: injected"}});
    });
    row("9110 5.5 line feed in a value", [](const Request &) { return Upgrade::accept({}, {{"X", "a\ninjected"}}); });
    row("9110 5.1 line break in a name", [](const Request &) { return Upgrade::accept({}, {{"X\r\ninjected", "b"}}); });
    row("9110 5.1 empty name", [](const Request &) { return Upgrade::accept({}, {{"", "injected"}}); });
    row("4.2.2 a field of the handshake", [](const Request &) {
        return Upgrade::accept({}, {{"sec-websocket-accept", "injected"}});
    });
    row("4.2.2 an extension that is not spoken", [](const Request &) {
        return Upgrade::accept({}, {{"Sec-WebSocket-Extensions", "injected"}});
    });
    row("9112 6 a second length", [](const Request &) {
        return Upgrade::reject(403, "injected", {{"Content-Length", "1"}});
    });
    row("reject with 100", [](const Request &) { return Upgrade::reject(100, "injected"); });
    row("reject with 101", [](const Request &) { return Upgrade::reject(101, "injected"); });
    row("reject with 600", [](const Request &) { return Upgrade::reject(600, "injected"); });
    row("a handler that throws", [](const Request &) -> Upgrade { throw std::runtime_error("injected"); });
    row("a handler that throws a number", [](const Request &) -> Upgrade { throw 7; });
}

void TestHandshakeContract::mistakes()
{
    QFETCH(const Decide, decide);
    RecordedServer server(testSettings());
    server.server().onHandshake(decide);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake("/", "Sec-WebSocket-Protocol: v1\r\n"));

    const auto answer = client.readToEnd();
    client.socket().close();

    QVERIFY(answer);
    QVERIFY2(answer->startsWith("HTTP/1.1 500 "), answer->constData());
    QVERIFY2(!answer->contains("injected"), answer->constData());
    QTRY_VERIFY(server.last().startsWith(QStringLiteral("disconnect #1 1006 unclean server \"handler error\"")));
    QCOMPARE(server.totalsAtEnd().handlerErrors, quint64(1));
}

void TestHandshakeContract::handlerSeesTheRequest()
{
    RecordedServer server(testSettings());
    server.server().onHandshake([&](const Request &request) {
        const QStringList seen{QString::fromUtf8(request.method),
                               QString::fromUtf8(request.target),
                               request.path,
                               request.query,
                               request.queryValue(QStringLiteral("name")),
                               QString::fromUtf8(request.cookie("b")),
                               QString::number(request.cookies().size()),
                               QString::fromUtf8(request.headers.value("x-one")),
                               request.peerAddress.toString(),
                               QString::number(request.client.value),
                               request.secure ? QStringLiteral("secure") : QStringLiteral("plain")};
        server.write(QStringLiteral("seen ") + seen.join(QLatin1Char('|')));
        return Upgrade::accept();
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open("/a%20b/c?name=J%C3%BCrgen+K&x=1", "X-One: 1\r\nCookie: a=1; b=\"two\"\r\nCookie: c=3\r\n"));
    QTRY_COMPARE(server.lines().size(), 2);
    QCOMPARE(server.lines(QStringLiteral("seen")).constFirst(),
             QStringLiteral("GET|/a%20b/c?name=J%C3%BCrgen+K&x=1|/a b/c|name=J%C3%BCrgen+K&x=1|J\u00fcrgen "
                            "K|two|3|1|127.0.0.1|1|")
                 + (wantsTls() ? QStringLiteral("secure") : QStringLiteral("plain")));
}

void TestHandshakeContract::openFollowsWithWhatWasSentEarly()
{
    RecordedServer server(testSettings(), true);
    server.server().onHandshake([&](const Request &request) {
        server.write(QStringLiteral("handshake"));
        const bool pushed = accepted(server.server().push(request.client, QStringLiteral("too early")));
        server.write(pushed ? QStringLiteral("pushed") : QStringLiteral("not pushed"));
        return Upgrade::accept();
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake() + text("first") + text("second") + RawClient::closeFrame(1000));

    QVERIFY(client.readHead().startsWith("HTTP/1.1 101 "));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("first"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("second"));
    client.socket().close();
    QTRY_COMPARE(server.lines().size(), 6);
    QCOMPARE(server.lines(),
             QStringList({QStringLiteral("handshake"), QStringLiteral("not pushed"), QStringLiteral("open #1 /"),
                          QStringLiteral("message #1 text first"), QStringLiteral("message #1 text second"),
                          QStringLiteral("close #1 1000 clean client \"peer close\"")}));
}

void TestHandshakeContract::peerThatLeavesWhileItsHandlerRuns()
{
    RecordedServer server(testSettings());
    std::atomic<bool> left = false;
    server.server().onHandshake([&](const Request &) {
        server.write(QStringLiteral("handshake"));
        QEventLoop loop;
        QTimer poll;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (left)
                loop.quit();
        });
        poll.start(1ms);
        loop.exec();
        return Upgrade::accept();
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake());
    QTRY_COMPARE(server.lines().size(), 1);
    client.reset();
    RawClient other(server.port());
    other.write("GET / HTTP/1.0\r\n\r\n");
    QVERIFY(other.readToEnd());
    left = true;
    QTRY_COMPARE(server.lines(QStringLiteral("disconnect")).size(), 2);
    QVERIFY(server.lines(QStringLiteral("open")).isEmpty());
    QVERIFY(!server.server().exists({1}));
}

void TestHandshakeContract::closeInsideTheHandler()
{
    RecordedServer server(testSettings());
    server.server().onHandshake([&](const Request &request) {
        server.server().close(request.client);
        return Upgrade::accept();
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake());
    QCOMPARE(client.readToEnd().value_or("?"), QByteArray());
    QTRY_COMPARE(server.lines(), QStringList({QStringLiteral("disconnect #1 1006 unclean server \"aborted\"")}));
}

/// RFC 6455 10.2.
void TestHandshakeContract::origins_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("listed") << QByteArray("Origin: https://app.example.org\r\n") << 101;
    QTest::newRow("below a listed name") << QByteArray("Origin: https://a.pages.example.org\r\n") << 101;
    QTest::newRow("none, which no browser sends") << QByteArray() << 101;
    QTest::newRow("another") << QByteArray("Origin: https://example.org\r\n") << 403;
    QTest::newRow("another scheme") << QByteArray("Origin: http://app.example.org\r\n") << 403;
    QTest::newRow("null") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("two") << QByteArray("Origin: https://app.example.org\r\nOrigin: https://example.org\r\n") << 400;
}

void TestHandshakeContract::origins()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const int, status);
    Settings settings = testSettings();
    settings.allowedOrigins = {QStringLiteral("https://app.example.org"), QStringLiteral("*.pages.example.org")};
    RecordedServer server(settings);
    std::atomic<int> asked = 0;
    server.server().onHandshake([&](const Request &) {
        ++asked;
        return Upgrade::accept();
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(RawClient::handshake("/", fields));
    QCOMPARE(client.readAnswer().status(), status);
    QCOMPARE(asked, status == 101 ? 1 : 0);
    if (status == 403)
        QTRY_COMPARE(
            server.last(),
            QStringLiteral("disconnect #1 1006 unclean server \"rejected\" Pages of this origin may not connect."));
}

void TestHandshakeContract::answeredLater()
{
    LateAnswers server(testSettings());
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    client.write(RawClient::handshake("/late", "Sec-WebSocket-Protocol: v1\r\n") + text("early"));
    QTRY_COMPARE(server.lines(), QStringList(QStringLiteral("handshaking /late")));
    client.write(text("later"));
    client.flush();
    QCOMPARE(client.bytesAvailable(), 0);

    server.connection->accept(Upgrade::accept(QStringLiteral("v1"), {{"X-Late", "yes"}}));
    QCOMPARE(server.lines().size(), 1);
    server.connection->accept(Upgrade::accept());
    server.connection->respond({});
    server.connection->refuse({}, Cause::Rejected);

    QTRY_COMPARE(server.lines().size(), 4);
    QCOMPARE(server.lines().mid(1),
             QStringList({QStringLiteral("opened v1"), QStringLiteral("early"), QStringLiteral("later")}));
    QTRY_VERIFY(client.bytesAvailable() > 0);
    const QByteArray answer = client.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 101 ") && answer.contains("X-Late: yes\r\n"), answer.constData());
    QCOMPARE(answer.count("HTTP/1.1"), 1);
    QCOMPARE(server.connection->send(Opcode::Text, "hello"), PushResult::Sent);
    QTRY_COMPARE(client.bytesAvailable(), 7);
    QCOMPARE(client.readAll(), QByteArray("\x81\x05hello"));
}

void TestHandshakeContract::refusedLater()
{
    LateAnswers server(testSettings());
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    client.write(RawClient::handshake("/late"));
    QTRY_COMPARE(server.lines().size(), 1);
    server.connection->respond(HttpReply::text(QStringLiteral("ignored")));
    server.connection->refuse(HttpReply::text(QStringLiteral("Not today."), 503), Cause::Limit);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = client.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 503 ") && answer.endsWith("\r\n\r\nNot today.\n"), answer.constData());
    QTRY_COMPARE(server.lines().constLast(), QStringLiteral("ended #0 1006 unclean server \"limit\" Not today."));
}

void TestHandshakeContract::neverAnswered()
{
    Settings settings = testSettings();
    settings.handshakeTimeout = 50ms;
    LateAnswers server(settings);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    client.write(RawClient::handshake("/never"));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 503 "));
    QTRY_COMPARE(
        server.lines().constLast(),
        QStringLiteral("ended #0 1006 unclean server \"handshake timeout\" The server did not answer in time."));
}

void TestHandshakeContract::refusedBeforeARequest()
{
    LateAnswers server(testSettings());
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.connection);
    server.connection->refuse(HttpReply::text(QStringLiteral("Full."), 503), Cause::Limit);
    client.write(RawClient::handshake());
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 503 "));
    QTRY_COMPARE(server.lines(), QStringList(QStringLiteral("ended #0 1006 unclean server \"limit\" Full.")));
}

/// Not more than a piece ahead, however many were answered.
void TestHandshakeContract::requestsWithoutEndAreReadAsTheyAreAnswered()
{
    constexpr int answers = 500;
    constexpr qint64 kernelBuffers = 16 * 1024 * 1024;
    LateAnswers server(testSettings());
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    const QByteArray requests = QByteArray("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").repeated(1'000'000);
    client.write(requests);
    for (int answered = 0; answered < answers; ++answered) {
        QTRY_COMPARE(server.lines().size(), answered + 1);
        server.connection->respond({});
    }
    QVERIFY2(requests.size() - client.bytesToWrite() < kernelBuffers, "they pile up in the server");
}

QTEST_GUILESS_MAIN(TestHandshakeContract)
#include "tst_handshakecontract.moc"
