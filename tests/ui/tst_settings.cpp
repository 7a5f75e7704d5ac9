// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientspane.h"
#include "ui/header/statusline.h"
#include "ui/mainwindow.h"
#include "ui/operate/auditdialog.h"
#include "ui/push/composebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/tableview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

using namespace porthole;

// What can be set in the window: of the server, and of the window itself.
class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void changesTheServer();
    void saysWhatNeedsARestart();
    void staysWithTheReason();
    void wrongFields_data();
    void wrongFields();
    void nothingChangedDoesNothing();
    void readOnlyLocksTheServer();
    void logCapsHoldAtOnce();
    void isRemembered();
    void anotherLanguageAtOnce();
    void faults_data();
    void faults();
    void manyFaultsAreOneNotification();
    void auditShowsWhatWasDone();

private:
    SettingsDialog *open();
    template<typename Control>
    Control *control(const char *name)
    {
        return m_window->findChild<SettingsDialog *>()->findChild<Control *>(QString::fromLatin1(name));
    }
    void apply();

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

void TestSettings::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("settings"));
}

void TestSettings::init()
{
    QSettings().clear();
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
    m_monitor = std::make_unique<FakeMonitor>();
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSettings::cleanup()
{
    m_window.reset();
    m_monitor.reset();
}

SettingsDialog *TestSettings::open()
{
    m_window->showSettings();
    return m_window->findChild<SettingsDialog *>();
}

void TestSettings::apply()
{
    const auto buttons = m_window->findChild<SettingsDialog *>()->findChildren<QPushButton *>();
    (*std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *each) { return each->isDefault(); }))->click();
}

void TestSettings::changesTheServer()
{
    QVERIFY(open());
    control<QLineEdit>("host")->setText(QStringLiteral("0.0.0.0"));
    control<QSpinBox>("port")->setValue(9600);
    control<QSpinBox>("workers")->setValue(3);
    control<QComboBox>("engine")->setCurrentIndex(1);
    control<QComboBox>("handler")->setCurrentText(QStringLiteral("echo"));
    control<QLineEdit>("messageMaxBytes")->setText(QStringLiteral("64KiB"));
    control<QLineEdit>("pingInterval")->setText(QStringLiteral("5s"));
    control<QSpinBox>("maxClients")->setValue(1000);
    apply();
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QCOMPARE(m_monitor->actions().size(), 1);
    const ServerSetup setup = m_monitor->actions()[0].setup;
    QCOMPARE(setup.settings.host, QStringLiteral("0.0.0.0"));
    QCOMPARE(setup.settings.port, 9600);
    QCOMPARE(setup.settings.workers, 3);
    QCOMPARE(int(setup.settings.engine), int(EngineKind::Native));
    QCOMPARE(setup.handler, QStringLiteral("echo"));
    QCOMPARE(setup.settings.messageMaxBytes, 65'536);
    QCOMPARE(setup.settings.pingInterval.count(), 5000);
    QCOMPARE(setup.settings.maxClients, 1000);
}

void TestSettings::saysWhatNeedsARestart()
{
    m_monitor->addClients(2);
    m_monitor->flush();
    QTRY_COMPARE(m_window->feed().clients().total(), 2);
    const SettingsDialog *dialog = open();
    QVERIFY(dialog->notice().isEmpty());
    control<QLineEdit>("messageMaxBytes")->setText(QStringLiteral("10"));
    QVERIFY(dialog->notice().isEmpty());
    control<QSpinBox>("port")->setValue(9600);
    QVERIFY(dialog->notice().contains(QLatin1String("2 clients will be closed")));
    control<QSpinBox>("port")->setValue(9502);
    QVERIFY(dialog->notice().isEmpty());
}

void TestSettings::staysWithTheReason()
{
    m_monitor->answer = [](const FakeMonitor::Action &) {
        ActionResult result;
        result.error = QStringLiteral("Port 80 is not yours.");
        return result;
    };
    const SettingsDialog *dialog = open();
    control<QSpinBox>("port")->setValue(80);
    apply();
    QTRY_COMPARE(dialog->notice(), QStringLiteral("Port 80 is not yours."));
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_monitor->setup().settings.port, 9502);
    QCOMPARE(control<QSpinBox>("port")->value(), 80);
}

void TestSettings::wrongFields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("address") << QByteArray("host") << "nowhere"
                             << "::1";
    QTest::newRow("size") << QByteArray("messageMaxBytes") << "many"
                          << "2MiB";
    QTest::newRow("size below the least") << QByteArray("queueMaxBytes") << "0"
                                          << "1";
    QTest::newRow("time") << QByteArray("pongTimeout") << "soon"
                          << "1min";
}

void TestSettings::wrongFields()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    QVERIFY(open());
    control<QLineEdit>(field.constData())->setText(wrong);
    apply();
    QVERIFY(m_monitor->actions().isEmpty());
    QVERIFY(m_window->findChild<SettingsDialog *>());
    control<QLineEdit>(field.constData())->setText(right);
    apply();
    QCOMPARE(m_monitor->actions().size(), 1);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
}

void TestSettings::nothingChangedDoesNothing()
{
    QVERIFY(open());
    apply();
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QVERIFY(m_monitor->actions().isEmpty());
}

void TestSettings::readOnlyLocksTheServer()
{
    QVERIFY(open());
    control<QCheckBox>("readOnly")->setChecked(true);
    QVERIFY(!control<QSpinBox>("port")->isEnabled());
    apply();
    QTRY_VERIFY(m_window->operations().isReadOnly());
    QVERIFY(m_window->statusLine()->text().startsWith(QLatin1String("Read-only")));
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QVERIFY(open());
    control<QSpinBox>("port")->setValue(9600);
    control<QCheckBox>("readOnly")->setChecked(false);
    apply();
    QTRY_VERIFY(!m_window->operations().isReadOnly());
    QVERIFY(m_monitor->actions().isEmpty());
}

