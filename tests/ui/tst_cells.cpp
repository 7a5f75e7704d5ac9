// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"
#include "ui/shared/style/portholestyle.h"
#include "ui/shared/widgets/rowdelegate.h"
#include "ui/shared/widgets/tableview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolTip>

using namespace porthole;

/// The cells of tables look as the style would paint them.
class TestCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksAsTheStylePaints_data();
    void looksAsTheStylePaints();
    void followsTheFont();
    void tellsWhatIsCutOff_data();
    void tellsWhatIsCutOff();

private:
    static QImage painted(const QAbstractItemDelegate &delegate, QStyleOptionViewItem option, const QModelIndex &index);
};

/// An option as the view makes it.
class OpenView final : public TableView
{
public:
    OpenView() : TableView(QString()) { }
    QStyleOptionViewItem option() const
    {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.state |= QStyle::State_Enabled | QStyle::State_Active;
        return option;
    }
};

/// What Qt does without ours.
class PlainDelegate final : public QStyledItemDelegate
{
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false);
    }
};

void TestCells::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QApplication::setStyle(new PortholeStyle);
}

QImage TestCells::painted(const QAbstractItemDelegate &delegate, QStyleOptionViewItem option, const QModelIndex &index)
{
    QImage image(option.rect.size() + QSize(20, 20), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    option.rect.moveTo(10, 10);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, option.palette.highlight());
    delegate.paint(&painter, option, index);
    return image;
}

void TestCells::looksAsTheStylePaints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("alignment");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("selected");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<bool>("sign");
    const int left = Qt::AlignLeft | Qt::AlignVCenter;
    const int right = Qt::AlignRight | Qt::AlignVCenter;
    const QString words = QStringLiteral("127.0.0.1:40007 To AV");
    QTest::newRow("at the left") << words << left << 300 << false << false << false;
    QTest::newRow("at the right") << words << right << 300 << false << false << false;
    QTest::newRow("cut off") << words << left << 90 << false << false << false;
    QTest::newRow("cut off at the right") << words << right << 90 << false << false << false;
    QTest::newRow("too narrow for anything") << words << left << 12 << false << false << false;
    QTest::newRow("selected") << words << left << 300 << true << false << false;
    QTest::newRow("mirrored") << words << left << 300 << false << true << false;
    QTest::newRow("mirrored and cut off") << words << left << 90 << false << true << false;
    QTest::newRow("with a sign") << words << left << 300 << false << false << true;
    QTest::newRow("mirrored with a sign") << words << left << 300 << false << true << true;
    QTest::newRow("selected with a sign") << words << left << 300 << true << false << true;
    QTest::newRow("empty") << QString() << left << 300 << false << false << false;
    QTest::newRow("two lines") << QStringLiteral("one\ntwo") << left << 300 << false << false << false;
    QTest::newRow("other scripts") << QString::fromUtf8("日本語 ελληνικά עברית") << left << 300 << false << false
                                   << false;
    QTest::newRow("a tab") << QStringLiteral("a\tb") << left << 300 << false << false << false;
}

void TestCells::looksAsTheStylePaints()
{
    QFETCH(const QString, text);
    QFETCH(const int, alignment);
    QFETCH(const int, width);
    QFETCH(const bool, selected);
    QFETCH(const bool, mirrored);
    QFETCH(const bool, sign);
    QStandardItemModel model(2, 1);
    model.setData(model.index(1, 0), text);
    model.setData(model.index(1, 0), alignment, Qt::TextAlignmentRole);
    if (sign)
        model.setData(model.index(1, 0), icon(QStringLiteral("arrow-in"), Tint::In), Qt::DecorationRole);
    OpenView view;
    view.setModel(&model);
    QStyleOptionViewItem option = view.option();
    option.rect = QRect(0, 0, width, 22);
    option.state.setFlag(QStyle::State_Selected, selected);
    option.direction = mirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const PlainDelegate plain;
    const RowDelegate ours(&view);
    const QImage wanted = painted(plain, option, model.index(1, 0));
    QCOMPARE(painted(ours, option, model.index(1, 0)), wanted);
    QCOMPARE(painted(ours, option, model.index(1, 0)), wanted);
}

void TestCells::followsTheFont()
{
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), QStringLiteral("text"));
    OpenView view;
    view.setModel(&model);
    const RowDelegate ours(&view);
    const PlainDelegate plain;
    for (const double size : {9.0, 14.0, 9.0, 11.0, 12.0, 13.0, 15.0}) {
        QFont font = view.font();
        font.setPointSizeF(size);
        view.setFont(font);
        QStyleOptionViewItem option = view.option();
        option.rect = QRect(0, 0, 200, 30);
        QCOMPARE(painted(ours, option, model.index(0, 0)), painted(plain, option, model.index(0, 0)));
    }
}

void TestCells::tellsWhatIsCutOff_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("tip");
    const QString longText = QStringLiteral("Disconnecting 0 clients, <1> &amp; was gone");
    QTest::newRow("cut off") << longText << QString() << longText;
    QTest::newRow("whole") << QStringLiteral("done") << QString() << QString();
    QTest::newRow("has its own") << longText << QStringLiteral("own") << QStringLiteral("own");
}

void TestCells::tellsWhatIsCutOff()
{
    QFETCH(const QString, text);
    QFETCH(const QString, own);
    QFETCH(const QString, tip);
    QStandardItemModel model(1, 2);
    model.setData(model.index(0, 0), text);
    model.setData(model.index(0, 0), own, Qt::ToolTipRole);
    TableView view{QString()};
    view.setModel(&model);
    view.setColumnWidth(0, 90);
    view.resize(300, 100);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QPoint place = view.visualRect(model.index(0, 0)).center();
    QHelpEvent asked(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view.viewport(), &asked);
    QTextDocumentFragment shown = QTextDocumentFragment::fromHtml(QToolTip::text());
    QCOMPARE(shown.toPlainText(), tip);
    QCOMPARE(Qt::mightBeRichText(QToolTip::text()), text == tip); // what is in a message is no markup
    QToolTip::hideText();
}

QTEST_MAIN(TestCells)
#include "tst_cells.moc"
