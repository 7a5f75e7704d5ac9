// SPDX-License-Identifier: MIT
#include "server/protocol/httpdate.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace porthole::protocol;

class TestHttpDate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writesWhatQtWrites();
};

/// RFC 9110 5.6.7.
void TestHttpDate::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    const auto row = [](const char *rule, const char *text, qint64 seconds = -1) {
        QTest::newRow(rule) << QByteArray(text) << seconds;
    };
    row("IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", 784'111'777);
    row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", 784'111'777);
    row("asctime", "Sun Nov  6 08:49:37 1994", 784'111'777);
    row("asctime, day of two digits", "Wed Nov 16 08:49:37 1994", 784'975'777);
    row("RFC 850 of this century", "Monday, 06-May-24 07:08:09 GMT", 1'714'979'289);
    row("the first second", "Thu, 01 Jan 1970 00:00:00 GMT", 0);
    row("leap day", "Thu, 29 Feb 2024 00:00:00 GMT", 1'709'164'800);
    row("leap second", "Sat, 31 Dec 2016 23:59:60 GMT", 1'483'228'799);
    row("far away", "Fri, 31 Dec 9999 23:59:59 GMT", 253'402'300'799);
    row("no leap day", "Wed, 29 Feb 2023 00:00:00 GMT");
    row("day 0", "Wed, 00 Feb 2023 00:00:00 GMT");
    row("day 32", "Wed, 32 Jan 2023 00:00:00 GMT");
    row("hour 24", "Wed, 01 Feb 2023 24:00:00 GMT");
    row("minute 60", "Wed, 01 Feb 2023 23:60:00 GMT");
    row("before 1970", "Wed, 31 Dec 1969 23:59:59 GMT");
    row("another zone", "Sun, 06 Nov 1994 08:49:37 CET");
    row("small letters", "sun, 06 nov 1994 08:49:37 gmt");
    row("a space behind it", "Sun, 06 Nov 1994 08:49:37 GMT ");
    row("cut off", "Sun, 06 Nov 1994 08:49");
    row("a sign", "Sun, 06 Nov +994 08:49:37 GMT");
    row("nothing", "");
    row("a number", "784111777");
}

void TestHttpDate::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, seconds);
    QCOMPARE(qint64(parseHttpDate({text.constData(), std::size_t(text.size())}).value_or(-1)), seconds);
}

void TestHttpDate::writesWhatQtWrites()
{
    for (qint64 seconds = 0; seconds < 5'000'000'000; seconds += 9'999'991) {
        const QString expected = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                                                       QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        const std::string written = httpDate(seconds);
        QCOMPARE(QString::fromStdString(written), expected);
        QCOMPARE(qint64(parseHttpDate(written).value_or(-1)), seconds);
    }
}

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
