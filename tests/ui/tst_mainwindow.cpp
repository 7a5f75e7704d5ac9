// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "tests/ui/paintcounter.h"
#include "ui/clients/clientspane.h"
#include "ui/clients/disconnectdialog.h"
#include "ui/detail/clientview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/payloadview.h"
#include "ui/header/statusline.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/operate/serverpanel.h"
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"
#include "ui/shared/widgets/strip.h"
#include "ui/shared/widgets/tableview.h"
#include "ui/welcome/welcomepage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace porthole;

// The window from the first client to a push and a disconnect, as a person drives it.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void welcomesUntilTheFirstClient();
    void saysWhyTheServerFailed();
    void columnsFitTheirPane();
    void showsWhatAClientSays();
    void pushesToExactlyTheSelected();
    void disconnectsWithCodeAndReason();
    void showsOnlyOneClientsMessages();
    void detailFollowsTheMessage();
    void detailSaysWhereItIsNotJson();
    void bytesAreShownAsHexUntilAnotherChoice();
    void longPayloadsComeInPages();
    void pagesDoNotSplitACharacter();
    void bytesThatAreNotText();
    void secretsStayMaskedUntilAsked();
    void aClientThatLeftIsStillExplained();
    void logIsPaintedForWhatIsNew();
    void pauseCounts();
    void keysReachEveryPane();
    void themeAndTextSizeAreRemembered();
    void layoutIsRememberedAndReset();
    void panesKeepTheirSizeOverARestart();
    void recipesAreForThisAddress();
    void startsAndStopsTheServer();
    void asksBeforeClientsAreClosed();
    void choosesTheHandler();
    void saysWhyAChangeWasRefused();
    void readOnlyLeavesNothingToDo();
    void aStoppedServerHasNoClients();

private:
    ClientId speaker(const QByteArray &payload, Opcode opcode = Opcode::Text);
    void flush();

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    qint64 m_now = 0;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("mainwindow"));
}

void TestMainWindow::init()
{
    QSettings().clear();
    m_now = 0;
    m_monitor = std::make_unique<FakeMonitor>();
    m_window = std::make_unique<MainWindow>(*m_monitor, [this] { return m_now; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_monitor.reset();
}

void TestMainWindow::flush()
{
    m_now += 1000;
    m_monitor->flush();
}

ClientId TestMainWindow::speaker(const QByteArray &payload, Opcode opcode)
{
    const ClientId client =
        m_monitor->addClient(QStringLiteral("/chat"), {{"Origin", "http://example.org"}, {"Cookie", "session=secret"}});
    m_monitor->addMessage(client, Direction::In, payload, opcode);
    flush();
    return client;
}

void TestMainWindow::welcomesUntilTheFirstClient()
{
    QVERIFY(m_window->isWelcoming());
    QVERIFY(!m_window->composeBar()->isVisible());
    m_monitor->addClient();
    flush();
    QVERIFY(!m_window->isWelcoming());
    QVERIFY(m_window->composeBar()->isVisible());
    QCOMPARE(m_window->clientsPane()->table()->model()->rowCount(), 1);
}

void TestMainWindow::saysWhyTheServerFailed()
{
    const QString why = QStringLiteral("Port 9502 is taken.");
    m_monitor->setState({ServerPhase::Failed, {}, QStringLiteral("echo"), QStringLiteral("qt"), 0, why});
    QVERIFY(m_window->isWelcoming());
    QCOMPARE(m_window->statusLine()->text(), why);
    const auto labels = m_window->findChild<WelcomePage *>()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&why](const QLabel *label) { return label->text() == why; }));
}

