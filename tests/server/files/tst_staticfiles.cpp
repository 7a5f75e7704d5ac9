// SPDX-License-Identifier: MIT
#include "server/files/mediatypes.h"
#include "server/files/staticfiles.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <sys/stat.h>
#include <unistd.h>

using namespace porthole;
using namespace porthole::test;

/// Files of a folder over HTTP, and no way out of it.
class TestStaticFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void serves_data();
    void serves();
    void notThere_data();
    void notThere();
    void redirectsToTheFolder();
    void conditions_data();
    void conditions();
    void ranges_data();
    void ranges();
    void mayNotBeRead();
    void rootThatIsGone();
    void mediaTypes();
    void overTheSocket_data();
    void overTheSocket();
    void largeFileIsStreamed();

private:
    void put(const QString &name, const QByteArray &content) const;
    HttpRequest request(const QString &path, const QList<Header> &headers = {}) const;
    std::optional<HttpReply> serve(const QString &path, const QList<Header> &headers = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

namespace {

QByteArray value(const HttpReply &reply, const char *name) { return Headers(reply.headers).value(name); }
QByteArray content(const HttpReply &reply) { return reply.device ? reply.device->read(reply.deviceBytes) : reply.body; }

} // namespace

void TestStaticFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = m_folder->filePath(QStringLiteral("root"));
    QDir().mkpath(m_root + QStringLiteral("/sub/empty"));
    QDir().mkpath(m_root + QStringLiteral("/.hidden"));
    QDir().mkpath(m_root + QStringLiteral("/.well-known"));
    QDir().mkpath(m_folder->filePath(QStringLiteral("root-not")));
    put(QStringLiteral("root/index.html"), "<p>index</p>");
    put(QStringLiteral("root/page.js"), "0123456789");
    put(QStringLiteral("root/a b+\u00fc.txt"), "named");
    put(QStringLiteral("root/none.css"), "");
    put(QStringLiteral("root/sub/index.html"), "sub");
    put(QStringLiteral("root/.secret"), "secret");
    put(QStringLiteral("root/.hidden/file.txt"), "secret");
    put(QStringLiteral("root/.well-known/security.txt"), "known");
    put(QStringLiteral("outside.txt"), "secret");
    put(QStringLiteral("root-not/file.txt"), "secret");
    const auto link = [this](const QString &to, const QString &name) {
        QVERIFY(QFile::link(to, m_root + QLatin1Char('/') + name));
    };
    link(QStringLiteral("page.js"), QStringLiteral("link.js"));
    link(m_folder->filePath(QStringLiteral("outside.txt")), QStringLiteral("out.txt"));
    link(m_folder->path(), QStringLiteral("up"));
    link(m_folder->filePath(QStringLiteral("root-not")), QStringLiteral("beside"));
    link(QStringLiteral("loop"), QStringLiteral("loop"));
    ::mkfifo(QFile::encodeName(m_root + QStringLiteral("/fifo")).constData(), 0600);
}

void TestStaticFiles::put(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.flush();
    file.setFileTime(QDateTime({2024, 5, 6}, {7, 8, 9}, Qt::UTC), QFileDevice::FileModificationTime);
}

HttpRequest TestStaticFiles::request(const QString &path, const QList<Header> &headers) const
{
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.headers = Headers(headers);
    return request;
}

std::optional<HttpReply> TestStaticFiles::serve(const QString &path, const QList<Header> &headers) const
{
    return StaticFiles(m_root).serve(request(path, headers));
}

void TestStaticFiles::serves_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const QByteArray html("text/html; charset=utf-8");
    QTest::newRow("index") << QStringLiteral("/") << QByteArray("<p>index</p>") << html;
    QTest::newRow("index of a folder") << QStringLiteral("/sub/") << QByteArray("sub") << html;
    QTest::newRow("script") << QStringLiteral("/page.js") << QByteArray("0123456789")
                            << QByteArray("text/javascript; charset=utf-8");
    QTest::newRow("empty") << QStringLiteral("/none.css") << QByteArray() << QByteArray("text/css; charset=utf-8");
    QTest::newRow("name with spaces and letters")
        << QStringLiteral("/a b+\u00fc.txt") << QByteArray("named") << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("link that stays") << QStringLiteral("/link.js") << QByteArray("0123456789")
                                     << QByteArray("text/javascript; charset=utf-8");
    QTest::newRow("8615 well-known") << QStringLiteral("/.well-known/security.txt") << QByteArray("known")
                                     << QByteArray("text/plain; charset=utf-8");
}

