// SPDX-License-Identifier: MIT
#include "server/endlog.h"

#include "server/core/logging.h"

#include <QLoggingCategory>
#include <QTest>

using namespace porthole;

/// What the log says of clients that ended: each of a few, the sum of many.
class TestEndLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void whatIsWritten_data();
    void whatIsWritten();
    void lines_data();
    void lines();
    void manyAreSummedUp();
    void debugTellsOfEach();
    void theRestIsTold();
};

namespace {

QStringList written; // NOLINT: the message handler has no other place

void keep(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    if (QByteArrayView(context.category) == QByteArrayView(lcClient().categoryName()))
        written.append(text);
}

Closed ended(Cause cause, bool clean = false)
{
    return {.client = {7}, .code = 1006, .reason = {}, .clean = clean, .initiator = Initiator::Network, .cause = cause};
}

int take(EndLog &log, int count, Cause cause)
{
    int taken = 0;
    for (int index = 0; index < count; ++index)
        taken += log.takes(ended(cause)) ? 1 : 0;
    return taken;
}

} // namespace

void TestEndLog::initTestCase() { qInstallMessageHandler(keep); }

void TestEndLog::cleanupTestCase() { qInstallMessageHandler(nullptr); }

void TestEndLog::init()
{
    written.clear();
    QLoggingCategory::setFilterRules({});
}

void TestEndLog::whatIsWritten_data()
{
    QTest::addColumn<Closed>("closed");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<bool>("taken");
    const QString none;
    const auto debug = QStringLiteral("porthole.client.debug=true");
    const auto quiet = QStringLiteral("porthole.client.info=false");
    QTest::newRow("a reset") << ended(Cause::Reset) << none << true;
    QTest::newRow("a clean close") << ended(Cause::PeerClose, true) << none << false;
    QTest::newRow("a clean close, at debug") << ended(Cause::PeerClose, true) << debug << true;
    QTest::newRow("turned away") << ended(Cause::TooManyClients) << none << false;
    QTest::newRow("turned away, at debug") << ended(Cause::TooManyClients) << debug << true;
    QTest::newRow("a reset, quiet") << ended(Cause::Reset) << quiet << false;
}

void TestEndLog::whatIsWritten()
{
    QFETCH(const Closed, closed);
    QFETCH(const QString, rules);
    QFETCH(const bool, taken);
    QLoggingCategory::setFilterRules(rules);
    EndLog log;
    QCOMPARE(log.takes(closed), taken);
}

void TestEndLog::lines_data()
{
    QTest::addColumn<bool>("established");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("line");
    QTest::newRow("a WebSocket") << true << Cause::Reset << QString()
                                 << QStringLiteral("#7 192.0.2.1:5 closed by network: reset, code 1006");
    QTest::newRow("before it was one") << false << Cause::BadHandshake << QStringLiteral("No Host.")
                                       << QStringLiteral("#7 192.0.2.1:5 refused by network: bad handshake, code 1006, "
                                                         "\"No Host.\"");
    QTest::newRow("a request") << false << Cause::NotAnUpgrade << QString()
                               << QStringLiteral("#7 192.0.2.1:5 ended by network: not an upgrade, code 1006");
}

void TestEndLog::lines()
{
    QFETCH(const bool, established);
    QFETCH(const Cause, cause);
    QFETCH(const QString, reason);
    QFETCH(const QString, line);
    Closed closed = ended(cause);
    closed.reason = reason;
    EndLog().write({0, 0, QStringLiteral("192.0.2.1:5"), {}, closed}, established);
    QCOMPARE(written, QStringList(line));
}

void TestEndLog::manyAreSummedUp()
{
    EndLog log;
    QCOMPARE(take(log, LineBudget::linesPerSecond - 10, Cause::Reset), LineBudget::linesPerSecond - 10);
    QCOMPARE(take(log, 50, Cause::EndOfStream), 10);
    QCOMPARE(take(log, 1000, Cause::Reset), 0);
    QVERIFY(written.isEmpty());
    QTRY_COMPARE(written,
                 QStringList(QStringLiteral("1040 more ended within a second: 1000 by reset, 40 by end of stream; "
                                            "--log-level debug tells of each")));
    QVERIFY2(log.takes(ended(Cause::Reset)), "another second has lines of its own");
}

void TestEndLog::debugTellsOfEach()
{
    QLoggingCategory::setFilterRules(QStringLiteral("porthole.client.debug=true"));
    EndLog log;
    QCOMPARE(take(log, 10 * LineBudget::linesPerSecond, Cause::Reset), 10 * LineBudget::linesPerSecond);
}

void TestEndLog::theRestIsTold()
{
    {
        EndLog log;
        take(log, LineBudget::linesPerSecond + 1, Cause::Reset);
    }
    QCOMPARE(written.size(), 1);
    QVERIFY2(written.constFirst().startsWith(QLatin1String("1 more ended")), qPrintable(written.constFirst()));
}

QTEST_GUILESS_MAIN(TestEndLog)
#include "tst_endlog.moc"
