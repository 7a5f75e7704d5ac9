// SPDX-License-Identifier: MIT
#include "app/logfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

class TestLogFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotation_data();
    void rotation();
    void whatWasPutAsideIsKept();
    void anEarlierRunsFileIsPutAside();
    void isOpenedAnewWhereItWasMoved();
    void cannotBeWritten();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("porthole.log")); }
    /// Name and content of all files there, in order.
    QStringList files() const
    {
        QStringList all;
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files, QDir::Name)) {
            QFile file(m_folder.filePath(name));
            all << name + QLatin1Char(' ')
                    + (file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).simplified() : QString());
        }
        return all;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup()
    {
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(name));
    }
};

void TestLogFile::rotation_data()
{
    QTest::addColumn<LogRotation>("when");
    QTest::addColumn<QStringList>("expected");
    const auto list = [](const char *all) { return QString::fromLatin1(all).split(QLatin1Char('|')); };
    QTest::newRow("none") << LogRotation::None << list("porthole.log 1 2 3 4 5");
    QTest::newRow("hourly") << LogRotation::Hourly
                            << list("porthole.log 5|porthole.log.2026020322 1 2|porthole.log.2026020323 3|"
                                    "porthole.log.2026020400 4");
    QTest::newRow("daily") << LogRotation::Daily
                           << list("porthole.log 5|porthole.log.20260203 1 2 3|porthole.log.20260204 4");
    QTest::newRow("monthly") << LogRotation::Monthly << list("porthole.log 5|porthole.log.202602 1 2 3 4");
}

void TestLogFile::rotation()
{
    QFETCH(const LogRotation, when);
    QFETCH(const QStringList, expected);
    QDateTime now(QDate(2026, 2, 3), QTime(22, 59, 0));
    LogFile log(path(), when, [&now] { return now; });
    QVERIFY(log.open());
    const auto writeAt = [&](const QDateTime &time, const char *line) {
        now = time;
        QVERIFY(log.write(line));
    };
    writeAt(now, "1\n");
    writeAt(now.addSecs(59), "2\n");
    writeAt(now.addSecs(1), "3\n");
    writeAt(QDateTime(QDate(2026, 2, 4), QTime(0, 0, 0)), "4\n");
    writeAt(QDateTime(QDate(2026, 3, 1), QTime(0, 0, 0)), "5\n");
    QCOMPARE(files(), expected);
}

void TestLogFile::whatWasPutAsideIsKept()
{
    QFile before(path() + QStringLiteral(".20260203"));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("old") == 3);
    before.close();
    QDateTime now(QDate(2026, 2, 3), QTime(12, 0));
    LogFile log(path(), LogRotation::Daily, [&now] { return now; });
    QVERIFY(log.open() && log.write("1\n"));
    now = now.addDays(1);
    QVERIFY(log.write("2\n"));
    QCOMPARE(files(),
             QStringList({QStringLiteral("porthole.log 2"), QStringLiteral("porthole.log.20260203 old"),
                          QStringLiteral("porthole.log.20260203-1 1")}));
}

void TestLogFile::anEarlierRunsFileIsPutAside()
{
    QFile left(path());
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write("old\n") == 4);
    left.flush();
    QVERIFY(left.setFileTime(QDateTime(QDate(2026, 2, 3), QTime(12, 0)), QFileDevice::FileModificationTime));
    left.close();
    LogFile log(path(), LogRotation::Daily, [] { return QDateTime(QDate(2026, 2, 5), QTime(1, 0)); });
    QVERIFY(log.open() && log.write("new\n"));
    QCOMPARE(files(), QStringList({QStringLiteral("porthole.log new"), QStringLiteral("porthole.log.20260203 old")}));
}

void TestLogFile::isOpenedAnewWhereItWasMoved()
{
    LogFile log(path(), LogRotation::None);
    QVERIFY(log.open() && log.write("1\n"));
    QVERIFY(QFile::rename(path(), path() + QStringLiteral(".moved")));
    QVERIFY(log.write("2\n"));
    QVERIFY(log.reopen());
    QVERIFY(log.write("3\n"));
    QCOMPARE(files(), QStringList({QStringLiteral("porthole.log 3"), QStringLiteral("porthole.log.moved 1 2")}));
}

void TestLogFile::cannotBeWritten()
{
    LogFile log(m_folder.filePath(QStringLiteral("no/such/folder.log")), LogRotation::None);
    const auto opened = log.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(QStringLiteral("Name another with --log-file.")),
             qPrintable(opened.error().message));
    QVERIFY(!log.write("lost\n"));
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