void TestStaticFiles::serves()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    const auto reply = serve(path);
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->deviceBytes, body.size());
    QCOMPARE(content(*reply), body);
    QCOMPARE(value(*reply, "Content-Type"), type);
    QCOMPARE(value(*reply, "Last-Modified"), QByteArray("Mon, 06 May 2024 07:08:09 GMT"));
    QCOMPARE(value(*reply, "Cache-Control"), QByteArray("no-cache"));
    QCOMPARE(value(*reply, "X-Content-Type-Options"), QByteArray("nosniff"));
}

void TestStaticFiles::notThere_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *rule, const QString &path) { QTest::newRow(rule) << path; };
    row("no such file", QStringLiteral("/nothing"));
    row("folder without index", QStringLiteral("/sub/empty/"));
    row("folder without index, no slash", QStringLiteral("/sub/empty"));
    row("file as a folder", QStringLiteral("/page.js/"));
    row("file below a file", QStringLiteral("/page.js/x"));
    row("dots out of the root", QStringLiteral("/../outside.txt"));
    row("dots out of a folder", QStringLiteral("/sub/../../outside.txt"));
    row("dots that stay inside", QStringLiteral("/sub/../page.js"));
    row("dots to a root of the same beginning", QStringLiteral("/../root-not/file.txt"));
    row("one dot", QStringLiteral("/./page.js"));
    row("dots at the end", QStringLiteral("/sub/.."));
    row("three dots", QStringLiteral("/.../page.js"));
    row("backslashes", QStringLiteral("/..\\outside.txt"));
    row("encoded once more", QStringLiteral("/%2e%2e/outside.txt"));
    row("NUL", QStringLiteral("/page.js") + QChar::Null);
    row("NUL before a type", QStringLiteral("/page.js") + QChar::Null + QStringLiteral(".png"));
    row("hidden file", QStringLiteral("/.secret"));
    row("hidden folder", QStringLiteral("/.hidden/file.txt"));
    row("empty segment", QStringLiteral("//page.js"));
    row("whole path of the machine", QStringLiteral("//etc/passwd"));
    row("another host", QStringLiteral("//example.org/sub"));
    row("no slash", QStringLiteral("page.js"));
    row("nothing at all", {});
    row("asterisk", QStringLiteral("*"));
    row("link to a file outside", QStringLiteral("/out.txt"));
    row("link to a folder outside", QStringLiteral("/up/outside.txt"));
    row("link to a folder of the same beginning", QStringLiteral("/beside/file.txt"));
    row("link to itself", QStringLiteral("/loop"));
    row("pipe", QStringLiteral("/fifo"));
    row("name too long", QLatin1Char('/') + QString(5000, QLatin1Char('a')));
    row("not a character", QStringLiteral("/page\ufffd.js"));
}

void TestStaticFiles::notThere()
{
    QFETCH(const QString, path);
    QVERIFY(!serve(path));
}

void TestStaticFiles::redirectsToTheFolder()
{
    HttpRequest asked = request(QStringLiteral("/sub"));
    asked.query = QStringLiteral("a=%20b");
    const auto reply = StaticFiles(m_root).serve(asked);
    QVERIFY(reply);
    QCOMPARE(reply->status, 301);
    QCOMPARE(value(*reply, "Location"), QByteArray("/sub/?a=%20b"));
}

