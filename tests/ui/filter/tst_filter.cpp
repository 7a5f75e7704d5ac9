// SPDX-License-Identifier: MIT
#include "ui/messages/messagefields.h"

#include <QDateTime>
#include <QTest>

using namespace porthole;

Q_DECLARE_METATYPE(porthole::LogRow)

// What an expression says to one row of the log.
class TestFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words() { check(); }
    void fields_data();
    void fields() { check(); }
    void json_data();
    void json() { check(); }
    void times_data();
    void times() { check(); }
    void controlRows_data();
    void controlRows() { check(); }
    void logic_data();
    void logic() { check(); }
    void endlessPatternGivesUp();

private:
    static void columns();
    static void row(const char *expression, bool fits, const LogRow &row);
    static void check();
};

static const qint64 now = QDateTime(QDate(2026, 3, 14), QTime(12, 10)).toMSecsSinceEpoch() * 1000;

static LogRow message(const QByteArray &payload, Opcode opcode = Opcode::Text)
{
    LogRow row{{now, {12}, Direction::In, opcode, payload.size(), payload}};
    row.peer = QStringLiteral("10.0.0.7:50123");
    row.path = QStringLiteral("/chat?room=1");
    return row;
}

static LogRow at(int hour, int minute, int second, int millisecond, QDate date = {2026, 3, 14})
{
    LogRow row = message("x");
    row.time = QDateTime(date, QTime(hour, minute, second, millisecond)).toMSecsSinceEpoch() * 1000 + 7;
    return row;
}

void TestFilter::columns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<LogRow>("row");
    QTest::addColumn<bool>("fits");
}

void TestFilter::row(const char *expression, bool fits, const LogRow &row)
{
    QTest::addRow("%s: %s", expression, fits ? "yes" : "no") << QString::fromUtf8(expression) << row << fits;
}

void TestFilter::check()
{
    QFETCH(QString, expression);
    QFETCH(LogRow, row);
    QFETCH(bool, fits);
    const Filter::Parsed parsed = Filter::parse(expression, MessageFields::all(), now);
    QCOMPARE(parsed.error.text, QString());
    QCOMPARE(parsed.filter.matches(MessageFilterRow(row)), fits);
}

