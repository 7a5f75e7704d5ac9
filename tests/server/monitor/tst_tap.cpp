// SPDX-License-Identifier: MIT
#include "server/monitor/local/tap.h"

#include <QTest>

#include <algorithm>
#include <utility>

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
    void rowsASecond_data();
    void rowsASecond();
    void afterAFloodAllIsKeptAgain();
    void setBackTheClock();
};

static qint64 s_now = 0;

static qint64 fakeNow() { return s_now; }

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
    QTest::newRow("rows") << qsizetype(Tap::rowsAtOnce + 10) << qsizetype(1) << qsizetype(Tap::rowsAtOnce);
    QTest::newRow("bytes") << qsizetype(40) << qsizetype(1024 * 1024) << qsizetype(16);
    QTest::newRow("one over the limit alone is kept") << qsizetype(2) << qsizetype(17 * 1024 * 1024) << qsizetype(1);
}

void TestTap::boundedAndCounted()
{
    QFETCH(const qsizetype, rows);
    QFETCH(const qsizetype, bytes);
    QFETCH(const qsizetype, kept);
    Tap tap(&fakeNow);
    tap.turn(true);
    const QByteArray payload(bytes, 'p');
    for (qsizetype row = 0; row < rows; ++row)
        tap.message(Direction::In, {1}, Opcode::Binary, payload);
    const WorkerReport report = tap.take();
    QCOMPARE(report.messages.size(), kept);
    QCOMPARE(qsizetype(report.totals.skipped), rows - kept);
}

void TestTap::rowsASecond_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("every");
    QTest::addColumn<qint64>("keptASecond");
    QTest::newRow("a steady load is kept whole") << 100'000 << 200 << qint64(100'000);
    QTest::newRow("also by a window that asks late") << 100'000 << 300 << qint64(100'000);
    QTest::newRow("a flood is thinned out") << 300'000 << 200 << Tap::sampledPerSecond;
    QTest::newRow("also one that is hardly one") << 200'000 << 200 << Tap::sampledPerSecond;
}

/// Three seconds after a calm, asked every so many milliseconds; what is kept is of all times alike.
void TestTap::rowsASecond()
{
    QFETCH(const int, rate);
    QFETCH(const int, every);
    QFETCH(const qint64, keptASecond);
    static constexpr int seconds = 3;
    s_now = 1'000'000;
    Tap tap(&fakeNow);
    tap.turn(true);
    qint64 kept = 0;
    quint64 skipped = 0;
    qint64 longestGap = 0;
    qint64 last = s_now;
    const auto take = [&] {
        const WorkerReport report = tap.take();
        for (const MessageRow &row : report.messages) {
            const qint64 gap = row.time - std::exchange(last, row.time);
            longestGap = s_now > 2'000'000 ? std::max(longestGap, gap) : 0;
        }
        kept += report.messages.size();
        skipped = report.totals.skipped;
    };
    for (int row = 0; row < rate * seconds; ++row) {
        const qint64 before = s_now;
        s_now = 1'000'000 + row * 1'000'000LL / rate;
        if (before / 1000 / every != s_now / 1000 / every)
            take();
        tap.message(Direction::In, {1}, Opcode::Text, QByteArrayView("x"));
    }
    take();
    QCOMPARE(qint64(skipped) + kept, qint64(rate) * seconds);
    const qint64 atFirst = skipped > 0 ? Tap::rowsAtOnce * rate / (rate - Tap::rowsPerSecond) : 0;
    const qint64 most = keptASecond * seconds + atFirst;
    QVERIFY2(kept <= most && kept >= keptASecond * seconds * 99 / 100, qPrintable(QString::number(kept)));
    QVERIFY2(longestGap < 25'000, qPrintable(QString::number(longestGap)));
}

void TestTap::afterAFloodAllIsKeptAgain()
{
    s_now = 1'000'000;
    Tap tap(&fakeNow);
    tap.turn(true);
    const auto second = [&tap](int rate) {
        WorkerReport report;
        for (int row = 0; row < rate; ++row) {
            s_now += 1'000'000 / rate;
            tap.message(Direction::In, {1}, Opcode::Text, QByteArrayView("x"));
            if (row % (rate / 5) == 0)
                report = tap.take();
        }
        return report.totals.skipped;
    };
    QVERIFY(second(500'000) > 0);
    second(50'000);
    const quint64 skipped = second(50'000);
    QCOMPARE(second(50'000), skipped);
}

void TestTap::setBackTheClock()
{
    s_now = 1'000'000'000;
    Tap tap(&fakeNow);
    tap.turn(true);
    s_now = 0;
    tap.take();
    for (int row = 0; row < 50'000; ++row) {
        s_now += 10;
        tap.message(Direction::In, {1}, Opcode::Text, QByteArrayView("x"));
        if (row % 10'000 == 0)
            QCOMPARE(tap.take().totals.skipped, 0U);
    }
    QCOMPARE(tap.take().totals.skipped, 0U);
}

QTEST_APPLESS_MAIN(TestTap)
#include "tst_tap.moc"