/// RFC 9110 13.
void TestStaticFiles::conditions_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<int>("status");
    const QByteArray date("Mon, 06 May 2024 07:08:09 GMT");
    const auto row = [](const char *rule, const QList<Header> &headers, int status) {
        QTest::newRow(rule) << headers << status;
    };
    row("13.1.3 not since", {{"If-Modified-Since", date}}, 304);
    row("13.1.3 not since later", {{"if-modified-since", "Monday, 06-May-24 07:08:10 GMT"}}, 304);
    row("13.1.3 since", {{"If-Modified-Since", "Mon, 06 May 2024 07:08:08 GMT"}}, 200);
    row("13.1.3 no date", {{"If-Modified-Since", "yesterday"}}, 200);
    row("13.1.2 any", {{"If-None-Match", "*"}}, 304);
    row("13.1.2 another", {{"If-None-Match", "\"other\""}}, 200);
    row("13.2.2 tag before date", {{"If-None-Match", "\"other\""}, {"If-Modified-Since", date}}, 200);
    row("14.2 range of the version", {{"Range", "bytes=0-1"}, {"If-Range", date}}, 206);
    row("13.1.5 range of another version", {{"Range", "bytes=0-1"}, {"If-Range", "Mon, 06 May 2024 07:08:08 GMT"}},
        200);
}

void TestStaticFiles::conditions()
{
    QFETCH(const QList<Header>, headers);
    QFETCH(const int, status);
    const auto reply = serve(QStringLiteral("/page.js"), headers);
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(bool(reply->device), status != 304);
    const QByteArray tag = value(*reply, "ETag");
    QVERIFY(tag.startsWith('"'));
    QCOMPARE(serve(QStringLiteral("/page.js"), {{"If-None-Match", "\"x\", W/" + tag}})->status, 304);
    put(QStringLiteral("root/page.js"), "other bytes");
    QCOMPARE(serve(QStringLiteral("/page.js"), {{"If-None-Match", tag}})->status, 200);
}

/// RFC 9110 14; the file is 0123456789.
void TestStaticFiles::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *rule, const char *range, int status, const char *field, const char *body) {
        QTest::newRow(rule) << QByteArray(range) << status << QByteArray(field) << QByteArray(body);
    };
    row("from and to", "bytes=2-4", 206, "bytes 2-4/10", "234");
    row("from", "bytes=7-", 206, "bytes 7-9/10", "789");
    row("the last", "bytes=-3", 206, "bytes 7-9/10", "789");
    row("more than there are", "bytes=8-999999999999999999999999", 206, "bytes 8-9/10", "89");
    row("the last of more than there are", "Bytes=-99", 206, "bytes 0-9/10", "0123456789");
    row("behind the end", "bytes=10-", 416, "bytes */10", nullptr);
    row("far behind the end", "bytes=999999999999999999999999-", 416, "bytes */10", nullptr);
    row("the last none", "bytes=-0", 416, "bytes */10", nullptr);
    row("two of them are the whole", "bytes=0-1,3-4", 200, "", "0123456789");
    row("the wrong way round", "bytes=4-2", 200, "", "0123456789");
    row("another unit", "lines=1-2", 200, "", "0123456789");
    row("no number", "bytes=a-b", 200, "", "0123456789");
    row("nothing", "bytes=-", 200, "", "0123456789");
}

void TestStaticFiles::ranges()
{
    QFETCH(const QByteArray, range);
    QFETCH(const int, status);
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, body);
    const auto reply = serve(QStringLiteral("/page.js"), {{"Range", range}});
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(value(*reply, "Content-Range"), field);
    if (!body.isNull())
        QCOMPARE(content(*reply), body);
    HttpRequest head = request(QStringLiteral("/page.js"), {{"Range", range}});
    head.method = "HEAD";
    QCOMPARE(StaticFiles(m_root).serve(head)->status, 200);
}

void TestStaticFiles::mayNotBeRead()
{
    if (::geteuid() == 0)
        QSKIP("the superuser may read every file");
    QFile::setPermissions(m_root + QStringLiteral("/page.js"), {});
    QCOMPARE(serve(QStringLiteral("/page.js"))->status, 403);
}

void TestStaticFiles::rootThatIsGone()
{
    QDir(m_root).removeRecursively();
    QVERIFY(!serve(QStringLiteral("/page.js")));
    QVERIFY(!StaticFiles(QString()).serve(request(QStringLiteral("/etc/passwd"))));
}