void TestFilter::words_data()
{
    columns();
    const LogRow join = message(R"({"type":"JOIN","name":"Zoë","say":"don't"})");
    row("", true, join);
    row("   ", true, join);
    row("join", true, join);
    row("leave", false, join);
    row("ZOË", true, join);
    row("join zoë", true, join);
    row("join leave", false, join);
    row("\"type\":\"join\"", true, join);
    row("{\"type\":\"join\"", true, join);
    row("'\"name\":'", true, join);
    row("don't", true, join);
    row("\"a \\\"quoted\\\" word\"", true, message(R"(a "quoted" word)"));
    row("hello!", true, message("Hello! You"));
    row("hello!", false, message("hello you"));
    row("a&b", true, message("x=a&b"));
    row("\"a==b\"", true, message("a==b"));
    row("#12", true, join);
    row("#13", false, join);
    row("size", false, join);
    row("size", true, message("its size"));
    row("joined", true, message(QByteArray("\x00\x01joined\xff", 9), Opcode::Binary));
    row("a", false, message({}));
}

void TestFilter::fields_data()
{
    columns();
    const LogRow in = message("0123456789");
    LogRow out = in;
    out.direction = Direction::Out;
    LogRow large = message("start of it");
    large.size = 1024 * 1024;
    row("dir == in", true, in);
    row("dir == IN", true, in);
    row("dir==out", false, in);
    row("dir != in", true, out);
    row("client == 12", true, in);
    row("client == #12", true, in);
    row("id == 12", true, in);
    row("client != 12", false, in);
    row("client > 11", true, in);
    row("type == text", true, in);
    row("type == binary", false, in);
    row("type == binary", true, message("x", Opcode::Binary));
    row("size == 10", true, in);
    row("size < 10", false, in);
    row("size <= 10", true, in);
    row("size > 9", true, in);
    row("size >= 11", false, in);
    row("size != 10", false, in);
    row("size == 1M", true, large);
    row("size == 1MiB", true, large);
    row("size == 1048.576kB", true, large);
    row("size >= 1025k", false, large);
    row("size > 1023.5k", true, large);
    row("path == /chat?room=1", true, in);
    row("path == /chat", false, in);
    row("path =~ ^/chat", true, in);
    row("path =~ \"room=[0-9]$\"", true, in);
    row("path =~ 'room=\\d$'", true, in);
    row("peer =~ ^10[.]0", true, in);
    row("text == 0123456789", true, in);
    row("text == \"012\"", false, in);
    row("text < 1", true, in);
    row("text > \"0123\"", true, in);
    row("text =~ ^0.*9$", true, in);
    row("text =~ \"^[a-z]+$\"", false, in);
    row("text =~ HELLO", false, message("hello"));
    row("text =~ (?i)HELLO", true, message("hello"));
    row("text =~ \"(?i)HELLO\"", true, message("hello"));
    row("text =~ \"^Z..$\"", true, message("Zoë"));
    row("code == 1000", false, in);
    row("code != 1000", true, in);
}

void TestFilter::json_data()
{
    columns();
    const LogRow join = message(R"({ "type" : "join", "room": {"id": 7, "name": "a \"b\" c"}, "on": true, "off": false,
        "none": null, "price": 1.5, "big": 9007199254740993, "list": [10, {"x": "y"}, [1, 2]], "first name": "Zoë",
        "e\u0301": 1, "n": "12" })");
    row("json.type == \"join\"", true, join);
    row("json.type==join", true, join);
    row("json.type == JOIN", false, join);
    row("json.type != \"join\"", false, join);
    row("json.type != \"join\"", true, message("not json"));
    row("json.type == \"join\"", false, message("not json"));
    row("json.type =~ ^jo", true, join);
    row("json.room.id == 7", true, join);
    row("json.room.id > 6.5", true, join);
    row("json.room.id == \"7\"", false, join);
    row("json.room.id =~ 7", true, join);
    row("json.room.name == 'a \"b\" c'", true, join);
    row("json.room =~ \"\\\"id\\\": 7\"", true, join);
    row("json.room.nothing == 1", false, join);
    row("json.type.deeper == 1", false, join);
    row("json.on == true", true, join);
    row("json.on == \"true\"", false, join);
    row("json.on != false", true, join);
    row("json.off == false", true, join);
    row("json.none == null", true, join);
    row("json.none == 0", false, join);
    row("json.missing == null", false, join);
    row("json.price == 1.5", true, join);
    row("json.price <= 1.5", true, join);
    row("json.price < abc", false, join);
    row("json.big == 9007199254740993", true, join);
    row("json.big == 9007199254740992", false, join);
    row("json.list.0 == 10", true, join);
    row("json.list.1.x == y", true, join);
    row("json.list.2.1 == 2", true, join);
    row("json.list.3 == 2", false, join);
    row("json.list.x == 2", false, join);
    row("json.\"first name\" == \"Zoë\"", true, join);
    row("json.n == 12", true, join);
    row("json.n == \"12\"", true, join);
    row("json.n > 11", true, join);
    row("json.room.id", true, join);
    row("json.room.nope", false, join);
    row("!json.room.nope", true, join);
    row("json == 5", true, message(" 5 "));
    row("json == \"a\"", true, message("\"a\""));
    row("json.0 == 1", true, message("[1,2]"));
    row("json.a == 1", true, message(R"({"a":1,"b":"this was cut)"));
    row("json.b", false, message(R"({"a":1,"b":"this was cut)"));
    row("json.a", false, message("{"));
    row("json.a", false, message(R"({"a")"));
    row("json.a", false, message(R"({"a":)"));
    row("json.a == 1", true, message(R"({"b":{"a":2},"c":"\"a\":3","a":1})"));
    row("json.x == 1", true, message(R"({"\u0078":1})"));
}

void TestFilter::times_data()
{
    columns();
    row("time == 12:00", true, at(12, 0, 30, 0));
    row("time == 12:00", false, at(12, 1, 0, 0));
    row("time != 12:00", true, at(12, 1, 0, 0));
    row("time == 12:00:30", true, at(12, 0, 30, 999));
    row("time == 12:00:30", false, at(12, 0, 31, 0));
    row("time == 12:00:30.250", true, at(12, 0, 30, 250));
    row("time == 12:00:30.250", false, at(12, 0, 30, 251));
    row("time > 12:00", true, at(12, 0, 30, 0));
    row("time >= 12:00:30", true, at(12, 0, 30, 0));
    row("time < 12:00", false, at(12, 0, 30, 0));
    row("time < 9:30", true, at(9, 29, 59, 0));
    row("time > 23:50", true, at(23, 55, 0, 0, {2026, 3, 13}));
    row("time > \"2026-03-14 11:00\"", true, at(11, 0, 1, 0));
    row("time > \"2026-03-14 11:00\"", false, at(23, 0, 0, 0, {2026, 3, 13}));
    row("time > 2026-03-14T11:00", true, at(11, 0, 1, 0));
    row("time == 2026-03-14", true, at(0, 0, 0, 0));
    row("time == 2026-03-14", false, at(0, 0, 0, 0, {2026, 3, 15}));
    row("time > -5min", true, at(12, 6, 0, 0));
    row("time > -5min", false, at(12, 4, 0, 0));
    row("time < -90s", true, at(12, 8, 29, 0));
}

void TestFilter::controlRows_data()
{
    columns();
    const LogRow close = message("\x03\xe8"
                                 "bye",
                                 Opcode::Close);
    LogRow refused = message("no such origin");
    refused.refused = Cause::Rejected;
    refused.client = {};
    row("type == close", true, close);
    row("code == 1000", true, close);
    row("code >= 1001", false, close);
    row("text == bye", true, close);
    row("bye", true, close);
    row("code == 1000", false, message("\x03\xe8", Opcode::Binary));
    row("code == 1000", false, message({}, Opcode::Close));
    row("text == \"\"", true, message({}, Opcode::Close));
    row("type == ping", true, message("1", Opcode::Ping));
    row("type == pong", false, message("1", Opcode::Ping));
    row("type == refused", true, refused);
    row("type == text", false, refused);
    row("origin", true, refused);
    row("10.0.0.7", true, refused);
    row("client == 0", false, refused);
}

void TestFilter::logic_data()
{
    columns();
    const LogRow in = message("abc");
    row("dir == in && size == 3", true, in);
    row("dir == in && size == 4", false, in);
    row("dir == out || size == 3", true, in);
    row("dir == out || size == 4", false, in);
    row("dir==in&&size==3", true, in);
    row("dir==out||size==3", true, in);
    row("dir == in size == 3", true, in);
    row("size == 3 || size == 4 && dir == out", true, in);
    row("(size == 3 || size == 4) && dir == out", false, in);
    row("!(dir == out)", true, in);
    row("! dir == out", true, in);
    row("!!dir == in", true, in);
    row("!abc", false, in);
    row("!xyz abc", true, in);
    row("abc || xyz", true, in);
    row("(((abc)))", true, in);
    row("(abc)(b)", true, in);
    row("text=~(?i)ABC&&dir==in", true, in);
}

void TestFilter::endlessPatternGivesUp()
{
    const LogRow row = message(QByteArray(40, 'a') + '!');
    const Filter filter = Filter::parse(QStringLiteral("text =~ \"^(a+)+$\""), MessageFields::all(), now).filter;
    QVERIFY(filter.isExpensive());
    QBENCHMARK_ONCE { QVERIFY(!filter.matches(MessageFilterRow(row))); }
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