void TestMainWindow::columnsFitTheirPane()
{
    speaker("hello");
    QTRY_COMPARE(m_window->clientsPane()->table()->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(m_window->messagesPane()->table()->horizontalScrollBar()->maximum(), 0);
    m_window->theme().setTextScale(200);
    m_window->theme().setTextScale(100);
    QTRY_COMPARE(m_window->clientsPane()->table()->horizontalScrollBar()->maximum(), 0);
}

void TestMainWindow::showsWhatAClientSays()
{
    speaker("hello");
    const QAbstractItemModel *messages = m_window->messagesPane()->table()->model();
    QCOMPARE(messages->rowCount(), 1);
    QCOMPARE(messages->index(0, MessagesModel::Text).data().toString(), QStringLiteral("hello"));
    QCOMPARE(messages->index(0, MessagesModel::Client).data().toString(), QStringLiteral("#1"));
    QCOMPARE(messages->index(0, MessagesModel::Way).data().toString(), QStringLiteral("in"));
}

void TestMainWindow::pushesToExactlyTheSelected()
{
    m_monitor->addClients(10);
    flush();
    m_window->clientsPane()->select({{2}, {5}});
    auto *editor = m_window->composeBar()->findChild<DraftEditor *>();
    editor->setFocus();
    QTest::keyClicks(editor, QStringLiteral("hi there"));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_monitor->actions().size(), 1);
    QCOMPARE(m_monitor->actions()[0].clients, (QList<ClientId>{{2}, {5}}));
    QCOMPARE(m_monitor->actions()[0].payload, QByteArray("hi there"));
    QTRY_COMPARE(m_window->composeBar()->status(), QStringLiteral("sent to 2"));
}

void TestMainWindow::disconnectsWithCodeAndReason()
{
    m_monitor->addClients(3);
    flush();
    m_window->clientsPane()->select({{3}});
    m_window->clientsPane()->menuActions().at(3)->trigger();
    auto *dialog = m_window->findChild<DisconnectDialog *>();
    QVERIFY(dialog);
    auto *code = dialog->findChild<QComboBox *>();
    code->setEditText(QStringLiteral("1006"));
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    const auto confirm =
        std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) { return b->isDefault(); });
    QVERIFY(confirm != buttons.end());
    QVERIFY(!(*confirm)->isEnabled());
    code->setEditText(QStringLiteral("4001"));
    QVERIFY((*confirm)->isEnabled());
    const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    const auto reason =
        std::find_if(fields.begin(), fields.end(), [code](const QLineEdit *f) { return f != code->lineEdit(); });
    QTest::keyClicks(*reason, QStringLiteral("sign in again"));
    QTest::keyClick(*reason, Qt::Key_Return);
    QTRY_COMPARE(m_monitor->actions().size(), 1);
    QCOMPARE(m_monitor->actions()[0].kind, FakeMonitor::Action::Disconnect);
    QCOMPARE(m_monitor->actions()[0].clients, QList<ClientId>{{3}});
    QCOMPARE(m_monitor->actions()[0].code, 4001);
    QCOMPARE(m_monitor->actions()[0].reason, QStringLiteral("sign in again"));
    QTRY_VERIFY(m_window->statusLine()->text().startsWith(QLatin1String("Disconnecting 1")));
}

void TestMainWindow::showsOnlyOneClientsMessages()
{
    const ClientId first = speaker("one");
    speaker("two");
    m_window->messagesPane()->showOnly({first});
    const QAbstractItemModel *messages = m_window->messagesPane()->table()->model();
    QTRY_COMPARE(messages->rowCount(), 1);
    speaker("three");
    QCOMPARE(messages->rowCount(), 1);
}

static QPlainTextEdit *textOf(DetailPane *detail, int tab)
{
    detail->tabs()->setCurrentIndex(tab);
    return static_cast<PayloadView *>(detail->tabs()->widget(tab))->editor();
}

void TestMainWindow::detailFollowsTheMessage()
{
    speaker(R"({"b":1,"a":[]})");
    m_window->messagesPane()->table()->selectRow(0);
    DetailPane *detail = m_window->detailPane();
    QCOMPARE(textOf(detail, DetailPane::Text)->toPlainText(), QStringLiteral(R"({"b":1,"a":[]})"));
    QCOMPARE(textOf(detail, DetailPane::Json)->toPlainText(), QStringLiteral("{\n  \"b\": 1,\n  \"a\": []\n}"));
    QVERIFY(textOf(detail, DetailPane::Hex)->toPlainText().startsWith(QLatin1String("00000000  7b 22 62 22")));
}

