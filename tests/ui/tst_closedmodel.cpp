// SPDX-License-Identifier: MIT
#include "ui/clients/clientfields.h"
#include "ui/clients/closedmodel.h"
#include "ui/clients/closedorder.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <array>

using namespace porthole;

class TestClosedModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLast();
    void oneUpdateOverTheCap();
    void findsTheClient();
    void saysHowItEnded_data();
    void saysHowItEnded();
    void worksBehindAProxy();
    void filtersInAnyOrder();
    void survivesRandomUpdates();
};

static ClosedClient closed(quint64 id)
{
    ClosedClient client;
    client.row.time = qint64(id) * 1'000'000;
    client.row.connectedAt = 1;
    client.row.closed.client = {id};
    client.row.closed.code = 1000;
    client.row.peer = QStringLiteral("10.0.0.%1:80").arg(id % 200);
    client.last.id = {id};
    return client;
}

static QList<ClosedClient> closed(quint64 first, int count)
{
    QList<ClosedClient> rows;
    for (int i = 0; i < count; ++i)
        rows.append(closed(first + quint64(i)));
    return rows;
}

void TestClosedModel::keepsTheLast()
{
    ClosedModel model(10);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (quint64 first = 1; first < 40; first += 3)
        model.take(closed(first, 3));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.at(9)->row.closed.client.value, 39U);
    QCOMPARE(model.at(0)->row.closed.client.value, 30U);
    QCOMPARE(resets.size(), 0);
}

void TestClosedModel::oneUpdateOverTheCap()
{
    ClosedModel model(10);
    model.take(closed(1, 5));
    model.take(closed(6, 25));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.at(0)->row.closed.client.value, 21U);
}

void TestClosedModel::findsTheClient()
{
    ClosedModel model(10);
    model.take(closed(1, 20));
    QCOMPARE(model.find({5}), nullptr);
    QVERIFY(model.find({15}));
    QCOMPARE(model.find({15})->last.id.value, 15U);
}

void TestClosedModel::saysHowItEnded_data()
{
    QTest::addColumn<qint64>("connectedAt");
    QTest::addColumn<Initiator>("by");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("the client said goodbye")
        << qint64(1) << Initiator::Client << Cause::PeerClose << 1001
        << QStringList{QStringLiteral("client"), QStringLiteral("1001"), QStringLiteral("peer close")};
    QTest::newRow("an operator closed it")
        << qint64(1) << Initiator::Server << Cause::Kicked << 4001
        << QStringList{QStringLiteral("server"), QStringLiteral("4001"), QStringLiteral("kicked by operator")};
    QTest::newRow("the network cut it") << qint64(1) << Initiator::Network << Cause::Reset << 1006
                                        << QStringList{QStringLiteral("network"), QStringLiteral("1006"),
                                                       QStringLiteral("reset")};
    QTest::newRow("it never was a client")
        << qint64(0) << Initiator::Server << Cause::NotAnUpgrade << 1006
        << QStringList{QStringLiteral("server"), QStringLiteral("refused"), QStringLiteral("not an upgrade")};
}

void TestClosedModel::saysHowItEnded()
{
    QFETCH(qint64, connectedAt);
    QFETCH(Initiator, by);
    QFETCH(Cause, cause);
    QFETCH(int, code);
    QFETCH(QStringList, texts);
    ClosedClient client = closed(1);
    client.row.connectedAt = connectedAt;
    client.row.closed.initiator = by;
    client.row.closed.cause = cause;
    client.row.closed.code = quint16(code);
    ClosedModel model;
    model.take({client});
    const QList<int> columns{ClosedModel::By, ClosedModel::Code, ClosedModel::ClosedFor};
    for (int i = 0; i < columns.size(); ++i)
        QCOMPARE(model.index(0, columns[i]).data().toString(), texts[i]);
}

void TestClosedModel::worksBehindAProxy()
{
    ClosedModel model(50);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortRole(ClosedModel::SortRole);
    proxy.sort(ClosedModel::Time, Qt::DescendingOrder);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint64 first = 1; first < 200; first += 7)
        model.take(closed(first, 7));
    QCOMPARE(proxy.rowCount(), 50);
    QCOMPARE(proxy.index(0, ClosedModel::Id).data().toString(), QStringLiteral("203"));
}

static Filter parsed(const char *text)
{
    return Filter::parse(QString::fromLatin1(text), ClientFields::all(), 0).filter;
}

void TestClosedModel::filtersInAnyOrder()
{
    ClosedModel model;
    ClosedOrder order(model);
    order.sort(ClosedModel::Time, Qt::DescendingOrder);
    model.take(closed(1, 100));
    const QPersistentModelIndex held = order.mapFromSource(model.index(36, ClosedModel::Id));
    order.setFilter(parsed("id <= 37 && id > 30"));
    QCOMPARE(order.rowCount(), 7);
    QCOMPARE(order.index(0, ClosedModel::Id).data().toString(), QStringLiteral("37"));
    QCOMPARE(held.row(), 0);
    model.take(closed(31, 1));
    QCOMPARE(order.rowCount(), 8);
    order.setFilter({});
    QCOMPARE(order.rowCount(), 101);
    QCOMPARE(held.data().toString(), QStringLiteral("37"));
}

void TestClosedModel::survivesRandomUpdates()
{
    ClosedModel model(200);
    ClosedOrder order(model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester orderTester(&order, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(5);
    const std::array<const char *, 5> filters{"", "id > 100", "peer =~ 3", "code == 1000", "nothing like it"};
    quint64 next = 1;
    for (int step = 0; step < 200; ++step) {
        const int count = random.bounded(40);
        model.take(closed(next, count));
        next += quint64(count);
        if (random.bounded(5) == 0)
            order.setFilter(parsed(filters[random.bounded(quint32(filters.size()))]));
        if (random.bounded(7) == 0)
            order.sort(random.bounded(int(ClosedModel::ColumnCount)),
                       random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        if (random.bounded(40) == 0)
            model.clear();
        QVERIFY(order.rowCount() <= model.rowCount());
    }
    order.setFilter({});
    QCOMPARE(order.rowCount(), model.rowCount());
}

QTEST_GUILESS_MAIN(TestClosedModel)
#include "tst_closedmodel.moc"
