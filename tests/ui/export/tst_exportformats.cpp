// SPDX-License-Identifier: MIT
#include "ui/detail/secrets.h"
#include "ui/export/exporttask.h"
#include "ui/export/ndjson.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace porthole;

Q_DECLARE_METATYPE(porthole::LogRow)

// What an export looks like, byte for byte, and that NDJSON loses nothing.
class TestExportFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ndjsonLine();
    void ndjsonKeepsAll_data();
    void ndjsonKeepsAll();
    void ndjsonRefuses_data();
    void ndjsonRefuses();
    void csv();
    void har();
    void harOfRefusals();
    void secrets_data();
    void secrets();
    void masksPaths_data();
    void masksPaths();
    void stops();
};

static constexpr qint64 moment = 1'767'225'600'123'456; // 2026-01-01 00:00:00.123456 UTC

static LogRow message(const QByteArray &payload, Opcode opcode = Opcode::Text, Direction way = Direction::In)
{
    LogRow row{{moment, {12}, way, opcode, payload.size(), payload}};
    row.peer = QStringLiteral("10.0.0.7:50123");
    row.path = QStringLiteral("/chat?room=1&token=hush");
    return row;
}

static QByteArray written(ExportTask task)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!write(task, buffer, [](qsizetype) { return true; }))
        qWarning("nothing was written");
    return buffer.data();
}

void TestExportFormats::ndjsonLine()
{
    QCOMPARE(Ndjson::line(message("{\"a\":\"b\\n\"}\t\x01")),
             QByteArray(R"({"time":"2026-01-01T00:00:00.123456Z","client":12,"peer":"10.0.0.7:50123",)"
                        R"("path":"/chat?room=1&token=hush","dir":"in","type":"text","size":13,)"
                        R"("text":"{\"a\":\"b\\n\"}\u0009\u0001"})"
                        "\n"));
}

void TestExportFormats::ndjsonKeepsAll_data()
{
    QTest::addColumn<LogRow>("row");
    const auto row = [](const char *name, const LogRow &kept) { QTest::newRow(name) << kept; };
    row("text", message("hello"));
    row("empty", message({}));
    row("out", message("x", Opcode::Text, Direction::Out));
    row("beyond ASCII", message("Zo\xc3\xab \xf0\x9f\x98\x80 \xe2\x80\xa8"));
    row("control characters", message(QByteArray("a\0b\r\n\t\x7f\x1b\"\\", 11)));
    row("a byte order mark", message("\xef\xbb\xbfx"));
    row("text that was cut within a character", message("ab\xc3"));
    row("bytes", message(QByteArray("\x00\xff\x80", 3), Opcode::Binary));
    row("bytes that are text", message("text", Opcode::Binary));
    row("ping", message("1", Opcode::Ping));
    row("pong", message({}, Opcode::Pong, Direction::Out));
    row("close",
        message("\x03\xe8"
                "bye",
                Opcode::Close));
    row("close without a code", message({}, Opcode::Close));
    row("fragment", message("x", Opcode::Continuation));
    LogRow cut = message("the start");
    cut.size = 5'000'000'000;
    row("payload that the tap cut", cut);
    LogRow refused = message("no such origin");
    refused.refused = Cause::Rejected;
    refused.client = {};
    row("refused", refused);
    LogRow early = message("x");
    early.time = 1;
    row("a microsecond after the epoch", early);
    LogRow large = message("x");
    large.client = {9'007'199'254'740'991};
    row("large client number", large);
}

void TestExportFormats::ndjsonKeepsAll()
{
    QFETCH(LogRow, row);
    const QByteArray line = Ndjson::line(row);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(QJsonDocument::fromJson(line).isObject());
    QString problem;
    const auto again = Ndjson::row(line, problem);
    QVERIFY2(again, qPrintable(problem));
    QCOMPARE(again->time, row.time);
    QCOMPARE(again->client, row.client);
    QCOMPARE(again->peer, row.peer);
    QCOMPARE(again->path, row.path);
    QCOMPARE(again->direction, row.direction);
    QCOMPARE(again->opcode, row.refused ? Opcode::Text : row.opcode);
    QCOMPARE(again->size, row.size);
    QCOMPARE(again->payload, row.payload);
    QCOMPARE(again->refused, row.refused);
    QCOMPARE(Ndjson::line(*again), line);
}

void TestExportFormats::ndjsonRefuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(says);
    };
    row("no JSON", "hello", "It is no JSON object.");
    row("cut", R"({"time":"2026-01-01T00:00:00.1234)", "It is no JSON object.");
    row("array", "[1]", "It is no JSON object.");
    row("no time", R"({"type":"text","text":"x"})", "It has no time as Porthole exports it.");
    row("another time", R"({"time":"yesterday","type":"text","text":"x"})", "It has no time as Porthole exports it.");
    row("another type", R"({"time":"2026-01-01T00:00:00.123456Z","type":"x","text":"x"})",
        "Its type or its payload is missing.");
    row("no payload", R"({"time":"2026-01-01T00:00:00.123456Z","type":"text"})", "Its type or its payload is missing.");
    row("bad Base64", R"({"time":"2026-01-01T00:00:00.123456Z","type":"text","base64":"??"})",
        "Its type or its payload is missing.");
    row("refused for nothing", R"({"time":"2026-01-01T00:00:00.123456Z","type":"refused","text":""})",
        "Its type or its payload is missing.");
}

