// SPDX-License-Identifier: MIT
#include "ui/clients/closecheck.h"
#include "ui/detail/hexdump.h"
#include "ui/detail/secrets.h"
#include "ui/push/outcome.h"
#include "ui/shared/format.h"
#include "ui/shared/jsontext.h"
#include "ui/shared/ratemeter.h"
#include "ui/welcome/welcomepage.h"

#include <QLocale>
#include <QTest>

using namespace porthole;

class TestTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void compact_data();
    void compact();
    void bytes_data();
    void bytes();
    void span_data();
    void span();
    void everyNameIsSaid();
    void closeCode_data();
    void closeCode();
    void closeReason_data();
    void closeReason();
    void hex_data();
    void hex();
    void secrets_data();
    void secrets();
    void json_data();
    void json();
    void pretty_data();
    void pretty();
    void outcome_data();
    void outcome();
    void rate();
};

void TestTexts::compact_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << "0";
    QTest::newRow("below one") << 0.4 << "0.4";
    QTest::newRow("small") << 12.3 << "12";
    QTest::newRow("three digits") << 999.0 << "999";
    QTest::newRow("rounds up to a thousand") << 999.7 << "1.0k";
    QTest::newRow("thousands") << 1234.0 << "1.2k";
    QTest::newRow("tens of thousands") << 50'000.0 << "50k";
    QTest::newRow("millions") << 3'400'000.0 << "3.4M";
}

void TestTexts::compact()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(Format::compact(value), text);
}

void TestTexts::bytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 B";
    QTest::newRow("below a KiB") << qint64(1023) << "1023 B";
    QTest::newRow("a KiB") << qint64(1024) << QString::fromUtf8("1.0\u00a0KiB");
    QTest::newRow("just below a MiB") << qint64(1024 * 1024 - 1) << QString::fromUtf8("1.0\u00a0MiB");
    QTest::newRow("GiB") << qint64(5) * 1024 * 1024 * 1024 << QString::fromUtf8("5.0\u00a0GiB");
}

void TestTexts::bytes()
{
    QFETCH(qint64, size);
    QFETCH(QString, text);
    QCOMPARE(Format::bytes(size), text);
}

void TestTexts::span_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("a clock that went back") << qint64(-5) << "0 s";
    QTest::newRow("seconds") << qint64(59) << "59 s";
    QTest::newRow("minutes") << qint64(125) << "2 min 05 s";
    QTest::newRow("hours") << qint64(3 * 3600 + 12 * 60) << "3 h 12 min";
    QTest::newRow("days") << qint64(5 * 86400 + 2 * 3600) << "5 d 2 h";
}

void TestTexts::span()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(Format::span(seconds * 1'000'000), text);
}

void TestTexts::everyNameIsSaid()
{
    for (int cause = 0; cause <= int(Cause::EndOfStream); ++cause) {
        const std::string_view wire = name(Cause(cause));
        QCOMPARE(Format::cause(Cause(cause)), QString::fromLatin1(wire.data(), qsizetype(wire.size())));
    }
    for (int result = 0; result < int(pushResultCount); ++result)
        QVERIFY(!Format::result(PushResult(result)).isEmpty());
    QCOMPARE(Format::codeName(1001), QStringLiteral("going away"));
    QCOMPARE(Format::codeName(4001), QString());
}

void TestTexts::closeCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char *good : {"1000", "1001", "1002", "1003", "1007", "1014", "3000", "3999", "4000", "4999"})
        QTest::newRow(good) << good << true;
    QTest::newRow("with its name") << "1001 going away" << true;
    QTest::newRow("spaces around") << "  4000 " << true;
    for (const char *bad : {"", "0", "999", "1004", "1005", "1006", "1015", "1016", "2000", "2999", "5000", "70000",
                            "-1000", "1e3", "abc", "1000x"})
        QTest::addRow("bad: %s", bad) << bad << false;
}

void TestTexts::closeCode()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(CloseCheck::code(text).has_value(), good);
    QCOMPARE(CloseCheck::codeProblem(text).isEmpty(), good);
}

void TestTexts::closeReason_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << "" << true;
    QTest::newRow("123 bytes") << QString(123, QLatin1Char('a')) << true;
    QTest::newRow("124 bytes") << QString(124, QLatin1Char('a')) << false;
    QTest::newRow("61 letters of two bytes") << QString(61, QChar(0xEB)) << true;
    QTest::newRow("62 letters of two bytes") << QString(62, QChar(0xEB)) << false;
}

void TestTexts::closeReason()
{
    QFETCH(QString, reason);
    QFETCH(bool, good);
    QCOMPARE(CloseCheck::reasonProblem(reason).isEmpty(), good);
}

void TestTexts::hex_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << qint64(0) << "";
    QTest::newRow("a whole line") << QByteArray("0123456789abcdef") << qint64(0)
                                  << "00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef";
    QTest::newRow("a short line keeps the columns")
        << QByteArray("\x00\xff~", 3) << qint64(0) << "00000000  00 ff 7e                                          ..~";
    QTest::newRow("two lines from an offset") << QByteArray(17, 'A') << qint64(0x10000)
                                              << "00010000  41 41 41 41 41 41 41 41  41 41 41 41 41 41 41 41  "
                                                 "AAAAAAAAAAAAAAAA\n"
                                                 "00010010  41                                                A";
}

