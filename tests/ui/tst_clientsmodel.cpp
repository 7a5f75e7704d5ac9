// SPDX-License-Identifier: MIT
#include "ui/clients/clientcolumns.h"
#include "ui/clients/clientfields.h"
#include "ui/clients/clientsmodel.h"
#include "ui/clients/natural.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace porthole;

class TestClientsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void natural_data();
    void natural();
    void sortsByColumn_data();
    void sortsByColumn();
    void neverResetsForAnUpdate();
    void removesScatteredRowsInOneRange();
    void keepsHeadersOfTheFirstRow();
    void selectionFollowsItsClient();
    void filter_data();
    void filter();
    void filterFollowsWhatChanges();
    void staleOrderIsPutRightByResort();
    void survivesRandomUpdates();
};

static ClientRow client(quint64 id)
{
    ClientRow row;
    row.id = {id};
    row.peer = QStringLiteral("10.0.0.%1:%2").arg(id % 7).arg(1000 + id * 37 % 900);
    row.path = QStringLiteral("/room/%1").arg(id % 5);
    row.subprotocol = id % 2 ? QStringLiteral("chat") : QString();
    row.connectedAt = qint64(id) * 1000;
    row.lastActive = qint64(id * 7919 % 1000) * 1000;
    row.messagesIn = id * 31 % 97;
    row.bytesIn = id * 53 % 1009;
    row.queuedBytes = qint64(id * 13 % 11);
    row.worker = int(id % 3);
    return row;
}

static QList<ClientRow> clients(quint64 first, quint64 count)
{
    QList<ClientRow> rows;
    for (quint64 id = first; id < first + count; ++id)
        rows.append(client(id));
    return rows;
}

static QList<ClosedRow> gone(const QList<quint64> &ids)
{
    QList<ClosedRow> rows;
    for (const quint64 id : ids) {
        ClosedRow row;
        row.closed.client = {id};
        rows.append(row);
    }
    return rows;
}

static QList<quint64> shownIds(const ClientsModel &model)
{
    QList<quint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.idAt(row).value);
    return ids;
}

void TestClientsModel::natural_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("equal") << "10.0.0.1:80"
                           << "10.0.0.1:80" << 0;
    QTest::newRow("digits are numbers") << "10.0.0.9:80"
                                        << "10.0.0.10:80" << -1;
    QTest::newRow("ports are numbers") << "h:9000"
                                       << "h:40000" << -1;
    QTest::newRow("leading zeros do not count") << "a007"
                                                << "a7" << 0;
    QTest::newRow("letters by code point") << "/a"
                                           << "/b" << -1;
    QTest::newRow("a prefix stands first") << "/room"
                                           << "/room/1" << -1;
    QTest::newRow("empty stands first") << ""
                                        << "a" << -1;
    QTest::newRow("digit against letter") << "1"
                                          << "a" << -1;
}

void TestClientsModel::natural()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, order);
    QCOMPARE(compareNatural(a, b), order);
    QCOMPARE(compareNatural(b, a), -order);
}

void TestClientsModel::sortsByColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("ascending");
    for (int column = 0; column < ClientColumns::Count; ++column) {
        const QByteArray name = ClientColumns::title(column).toUtf8();
        QTest::addRow("%s up", name.constData()) << column << true;
        QTest::addRow("%s down", name.constData()) << column << false;
    }
}

void TestClientsModel::sortsByColumn()
{
    QFETCH(int, column);
    QFETCH(bool, ascending);
    ClientsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(clients(1, 60), {});
    model.sort(column, ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    model.take(clients(61, 60), {});
    model.resort();
    QCOMPARE(model.rowCount(), 120);
    for (int row = 1; row < model.rowCount(); ++row) {
        const ClientRow &before = *model.find(model.idAt(row - 1));
        const ClientRow &after = *model.find(model.idAt(row));
        const int order = ClientColumns::compare(before, after, column);
        QVERIFY(ascending ? order < 0 : order > 0);
        QCOMPARE(model.rowOf(model.idAt(row)), row);
    }
}

void TestClientsModel::neverResetsForAnUpdate()
{
    ClientsModel model;
    model.take(clients(1, 1000), {});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.take(clients(500, 1000), {});
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(changes.size(), 1);
    model.take({}, gone({1, 2, 3}));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.total(), 1496);
}

void TestClientsModel::removesScatteredRowsInOneRange()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(clients(1, 100), {});
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    QList<quint64> odd;
    QList<quint64> even;
    for (quint64 id = 1; id <= 100; ++id)
        (id % 2 ? odd : even).append(id);
    model.take({}, gone(odd));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(shownIds(model), even);
    QCOMPARE(model.find({1}), nullptr);
    QCOMPARE(model.rowOf({1}), -1);
}