void TestExportFormats::ndjsonRefuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    QString problem;
    QVERIFY(!Ndjson::row(line, problem));
    QCOMPARE(problem, says);
}

void TestExportFormats::csv()
{
    ExportTask task;
    task.format = ExportFormat::Csv;
    task.rows = {message("say \"hi\", you\nand you"),
                 message(QByteArray("\x00\xff", 2), Opcode::Binary, Direction::Out),
                 message("\x03\xe8", Opcode::Close)};
    const QByteArray masked = QStringLiteral("/chat?room=1&token=").toUtf8() + secretMask().toUtf8();
    const QByteArray start = "2026-01-01T00:00:00.123456Z,12,10.0.0.7:50123," + masked;
    QCOMPARE(written(task),
             "time,client,peer,path,dir,type,size,code,encoding,payload\r\n" + start
                 + ",in,text,21,,utf-8,\"say \"\"hi\"\", you\nand you\"\r\n" + start + ",out,binary,2,,base64,AP8=\r\n"
                 + start + ",in,close,2,1000,base64,A+g=\r\n");
}

static QJsonArray entriesOf(const QByteArray &har)
{
    const QJsonObject log = QJsonDocument::fromJson(har).object().value(QLatin1String("log")).toObject();
    return log.value(QLatin1String("version")) == QLatin1String("1.2") ? log.value(QLatin1String("entries")).toArray()
                                                                       : QJsonArray();
}

