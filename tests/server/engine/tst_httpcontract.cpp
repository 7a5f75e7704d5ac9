// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <stdexcept>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

namespace {

using Answer = std::function<HttpReply(const HttpRequest &)>;

QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST /post HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

HttpReply mirrored(const HttpRequest &request)
{
    return {.status = 200, .headers = {{"X-Target", request.target}}, .body = request.method + ':' + request.body};
}

Settings quickSettings()
{
    Settings settings = testSettings();
    settings.closeTimeout = 200ms;
    settings.handshakeTimeout = 100ms;
    settings.keepAliveTimeout = 100ms;
    settings.bodyMaxBytes = 1000;
    return settings;
}

} // namespace

/// HTTP on the WebSocket's port (RFC 9110, 9112), a row a rule. For every engine.
class TestHttpContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAHandler_data();
    void withoutAHandler();
    void refusals_data();
    void refusals();
    void bodies_data();
    void bodies();
    void replies_data();
    void replies();
    void mistakes_data();
    void mistakes();
    void continues();
    void pipelinedAnswersInOrder();
    void upgradeAfterARequest();
    void upgradeBehindAPipelinedRequest();
    void tooSlow_data();
    void tooSlow();
    void keepsAliveWhileRequestsCome();
    void deviceIsStreamed();
    void deviceThatEndsEarlyCutsTheConnection();
    void readerThatStopsIsCut();
    void stopFinishesTheAnswer();
    void countsRequests();
};

void TestHttpContract::withoutAHandler_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("keeps");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("9112 9.3 HTTP/1.1 is kept") << get("/") << true << QByteArray();
    QTest::newRow("9112 9.3 HTTP/1.1 with close")
        << get("/", "Connection: x, Close\r\n") << false << QByteArray("close");
    QTest::newRow("9112 9.3 HTTP/1.0 is closed")
        << QByteArray("GET / HTTP/1.0\r\n\r\n") << false << QByteArray("close");
    QTest::newRow("9112 9.3 HTTP/1.0 with keep-alive")
        << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true << QByteArray("keep-alive");
    QTest::newRow("9110 7.8 an upgrade to something else")
        << get("/", "Connection: Upgrade\r\nUpgrade: h2c\r\n") << true << QByteArray();
}

void TestHttpContract::withoutAHandler()
{
    QFETCH(const QByteArray, request);
    QFETCH(const bool, keeps);
    QFETCH(const QByteArray, connection);
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(request);
    const WireAnswer answer = client.readAnswer();
    QCOMPARE(answer.status(), 404);
    QCOMPARE(answer.field("Connection"), connection);
    QVERIFY(answer.body.trimmed().endsWith('.'));
    static const QRegularExpression date(QStringLiteral("^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT$"));
    QVERIFY2(date.match(QString::fromLatin1(answer.field("Date"))).hasMatch(), answer.head.constData());
    if (keeps) {
        client.write(get("/again", "Connection: close\r\n"));
        QCOMPARE(client.readAnswer().status(), 404);
    }
    QVERIFY(client.waitForEnd());
    client.socket().close();
    QTRY_COMPARE(server.lines(), QStringList(QStringLiteral("disconnect #1 1006 unclean server \"not an upgrade\"")));
}

