// SPDX-License-Identifier: MIT
#include "ui/messages/messagefields.h"
#include "ui/shared/colours.h"
#include "ui/shared/widgets/filteredit.h"

#include <QCompleter>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace porthole;

// The field that filters are typed into.
class TestFilterEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void speaksAMomentAfterTheLastKey();
    void anErrorLeavesTheFilter();
    void marksWhereTheErrorIs();
    void returnSaysTheErrorAtOnce();
    void escapeEmptiesIt();
    void offersFieldsAndChoices();
    void returnTakesTheChosenOffer();
    void escapeClosesTheOffersFirst();

private:
    bool isOffering() const { return m_edit->offers()->popup()->isVisible(); }
    QList<int> markedColumns() const;

    std::unique_ptr<FilterEdit> m_edit;
};

void TestFilterEdit::init()
{
    m_edit = std::make_unique<FilterEdit>(QStringLiteral("Filter"), MessageFields::all());
    m_edit->resize(500, m_edit->sizeHint().height());
    m_edit->show();
    m_edit->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
}

void TestFilterEdit::speaksAMomentAfterTheLastKey()
{
    QSignalSpy filtered(m_edit.get(), &FilterEdit::filtered);
    QTest::keyClicks(m_edit.get(), QStringLiteral("size > 3"));
    QCOMPARE(filtered.size(), 0);
    QTRY_COMPARE(m_edit->filter().text(), QStringLiteral("size > 3"));
    QCOMPARE(filtered.size(), 1);
}

void TestFilterEdit::anErrorLeavesTheFilter()
{
    m_edit->apply(QStringLiteral("size > 3"));
    QSignalSpy filtered(m_edit.get(), &FilterEdit::filtered);
    QSignalSpy errors(m_edit.get(), &FilterEdit::errorChanged);
    m_edit->apply(QStringLiteral("size > x"));
    QCOMPARE(filtered.size(), 0);
    QCOMPARE(m_edit->filter().text(), QStringLiteral("size > 3"));
    QCOMPARE(errors.size(), 1);
    QVERIFY(errors[0][0].toString().startsWith(QLatin1String("A size is written like")));
    QCOMPARE(m_edit->accessibleDescription(), errors[0][0].toString());
    m_edit->apply(QStringLiteral("size > 4"));
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors[1][0].toString(), QString());
    QCOMPARE(filtered.size(), 1);
}

QList<int> TestFilterEdit::markedColumns() const
{
    const QImage image = m_edit->grab().toImage();
    const QRgb bad = colours(m_edit->palette()).bad.rgb();
    QList<int> columns;
    for (int x = m_edit->fontMetrics().height() * 2; x < image.width(); ++x) {
        for (int y = image.height() / 2; y < image.height(); ++y) {
            if (image.pixel(x, y) == bad) {
                columns.append(x);
                break;
            }
        }
    }
    return columns;
}

void TestFilterEdit::marksWhereTheErrorIs()
{
    QVERIFY(markedColumns().isEmpty());
    m_edit->apply(QStringLiteral("hello nofield == 3"));
    const QList<int> marked = markedColumns();
    QVERIFY(!marked.isEmpty());
    const QFontMetrics metrics = m_edit->fontMetrics();
    QVERIFY(std::abs(marked.size() - metrics.horizontalAdvance(QStringLiteral("nofield"))) <= 3);
    m_edit->apply(QStringLiteral("nofield == 3"));
    QVERIFY(std::abs(marked.front() - markedColumns().front() - metrics.horizontalAdvance(QStringLiteral("hello ")))
            <= 3);
    m_edit->apply(QStringLiteral("size == 3"));
    QVERIFY(markedColumns().isEmpty());
}

void TestFilterEdit::returnSaysTheErrorAtOnce()
{
    QSignalSpy left(m_edit.get(), &FilterEdit::left);
    QTest::keyClicks(m_edit.get(), QStringLiteral("(a"));
    QVERIFY(!m_edit->error());
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QVERIFY(m_edit->error());
    QCOMPARE(left.size(), 0);
    QTest::keyClicks(m_edit.get(), QStringLiteral(")"));
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QVERIFY(!m_edit->error());
    QCOMPARE(left.size(), 1);
}

void TestFilterEdit::escapeEmptiesIt()
{
    m_edit->apply(QStringLiteral("size =="));
    QVERIFY(m_edit->error());
    QTest::keyClick(m_edit.get(), Qt::Key_Escape);
    QCOMPARE(m_edit->text(), QString());
    QVERIFY(!m_edit->error());
    QVERIFY(m_edit->filter().matchesAll());
}

void TestFilterEdit::offersFieldsAndChoices()
{
    QTest::keyClicks(m_edit.get(), QStringLiteral("d"));
    QVERIFY(isOffering());
    QTest::keyClick(m_edit.get(), Qt::Key_Tab);
    QCOMPARE(m_edit->text(), QStringLiteral("dir "));
    QVERIFY(!isOffering());
    QTest::keyClicks(m_edit.get(), QStringLiteral("== o"));
    QVERIFY(isOffering());
    QTest::keyClick(m_edit.get(), Qt::Key_Tab);
    QCOMPARE(m_edit->text(), QStringLiteral("dir == out "));
    QTRY_COMPARE(m_edit->filter().text(), QStringLiteral("dir == out "));
}

void TestFilterEdit::returnTakesTheChosenOffer()
{
    QTest::keyClicks(m_edit.get(), QStringLiteral("p"));
    QVERIFY(isOffering());
    QWidget *popup = m_edit->offers()->popup();
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_edit->text(), QStringLiteral("peer "));
}

void TestFilterEdit::escapeClosesTheOffersFirst()
{
    QTest::keyClicks(m_edit.get(), QStringLiteral("d"));
    QVERIFY(isOffering());
    QTest::keyClick(m_edit->offers()->popup(), Qt::Key_Escape);
    QVERIFY(!isOffering());
    QCOMPARE(m_edit->text(), QStringLiteral("d"));
}

QTEST_MAIN(TestFilterEdit)
#include "tst_filteredit.moc"
