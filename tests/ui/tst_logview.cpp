// SPDX-License-Identifier: MIT
#include "tests/ui/paintcounter.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagefields.h"
#include "ui/messages/messagesmodel.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace porthole;

class TestLogView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void followsTheNewest();
    void paintsAnUpdateOnce();
    void standsStillWhenScrolledBack();
    void standsStillWhileRowsLeaveAtTheFront();
    void jumpsToTheNewest();
    void scrollingToTheEndFollowsAgain();
    void keepsTheSelectionOverAFilter();
    void selectsAgainWhatAFilterHid();
    void keepsThePlaceOverAFilter();
    void followsThroughAFilter();
    void filtersWithoutAReset();
    void copiesWholePayloads();

private:
    void add(int count);
    QByteArray topPayload() const;
    bool atEnd() const;

    std::unique_ptr<MessagesModel> m_model;
    std::unique_ptr<LogView> m_view;
    int m_next = 0;
};

void TestLogView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
}

void TestLogView::init()
{
    m_next = 0;
    m_model = std::make_unique<MessagesModel>(LogCaps{500, 1 << 20});
    m_view = std::make_unique<LogView>(*m_model);
    m_view->resize(700, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLogView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestLogView::add(int count)
{
    QList<LogRow> rows;
    for (int i = 0; i < count; ++i) {
        const QByteArray payload = QByteArray::number(m_next++);
        rows.append(LogRow{{0, {1}, Direction::In, Opcode::Text, payload.size(), payload}});
    }
    m_model->take(rows);
    QCoreApplication::processEvents();
}

QByteArray TestLogView::topPayload() const { return m_model->rowAt(m_view->rowAt(0))->payload; }

bool TestLogView::atEnd() const
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    return bar->maximum() > 0 && bar->value() == bar->maximum();
}

void TestLogView::followsTheNewest()
{
    for (int i = 0; i < 20; ++i)
        add(50);
    QTRY_VERIFY(atEnd());
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_model->rowAt(m_view->rowsInSight().second)->payload, QByteArray("999"));
}

void TestLogView::paintsAnUpdateOnce()
{
    add(500);
    QTRY_VERIFY(atEnd());
    PaintCounter paints(m_view->viewport());
    for (int update = 1; update <= 5; ++update) {
        add(100);
        QCOMPARE(paints.take(), 1);
    }
    QVERIFY(atEnd());
}

void TestLogView::standsStillWhenScrolledBack()
{
    add(400);
    QTRY_VERIFY(atEnd());
    m_view->verticalScrollBar()->setValue(m_view->rowHeight(0) * 100);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(topPayload(), QByteArray("100"));
    add(50);
    QCOMPARE(topPayload(), QByteArray("100"));
    QVERIFY(!m_view->isFollowing());
}

void TestLogView::standsStillWhileRowsLeaveAtTheFront()
{
    add(500);
    QTRY_VERIFY(atEnd());
    m_view->verticalScrollBar()->setValue(m_view->rowHeight(0) * 300);
    for (int i = 0; i < 10; ++i) {
        add(20);
        QCOMPARE(topPayload(), QByteArray("300"));
    }
    add(200);
    QVERIFY(topPayload().toInt() > 300);
    QVERIFY(!m_view->isFollowing());
}

void TestLogView::jumpsToTheNewest()
{
    add(400);
    m_view->verticalScrollBar()->setValue(0);
    QSignalSpy following(m_view.get(), &LogView::followingChanged);
    m_view->jumpToNewest();
    QCOMPARE(following.size(), 1);
    QVERIFY(atEnd());
    add(10);
    QTRY_VERIFY(atEnd());
}

void TestLogView::scrollingToTheEndFollowsAgain()
{
    add(400);
    m_view->verticalScrollBar()->setValue(0);
    QVERIFY(!m_view->isFollowing());
    m_view->verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
    QVERIFY(m_view->isFollowing());
    add(30);
    QTRY_VERIFY(atEnd());
}

void TestLogView::keepsTheSelectionOverAFilter()
{
    add(400);
    m_view->selectRow(111);
    const MessageMatcher matcher(Filter::parse(QStringLiteral("11"), MessageFields::all(), 0).filter);
    m_model->setMatcher(matcher);
    QTRY_COMPARE(m_view->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_model->rowAt(m_view->currentIndex().row())->payload, QByteArray("111"));
    m_model->setMatcher({});
    QTRY_COMPARE(m_view->currentIndex().row(), 111);
    const auto [first, last] = m_view->rowsInSight();
    QVERIFY(first < 111 && last > 111);
}

static MessageMatcher matching(const char *filter)
{
    return MessageMatcher(Filter::parse(QString::fromLatin1(filter), MessageFields::all(), 0).filter);
}

void TestLogView::selectsAgainWhatAFilterHid()
{
    add(400);
    m_view->selectRow(111);
    m_model->setMatcher(matching("text == 300"));
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(!m_view->currentIndex().isValid());
    m_model->setMatcher(matching("text =~ 0$"));
    QTRY_COMPARE(m_model->rowCount(), 40);
    QVERIFY(!m_view->currentIndex().isValid());
    m_model->setMatcher({});
    QCOMPARE(m_view->currentIndex().row(), 111);
    QCOMPARE(m_view->selectionModel()->selectedRows().size(), 1);
    const auto [first, last] = m_view->rowsInSight();
    QVERIFY(first < 111 && last > 111);
}

void TestLogView::keepsThePlaceOverAFilter()
{
    add(400);
    m_view->verticalScrollBar()->setValue(m_view->rowHeight(0) * 200);
    QCOMPARE(topPayload(), QByteArray("200"));
    m_model->setMatcher(matching("text > 1 && text < 3"));
    QCOMPARE(topPayload(), QByteArray("200"));
    QVERIFY(!m_view->isFollowing());
    m_model->setMatcher({});
    QCOMPARE(topPayload(), QByteArray("200"));
    QVERIFY(!m_view->isFollowing());
    add(50);
    QCOMPARE(topPayload(), QByteArray("200"));
}

void TestLogView::followsThroughAFilter()
{
    add(400);
    QTRY_VERIFY(atEnd());
    m_model->setMatcher(matching("1"));
    QVERIFY(m_view->isFollowing());
    QTRY_VERIFY(atEnd());
    m_model->setMatcher({});
    QVERIFY(m_view->isFollowing());
    add(50);
    QTRY_VERIFY(atEnd());
    QCOMPARE(m_model->rowAt(m_view->rowsInSight().second)->payload, QByteArray("449"));
}

void TestLogView::filtersWithoutAReset()
{
    add(400);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setMatcher(matching("1"));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(inserts.size(), 0);
    m_model->setMatcher(matching("2"));
    QCOMPARE(removals.size(), 2);
    QCOMPARE(inserts.size(), 1);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void TestLogView::copiesWholePayloads()
{
    const QByteArray longText(5000, 'x');
    m_model->take({LogRow{{0, {1}, Direction::In, Opcode::Text, longText.size(), longText}},
                   LogRow{{0, {1}, Direction::Out, Opcode::Binary, 3, QByteArray("\x01\x02\xff", 3)}}});
    m_view->selectAll();
    QCOMPARE(m_view->selectedText(), QString::fromLatin1(longText) + QStringLiteral("\n01 02 ff"));
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