void TestExportFormats::har()
{
    ExportTask task;
    task.format = ExportFormat::Har;
    LogRow other = message("from another", Opcode::Text);
    other.client = {13};
    task.rows = {message("hello"), other, message(QByteArray("\x00\xff", 2), Opcode::Binary, Direction::Out)};
    task.rows[2].time += 1'500'000;
    task.clients.insert({12},
                        {QStringLiteral("/chat?room=1&token=hush"),
                         moment - 500'000,
                         {{"Host", "example.org:9502"}, {"Cookie", "session=hush"}}});
    const QByteArray bytes = written(task);
    QVERIFY(!bytes.contains("hush"));
    const QJsonArray entries = entriesOf(bytes);
    QCOMPARE(entries.size(), 2);
    const QJsonObject entry = entries[0].toObject();
    QCOMPARE(entry[QLatin1String("_resourceType")].toString(), QStringLiteral("websocket"));
    QCOMPARE(entry[QLatin1String("startedDateTime")].toString(), QStringLiteral("2025-12-31T23:59:59.623456Z"));
    QCOMPARE(entry[QLatin1String("time")].toDouble(), 2000.0);
    QCOMPARE(entry[QLatin1String("response")].toObject()[QLatin1String("status")].toInt(), 101);
    const QJsonObject request = entry[QLatin1String("request")].toObject();
    QVERIFY(
        request[QLatin1String("url")].toString().startsWith(QLatin1String("ws://example.org:9502/chat?room=1&token=")));
    QCOMPARE(request[QLatin1String("queryString")].toArray().size(), 2);
    QCOMPARE(request[QLatin1String("headers")].toArray()[1].toObject()[QLatin1String("value")].toString(),
             secretMask());
    const QJsonArray messages = entry[QLatin1String("_webSocketMessages")].toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].toObject()[QLatin1String("type")].toString(), QStringLiteral("send"));
    QCOMPARE(messages[0].toObject()[QLatin1String("opcode")].toInt(), 1);
    QCOMPARE(messages[0].toObject()[QLatin1String("data")].toString(), QStringLiteral("hello"));
    QCOMPARE(messages[0].toObject()[QLatin1String("time")].toDouble(), 1767225600.123456);
    QCOMPARE(messages[1].toObject()[QLatin1String("type")].toString(), QStringLiteral("receive"));
    QCOMPARE(messages[1].toObject()[QLatin1String("data")].toString(), QStringLiteral("AP8="));
    QCOMPARE(entries[1].toObject()[QLatin1String("_webSocketMessages")].toArray().size(), 1);
}

void TestExportFormats::harOfRefusals()
{
    ExportTask task;
    task.format = ExportFormat::Har;
    QCOMPARE(entriesOf(written(task)).size(), 0);
    LogRow refused = message("no such origin");
    refused.refused = Cause::Rejected;
    refused.client = {};
    task.rows = {refused, refused};
    const QJsonArray entries = entriesOf(written(task));
    QCOMPARE(entries.size(), 2);
    const QJsonObject entry = entries[0].toObject();
    QCOMPARE(entry[QLatin1String("response")].toObject()[QLatin1String("status")].toInt(), 0);
    QCOMPARE(entry[QLatin1String("_error")].toString(), QStringLiteral("no such origin"));
    QCOMPARE(entry[QLatin1String("_webSocketMessages")].toArray().size(), 0);
}

void TestExportFormats::secrets_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("secret");
    for (const char *name : {"Authorization", "COOKIE", "Proxy-Authorization", "X-Api-Key", "X-Auth-Token",
                             "x-csrf-token", "X-Client-Secret"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"Host", "Origin", "Sec-WebSocket-Key", "Cookies", "User-Agent", "Token", ""})
        QTest::newRow(*name ? name : "none") << QByteArray(name) << false;
}

void TestExportFormats::secrets()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, secret);
    QCOMPARE(isSecretHeader(header), secret);
}

void TestExportFormats::masksPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("masked"); // * is the mask
    const auto row = [](const char *path, const char *masked) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(masked);
    };
    row("/", "/");
    row("/chat?room=1", "/chat?room=1");
    row("/chat?token=abc", "/chat?token=*");
    row("/chat?room=1&TOKEN=abc&x=2", "/chat?room=1&TOKEN=*&x=2");
    row("/?access_token=a=b=c", "/?access_token=*");
    row("/?token=", "/?token=");
    row("/?token", "/?token");
    row("/token=abc", "/token=abc");
    row("/?tokens=3&monkey=4", "/?tokens=3&monkey=4");
}

void TestExportFormats::masksPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, masked);
    QCOMPARE(maskedPath(path), masked.replace(QLatin1Char('*'), secretMask()));
    QCOMPARE(hasSecrets(path), masked != path);
}

void TestExportFormats::stops()
{
    ExportTask task;
    task.rows = QList<LogRow>(5000, message("x"));
    for (const ExportFormat format : {ExportFormat::Ndjson, ExportFormat::Csv, ExportFormat::Har}) {
        task.format = format;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        qsizetype seen = 0;
        QVERIFY(!write(task, buffer, [&seen](qsizetype rows) { return (seen = rows) < 1000; }));
        QVERIFY(seen >= 1000 && seen < 1500);
    }
}

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
