// SPDX-License-Identifier: MIT
#include "server/metrics/stats.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace porthole;

class TestStats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lag();
    void sums();
    void json();
    void openMetricsLines();
    void openMetricsValues_data();
    void openMetricsValues();
};

namespace {

Stats example()
{
    Stats stats;
    stats.version = QStringLiteral("9.8.7");
    stats.engine = QStringLiteral("native");
    stats.startedAt = 1'000'000;
    stats.time = 3'500'000;
    stats.reloads = 2;
    stats.maxClients = 50;
    stats.tasks.finished = 6;
    for (int worker = 0; worker < 2; ++worker) {
        WorkerStats one{worker, {}, {}};
        one.counts.messagesIn = worker == 0 ? 3 : 4;
        one.counts.queuedBytes = 100;
        one.counts.causes[size_t(Cause::PeerClose)] = 5;
        one.counts.closeCodes[1000] = 5;
        one.lag.max = 250;
        stats.workers.append(one);
    }
    return stats;
}

} // namespace

void TestStats::lag()
{
    LoopLag lag;
    lag.add(10);
    lag.add(-1);
    QCOMPARE(lag.now, 0.0);
    QCOMPARE(lag.max, 10.0);
    QCOMPARE(lag.mean, 0.9);
}

void TestStats::sums()
{
    const Counts total = example().total();
    QCOMPARE(total.messagesIn, quint64(7));
    QCOMPARE(total.queuedBytes, qint64(200));
    QCOMPARE(total.endedFor(Cause::PeerClose), quint64(10));
    QCOMPARE(total.closeCodes, (std::map<quint16, quint64>{{1000, 10}}));
}

void TestStats::json()
{
    const QJsonObject json = example().toJson();
    QCOMPARE(json[QStringLiteral("version")].toString(), QStringLiteral("9.8.7"));
    QCOMPARE(json[QStringLiteral("uptime")].toDouble(), 2.5);
    QCOMPARE(json[QStringLiteral("messagesIn")].toInt(), 7);
    QCOMPARE(json[QStringLiteral("causes")].toObject(), QJsonObject({{QStringLiteral("peer close"), 10}}));
    QCOMPARE(json[QStringLiteral("closeCodes")].toObject(), QJsonObject({{QStringLiteral("1000"), 10}}));
    const QJsonArray workers = json[QStringLiteral("workers")].toArray();
    QCOMPARE(workers.size(), 2);
    QCOMPARE(workers[1].toObject()[QStringLiteral("messagesIn")].toInt(), 4);
    QCOMPARE(workers[1].toObject()[QStringLiteral("loopLag")].toObject()[QStringLiteral("max")].toDouble(), 250.0);
}

// Each family is declared once, before its samples; each line keeps to the grammar; the text has its end.
void TestStats::openMetricsLines()
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(# TYPE [a-z_]+ (counter|gauge)|# HELP [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? [0-9.e+-]+)$)"));
    QList<QByteArray> lines = example().toOpenMetrics().split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.takeLast(), QByteArray("# EOF"));
    QSet<QByteArray> families;
    QByteArray family;
    for (const QByteArray &line : lines) {
        QVERIFY2(form.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        if (line.startsWith("# TYPE ")) {
            family = line.split(' ').at(2);
            QVERIFY2(!families.contains(family), line.constData());
            families.insert(family);
        }
        QVERIFY2(line.startsWith('#') || line.startsWith(family), line.constData());
    }
    QVERIFY(families.size() > 20);
}

void TestStats::openMetricsValues_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"porthole_uptime_seconds 2.5", "porthole_reloads_total 2", "porthole_messages_in_total{worker=\"1\"} 4",
          "porthole_queued_bytes{worker=\"0\"} 100", "porthole_loop_lag_seconds{worker=\"0\",of=\"max\"} 0.25",
          "porthole_closed_total{cause=\"peer close\"} 10", "porthole_close_codes_total{code=\"1000\"} 10",
          "porthole_tasks_finished_total 6", "porthole_max_clients 50"})
        QTest::newRow(line) << QByteArray(line);
}

void TestStats::openMetricsValues()
{
    QFETCH(const QByteArray, line);
    QVERIFY(example().toOpenMetrics().contains('\n' + line + '\n'));
}

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
