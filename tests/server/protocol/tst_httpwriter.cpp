// SPDX-License-Identifier: MIT
#include "server/protocol/httpwriter.h"

#include <QTest>

using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

} // namespace

class TestHttpWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void refusesWhatCouldSplitAResponse_data();
    void refusesWhatCouldSplitAResponse();
    void refusesStatusOutOfRange();
};

void TestHttpWriter::writes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("close");
    QTest::addColumn<bool>("withoutBody");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("9112 6.2 length of the body")
        << 200 << QByteArray("hello") << false << false
        << QByteArray("HTTP/1.1 200 OK\r\nX-Y: z\r\nContent-Length: 5\r\n\r\nhello");
    QTest::newRow("9112 9.6 close") << 426 << QByteArray("no") << true << false
                                    << QByteArray("HTTP/1.1 426 Upgrade Required\r\nX-Y: z\r\nContent-Length: 2\r\n"
                                                  "Connection: close\r\n\r\nno");
    QTest::newRow("9110 8.6 empty body has a length")
        << 404 << QByteArray() << false << false
        << QByteArray("HTTP/1.1 404 Not Found\r\nX-Y: z\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("9110 9.3.2 HEAD") << 200 << QByteArray("hello") << false << true
                                     << QByteArray("HTTP/1.1 200 OK\r\nX-Y: z\r\nContent-Length: 5\r\n\r\n");
    QTest::newRow("9110 8.6 no length with 1xx")
        << 101 << QByteArray() << false << false << QByteArray("HTTP/1.1 101 Switching Protocols\r\nX-Y: z\r\n\r\n");
    QTest::newRow("9110 8.6 no length with 204")
        << 204 << QByteArray("dropped") << false << false << QByteArray("HTTP/1.1 204 No Content\r\nX-Y: z\r\n\r\n");
    QTest::newRow("9112 4 a status without words")
        << 299 << QByteArray() << false << false
        << QByteArray("HTTP/1.1 299 Unknown\r\nX-Y: z\r\nContent-Length: 0\r\n\r\n");
}

void TestHttpWriter::writes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, close);
    QFETCH(bool, withoutBody);
    QFETCH(QByteArray, expected);
    const Field fields[] = {{"X-Y", "z"}};
    const auto written = writeResponse(status, fields, view(body), {.close = close, .withoutBody = withoutBody});
    QVERIFY(written);
    QCOMPARE(QByteArray::fromStdString(*written), expected);
}

void TestHttpWriter::refusesWhatCouldSplitAResponse_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("9110 5.5 CR LF in a value") << QByteArray("X") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("9110 5.5 LF in a value") << QByteArray("X") << QByteArray("a\nb");
    QTest::newRow("9110 5.5 CR in a value") << QByteArray("X") << QByteArray("a\rb");
    QTest::newRow("9110 5.5 NUL in a value") << QByteArray("X") << QByteArray("a\0b", 3);
    QTest::newRow("9110 5.1 CR LF in a name") << QByteArray("X\r\nY") << QByteArray("a");
    QTest::newRow("9110 5.1 colon in a name") << QByteArray("X: a") << QByteArray("a");
    QTest::newRow("9110 5.1 empty name") << QByteArray() << QByteArray("a");
    QTest::newRow("9112 6.3 a second length") << QByteArray("content-length") << QByteArray("9");
    QTest::newRow("9112 6.1 a second framing") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
}

void TestHttpWriter::refusesWhatCouldSplitAResponse()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const Field fields[] = {{"Good", "one"}, {view(name), view(value)}};
    QVERIFY(!writeResponse(200, fields, "x"));
    QVERIFY(writeResponse(200, std::span(fields).first(1), "x"));
}

void TestHttpWriter::refusesStatusOutOfRange()
{
    QVERIFY(!writeResponse(99, {}, {}));
    QVERIFY(!writeResponse(1000, {}, {}));
    QVERIFY(!writeResponse(-200, {}, {}));
}

QTEST_APPLESS_MAIN(TestHttpWriter)
#include "tst_httpwriter.moc"
