// SPDX-License-Identifier: MIT
#include "ui/clients/clientfields.h"

#include <QTest>

using namespace porthole;

// What an expression says to a client that is connected, and to one that has left.
class TestClientFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connected_data();
    void connected();
    void closed_data();
    void closed();
    void everyFieldHasAnAnswer();
};

static constexpr qint64 second = 1'000'000;
static constexpr qint64 now = 1'000'000 * second;

static ClientRow client()
{
    ClientRow row;
    row.id = {12};
    row.peer = QStringLiteral("192.168.1.20:50123");
    row.path = QStringLiteral("/chat?room=1");
    row.subprotocol = QStringLiteral("graphql-ws");
    row.user = QStringLiteral("zoe");
    row.rooms = {QStringLiteral("lobby"), QStringLiteral("news")};
    row.engine = QStringLiteral("native");
    row.compression = QStringLiteral("deflate 15/15");
    row.worker = 1;
    row.connectedAt = now - 600 * second;
    row.lastActive = now - 45 * second;
    row.messagesIn = 1500;
    row.messagesOut = 3;
    row.bytesIn = 2048;
    row.bytesOut = 10;
    row.queuedBytes = 70'000;
    row.rtt = 42'000;
    return row;
}

static void columns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("fits");
}

static void row(const char *expression, bool fits)
{
    QTest::newRow(expression) << QString::fromLatin1(expression) << fits;
}

static Filter filter(const QString &expression)
{
    const Filter::Parsed parsed = Filter::parse(expression, ClientFields::all(), now);
    if (parsed.error)
        qWarning("%ls", qUtf16Printable(parsed.error.text));
    return parsed.filter;
}

void TestClientFilter::connected_data()
{
    columns();
    row("192.168.1.20", true);
    row("192.168.1.21", false);
    row("CHAT", true);
    row("graphql", true);
    row("zoe", true);
    row("#12", true);
    row("12", true);
    row("#1", false);
    row("id == 12", true);
    row("client == #12", true);
    row("peer =~ ^192[.]168", true);
    row("path =~ room=1$", true);
    row("subprotocol == graphql-ws", true);
    row("user == zoe", true);
    row("room == news", true);
    row("room == new", false);
    row("room != news", false);
    row("room != games", true);
    row("room =~ ^lob", true);
    row("lobby", true);
    row("connected > 9min", true);
    row("connected > 11min", false);
    row("idle > 30s", true);
    row("idle > 1min", false);
    row("idle == 45s", true);
    row("in > 1k", true);
    row("in >= 1.5k", true);
    row("out < 3", false);
    row("bytesin == 2k", true);
    row("bytesout <= 10", true);
    row("queued > 64k", true);
    row("rtt < 50ms", true);
    row("rtt > 0.1s", false);
    row("worker == 1", true);
    row("engine == native", true);
    row("compression =~ deflate", true);
    row("code == 1000", false);
    row("code != 1000", true);
    row("cause == \"peer close\"", false);
}

void TestClientFilter::connected()
{
    QFETCH(QString, expression);
    QFETCH(bool, fits);
    QCOMPARE(filter(expression).matches(ClientFilterRow(client(), now)), fits);
    ClientRow unknown;
    unknown.id = {1};
    filter(expression).matches(ClientFilterRow(unknown, now));
}

void TestClientFilter::closed_data()
{
    columns();
    row("#12", true);
    row("code == 4001", true);
    row("code >= 4000 && code < 5000", true);
    row("4001", true);
    row("reason =~ policy", true);
    row("policy", true);
    row("cause == \"kicked by operator\"", true);
    row("cause =~ kicked", true);
    row("kicked", true);
    row("by == server", true);
    row("by == client", false);
    row("connected == 10min", true);
    row("in > 1k", true);
    row("user == zoe", true);
    row("time > -1min", true);
    row("idle > 0s", false);
}

void TestClientFilter::closed()
{
    QFETCH(QString, expression);
    QFETCH(bool, fits);
    const ClientRow last = client();
    ClosedClient gone{{now, last.connectedAt, last.peer, last.path, {}}, last};
    gone.row.closed = {last.id, 4001, QStringLiteral("against policy"), true, Initiator::Server, Cause::Kicked};
    QCOMPARE(filter(expression).matches(ClosedFilterRow(gone)), fits);
}

void TestClientFilter::everyFieldHasAnAnswer()
{
    const ClientRow row = client();
    const QStringList onlyClosed{QStringLiteral("time"), QStringLiteral("code"), QStringLiteral("reason"),
                                 QStringLiteral("cause"), QStringLiteral("by")};
    const FilterFields fields = ClientFields::all();
    for (const FilterField &field : fields.all()) {
        const bool isThere = !isNothing(ClientFilterRow(row, now).value(field.id));
        QVERIFY2(isThere != onlyClosed.contains(field.name), qPrintable(field.name));
        QVERIFY2(!field.description.isEmpty(), qPrintable(field.name));
    }
}

QTEST_GUILESS_MAIN(TestClientFilter)
#include "tst_clientfilter.moc"