void TestMainWindow::detailSaysWhereItIsNotJson()
{
    speaker("hello");
    m_window->messagesPane()->table()->selectRow(0);
    m_window->detailPane()->tabs()->setCurrentIndex(DetailPane::Json);
    const auto *view = static_cast<PayloadView *>(m_window->detailPane()->tabs()->currentWidget());
    QVERIFY(view->remark().contains(QLatin1String("byte 0")));
    QCOMPARE(view->editor()->toPlainText(), QStringLiteral("hello"));
}

void TestMainWindow::bytesAreShownAsHexUntilAnotherChoice()
{
    speaker("hello");
    speaker("\x01\x02", Opcode::Binary);
    TableView *table = m_window->messagesPane()->table();
    const QTabWidget *tabs = m_window->detailPane()->tabs();
    table->selectRow(1);
    QCOMPARE(tabs->currentIndex(), int(DetailPane::Hex));
    table->selectRow(0);
    QCOMPARE(tabs->currentIndex(), int(DetailPane::Text));
    m_window->detailPane()->tabs()->setCurrentIndex(DetailPane::Json);
    table->selectRow(1);
    QCOMPARE(tabs->currentIndex(), int(DetailPane::Json));
}

void TestMainWindow::longPayloadsComeInPages()
{
    const QByteArray page(PayloadView::pageBytes, 'a');
    PayloadView *view = new TextPayloadView(m_window.get());
    view->setPayload(page + "the end");
    QCOMPARE(view->editor()->toPlainText().size(), PayloadView::pageBytes);
    const QList<QToolButton *> turners = view->findChildren<QToolButton *>();
    QVERIFY(!turners.first()->isEnabled());
    turners.last()->click();
    QCOMPARE(view->editor()->toPlainText(), QStringLiteral("the end"));
    QVERIFY(!turners.last()->isEnabled());
}

void TestMainWindow::pagesDoNotSplitACharacter()
{
    const QByteArray wide = QByteArray(PayloadView::pageBytes - 1, 'a') + "ë" + "z";
    TextPayloadView view;
    view.setPayload(wide);
    QVERIFY(view.editor()->toPlainText().endsWith(QString::fromUtf8("aë")));
    view.findChildren<QToolButton *>().last()->click();
    QCOMPARE(view.editor()->toPlainText(), QStringLiteral("z"));
    QVERIFY(view.remark().isEmpty());
}

void TestMainWindow::bytesThatAreNotText()
{
    TextPayloadView view;
    view.setPayload(QByteArray("\x89PNG\xff\0", 6));
    QCOMPARE(view.editor()->toPlainText(), QString::fromUtf8("·PNG··"));
    QVERIFY(view.remark().contains(QLatin1String("Hex")));
}

static QString valueOf(const ClientView *view, const QString &name)
{
    const QList<QTreeWidgetItem *> found = view->list()->findItems(name, Qt::MatchExactly);
    return found.isEmpty() ? QString() : found.first()->text(1);
}

void TestMainWindow::secretsStayMaskedUntilAsked()
{
    const ClientId client = speaker("hello");
    m_window->detailPane()->showClient(client);
    auto *view = m_window->detailPane()->findChild<ClientView *>();
    QCOMPARE(valueOf(view, QStringLiteral("Origin")), QStringLiteral("http://example.org"));
    QVERIFY(!valueOf(view, QStringLiteral("Cookie")).contains(QLatin1String("secret")));
    QVERIFY(!view->text().contains(QLatin1String("secret")));
    m_monitor->addMessage(client, Direction::In, "more");
    flush();
    QCOMPARE(valueOf(view, QStringLiteral("Received")).left(1), QStringLiteral("2"));
    view->revealButton()->click();
    QCOMPARE(valueOf(view, QStringLiteral("Cookie")), QStringLiteral("session=secret"));
    const ClientId other = speaker("again");
    m_window->detailPane()->showClient(other);
    QVERIFY(!valueOf(view, QStringLiteral("Cookie")).contains(QLatin1String("secret")));
}

