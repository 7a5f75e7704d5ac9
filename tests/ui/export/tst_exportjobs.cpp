// SPDX-License-Identifier: MIT
#include "ui/export/exportdialog.h"
#include "ui/export/logwindow.h"
#include "ui/export/ndjson.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagefields.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/widgets/filteredit.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

// Writing and reading exports on threads, and the windows that ask for it.
class TestExportJobs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cancelLeavesNothing();
    void faultsSayWhatToDo_data();
    void faultsSayWhatToDo();
    void opensWhatWasExported();
    void leavesOutLinesThatAreNoRows();
    void saysWhyNothingWasOpened_data();
    void saysWhyNothingWasOpened();
    void dialogOffersWhatThereIs();
    void dialogExportsTheSelected();
    void dialogAsksBeforeItReplaces();
    void dialogStaysOnAFault();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static QList<LogRow> rows(int count)
{
    QList<LogRow> rows;
    for (int i = 0; i < count; ++i) {
        const QByteArray payload = i % 7 ? R"({"n":)" + QByteArray::number(i) + '}' : QByteArray("\x00\xff", 2);
        LogRow row{{1'767'225'600'000'000 + i * 1001,
                    {quint64(1 + i % 5)},
                    i % 2 ? Direction::In : Direction::Out,
                    i % 7 ? Opcode::Text : Opcode::Binary,
                    payload.size(),
                    payload}};
        row.peer = QStringLiteral("10.0.0.%1:80").arg(i % 5);
        row.path = QStringLiteral("/room/%1").arg(i % 5);
        rows.append(row);
    }
    return rows;
}

void TestExportJobs::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("exportjobs"));
}

void TestExportJobs::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray TestExportJobs::contents(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}

void TestExportJobs::cancelLeavesNothing()
{
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    ExportTask task;
    task.file = path("a.ndjson");
    task.rows = rows(200'000);
    job.start(task);
    job.cancel();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished[0][1].toString().startsWith(QLatin1String("The export was cancelled")));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestExportJobs::faultsSayWhatToDo_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << " "
                             << "Say which file to write.";
    QTest::newRow("folder") << "."
                            << "is a folder; add a file name.";
    QTest::newRow("no such folder") << "nowhere/a.csv"
                                    << "create it or choose another.";
    QTest::newRow("no room") << "/dev/full/a.csv"
                             << "create it or choose another.";
}

void TestExportJobs::faultsSayWhatToDo()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    ExportTask task;
    task.file = file.trimmed().isEmpty() ? file : QDir(m_folder->path()).absoluteFilePath(file);
    task.rows = rows(3);
    job.start(task);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(finished[0][1].toString().contains(says), qPrintable(finished[0][1].toString()));
}

void TestExportJobs::opensWhatWasExported()
{
    const QList<LogRow> before = rows(20'000);
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    ExportTask task;
    task.file = path("a.ndjson");
    task.rows = before;
    job.start(task);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][1].toString(), QString());
    LogWindow window(path("a.ndjson"));
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy opened(&window, &LogWindow::opened);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(window.said(), QString());
    const MessagesModel &model = window.feed().messages();
    QCOMPARE(model.rowCount(), before.size());
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(Ndjson::line(*model.rowAt(row)) == Ndjson::line(before[row]));
    window.messagesPane()->filter()->apply(QStringLiteral("json.n >= 100 && json.n < 110 && path == /room/1"));
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestExportJobs::leavesOutLinesThatAreNoRows()
{
    QFile file(path("a.ndjson"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Ndjson::line(rows(1)[0]) + "\nhello\n" + Ndjson::line(rows(2)[1]) + "{\"time\":\"2026");
    file.close();
    LogWindow window(path("a.ndjson"));
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy opened(&window, &LogWindow::opened);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(window.feed().messages().rowCount(), 2);
    QVERIFY(window.said().startsWith(QLatin1Char('2')));
    QVERIFY(window.said().endsWith(QLatin1String("left out. Line 3: It is no JSON object.")));
}

void TestExportJobs::saysWhyNothingWasOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file") << "none"
                             << "check its name and who may read it.";
    QTest::newRow("another file") << "other"
                                  << "choose a file that was exported as NDJSON.";
    QTest::newRow("folder") << "."
                            << "check its name and who may read it.";
}

