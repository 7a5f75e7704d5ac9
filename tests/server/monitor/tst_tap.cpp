// SPDX-License-Identifier: MIT
#include "server/monitor/local/tap.h"

#include <QTest>

using namespace porthole;

class TestTap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offItKeepsNothing();
    void keepsWholePayloads();
    void closeFrames();
    void boundedAndCounted_data();
    void boundedAndCounted();
};

void TestTap::offItKeepsNothing()
{
    Tap tap;
    tap.message(Direction::In, {1}, Opcode::Text, QByteArrayView("a"));
    tap.closed({});
    tap.notice(QStringLiteral("n"));
    const WorkerReport report = tap.take();
    QVERIFY(report.messages.isEmpty() && report.closed.isEmpty() && report.notices.isEmpty());
    QCOMPARE(report.totals.skipped, 0u);
}

void TestTap::keepsWholePayloads()
{
    Tap tap;
    tap.turn(true);
    const QByteArray payload(1024 * 1024, 'p');
    tap.message(Direction::Out, {7}, Opcode::Binary, payload);
    const WorkerReport report = tap.take();
    QCOMPARE(report.messages.size(), 1);
    QCOMPARE(report.messages[0].client, ClientId{7});
    QCOMPARE(report.messages[0].payload, payload);
    QVERIFY(tap.take().messages.isEmpty());
}

void TestTap::closeFrames()
{
    Tap tap;
    tap.closing({1}, 1000, {});
    QVERIFY(tap.take().messages.isEmpty());
    tap.turn(true);
    tap.closing({1}, 4001, QStringLiteral("über"));
    tap.closing({1}, quint16(CloseCode::NoStatus), {});
    const WorkerReport report = tap.take();
    QCOMPARE(report.messages.size(), 2);
    QCOMPARE(report.messages[0].opcode, Opcode::Close);
    QCOMPARE(report.messages[0].payload,
             QByteArray("\x0f\xa1\xc3\xbc"
                        "ber"));
    QCOMPARE(report.messages[1].size, 0);
}

void TestTap::boundedAndCounted_data()
{
    QTest::addColumn<qsizetype>("rows");
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<qsizetype>("kept");
    QTest::newRow("rows") << Tap::maxRows + 10 << qsizetype(1) << Tap::maxRows;
    QTest::newRow("bytes") << qsizetype(40) << qsizetype(1024 * 1024) << qsizetype(16);
    QTest::newRow("one over the limit alone is kept") << qsizetype(2) << qsizetype(17 * 1024 * 1024) << qsizetype(1);
}

void TestTap::boundedAndCounted()
{
    QFETCH(const qsizetype, rows);
    QFETCH(const qsizetype, bytes);
    QFETCH(const qsizetype, kept);
    Tap tap;
    tap.turn(true);
    const QByteArray payload(bytes, 'p');
    for (qsizetype row = 0; row < rows; ++row)
        tap.message(Direction::In, {1}, Opcode::Binary, payload);
    const WorkerReport report = tap.take();
    QCOMPARE(report.messages.size(), kept);
    QCOMPARE(qsizetype(report.totals.skipped), rows - kept);
}

QTEST_APPLESS_MAIN(TestTap)
#include "tst_tap.moc"
