// SPDX-License-Identifier: MIT
#include "ui/filter/filteramount.h"
#include "ui/filter/filtercompletion.h"
#include "ui/messages/messagefields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace porthole;

// The parts of the filter language on their own: amounts, what is offered while typing, what a filter asks for.
class TestFilterParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amounts_data();
    void amounts();
    void offers_data();
    void offers();
    void asksFor_data();
    void asksFor();
    void survivesAnyExpression();
    void survivesAnyPayload();
};

void TestFilterParts::amounts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // -1: none
    const auto row = [](const char *kind, const char *text, double value) {
        QTest::addRow("%s %s", kind, text) << QString::fromLatin1(kind) << QString::fromLatin1(text) << value;
    };
    row("count", "12", 12);
    row("count", "1.5k", 1500);
    row("count", "2M", 2e6);
    row("count", "1kB", -1);
    row("count", "", -1);
    row("count", "k", -1);
    row("count", "1.2.3", -1);
    row("size", "512", 512);
    row("size", "512B", 512);
    row("size", "1k", 1024);
    row("size", "1K", 1024);
    row("size", "1KiB", 1024);
    row("size", "1kB", 1000);
    row("size", "1.5MiB", 1.5 * 1024 * 1024);
    row("size", "2G", 2.0 * 1024 * 1024 * 1024);
    row("size", "1 k", -1);
    row("span", "250us", 250);
    row("span", "5ms", 5000);
    row("span", "30s", 30e6);
    row("span", "5min", 300e6);
    row("span", "2h", 7200e6);
    row("span", "1d", 86400e6);
    row("span", "5", -1);
    row("span", "5x", -1);
}

void TestFilterParts::amounts()
{
    QFETCH(QString, kind);
    QFETCH(QString, text);
    QFETCH(double, value);
    const auto parsed = kind == QLatin1String("count") ? parseCount(text)
        : kind == QLatin1String("size")                ? parseSize(text)
                                                       : parseSpan(text);
    QCOMPARE(parsed.value_or(-1), value);
}

void TestFilterParts::offers_data()
{
    QTest::addColumn<QString>("typed"); // | is the cursor
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("offers");
    const auto row = [](const char *typed, int from, const char *offers) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << from << QString::fromLatin1(offers);
    };
    row("|", 0, "");
    row("d|", 0, "dir");
    row("D|", 0, "dir");
    row("p|", 0, "path peer");
    row("t|", 0, "type text time");
    row("dir|", 0, "");
    row("json|", 0, "json.");
    row("hello|", 0, "");
    row("dir == in && s|", 13, "size");
    row("!(s|", 2, "size");
    row("a si|", 2, "size");
    row("dir ==|", 6, "in out");
    row("dir == |", 7, "in out");
    row("dir == i|", 7, "in");
    row("dir == in|", 7, "");
    row("type == p|", 8, "ping pong");
    row("size > 1|", 7, "");
    row("s| == 3", 0, "size");
    row("\"d|", 3, "");
    row("dir |", 4, "");
}

void TestFilterParts::offers()
{
    QFETCH(QString, typed);
    QFETCH(int, from);
    QFETCH(QString, offers);
    const qsizetype cursor = typed.indexOf(QLatin1Char('|'));
    const QString text = typed.left(cursor) + typed.mid(cursor + 1);
    const FilterCompletion completion = FilterCompletion::at(text, cursor, MessageFields::all());
    QStringList names;
    for (const FilterCompletion::Offer &offer : completion.offers)
        names.append(offer.text);
    QCOMPARE(names.join(QLatin1Char(' ')), offers);
    if (!offers.isEmpty())
        QCOMPARE(completion.from, from);
}

void TestFilterParts::asksFor_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("asks");
    QTest::newRow("none") << QStringLiteral("join") << false;
    QTest::newRow("another field") << QStringLiteral("size > 3") << false;
    QTest::newRow("alone") << QStringLiteral("type == ping") << true;
    QTest::newRow("deep within") << QStringLiteral("size > 3 && !(dir == in || type == ping)") << true;
    QTest::newRow("as a word only") << QStringLiteral("type") << false;
}

void TestFilterParts::asksFor()
{
    QFETCH(QString, expression);
    QFETCH(bool, asks);
    QCOMPARE(Filter::parse(expression, MessageFields::all(), 0).filter.asksFor(MessageFields::Type), asks);
}

static Filter parsed(const QString &text) { return Filter::parse(text, MessageFields::all(), 0).filter; }

void TestFilterParts::survivesAnyExpression()
{
    const QStringList parts{
        QStringLiteral("dir"),  QStringLiteral("json.a"),  QStringLiteral("json.\""), QStringLiteral("size"),
        QStringLiteral("time"), QStringLiteral("=="),      QStringLiteral("="),       QStringLiteral("=~"),
        QStringLiteral("!"),    QStringLiteral("("),       QStringLiteral(")"),       QStringLiteral("&&"),
        QStringLiteral("||"),   QStringLiteral("\"a b\""), QStringLiteral("'"),       QStringLiteral("in"),
        QStringLiteral("1k"),   QStringLiteral("12:00"),   QStringLiteral("-5min"),   QStringLiteral("[a"),
        QStringLiteral("\\"),   QStringLiteral(" "),       QStringLiteral("#12"),     QString::fromUtf8("ë")};
    QRandomGenerator random(2);
    const LogRow row{{0, {1}, Direction::In, Opcode::Text, 9, R"({"a":"b"})"}};
    for (int step = 0; step < 20'000; ++step) {
        QString text;
        for (int i = random.bounded(12); i > 0; --i)
            text += parts[random.bounded(parts.size())] + (random.bounded(2) ? QStringLiteral(" ") : QString());
        const Filter::Parsed parsed = Filter::parse(text, MessageFields::all(), 0);
        QVERIFY(parsed.error.at >= 0 && parsed.error.length >= 0);
        QVERIFY2(parsed.error.at + parsed.error.length <= text.size(), qPrintable(text));
        parsed.filter.matches(MessageFilterRow(row));
        FilterCompletion::at(text, random.bounded(text.size() + 1), MessageFields::all());
    }
}

void TestFilterParts::survivesAnyPayload()
{
    const QByteArray whole = R"({"a":{"b":[1,"x\"\u00e9",true,null,{"c":-1.5e3}]},"d e":"f"})";
    const QList<Filter> filters{parsed(QStringLiteral("json.a.b.1 == x")), parsed(QStringLiteral("json.a.b.4.c < 0")),
                                parsed(QStringLiteral("json.\"d e\"")), parsed(QStringLiteral("json == 1"))};
    QRandomGenerator random(4);
    const auto ask = [&filters](const QByteArray &payload) {
        const LogRow row{{0, {1}, Direction::In, Opcode::Text, payload.size(), payload}};
        for (const Filter &filter : filters)
            filter.matches(MessageFilterRow(row));
    };
    for (qsizetype size = 0; size <= whole.size(); ++size)
        ask(whole.left(size));
    for (int step = 0; step < 5'000; ++step) {
        QByteArray broken = whole;
        for (int i = random.bounded(4); i >= 0; --i)
            broken[random.bounded(broken.size())] = R"({}[]":,\x)"[random.bounded(9)];
        ask(broken);
    }
    QVERIFY(filters[1].matches(MessageFilterRow(LogRow{{0, {1}, Direction::In, Opcode::Text, whole.size(), whole}})));
}

QTEST_GUILESS_MAIN(TestFilterParts)
#include "tst_filterparts.moc"