void TestClientsModel::keepsHeadersOfTheFirstRow()
{
    ClientsModel model;
    ClientRow row = client(1);
    row.headers = {{"Origin", "http://example.org"}};
    model.take({row}, {});
    row.headers.clear();
    row.messagesIn = 5;
    model.take({row}, {});
    QCOMPARE(model.find({1})->messagesIn, 5U);
    QCOMPARE(model.find({1})->headers.size(), 1);
}

static Filter parsed(const QString &text) { return Filter::parse(text, ClientFields::all(), 0).filter; }

void TestClientsModel::selectionFollowsItsClient()
{
    ClientsModel model;
    model.take(clients(1, 50), {});
    const QPersistentModelIndex chosen = model.index(model.rowOf({20}), ClientColumns::Peer);
    model.sort(ClientColumns::Peer, Qt::DescendingOrder);
    QCOMPARE(model.idAt(chosen.row()).value, 20U);
    model.take(clients(51, 30), gone({3, 7, 19, 21}));
    QCOMPARE(model.idAt(chosen.row()).value, 20U);
    model.setFilter(parsed(QStringLiteral("/room/0")));
    QVERIFY(chosen.isValid());
    QCOMPARE(model.idAt(chosen.row()).value, 20U);
    model.take({}, gone({20}));
    QVERIFY(!chosen.isValid());
}

void TestClientsModel::filter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("shown");
    QTest::newRow("empty shows all") << "" << 100;
    QTest::newRow("white space is empty") << "  " << 100;
    QTest::newRow("path") << "/room/3" << 20;
    QTest::newRow("letters in any case") << "/ROOM/3" << 20;
    QTest::newRow("subprotocol") << "chat" << 50;
    QTest::newRow("number sign is the id alone") << "#12" << 1;
    QTest::newRow("id that is not here") << "#1200" << 0;
    QTest::newRow("language") << "path =~ 3$ && id > 50" << 10;
    QTest::newRow("nothing fits") << "elsewhere" << 0;
}

void TestClientsModel::filter()
{
    QFETCH(QString, filter);
    QFETCH(int, shown);
    ClientsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(clients(1, 50), {});
    model.setFilter(parsed(filter));
    model.take(clients(51, 50), {});
    QCOMPARE(model.rowCount(), shown);
    QCOMPARE(model.total(), 100);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 100);
    const QList<quint64> ids = shownIds(model);
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
}

void TestClientsModel::filterFollowsWhatChanges()
{
    qint64 now = 1'000'000'000;
    ClientsModel model([&now] { return now; });
    ClientRow row = client(1);
    row.connectedAt = row.lastActive = now;
    model.take({row}, {});
    model.setFilter(parsed(QStringLiteral("idle > 30s")));
    QCOMPARE(model.rowCount(), 0);
    now += 31'000'000;
    model.refilter();
    QCOMPARE(model.rowCount(), 1);
    row.lastActive = now;
    model.take({row}, {});
    model.refilter();
    QCOMPARE(model.rowCount(), 0);
}

void TestClientsModel::staleOrderIsPutRightByResort()
{
    ClientsModel model;
    model.take(clients(1, 3), {});
    model.sort(ClientColumns::MessagesIn, Qt::DescendingOrder);
    ClientRow row = client(2);
    row.messagesIn = 5000;
    model.take({row}, {});
    model.resort();
    QCOMPARE(model.idAt(0).value, 2U);
}

void TestClientsModel::survivesRandomUpdates()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(42);
    QList<quint64> live;
    quint64 last = 0;
    const QStringList filters{QString(), QStringLiteral("/room/1"), QStringLiteral("10.0.0.3"),
                              QStringLiteral("in > 500 || path =~ 2$")};
    for (int step = 0; step < 150; ++step) {
        QList<ClientRow> changed;
        for (int i = random.bounded(12); i > 0; --i) {
            live.append(++last);
            changed.append(client(last));
        }
        for (int i = random.bounded(6); i > 0 && !live.isEmpty(); --i) {
            ClientRow row = client(live[random.bounded(live.size())]);
            row.messagesIn = random.bounded(1000);
            changed.append(row);
        }
        QList<quint64> leaving;
        for (int i = random.bounded(8); i > 0 && !live.isEmpty(); --i)
            leaving.append(live.takeAt(random.bounded(live.size())));
        model.take(changed, gone(leaving));
        if (step % 7 == 0)
            model.sort(random.bounded(int(ClientColumns::Count)),
                       random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        if (step % 11 == 0)
            model.setFilter(parsed(filters[random.bounded(filters.size())]));
        if (step % 13 == 0)
            model.refilter();
        QCOMPARE(model.total(), live.size());
    }
    model.setFilter({});
    QList<quint64> ids = shownIds(model);
    std::sort(ids.begin(), ids.end());
    std::sort(live.begin(), live.end());
    QCOMPARE(ids, live);
}

QTEST_GUILESS_MAIN(TestClientsModel)
#include "tst_clientsmodel.moc"