void TestExportJobs::saysWhyNothingWasOpened()
{
    QFETCH(QString, name);
    QFETCH(QString, says);
    QFile file(path("other"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,2\n");
    file.close();
    LogWindow window(m_folder->filePath(name));
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy opened(&window, &LogWindow::opened);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY2(window.said().endsWith(says), qPrintable(window.said()));
}

// A log with 100 rows of which a filter shows some, and the dialog over it.
struct Bench
{
    Bench() : view(feed.messages())
    {
        feed.messages().take(rows(100));
        const Filter filter = Filter::parse(QStringLiteral("client == 2"), MessageFields::all(), 0).filter;
        feed.messages().setMatcher(MessageMatcher(filter));
        view.selectRow(0);
        view.selectionModel()->select(feed.messages().index(2, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    Feed feed{LogCaps()};
    LogView view;
};

void TestExportJobs::dialogOffersWhatThereIs()
{
    Bench bench;
    ExportDialog dialog(bench.feed, bench.view);
    QStringList offers;
    for (int i = 0; i < dialog.rows()->count(); ++i)
        offers.append(dialog.rows()->itemText(i));
    QCOMPARE(offers,
             (QStringList{QStringLiteral("Selected rows (2)"), QStringLiteral("Rows that are shown (20)"),
                          QStringLiteral("All rows that are kept (100)")}));
    QVERIFY(dialog.file()->text().endsWith(QLatin1String(".ndjson")));
    dialog.format()->setCurrentIndex(2);
    QVERIFY(dialog.file()->text().endsWith(QLatin1String(".har")));
    QVERIFY(!dialog.file()->text().contains(QLatin1String("ndjson")));
}

void TestExportJobs::dialogExportsTheSelected()
{
    for (int choice = 0; choice < 3; ++choice) {
        Bench bench;
        ExportDialog dialog(bench.feed, bench.view);
        dialog.show();
        dialog.rows()->setCurrentIndex(choice);
        const QString file = m_folder->filePath(QString::number(choice));
        dialog.file()->setText(file);
        QSignalSpy exported(&dialog, &ExportDialog::exported);
        QTest::keyClick(dialog.file(), Qt::Key_Return);
        QTRY_COMPARE(exported.size(), 1);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), QList<int>({2, 20, 100})[choice]);
        QVERIFY(!dialog.isVisible());
    }
}

void TestExportJobs::dialogAsksBeforeItReplaces()
{
    QFile file(path("a"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    Bench bench;
    ExportDialog dialog(bench.feed, bench.view);
    dialog.show();
    dialog.file()->setText(path("a"));
    QTest::keyClick(dialog.file(), Qt::Key_Return);
    QVERIFY(dialog.problem().startsWith(QLatin1String("This file is there already.")));
    QCOMPARE(contents("a"), QByteArray("precious"));
    QTest::keyClick(dialog.file(), Qt::Key_Return);
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(contents("a").startsWith("{\"time\""));
}

void TestExportJobs::dialogStaysOnAFault()
{
    Bench bench;
    ExportDialog dialog(bench.feed, bench.view);
    dialog.show();
    dialog.file()->setText(path("nowhere/a"));
    QTest::keyClick(dialog.file(), Qt::Key_Return);
    QTRY_VERIFY(dialog.problem().endsWith(QLatin1String("create it or choose another.")));
    QVERIFY(dialog.isVisible());
    dialog.file()->setText(path("a"));
    QTest::keyClick(dialog.file(), Qt::Key_Return);
    QTRY_VERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestExportJobs)
#include "tst_exportjobs.moc"