void TestHttpContract::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("has");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *rule, const QByteArray &request, int status, const char *cause,
                        const QByteArray &has = {}) {
        QTest::newRow(rule) << request << status << has << QString::fromLatin1(cause);
    };
    row("9110 15.5.6 method that is not served", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", 405,
        "not an upgrade", "Allow: GET, HEAD, POST, OPTIONS\r\n");
    row("9110 15.6.2 method that is not known", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501, "not an upgrade");
    row("9110 9.1 methods have their letters", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501, "not an upgrade");
    row("9110 10.1.1 another expectation", post("Expect: tea\r\nContent-Length: 1\r\n", "x"), 417, "not an upgrade");
    row("9112 6.3 both lengths", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400,
        "bad handshake");
    row("9112 6.3 two lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "xx"), 400, "bad handshake");
    row("9112 6.1 gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", ""), 501, "bad handshake");
    row("9110 15.5.14 length over the limit", post("Content-Length: 1001\r\n", ""), 413, "too big");
    row("length over any number", post("Content-Length: 99999999999999999999\r\n", ""), 400, "bad handshake");
    row("chunk over the limit", post("Transfer-Encoding: chunked\r\n", "3E9\r\n"), 413, "too big");
    row("chunks over the limit together",
        post("Transfer-Encoding: chunked\r\n", "3E8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\n"), 413, "too big");
    row("chunk size over any number", post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n"), 400,
        "bad handshake");
    row("9112 7.1 chunk that does not end", post("Transfer-Encoding: chunked\r\n", "1\r\nxx\r\n"), 400,
        "bad handshake");
    row("9112 7.1 bare line feed", post("Transfer-Encoding: chunked\r\n", "1\nx\n"), 400, "bad handshake");
    row("9112 5.2 folded line", get("/", "X: a\r\n b\r\n"), 400, "bad handshake");
    row("9112 5.1 space before the colon", get("/", "X : a\r\n"), 400, "bad handshake");
    row("9112 3.2 no Host", "GET / HTTP/1.1\r\n\r\n", 400, "bad handshake");
    row("9112 2.5 HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, "bad handshake");
    row("9110 4.1 request line over the limit", "GET /" + QByteArray(20'000, 'a'), 414, "bad handshake");
    row("6585 5 head over the limit", get("/", "X: " + QByteArray(20'000, 'a') + "\r\n"), 431, "bad handshake");
}

void TestHttpContract::refusals()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QByteArray, has);
    QFETCH(const QString, cause);
    Settings settings = testSettings();
    settings.bodyMaxBytes = 1000;
    RecordedServer server(settings);
    std::atomic<int> asked = 0;
    server.server().onRequest([&](const HttpRequest &served) {
        ++asked;
        return mirrored(served);
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(request);
    const auto answer = client.readToEnd();
    client.socket().close();
    QVERIFY(answer);
    QCOMPARE(answer->mid(9, 3).toInt(), status);
    QCOMPARE(answer->count("\r\nDate: "), 1);
    QVERIFY2(answer->contains("\r\nConnection: close\r\n") && answer->contains(has), answer->constData());
    QVERIFY(answer->trimmed().endsWith('.'));
    QTRY_VERIFY2(server.last().contains(QStringLiteral("server \"%1\"").arg(cause)), qPrintable(server.last()));
    QCOMPARE(asked, 0);
}

void TestHttpContract::bodies_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("none") << get("/post") << QByteArray("GET:");
    QTest::newRow("of no bytes") << post("Content-Length: 0\r\n", "") << QByteArray("POST:");
    QTest::newRow("by length") << post("Content-Length: 5\r\n", "hello") << QByteArray("POST:hello");
    QTest::newRow("two lengths that agree")
        << post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello") << QByteArray("POST:hello");
    QTest::newRow("at the limit") << post("Content-Length: 1000\r\n", QByteArray(1000, 'x'))
                                  << "POST:" + QByteArray(1000, 'x');
    QTest::newRow("in chunks") << post(chunked, "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
                               << QByteArray("POST:hello world");
    QTest::newRow("in chunks, with extensions and trailers")
        << post(chunked, "00005;a=b;c=\"d\"\r\nhello\r\n0;last\r\nX-Sum: 1\r\nX-More:\r\n\r\n")
        << QByteArray("POST:hello");
    QTest::newRow("in chunks, none of them") << post(chunked, "0\r\n\r\n") << QByteArray("POST:");
    QTest::newRow("of a GET") << get("/post", "Content-Length: 3\r\n") + "abc" << QByteArray("GET:abc");
    QTest::newRow("expected, but sent at once")
        << post("Expect: 100-continue\r\nContent-Length: 2\r\n", "hi") << QByteArray("POST:hi");
    QTest::newRow("OPTIONS of the server")
        << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << QByteArray("OPTIONS:");
}

void TestHttpContract::bodies()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, body);
    Settings settings = testSettings();
    settings.bodyMaxBytes = 1000;
    RecordedServer server(settings);
    server.server().onRequest(mirrored);
    QVERIFY(server.start());
    RawClient whole(server.port());
    whole.write(request);
    QCOMPARE(whole.readAnswer().body, body);
    whole.write(get("/next"));
    QCOMPARE(whole.readAnswer().field("X-Target"), QByteArray("/next"));

    RawClient dribbling(server.port());
    for (const char byte : request.first(qMin<qsizetype>(request.size(), 200)))
        dribbling.write(QByteArray(1, byte));
    dribbling.write(request.mid(200));
    QByteArray answered = dribbling.readAnswer().body;
    if (answered.isEmpty())
        answered = dribbling.readAnswer().body;
    QCOMPARE(answered, body);
}

void TestHttpContract::replies_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Answer>("reply");
    QTest::addColumn<QByteArray>("starts");
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *rule, const char *method, const HttpReply &reply, const char *starts,
                        const char *length, const char *body) {
        QTest::newRow(rule) << QByteArray(method) << Answer([reply](const HttpRequest &) { return reply; })
                            << QByteArray(starts) << QByteArray(length) << QByteArray(body);
    };
    const HttpReply hello = HttpReply::text(QStringLiteral("hello"));
    row("9110 8.6 body", "GET", hello, "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n", "6",
        "hello\n");
    row("9110 9.3.2 HEAD", "HEAD", hello, "HTTP/1.1 200 OK\r\n", "6", "");
    row("9110 15.3.5 204", "GET", {.status = 204, .body = "dropped"}, "HTTP/1.1 204 No Content\r\n", "", "");
    row("9110 15.4.5 304", "GET", {.status = 304, .body = "dropped"}, "HTTP/1.1 304 Not Modified\r\n", "", "");
    row("9110 15.3.6 205", "GET", {.status = 205, .body = "dropped"}, "HTTP/1.1 205 Reset Content\r\n", "0", "");
    row("empty", "POST", {}, "HTTP/1.1 200 OK\r\n", "0", "");
    row("JSON", "GET", HttpReply::json(QJsonArray{1, 2}), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", "5",
        "[1,2]");
    row("status without words", "GET", {.status = 299}, "HTTP/1.1 299 Unknown\r\n", "0", "");
    row("fields of the handler", "GET", {.status = 200, .headers = {{"X-A", "1"}, {"X-A", "2"}}},
        "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-A: 2\r\n", "0", "");
    row("date of the handler", "GET", {.status = 200, .headers = {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}},
        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length", "0", "");
}

void TestHttpContract::replies()
{
    QFETCH(const QByteArray, method);
    QFETCH(const Answer, reply);
    QFETCH(const QByteArray, starts);
    QFETCH(const QByteArray, length);
    QFETCH(const QByteArray, body);
    RecordedServer server(testSettings());
    server.server().onRequest([&](const HttpRequest &request) {
        return request.target == "/last" ? HttpReply{.headers = {{"Connection", "close"}}} : reply(request);
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(method + " / HTTP/1.1\r\nHost: a\r\n\r\n" + get("/last"));
    const WireAnswer answer = client.readAnswer(method == "HEAD");
    QVERIFY2(answer.head.startsWith(starts), answer.head.constData());
    QCOMPARE(answer.field("Content-Length"), length);
    QCOMPARE(answer.body, body);
    const WireAnswer last = client.readAnswer();
    QVERIFY2(last.status() == 200 && last.field("Connection") == "close", last.head.constData());
    QVERIFY(client.waitForEnd());
}

void TestHttpContract::mistakes_data()
{
    QTest::addColumn<Answer>("reply");
    const auto row = [](const char *rule, const HttpReply &reply) {
        QTest::newRow(rule) << Answer([reply](const HttpRequest &) { return reply; });
    };
    row("9110 5.5 line break in a value", {.headers = {{"X", "a\r\ninjected: b"}}});
    row("9110 5.5 NUL in a value", {.headers = {{"X", QByteArray("injected\0", 9)}}});
    row("9110 5.1 name with a space", {.headers = {{"X injected", "a"}}});
    row("9112 6.3 a second length", {.headers = {{"content-length", "1"}}, .body = "injected"});
    row("9112 6.1 another framing", {.headers = {{"Transfer-Encoding", "injected"}}});
    row("9110 15.2 status 101", {.status = 101, .body = "injected"});
    row("status 99", {.status = 99, .body = "injected"});
    row("status 600", {.status = 600, .body = "injected"});
    QTest::newRow("a handler that throws")
        << Answer([](const HttpRequest &) -> HttpReply { throw std::runtime_error("injected"); });
}

void TestHttpContract::mistakes()
{
    QFETCH(const Answer, reply);
    RecordedServer server(testSettings());
    server.server().onRequest(reply);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(get("/"));
    const auto answer = client.readToEnd();
    client.socket().close();
    QVERIFY(answer);
    QVERIFY2(answer->startsWith("HTTP/1.1 500 "), answer->constData());
    QVERIFY2(!answer->contains("injected"), answer->constData());
    QTRY_VERIFY(server.last().startsWith(QStringLiteral("disconnect #1 1006 unclean server \"handler error\"")));
    QCOMPARE(server.totalsAtEnd().handlerErrors, quint64(1));
}

/// RFC 9110 10.1.1.
void TestHttpContract::continues()
{
    RecordedServer server(quickSettings());
    server.server().onRequest(mirrored);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(post("Expect: 100-Continue\r\nContent-Length: 5\r\n", ""));
    QCOMPARE(client.readHead(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.write("hello");
    QCOMPARE(client.readAnswer().body, QByteArray("POST:hello"));
    client.write(post("Expect: 100-continue\r\nContent-Length: 1001\r\n", ""));
    QCOMPARE(client.readAnswer().status(), 413);
}

void TestHttpContract::pipelinedAnswersInOrder()
{
    constexpr int count = 1000;
    RecordedServer server(testSettings());
    server.server().onRequest(mirrored);
    QVERIFY(server.start());
    RawClient client(server.port());
    QByteArray all;
    for (int number = 0; number < count; ++number)
        all += number % 2 == 0
            ? get("/" + QByteArray::number(number))
            : "POST /" + QByteArray::number(number) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab";
    client.write(all);
    for (int number = 0; number < count; ++number) {
        const WireAnswer answer = client.readAnswer();
        QCOMPARE(answer.field("X-Target"), "/" + QByteArray::number(number));
        QCOMPARE(answer.body, QByteArray(number % 2 == 0 ? "GET:" : "POST:ab"));
    }
}

void TestHttpContract::upgradeAfterARequest()
{
    RecordedServer server(testSettings(), true);
    server.server().onRequest(mirrored);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(get("/page"));
    QCOMPARE(client.readAnswer().status(), 200);
    QVERIFY(client.open("/socket"));
    client.write(RawClient::frame(Opcode::Text, "hello"));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("hello"));
    QCOMPARE(server.lines().constFirst(), QStringLiteral("open #1 /socket"));
}

void TestHttpContract::upgradeBehindAPipelinedRequest()
{
    RecordedServer server(testSettings(), true);
    server.server().onRequest(mirrored);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(get("/page") + RawClient::handshake("/socket") + RawClient::frame(Opcode::Text, "hello"));
    QCOMPARE(client.readAnswer().status(), 200);
    QVERIFY(client.readHead().startsWith("HTTP/1.1 101 "));
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("hello"));
}

void TestHttpContract::tooSlow_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("dribbled");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("cause");
    const QString late = QStringLiteral("handshake timeout");
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << 408 << late;
    QTest::newRow("head byte by byte") << QByteArray() << get("/", "X: " + QByteArray(2000, 'x')) << 408 << late;
    QTest::newRow("body byte by byte") << post("Content-Length: 900\r\n", "") << QByteArray(900, 'x') << 408 << late;
    QTest::newRow("chunk byte by byte") << post("Transfer-Encoding: chunked\r\n", "384\r\n") << QByteArray(900, 'x')
                                        << 408 << late;
    QTest::newRow("second head byte by byte") << get("/") << get("/", "X: " + QByteArray(2000, 'x')) << 408 << late;
    QTest::newRow("no second request") << get("/") << QByteArray() << 0 << QStringLiteral("idle");
}

void TestHttpContract::tooSlow()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, dribbled);
    QFETCH(const int, status);
    QFETCH(const QString, cause);
    RecordedServer server(quickSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(first);
    if (first.startsWith("GET"))
        QCOMPARE(client.readAnswer().status(), 404);
    for (const char byte : dribbled) {
        if (client.socket().waitForReadyRead(2) || client.socket().state() != QAbstractSocket::ConnectedState)
            break;
        client.write(QByteArray(1, byte));
    }
    const QByteArray answer = client.readToEnd().value_or("never ended");
    client.socket().close();
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QTRY_VERIFY2(server.last().contains(QStringLiteral("server \"%1\"").arg(cause)), qPrintable(server.last()));
}

void TestHttpContract::keepsAliveWhileRequestsCome()
{
    RecordedServer server(quickSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    QElapsedTimer time;
    time.start();
    int answered = 0;
    for (; time.elapsed() < 400; ++answered) {
        client.write(get("/"));
        QCOMPARE(client.readAnswer().status(), 404);
        client.socket().waitForDisconnected(10);
    }
    QVERIFY(answered > 4);
    QVERIFY(client.waitForEnd());
}

void TestHttpContract::deviceIsStreamed()
{
    QByteArray content;
    for (int number = 0; content.size() < 3'000'000; ++number)
        content += QByteArray::number(number) + ' ';
    RecordedServer server(testSettings());
    server.server().onRequest([&](const HttpRequest &) {
        auto device = std::make_shared<QBuffer>();
        device->setData(content);
        device->open(QIODevice::ReadOnly);
        device->seek(10);
        return HttpReply{.device = device, .deviceBytes = content.size() - 10};
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(64 * 1024);
    client.write("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + get("/") + get("/"));
    const QByteArray length = QByteArray::number(content.size() - 10);
    QCOMPARE(client.readAnswer(true).field("Content-Length"), length);
    for (int round = 0; round < 2; ++round) {
        const WireAnswer answer = client.readAnswer();
        QCOMPARE(answer.field("Content-Length"), length);
        QVERIFY(answer.body == content.mid(10));
    }
    QVERIFY(server.server().queuedBytes({1}) == 0);
}

void TestHttpContract::deviceThatEndsEarlyCutsTheConnection()
{
    RecordedServer server(testSettings());
    server.server().onRequest([](const HttpRequest &) {
        auto device = std::make_shared<QBuffer>();
        device->setData("short");
        device->open(QIODevice::ReadOnly);
        return HttpReply{.device = device, .deviceBytes = 100};
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(get("/"));
    QVERIFY(client.waitForEnd());
    QTRY_VERIFY(server.last().startsWith(QStringLiteral("disconnect #1 1006 unclean server \"handler error\"")));
}

void TestHttpContract::readerThatStopsIsCut()
{
    Settings settings = quickSettings();
    RecordedServer server(settings);
    server.server().onRequest([](const HttpRequest &) { return HttpReply{.body = QByteArray(20'000'000, 'x')}; });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.write(get("/"));
    QTRY_VERIFY(server.last().startsWith(QStringLiteral("disconnect #1 1006 unclean server \"slow consumer\"")));
}

void TestHttpContract::stopFinishesTheAnswer()
{
    RecordedServer server(testSettings());
    std::atomic<bool> asked = false;
    server.server().onRequest([&](const HttpRequest &) {
        asked = true;
        return HttpReply{.body = QByteArray(5'000'000, 'x')};
    });
    QVERIFY(server.start());
    RawClient idle(server.port());
    idle.socket().waitForReadyRead(1);
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.write(get("/"));
    QTRY_VERIFY(asked);
    server.server().stop();
    client.socket().setReadBufferSize(0);
    QCOMPARE(client.readAnswer().body.size(), 5'000'000);
    QVERIFY(client.waitForEnd());
    QVERIFY(idle.waitForEnd());
}

void TestHttpContract::countsRequests()
{
    RecordedServer server(testSettings());
    QVERIFY(server.start());
    RawClient client(server.port());
    for (int round = 0; round < 3; ++round) {
        client.write(get("/"));
        QCOMPARE(client.readAnswer().status(), 404);
    }
    const Totals totals = server.totalsAtEnd();
    QCOMPARE(totals.requests, quint64(3));
    QCOMPARE(totals.refused, quint64(1));
}

QTEST_GUILESS_MAIN(TestHttpContract)
#include "tst_httpcontract.moc"
