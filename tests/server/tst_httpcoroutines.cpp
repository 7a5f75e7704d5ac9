// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QRandomGenerator>
#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// Coroutines that answer HTTP: one answer a request, in order, whatever happens meanwhile.
class TestHttpCoroutines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pipelinedAnswersInOrder();
    void answersOfManyClients();
    void answerThatComesTooLate();
    void peerThatLeavesMeanwhile();
    void stopWaitsForTheAnswer();
};

namespace {

QByteArray get(const QByteArray &target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; }

} // namespace

void TestHttpCoroutines::pipelinedAnswersInOrder()
{
    constexpr int count = 100;
    RecordedServer recorded(testSettings(), true);
    Server &server = recorded.server();
    server.onRequest([&](const HttpRequest &request) -> QCoro::Task<HttpReply> {
        co_await server.sleep(request.client, std::chrono::milliseconds(QRandomGenerator::global()->bounded(4)));
        co_return HttpReply{.status = 200, .headers = {{"X-Target", request.target}}};
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QByteArray all;
    for (int number = 0; number < count; ++number)
        all += get("/" + QByteArray::number(number));
    client.write(all + RawClient::handshake("/socket") + RawClient::frame(Opcode::Text, "hello"));
    for (int number = 0; number < count; ++number)
        QCOMPARE(client.readAnswer().field("X-Target"), "/" + QByteArray::number(number));
    QCOMPARE(client.readAnswer().status(), 101);
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("hello"));
    QCOMPARE(recorded.lines().constFirst(), QStringLiteral("open #1 /socket"));
}

/// While the answers of some wait, others get theirs.
void TestHttpCoroutines::answersOfManyClients()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onRequest([&](const HttpRequest &request) -> QCoro::Task<HttpReply> {
        if (request.path == QLatin1String("/slow"))
            co_await server.sleep(request.client, 300ms);
        co_return HttpReply::text(request.path);
    });
    QVERIFY(recorded.start());
    RawClient slow(recorded.port());
    slow.write(get("/slow"));
    RawClient quick(recorded.port());
    for (int round = 0; round < 10; ++round) {
        quick.write(get("/quick"));
        QCOMPARE(quick.readAnswer().body, QByteArray("/quick\n"));
    }
    QCOMPARE(slow.socket().bytesAvailable(), 0);
    QCOMPARE(slow.readAnswer().body, QByteArray("/slow\n"));
}

void TestHttpCoroutines::answerThatComesTooLate()
{
    Settings settings = testSettings();
    settings.handshakeTimeout = 30ms;
    RecordedServer recorded(settings);
    Server &server = recorded.server();
    server.onRequest([&](const HttpRequest &) -> QCoro::Task<HttpReply> {
        co_await server.sleep(200ms);
        recorded.write(QStringLiteral("answers"));
        co_return HttpReply::text(QStringLiteral("too late"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.write(get("/") + get("/never"));
    const QByteArray answer = client.readToEnd().value_or(QByteArray());
    client.socket().close();
    QVERIFY2(answer.startsWith("HTTP/1.1 503 ") && !answer.contains("too late"), answer.constData());
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("disconnect")));
    QCOMPARE(recorded.lines().size(), 2);
    QVERIFY2(recorded.last().contains(QStringLiteral("server \"handshake timeout\"")), qPrintable(recorded.last()));
}

void TestHttpCoroutines::peerThatLeavesMeanwhile()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onRequest([&](const HttpRequest &request) -> QCoro::Task<HttpReply> {
        recorded.write(QStringLiteral("asked"));
        const bool there = co_await server.sleep(request.client, 1h);
        recorded.write(there ? QStringLiteral("there") : QStringLiteral("left"));
        co_return HttpReply::text(QStringLiteral("nobody hears this"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.write(get("/"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("asked"));
    client.reset();
    QTRY_VERIFY(recorded.last().startsWith(QStringLiteral("disconnect")));
    QCOMPARE(recorded.lines()[1], QStringLiteral("left"));
    QVERIFY(!server.exists({1}));
}

void TestHttpCoroutines::stopWaitsForTheAnswer()
{
    RecordedServer recorded(testSettings());
    Server &server = recorded.server();
    server.onRequest([&](const HttpRequest &) -> QCoro::Task<HttpReply> {
        recorded.write(QStringLiteral("asked"));
        co_await server.sleep(400ms);
        co_return HttpReply::text(QStringLiteral("the last one"));
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    client.write(get("/"));
    QTRY_COMPARE(recorded.last(), QStringLiteral("asked"));
    server.stop();
    const WireAnswer answer = client.readAnswer();
    QCOMPARE(answer.body, QByteArray("the last one\n"));
    QCOMPARE(answer.field("Connection"), QByteArray("close"));
}

QTEST_GUILESS_MAIN(TestHttpCoroutines)
#include "tst_httpcoroutines.moc"
