// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/mainwindow.h"
#include "ui/operate/handlerfiles.h"
#include "ui/operate/newhandlerdialog.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

// From a template to a handler of one's own that is served and open in an editor.
class TestHandlerFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { HandlerFiles::setOpener(nullptr); }
    void templatesSayWhatTheyAre();
    void namesOfFiles_data();
    void namesOfFiles();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void makesServesAndOpens();
    void asksBeforeItWritesOver();
    void saysWhenNothingOpensIt();
    void opensWhatIsServed();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QAction *action(MainWindow &window, const QKeySequence &key)
{
    for (QAction *each : window.findChildren<QAction *>()) {
        if (each->shortcut() == key)
            return each;
    }
    return nullptr;
}

} // namespace

void TestHandlerFiles::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("handlerfiles"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
}

void TestHandlerFiles::init() { QSettings().clear(); }

void TestHandlerFiles::templatesSayWhatTheyAre()
{
    QStringList names;
    for (const HandlerTemplate &each : HandlerFiles::templates()) {
        names.append(each.name);
        QVERIFY2(each.description.endsWith(QLatin1Char('.')), qPrintable(each.description));
        QVERIFY2(!each.description.contains(QLatin1String("SPDX")), qPrintable(each.description));
        QVERIFY2(!each.description.contains(QLatin1String("Page:")), qPrintable(each.description));
        QVERIFY2(each.text.contains(QStringLiteral("\n// Page: %1\n").arg(each.name)), qPrintable(each.name));
        QVERIFY(each.text.contains(QLatin1String("server.on(")));
    }
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("hello echo broadcast chat ticker game"));
}

void TestHandlerFiles::namesOfFiles_data()
{
    QTest::addColumn<QString>("handler");
    QTest::addColumn<bool>("isFile");
    QTest::newRow("built-in") << QStringLiteral("chat") << false;
    QTest::newRow("script") << QStringLiteral("folder/chat.js") << true;
    QTest::newRow("module") << QStringLiteral("chat.mjs") << true;
    QTest::newRow("nothing") << QString() << false;
}

void TestHandlerFiles::namesOfFiles()
{
    QFETCH(QString, handler);
    QTEST(HandlerFiles::isFile(handler), "isFile");
}

void TestHandlerFiles::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no name") << QString() << QStringLiteral("ends with .js");
    QTest::newRow("another ending") << QStringLiteral("mine.txt") << QStringLiteral("ends with .js");
    QTest::newRow("no such folder") << QStringLiteral("none/mine.js") << QStringLiteral("There is no folder");
}

void TestHandlerFiles::refusesWhatCannotBeWritten()
{
    QFETCH(QString, name);
    QFETCH(QString, fault);
    const QTemporaryDir folder;
    NewHandlerDialog dialog;
    dialog.show();
    dialog.file()->setText(name.isEmpty() ? name : folder.filePath(name));
    dialog.createButton()->click();
    QVERIFY2(dialog.fault().contains(fault), qPrintable(dialog.fault()));
    QVERIFY(dialog.isVisible());
}

void TestHandlerFiles::makesServesAndOpens()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("mine.js"));
    QString opened;
    HandlerFiles::setOpener([&opened](const QString &path) { return !(opened = path).isEmpty(); });
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    action(window, QKeySequence(Qt::CTRL | Qt::Key_N))->trigger();
    auto *dialog = window.findChild<NewHandlerDialog *>();
    QVERIFY(dialog);
    dialog->list()->setCurrentRow(3);
    QVERIFY(dialog->file()->text().endsWith(QLatin1String("chat.js")));
    dialog->file()->selectAll();
    QTest::keyClicks(dialog->file(), file);
    dialog->list()->setCurrentRow(2);
    QCOMPARE(dialog->file()->text(), file); // a name of one's own stays
    dialog->list()->setCurrentRow(3);
    dialog->createButton()->click();
    QCOMPARE(contents(file), HandlerFiles::templates().at(3).text.toUtf8());
    QCOMPARE(opened, file);
    QCOMPARE(monitor.actions().size(), 1);
    QCOMPARE(monitor.actions()[0].kind, FakeMonitor::Action::Start);
    QCOMPARE(monitor.actions()[0].setup.handler, file);
}

void TestHandlerFiles::asksBeforeItWritesOver()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.js"));
    QVERIFY(HandlerFiles::write(path, QStringLiteral("// mine")).isEmpty());
    NewHandlerDialog dialog;
    dialog.show();
    dialog.file()->setText(path);
    dialog.createButton()->click();
    auto *question = dialog.findChild<QMessageBox *>();
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QCOMPARE(contents(path), QByteArray("// mine"));
    QVERIFY(dialog.isVisible());
}

void TestHandlerFiles::saysWhenNothingOpensIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.js"));
    QVERIFY2(HandlerFiles::open(path).contains(QLatin1String("is not there")), qPrintable(HandlerFiles::open(path)));
    QVERIFY(HandlerFiles::write(path, QStringLiteral("// mine")).isEmpty());
    HandlerFiles::setOpener([](const QString &) { return false; });
    QVERIFY2(HandlerFiles::open(path).contains(QLatin1String("Nothing on this desktop opens")),
             qPrintable(HandlerFiles::open(path)));
}

void TestHandlerFiles::opensWhatIsServed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.js"));
    QVERIFY(HandlerFiles::write(path, QStringLiteral("// mine")).isEmpty());
    QString opened;
    HandlerFiles::setOpener([&opened](const QString &file) { return !(opened = file).isEmpty(); });
    FakeMonitor monitor;
    MainWindow window(monitor);
    QAction *edit = action(window, QKeySequence(Qt::Key_F4));
    QVERIFY(!edit->isEnabled());
    ServerState state = monitor.state();
    state.handler = path;
    monitor.setState(state);
    QVERIFY(edit->isEnabled());
    edit->trigger();
    QCOMPARE(opened, path);
}

QTEST_MAIN(TestHandlerFiles)
#include "tst_handlerfiles.moc"