void TestMainWindow::aClientThatLeftIsStillExplained()
{
    const ClientId client = speaker("hello");
    m_window->detailPane()->showClient(client);
    m_monitor->closeClient(client, 4001, QStringLiteral("bye"), Cause::Kicked);
    flush();
    const auto *view = m_window->detailPane()->findChild<ClientView *>();
    QCOMPARE(valueOf(view, QStringLiteral("Code")), QStringLiteral("4001"));
    QCOMPARE(valueOf(view, QStringLiteral("Reason")), QStringLiteral("bye"));
    QCOMPARE(valueOf(view, QStringLiteral("Origin")), QStringLiteral("http://example.org"));
}

void TestMainWindow::logIsPaintedForWhatIsNew()
{
    const ClientId client = speaker("hello");
    PaintCounter paints(m_window->messagesPane()->table()->viewport());
    QTRY_COMPARE(paints.take(), 0); // until all that the first message set off is painted
    for (int i = 0; i < 10; ++i) {
        flush();
        QCOMPARE(paints.take(), 0);
    }
    m_monitor->addMessage(client, Direction::In, "again");
    flush();
    QCOMPARE(paints.take(), 1);
}

void TestMainWindow::pauseCounts()
{
    const ClientId client = speaker("hello");
    QAction *pause = m_window->messagesPane()->menuActions().at(1);
    pause->trigger();
    for (int i = 0; i < 1204; ++i)
        m_monitor->addMessage(client, Direction::In, "x");
    flush();
    QVERIFY(pause->text().contains(QLatin1String("+1,204")) || pause->text().contains(QLatin1String("+1204")));
    QCOMPARE(m_window->messagesPane()->table()->model()->rowCount(), 1);
    pause->trigger();
    QCOMPARE(m_window->messagesPane()->table()->model()->rowCount(), 1205);
}

void TestMainWindow::keysReachEveryPane()
{
    speaker("hello");
    const auto within = [](const QWidget *pane) {
        const QWidget *focus = QApplication::focusWidget();
        return focus && pane->isAncestorOf(focus);
    };
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(within(m_window->clientsPane()));
    for (const QWidget *pane : std::initializer_list<const QWidget *>{
             m_window->messagesPane(), m_window->detailPane(), m_window->composeBar(), m_window->clientsPane()}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTRY_VERIFY(within(pane));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QVERIFY(within(m_window->messagesPane()));
}

void TestMainWindow::themeAndTextSizeAreRemembered()
{
    m_window->theme().setChoice(ThemeChoice::Dark);
    m_window->theme().setTextScale(150);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 100);
    const double large = QApplication::font().pointSizeF();
    m_window.reset();
    const double normal = QApplication::font().pointSizeF();
    QVERIFY(large > normal * 1.4);
    m_window = std::make_unique<MainWindow>(*m_monitor);
    QCOMPARE(m_window->theme().choice(), ThemeChoice::Dark);
    QCOMPARE(QApplication::font().pointSizeF(), large);
}

void TestMainWindow::layoutIsRememberedAndReset()
{
    speaker("hello");
    const auto dock = [this](const char *name) {
        return m_window->findChild<QDockWidget *>(QString::fromLatin1(name));
    };
    dock("detail")->close();
    m_window->close();
    m_window = std::make_unique<MainWindow>(*m_monitor, [this] { return m_now; });
    m_window->show();
    speaker("again");
    QVERIFY(!dock("detail")->isVisible());
    QVERIFY(dock("clients")->isVisible());
    m_window->resetLayout();
    QVERIFY(dock("detail")->isVisible());
}

void TestMainWindow::panesKeepTheirSizeOverARestart()
{
    const auto restart = [this] {
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_monitor, [this] { return m_now; });
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    };
    speaker("hello");
    QCoreApplication::processEvents();
    const int width = m_window->clientsPane()->width();
    QVERIFY(width > m_window->width() / 3);
    restart();
    speaker("again");
    QTRY_COMPARE(m_window->clientsPane()->width(), width);
    restart(); // nobody comes
    restart();
    speaker("at last");
    QTRY_COMPARE(m_window->clientsPane()->width(), width);
    m_window->retranslate();
    QTRY_COMPARE(m_window->clientsPane()->width(), width);
}

void TestMainWindow::recipesAreForThisAddress()
{
    const QStringList recipes = WelcomePage::recipes(QStringLiteral("ws://127.0.0.1:4711"));
    QCOMPARE(recipes.size(), 4);
    for (const QString &recipe : recipes)
        QVERIFY(recipe.contains(QLatin1String("ws://127.0.0.1:4711")));
}

