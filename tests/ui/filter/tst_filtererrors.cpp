// SPDX-License-Identifier: MIT
#include "ui/messages/messagefields.h"

#include <QTest>

using namespace porthole;

// What is said of an expression that cannot be read, and where.
class TestFilterErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void nestsOnlySoDeep();
    void anErrorLetsAllThrough();
};

void TestFilterErrors::errors_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *expression, int at, int length, const char *says) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << at << length << QString::fromUtf8(says);
    };
    row("foo == 1", 0, 3, "There is no field foo. The fields are dir, client");
    row("dir == in && Foo == 1", 13, 3, "There is no field Foo.");
    row("jsonx == 1", 0, 5, "There is no field jsonx.");
    row("dir = in", 4, 1, "Write == for equal");
    row("dir == up", 7, 2, "dir is one of: in, out.");
    row("dir ==", 6, 0, "A value is missing here.");
    row("dir == && size > 1", 7, 2, "A value is missing here.");
    row("dir == (in)", 7, 4, "dir is one of: in, out.");
    row("dir > in", 6, 2, "dir can be compared with == and != only.");
    row("type == words", 8, 5, "type is one of: text, binary");
    row("size > big", 7, 3, "A size is written like 512, 1k or 2MiB.");
    row("size > 1x", 7, 2, "A size is written like");
    row("size =~ 1", 8, 1, "=~ finds in text, and size is none");
    row("client == bob", 10, 3, "A client is written like 12 or #12.");
    row("code == abc", 8, 3, "A number is needed here");
    row("time > noon", 7, 4, "A time is written like 12:00");
    row("time > 25:00", 7, 5, "A time is written like 12:00");
    row("time > -5", 7, 2, "A time is written like 12:00");
    row("text =~ \"a(b\"", 12, 0, "The regular expression is not right here:");
    row("text =~ [a", 10, 0, "The regular expression is not right here:");
    row("\"open", 0, 5, "The quote is not closed.");
    row("size > 1 && 'open", 12, 5, "The quote is not closed.");
    row("text == \"open", 8, 5, "The quote is not closed.");
    row("(dir ==)", 7, 1, "A value is missing here.");
    row("(dir == in", 0, 1, "This parenthesis is not closed.");
    row("dir == in)", 9, 1, "This parenthesis was not opened.");
    row("()", 1, 1, "A field or a word must stand before this.");
    row("&& a", 0, 2, "A field or a word must stand before this.");
    row("a &&", 4, 0, "Something is missing here: a field or a word.");
    row("a || || b", 5, 2, "A field or a word must stand before this.");
    row("!", 1, 0, "Something is missing here");
    row("== 3", 0, 2, "A field or a word must stand before this.");
    row("size > 1 < 3", 9, 1, "A field or a word must stand before this.");
    row("\"size\" > 1", 7, 1, "A field or a word must stand before this.");
}

void TestFilterErrors::errors()
{
    QFETCH(QString, expression);
    QFETCH(int, at);
    QFETCH(int, length);
    QFETCH(QString, says);
    const FilterError error = Filter::parse(expression, MessageFields::all(), 0).error;
    QVERIFY2(error.text.startsWith(says), qPrintable(error.text));
    QVERIFY(error.text.endsWith(QLatin1Char('.')));
    QCOMPARE(error.at, at);
    QCOMPARE(error.length, length);
}

void TestFilterErrors::nestsOnlySoDeep()
{
    const QString deep = QString(100'000, QLatin1Char('(')) + QLatin1Char('a');
    const FilterError error = Filter::parse(deep, MessageFields::all(), 0).error;
    QCOMPARE(error.text, QStringLiteral("The parentheses are nested too deeply."));
    QCOMPARE(error.at, 100);
    const QString fine = QString(50, QLatin1Char('(')) + QLatin1Char('a') + QString(50, QLatin1Char(')'));
    QVERIFY(!Filter::parse(fine, MessageFields::all(), 0).error);
}

void TestFilterErrors::anErrorLetsAllThrough()
{
    const Filter::Parsed parsed = Filter::parse(QStringLiteral("size >"), MessageFields::all(), 0);
    QVERIFY(parsed.error);
    QVERIFY(parsed.filter.matchesAll());
}

QTEST_GUILESS_MAIN(TestFilterErrors)
#include "tst_filtererrors.moc"
