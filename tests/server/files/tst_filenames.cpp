// SPDX-License-Identifier: MIT
#include "server/files/filenames.h"

#include <QTest>

using namespace porthole;

/// What Windows takes for the name of a file, whatever system the test runs on.
class TestFileNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windows_data();
    void windows();
};

void TestFileNames::windows_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("files");
    QTest::newRow("files") << QStringList{QStringLiteral("a"),       QStringLiteral("index.html"),
                                          QStringLiteral("a b.txt"), QStringLiteral("console"),
                                          QStringLiteral("com"),     QStringLiteral("com10"),
                                          QStringLiteral("lptx"),    QStringLiteral("a~b"),
                                          QStringLiteral("a~"),      QStringLiteral("\u00e9\u00fc.png"),
                                          QStringLiteral("aux-1.js")}
                           << true;
    QTest::newRow("devices") << QStringList{QStringLiteral("nul"),       QStringLiteral("NUL"),
                                            QStringLiteral("nul.txt"),   QStringLiteral("Con .js"),
                                            QStringLiteral("prn"),       QStringLiteral("aux.h"),
                                            QStringLiteral("COM1"),      QStringLiteral("lpt9.png"),
                                            QStringLiteral("com\u00b9"), QStringLiteral("conin$"),
                                            QStringLiteral("CONOUT$")}
                             << false;
    QTest::newRow("streams and drives") << QStringList{QStringLiteral("a.txt::$DATA"), QStringLiteral("c:")} << false;
    QTest::newRow("short names") << QStringList{QStringLiteral("GIT~1"), QStringLiteral("progra~2.txt")} << false;
    QTest::newRow("ends that are cut") << QStringList{QStringLiteral("a."), QStringLiteral("a ")} << false;
    QTest::newRow("characters that are none") << QStringList{QStringLiteral("a*"),
                                                             QStringLiteral("a?"),
                                                             QStringLiteral("a\"b"),
                                                             QStringLiteral("<a>"),
                                                             QStringLiteral("a|b"),
                                                             QStringLiteral("a\tb"),
                                                             QString()}
                                              << false;
}

void TestFileNames::windows()
{
    QFETCH(const QStringList, names);
    QFETCH(const bool, files);
    for (const QString &name : names)
        QVERIFY2(isFileName(name) == files, qPrintable(name));
}

QTEST_GUILESS_MAIN(TestFileNames)
#include "tst_filenames.moc"