void TestTexts::hex()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, offset);
    QFETCH(QString, text);
    QCOMPARE(hexDump(bytes, offset), text);
}

void TestTexts::secrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : {"Authorization", "COOKIE", "proxy-authorization", "X-Api-Key"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"Host", "Origin", "Sec-WebSocket-Protocol", "Sec-WebSocket-Key", "Cookie2"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestTexts::secrets()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, secret);
    QCOMPARE(isSecretHeader(name), secret);
}

void TestTexts::json_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset"); // -1: it is JSON
    for (const char *good :
         {"{}", "[]", " [1, 2]\n", R"({"a":{"b":[null,true]}})", "42", "-1.5e3", "\"x\"", "null", " true "})
        QTest::newRow(good) << QByteArray(good) << -1;
    QTest::newRow("nothing") << QByteArray("") << 0;
    QTest::newRow("only space") << QByteArray(" \n") << 0;
    QTest::newRow("missing colon") << QByteArray(R"({"a" "b"})") << 5;
    QTest::newRow("missing comma") << QByteArray("[1 2]") << 3;
    QTest::newRow("after the value") << QByteArray("{} x") << 3;
    QTest::newRow("open object") << QByteArray(R"({"a":1)") << 6;
    QTest::newRow("a word") << QByteArray("hello") << 0;
    QTest::newRow("two values") << QByteArray("1,2") << 0;
    QTest::newRow("brackets that would fit ours") << QByteArray("1],[2") << 2;
}

void TestTexts::json()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const JsonText::Problem problem = JsonText::check(text);
    QCOMPARE(bool(problem), offset >= 0);
    QCOMPARE(int(problem.offset), offset);
}

void TestTexts::pretty_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("out");
    QTest::newRow("empty object") << QByteArray("{ }") << "{}";
    QTest::newRow("empty array within") << QByteArray(R"({"a":[]})") << "{\n  \"a\": []\n}";
    QTest::newRow("order of names stays") << QByteArray(R"({"z":1,"a":2})") << "{\n  \"z\": 1,\n  \"a\": 2\n}";
    QTest::newRow("no number is rounded")
        << QByteArray("[12345678901234567890, 1.10]") << "[\n  12345678901234567890,\n  1.10\n]";
    QTest::newRow("strings are left alone") << QByteArray(R"(["a, {b}: \" [c]"])") << "[\n  \"a, {b}: \\\" [c]\"\n]";
    QTest::newRow("escapes are left alone") << QByteArray(R"(["\u00eb\n"])") << "[\n  \"\\u00eb\\n\"\n]";
    QTest::newRow("a value alone") << QByteArray(" 42 ") << "42";
    QTest::newRow("cut short") << QByteArray(R"({"a":[1,)") << "{\n  \"a\": [\n    1,\n    ";
}

void TestTexts::pretty()
{
    QFETCH(QByteArray, in);
    QFETCH(QString, out);
    QCOMPARE(JsonText::pretty(in), out);
}

void TestTexts::outcome_data()
{
    QTest::addColumn<QList<int>>("counts"); // sent, queued, unknown, not established, backlog, too big
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Outcome::Grade>("grade");
    using Grade = Outcome::Grade;
    QTest::newRow("all sent") << QList<int>{3, 0, 0, 0, 0, 0} << ""
                              << "sent to 3" << Grade::Good;
    QTest::newRow("some of each") << QList<int>{2, 1, 0, 0, 1, 0} << ""
                                  << "sent to 2, queued for 1, 1 refused: backlog full" << Grade::Partly;
    QTest::newRow("several reasons") << QList<int>{0, 0, 2, 0, 1, 0} << ""
                                     << "3 refused: 2 client has left, 1 backlog full" << Grade::Bad;
    QTest::newRow("too big for all") << QList<int>{0, 0, 0, 0, 0, 5} << ""
                                     << "5 refused: too big" << Grade::Bad;
    QTest::newRow("nobody") << QList<int>{0, 0, 0, 0, 0, 0} << ""
                            << "Nobody was there to receive it." << Grade::Bad;
    QTest::newRow("nothing was done") << QList<int>{0, 0, 0, 0, 0, 0} << "The server does not run."
                                      << "The server does not run." << Grade::Bad;
}

void TestTexts::outcome()
{
    QFETCH(QList<int>, counts);
    QFETCH(QString, error);
    QFETCH(QString, text);
    QFETCH(Outcome::Grade, grade);
    ActionResult result;
    std::copy(counts.begin(), counts.end(), result.counts.begin());
    result.error = error;
    QCOMPARE(Outcome::ofPush(result), text);
    QCOMPARE(Outcome::grade(result), grade);
}

void TestTexts::rate()
{
    RateMeter meter;
    QCOMPARE(meter.rate(), 0.0);
    for (int i = 0; i <= 30; ++i)
        meter.add(i * 100, quint64(i) * 50);
    QCOMPARE(meter.rate(), 500.0);
    for (int i = 1; i <= 30; ++i)
        meter.add(3000 + i * 100, 1500);
    QCOMPARE(meter.rate(), 0.0);
    meter.add(7000, 10);
    QCOMPARE(meter.rate(), 0.0);
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