void TestMainWindow::startsAndStopsTheServer()
{
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_monitor->actions().size(), 1);
    QCOMPARE(m_monitor->actions()[0].kind, FakeMonitor::Action::Stop);
    QCOMPARE(m_monitor->state().phase, ServerPhase::Stopped);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_monitor->state().phase, ServerPhase::Running);
    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(m_monitor->actions().size(), 4);
    QCOMPARE(m_monitor->actions()[2].kind, FakeMonitor::Action::Stop);
    QCOMPARE(m_monitor->actions()[3].kind, FakeMonitor::Action::Start);
    QTRY_COMPARE(m_monitor->state().phase, ServerPhase::Running);
}

void TestMainWindow::asksBeforeClientsAreClosed()
{
    speaker("hello");
    for (const bool yes : {false, true}) {
        m_window->serverPanel()->menuActions().front()->trigger();
        auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->text().contains(QLatin1String("1 client")));
        QVERIFY(m_monitor->actions().isEmpty());
        QTest::keyClick(box, yes ? Qt::Key_Return : Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    }
    QTRY_COMPARE(m_monitor->actions().size(), 1);
    QCOMPARE(m_monitor->actions()[0].kind, FakeMonitor::Action::Stop);
}

void TestMainWindow::choosesTheHandler()
{
    QAction *handlers = m_window->serverPanel()->menuActions().back();
    const QList<QAction *> choices = handlers->menu()->actions();
    QCOMPARE(choices.size(), 3);
    QVERIFY(choices[0]->isChecked());
    choices[1]->trigger();
    QTRY_COMPARE(m_monitor->actions().size(), 1);
    QCOMPARE(m_monitor->actions()[0].setup.handler, QStringLiteral("echo"));
    QVERIFY(handlers->menu()->actions()[1]->isChecked());
    const Audit &audit = m_window->operations().audit();
    QCOMPARE(audit.index(0, Audit::What).data().toString(), QString::fromUtf8("handler: hello → echo"));
}

void TestMainWindow::saysWhyAChangeWasRefused()
{
    m_monitor->answer = [](const FakeMonitor::Action &) {
        ActionResult result;
        result.error = QStringLiteral("Port 80 is not yours.");
        return result;
    };
    ServerSetup setup = m_monitor->setup();
    setup.settings.port = 80;
    m_window->serverPanel()->serve(setup);
    const auto strips = m_window->findChildren<Strip *>();
    const auto says = [](const Strip *strip) {
        return strip->isVisible() && strip->text() == QLatin1String("Port 80 is not yours.");
    };
    QTRY_VERIFY(std::any_of(strips.begin(), strips.end(), says));
    QCOMPARE(m_monitor->setup().settings.port, 9502);
    m_monitor->answer = nullptr;
    m_window->serverPanel()->serve(setup);
    QTRY_VERIFY(std::none_of(strips.begin(), strips.end(), says));
}

void TestMainWindow::readOnlyLeavesNothingToDo()
{
    speaker("hello");
    m_window->clientsPane()->select({{1}});
    m_window->operations().setReadOnly(true);
    const QList<QAction *> server = m_window->serverPanel()->menuActions();
    QVERIFY(!server[0]->isEnabled() && !server[1]->isEnabled());
    const QList<QAction *> clients = m_window->clientsPane()->menuActions();
    QVERIFY(!clients[0]->isEnabled() && !clients[3]->isEnabled());
    QVERIFY(clients[2]->isEnabled()); // showing only its messages changes nothing
    QVERIFY(!m_window->composeBar()->pushAction()->isEnabled());
    m_window->operations().setReadOnly(false);
    QVERIFY(server[0]->isEnabled() && clients[0]->isEnabled() && clients[3]->isEnabled());
}

void TestMainWindow::aStoppedServerHasNoClients()
{
    m_monitor->addClients(3);
    flush();
    QCOMPARE(m_window->clientsPane()->table()->model()->rowCount(), 3);
    m_monitor->stop();
    QCOMPARE(m_window->clientsPane()->table()->model()->rowCount(), 0);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
