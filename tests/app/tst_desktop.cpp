// SPDX-License-Identifier: MIT
#include "app/node.h"
#include "tests/support/rawclient.h"
#include "ui/clients/clientspane.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"
#include "ui/shared/widgets/tableview.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace porthole;
using namespace porthole::test;

/// The whole program in one process: a window, a real server, real sockets. Driven as a person would.
class TestDesktop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void clientAndItsMessageAppear();
    void pushReachesExactlyTheSelected();
    void broadcastReachesAll();
    void disconnectCarriesCodeAndReason();
    void stoppingShows();

private:
    std::unique_ptr<RawClient> openClient(const QByteArray &target);
    QString cell(const QAbstractItemView &view, int row, int column) const;
    int rowOf(const QString &text) const;
    void select(const QStringList &paths);
    void pushText(const QString &text);

    QTemporaryDir m_home;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<MainWindow> m_window;
};

void TestDesktop::initTestCase()
{
    QVERIFY(m_home.isValid());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
}

void TestDesktop::init()
{
    Options options;
    options.handler = QStringLiteral("echo");
    options.settings.port = 0;
    options.settings.workers = 2;
    m_node = std::make_unique<Node>(options);
    m_window = std::make_unique<MainWindow>(m_node->monitor());
    QVERIFY(m_node->start());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestDesktop::cleanup()
{
    m_window.reset();
    m_node.reset();
}

std::unique_ptr<RawClient> TestDesktop::openClient(const QByteArray &target)
{
    auto client = std::make_unique<RawClient>(quint16(QUrl(m_node->monitor().state().url).port()));
    if (!client->open(target))
        return nullptr;
    if (!QTest::qWaitFor([&] { return rowOf(QString::fromUtf8(target)) >= 0; }))
        return nullptr;
    return client;
}

QString TestDesktop::cell(const QAbstractItemView &view, int row, int column) const
{
    return view.model()->index(row, column).data().toString();
}

int TestDesktop::rowOf(const QString &text) const
{
    const QAbstractItemModel &model = *m_window->clientsPane()->table()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.index(row, column).data().toString() == text)
                return row;
        }
    }
    return -1;
}

void TestDesktop::select(const QStringList &paths)
{
    QAbstractItemView &table = *m_window->clientsPane()->table();
    table.clearSelection();
    for (const QString &path : paths)
        table.selectionModel()->select(table.model()->index(rowOf(path), 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestDesktop::pushText(const QString &text)
{
    auto *editor = m_window->composeBar()->findChild<DraftEditor *>();
    QVERIFY(editor);
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
}

void TestDesktop::clientAndItsMessageAppear()
{
    QVERIFY(m_window->isWelcoming());
    const auto client = openClient("/first");
    QVERIFY(client);
    QTRY_VERIFY(!m_window->isWelcoming());

    client->write(RawClient::frame(Opcode::Text, "{\"say\":\"hi\"}"));

    const QAbstractItemView &log = *m_window->messagesPane()->table();
    QTRY_COMPARE(log.model()->rowCount(), 2);
    QStringList previews;
    for (int column = 0; column < log.model()->columnCount(); ++column)
        previews << cell(log, 0, column);
    QVERIFY2(previews.contains(QStringLiteral("{\"say\":\"hi\"}")), qPrintable(previews.join(QLatin1Char('|'))));
}

void TestDesktop::pushReachesExactlyTheSelected()
{
    const auto first = openClient("/first");
    const auto second = openClient("/second");
    const auto third = openClient("/third");
    QVERIFY(first && second && third);

    select({QStringLiteral("/first"), QStringLiteral("/third")});
    m_window->composeBar()->setTarget(ComposeBar::Selected);
    QTRY_COMPARE(m_window->composeBar()->receivers(), 2);
    pushText(QStringLiteral("for two"));

    QCOMPARE(first->readFrame().value_or(WireFrame()).payload, QByteArray("for two"));
    QCOMPARE(third->readFrame().value_or(WireFrame()).payload, QByteArray("for two"));
    second->write(RawClient::frame(Opcode::Text, "mark"));
    QCOMPARE(second->readFrame().value_or(WireFrame()).payload, QByteArray("mark"));
    QTRY_VERIFY2(m_window->composeBar()->status().contains(QLatin1Char('2')),
                 qPrintable(m_window->composeBar()->status()));
}

void TestDesktop::broadcastReachesAll()
{
    const auto first = openClient("/first");
    const auto second = openClient("/second");
    QVERIFY(first && second);
    select({});
    m_window->composeBar()->setTarget(ComposeBar::All);
    pushText(QStringLiteral("for all"));
    QCOMPARE(first->readFrame().value_or(WireFrame()).payload, QByteArray("for all"));
    QCOMPARE(second->readFrame().value_or(WireFrame()).payload, QByteArray("for all"));
}

void TestDesktop::disconnectCarriesCodeAndReason()
{
    const auto first = openClient("/first");
    const auto second = openClient("/second");
    QVERIFY(first && second);
    select({QStringLiteral("/second")});

    Q_EMIT m_window->clientsPane()->disconnectWanted(m_window->clientsPane()->selected());
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog);
    auto *code = dialog->findChild<QComboBox *>();
    QVERIFY(code);
    code->setEditText(QStringLiteral("4001"));
    for (QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
        if (field != code->lineEdit())
            QTest::keyClicks(field, QStringLiteral("enough"));
    }
    dialog->accept();

    const auto close = second->readFrame();
    QVERIFY(close);
    QCOMPARE(close->opcode, Opcode::Close);
    QCOMPARE(close->closeCode(), 4001);
    QCOMPARE(close->closeReason(), QByteArray("enough"));
    second->write(RawClient::closeFrame(4001));
    const QAbstractItemView &gone = *m_window->clientsPane()->closedTable();
    QTRY_COMPARE(gone.model()->rowCount(), 1);
    QStringList cells;
    for (int column = 0; column < gone.model()->columnCount(); ++column)
        cells << cell(gone, 0, column);
    QVERIFY2(cells.contains(QStringLiteral("4001")) && cells.contains(QStringLiteral("enough")),
             qPrintable(cells.join(QLatin1Char('|'))));
    QTRY_COMPARE(m_window->clientsPane()->table()->model()->rowCount(), 1);
}

void TestDesktop::stoppingShows()
{
    const auto client = openClient("/first");
    QVERIFY(client);
    bool stopped = false;
    connect(m_node.get(), &Node::stopped, this, [&] { stopped = true; });
    m_node->stop();
    QCOMPARE(client->readFrame().value_or(WireFrame()).closeCode(), 1001);
    client->write(RawClient::closeFrame(1001));
    QTRY_VERIFY(stopped);
    QCOMPARE(m_node->monitor().state().phase, ServerPhase::Stopped);
}

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