void TestStaticFiles::mediaTypes()
{
    QCOMPARE(mediaTypeOf(QStringLiteral("A.HTML")), QByteArray("text/html; charset=utf-8"));
    QCOMPARE(mediaTypeOf(QStringLiteral("a.tar.gz")), QByteArray("application/gzip"));
    QCOMPARE(mediaTypeOf(QStringLiteral("a.wasm")), QByteArray("application/wasm"));
    QCOMPARE(mediaTypeOf(QStringLiteral("README")), QByteArray("application/octet-stream"));
    QCOMPARE(mediaTypeOf(QStringLiteral("a.")), QByteArray("application/octet-stream"));
}

/// From the bytes of a request to those of a file, encodings and all.
void TestStaticFiles::overTheSocket_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *rule, const char *line, int status, const char *body = "") {
        QTest::newRow(rule) << QByteArray(line) << status << QByteArray(body);
    };
    row("file", "GET /page.js", 200, "0123456789");
    row("file with a query", "GET /page.js?v=2", 200, "0123456789");
    row("encoded name", "GET /a%20b%2B%C3%BC.txt", 200, "named");
    row("absolute target", "GET http://elsewhere/page.js", 200, "0123456789");
    row("encoded dots", "GET /%2e%2e/outside.txt", 404);
    row("encoded slash", "GET /..%2foutside.txt", 404);
    row("encoded slash and folder", "GET /sub%2f..%2f..%2foutside.txt", 404);
    row("encoded backslash", "GET /..%5coutside.txt", 404);
    row("encoded twice", "GET /%252e%252e/outside.txt", 404);
    row("encoded NUL", "GET /page.js%00.html", 404);
    row("overlong UTF-8", "GET /%c0%ae%c0%ae/outside.txt", 404);
    row("broken encoding", "GET /page.js%", 404);
    row("dots", "GET /../outside.txt", 404);
    row("the handler has the rest", "GET /handled", 200, "handled");
    row("POST is the handler's", "POST /page.js", 200, "handled");
}

void TestStaticFiles::overTheSocket()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    Settings settings = testSettings();
    settings.documentRoot = m_root;
    RecordedServer server(settings);
    server.server().onRequest([](const HttpRequest &request) {
        if (request.path == QLatin1String("/handled") || request.method == "POST")
            return HttpReply{.body = "handled"};
        return HttpReply::text(QStringLiteral("not here"), 404);
    });
    QVERIFY(server.start());
    RawClient client(server.port());
    client.write(line + " HTTP/1.1\r\nHost: a\r\n\r\n");
    const WireAnswer answer = client.readAnswer();
    QCOMPARE(answer.status(), status);
    if (status == 200)
        QCOMPARE(answer.body, body);
    QVERIFY(!answer.body.contains("secret"));
}

void TestStaticFiles::largeFileIsStreamed()
{
    QByteArray block;
    for (int number = 0; block.size() < 1024 * 1024; ++number)
        block += QByteArray::number(number) + ' ';
    block.truncate(1024 * 1024);
    put(QStringLiteral("root/large.bin"), QByteArray(block).repeated(16));
    Settings settings = testSettings();
    settings.documentRoot = m_root;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port());
    client.socket().setReadBufferSize(256 * 1024);
    client.write("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n");
    RawClient other(server.port());
    other.write("GET /page.js HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(other.readAnswer().body, QByteArray("0123456789"));
    const WireAnswer answer = client.readAnswer();
    QCOMPARE(answer.body.size(), 16 * 1024 * 1024);
    QVERIFY(answer.body == block.repeated(16));
    other.write("OPTIONS /page.js HTTP/1.1\r\nHost: a\r\n\r\nPOST /page.js HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(other.readAnswer().field("Allow"), QByteArray("GET, HEAD, OPTIONS"));
    QCOMPARE(other.readAnswer().status(), 405);
}

QTEST_GUILESS_MAIN(TestStaticFiles)
#include "tst_staticfiles.moc"
