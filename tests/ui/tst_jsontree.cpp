// SPDX-License-Identifier: MIT
#include "ui/detail/jsontree.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QRandomGenerator>
#include <QTest>

using namespace porthole;

// JSON as a tree that can be folded, with the bytes it came with.
class TestJsonTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryValue();
    void keepsTheBytes();
    void namesPathsAsFiltersDo();
    void readsOnlyWhatIsUnfolded();
    void cutsEndlessLists();
    void survivesRandomTrees();
    void foldsByKeyboard();
    void copiesTheBytes();
};

static const QByteArray sample =
    R"({ "a" : 1.10, "b": [true, null, "x\ny"], "c d": {"e": {}, "f": []}, "\u0041": "\u00eb" })";

static void unfold(const JsonTreeModel &model, const QModelIndex &index = {})
{
    for (int row = 0; row < model.rowCount(index); ++row)
        unfold(model, model.index(row, 0, index));
}

static QStringList texts(const JsonTreeModel &model, const QModelIndex &index = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(index); ++row) {
        const QModelIndex child = model.index(row, 0, index);
        lines.append(QString(depth, QLatin1Char('-')) + child.data().toString());
        lines += texts(model, child, depth + 1);
    }
    return lines;
}

void TestJsonTree::showsEveryValue()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setJson(sample);
    unfold(model);
    QCOMPARE(texts(model),
             (QStringList{QStringLiteral("{ 4 }"), QStringLiteral("-a: 1.10"), QStringLiteral("-b: [ 3 ]"),
                          QStringLiteral("--0: true"), QStringLiteral("--1: null"), QStringLiteral("--2: \"x\\ny\""),
                          QStringLiteral("-c d: { 2 }"), QStringLiteral("--e: { }"), QStringLiteral("--f: [ ]"),
                          QStringLiteral("-A: \"\\u00eb\"")}));
}

void TestJsonTree::keepsTheBytes()
{
    JsonTreeModel model;
    model.setJson(sample);
    unfold(model);
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.bytesOf(top), sample);
    QCOMPARE(model.bytesOf(model.index(0, 0, top)), QByteArray("1.10"));
    QCOMPARE(model.bytesOf(model.index(1, 0, top)), QByteArray(R"([true, null, "x\ny"])"));
    QCOMPARE(model.bytesOf(model.index(3, 0, top)), QByteArray(R"("\u00eb")"));
}

void TestJsonTree::namesPathsAsFiltersDo()
{
    JsonTreeModel model;
    model.setJson(sample);
    unfold(model);
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.pathOf(top), QStringLiteral("json"));
    QCOMPARE(model.pathOf(model.index(2, 0, model.index(1, 0, top))), QStringLiteral("json.b.2"));
    QCOMPARE(model.pathOf(model.index(0, 0, model.index(2, 0, top))), QStringLiteral("json.\"c d\".e"));
}

void TestJsonTree::readsOnlyWhatIsUnfolded()
{
    JsonTreeModel model;
    model.setJson(sample);
    const QModelIndex top = model.index(0, 0);
    const QString unread = QStringLiteral("{ %1 }").arg(QChar(0x2026));
    QVERIFY(model.hasChildren(top));
    QCOMPARE(top.data().toString(), unread);
    QCOMPARE(model.rowCount(top), 4);
    QCOMPARE(top.data().toString(), QStringLiteral("{ 4 }"));
    QCOMPARE(model.index(2, 0, top).data().toString(), QStringLiteral("c d: ") + unread);
    const QModelIndex number = model.index(0, 0, top);
    QVERIFY(!model.hasChildren(number));
    QCOMPARE(model.rowCount(number), 0);
}

void TestJsonTree::cutsEndlessLists()
{
    QByteArray list = "[0";
    for (int i = 1; i < JsonTreeModel::mostChildren + 5; ++i)
        list += ',' + QByteArray::number(i);
    list += ']';
    JsonTreeModel model;
    model.setJson(list);
    unfold(model);
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.rowCount(top), JsonTreeModel::mostChildren);
    QVERIFY(top.data().toString().contains(QChar(0x2026)));
    QCOMPARE(model.bytesOf(top), list);
}

static QByteArray anyJson(QRandomGenerator &random, int depth)
{
    const int kind = random.bounded(depth > 0 ? 6 : 4);
    if (kind < 4)
        return QList<QByteArray>{"12", "\"a,]}\\\"\"", "null", "-1e5"}[kind];
    QByteArrayList items;
    for (int i = random.bounded(5); i > 0; --i)
        items.append((kind == 4 ? "\"k" + QByteArray::number(i) + "\" : " : QByteArray()) + anyJson(random, depth - 1));
    return (kind == 4 ? "{ " : "[ ") + items.join(" ,\n") + (kind == 4 ? "}" : "]");
}

void TestJsonTree::survivesRandomTrees()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(3);
    for (int step = 0; step < 60; ++step) {
        const QByteArray json = anyJson(random, 5);
        model.setJson(json);
        unfold(model);
        QCOMPARE(model.bytesOf(model.index(0, 0)), json);
    }
    model.setJson({});
    QCOMPARE(model.rowCount(), 0);
}

void TestJsonTree::foldsByKeyboard()
{
    JsonTree tree;
    tree.setJson(sample);
    tree.show();
    const QModelIndex top = tree.model()->index(0, 0);
    QVERIFY(tree.isExpanded(top));
    QTest::keyClick(&tree, Qt::Key_Left);
    QVERIFY(!tree.isExpanded(top));
    QTest::keyClick(&tree, Qt::Key_Right);
    QVERIFY(tree.isExpanded(top));
    QTest::keyClick(&tree, Qt::Key_Down);
    QCOMPARE(tree.currentIndex().data(JsonTreeModel::KeyRole).toString(), QStringLiteral("a"));
}

void TestJsonTree::copiesTheBytes()
{
    JsonTree tree;
    tree.setJson(sample);
    tree.show();
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keySequence(&tree, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1.10"));
}

QTEST_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