void TestSettings::logCapsHoldAtOnce()
{
    const ClientId client = m_monitor->addClient();
    for (int i = 0; i < 5000; ++i)
        m_monitor->addMessage(client, Direction::In, "x");
    m_monitor->flush();
    QTRY_COMPARE(m_window->feed().messages().log().size(), 5000);
    QVERIFY(open());
    control<QSpinBox>("logRows")->setValue(1000);
    apply();
    QTRY_COMPARE(m_window->feed().messages().log().size(), 1000);
}

void TestSettings::isRemembered()
{
    QVERIFY(open());
    control<QComboBox>("theme")->setCurrentIndex(int(ThemeChoice::Dark));
    control<QSpinBox>("textScale")->setValue(125);
    control<QSpinBox>("logBytes")->setValue(7);
    control<QCheckBox>("notify")->setChecked(true);
    apply();
    QTRY_COMPARE(m_window->theme().choice(), ThemeChoice::Dark);
    m_window = std::make_unique<MainWindow>(*m_monitor);
    const Preferences again = m_window->preferences();
    QCOMPARE(int(again.theme), int(ThemeChoice::Dark));
    QCOMPARE(again.textScale, 125);
    QCOMPARE(again.log.bytes, 7 * 1024 * 1024);
    QVERIFY(again.notify);
    m_window->theme().setTextScale(100);
}

void TestSettings::anotherLanguageAtOnce()
{
    m_monitor->addClients(5);
    m_monitor->flush();
    QTRY_COMPARE(m_window->feed().clients().total(), 5);
    m_window->clientsPane()->select({{2}, {4}});
    m_window->composeBar()->setDraft({DraftKind::Json, QStringLiteral("{\"a\":1}")});
    QVERIFY(open());
    QComboBox *language = control<QComboBox>("language");
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    apply();
    QTRY_COMPARE(m_window->menuBar()->actions().first()->text(), QStringLiteral("&Server"));
    QTRY_COMPARE(m_window->composeBar()->findChild<QPushButton *>(QStringLiteral("confirmPush"))->text(),
                 QStringLiteral("Senden"));
    QCOMPARE(m_window->composeBar()->draft().text, QStringLiteral("{\"a\":1}"));
    QCOMPARE(int(m_window->composeBar()->draft().kind), int(DraftKind::Json));
    QCOMPARE(m_window->clientsPane()->selected(), (QList<ClientId>{{2}, {4}}));
    QCOMPARE(m_window->composeBar()->receivers(), 2);
    QVERIFY(!m_window->isWelcoming());
    m_window->composeBar()->pushAction()->trigger();
    QTRY_VERIFY(m_window->composeBar()->status().contains(QLatin1String("gesendet")));
    QCOMPARE(Preferences::read().language, QStringLiteral("de"));
}

void TestSettings::faults_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<bool>("fault");
    QTest::newRow("peer close") << int(Cause::PeerClose) << false;
    QTest::newRow("end of stream") << int(Cause::EndOfStream) << false;
    QTest::newRow("kicked") << int(Cause::Kicked) << false;
    QTest::newRow("slow consumer") << int(Cause::SlowConsumer) << true;
    QTest::newRow("handler error") << int(Cause::HandlerError) << true;
    QTest::newRow("no pong") << int(Cause::NoPong) << true;
}

void TestSettings::faults()
{
    QFETCH(int, cause);
    QFETCH(bool, fault);
    FaultWatch watch(*m_monitor);
    QSignalSpy told(&watch, &FaultWatch::told);
    const auto close = [&] {
        m_monitor->closeClient(m_monitor->addClient(), 1006, {}, Cause(cause));
        m_monitor->flush();
        watch.tell();
    };
    close();
    QVERIFY2(told.isEmpty(), "it is off");
    watch.setOn(true);
    close();
    QCOMPARE(told.size(), fault ? 1 : 0);
}

void TestSettings::manyFaultsAreOneNotification()
{
    FaultWatch watch(*m_monitor);
    watch.setOn(true);
    QSignalSpy told(&watch, &FaultWatch::told);
    for (int i = 0; i < 12; ++i) {
        m_monitor->closeClient(m_monitor->addClient(), 1006, {}, i % 3 ? Cause::SlowConsumer : Cause::NoPong);
        m_monitor->flush();
    }
    QTRY_COMPARE(told.size(), 1);
    const QString text = told[0][0].toString();
    QVERIFY2(text.startsWith(QLatin1String("12 clients")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("slow consumer (8)")) && text.contains(QLatin1String("no pong (4)")),
             qPrintable(text));
}

void TestSettings::auditShowsWhatWasDone()
{
    m_window->operations().disconnectClients({{7}}, 4001, QStringLiteral("bye"));
    m_window->showAudit();
    const auto *dialog = m_window->findChild<AuditDialog *>();
    QVERIFY(dialog);
    const QAbstractItemModel &rows = *dialog->findChild<TableView *>()->model();
    QCOMPARE(rows.rowCount(), 1);
    QCOMPARE(rows.index(0, Audit::Target).data().toString(), QStringLiteral("#7"));
    QCOMPARE(rows.index(0, Audit::What).data().toString(), QStringLiteral("4001 bye"));
    QTRY_COMPARE(rows.index(0, Audit::Result).data().toString(), QStringLiteral("Disconnecting 1 client"));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
