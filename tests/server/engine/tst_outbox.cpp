// SPDX-License-Identifier: MIT
#include "server/engine/outbox.h"

#include <QTest>

using namespace porthole;

/// What waits to be written: whole frames, named here by a letter behind a head of one byte.
class TestOutbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder();
    void urgentBehindWhatHasBegun();
    void restsOfEveryLength();
    void rests_data();
    void rests();
    void dropping_data();
    void dropping();
};

namespace {

QByteArray message(char name) { return QByteArray("\x81") + name; }
QByteArray firstFragment(char name) { return QByteArray("\x01") + name; }
QByteArray middleFragment(char name) { return QByteArray(1, '\0') + name; }
QByteArray lastFragment(char name) { return QByteArray("\x80") + name; }

QByteArray namesIn(const Outbox &outbox)
{
    Transport::PieceArray views;
    QByteArray names;
    for (std::size_t index = 0, count = outbox.views(views); index < count; ++index)
        names += views[index].back();
    return names;
}

QByteArray bytesIn(const Outbox &outbox)
{
    Transport::PieceArray views;
    QByteArray bytes;
    for (std::size_t index = 0, count = outbox.views(views); index < count; ++index)
        bytes += views[index];
    return bytes;
}

} // namespace

void TestOutbox::inOrder()
{
    Outbox outbox;
    outbox.append(message('a'), 1);
    outbox.append(message('b'));
    QCOMPARE(outbox.bytes(), 3);
    outbox.taken(2);
    QCOMPARE(namesIn(outbox), QByteArray("b"));
    outbox.taken(1);
    QVERIFY(outbox.isEmpty());
    QCOMPARE(outbox.bytes(), 0);
}

void TestOutbox::urgentBehindWhatHasBegun()
{
    Outbox outbox;
    outbox.append(message('a'), 1);
    outbox.append(message('b'));
    outbox.appendUrgent(message('p'));
    outbox.appendUrgent(message('q'));
    QCOMPARE(namesIn(outbox), QByteArray("apqb"));
}

void TestOutbox::restsOfEveryLength()
{
    const QByteArrayView pieces[] = {"one", "", "and", "another"};
    const QByteArray all = "oneandanother";
    for (qint64 sent = 0; sent < all.size(); ++sent) {
        Outbox outbox;
        outbox.appendRest(pieces, sent);
        QCOMPARE(bytesIn(outbox), all.sliced(sent));
    }
}

void TestOutbox::rests_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("withUrgent");
    QTest::addColumn<QByteArray>("withoutMessages");

    QTest::newRow("nothing gone") << QByteArray() << qint64(0)
                                  << QByteArray("\x81"
                                                "ab\x81"
                                                "c")
                                  << QByteArray("cpd") << QByteArray("cp");
    QTest::newRow("in the first piece") << QByteArray() << qint64(1)
                                        << QByteArray("ab\x81"
                                                      "c")
                                        << QByteArray("cpd") << QByteArray("cp");
    QTest::newRow("in the last") << QByteArray() << qint64(4) << QByteArray("c") << QByteArray("cpd")
                                 << QByteArray("cp");
    QTest::newRow("behind what waits") << message('x') << qint64(0)
                                       << QByteArray("\x81"
                                                     "x\x81"
                                                     "ab\x81"
                                                     "c")
                                       << QByteArray("pxcd") << QByteArray("p");
}

/// What is left of frames in pieces has begun, whatever its first byte looks like.
void TestOutbox::rests()
{
    QFETCH(QByteArray, before);
    QFETCH(qint64, sent);
    QFETCH(QByteArray, all);
    QFETCH(QByteArray, withUrgent);
    QFETCH(QByteArray, withoutMessages);
    const QByteArrayView pieces[] = {"\x81", "ab",
                                     "\x81"
                                     "c"};
    Outbox outbox;
    if (!before.isEmpty())
        outbox.append(before);
    outbox.appendRest(pieces, sent);
    QCOMPARE(bytesIn(outbox), all);
    QCOMPARE(outbox.bytes(), all.size());
    outbox.append(message('d'));
    outbox.appendUrgent(message('p'));
    QCOMPARE(namesIn(outbox), withUrgent);
    outbox.dropMessages();
    QCOMPARE(namesIn(outbox), withoutMessages);
}

void TestOutbox::dropping_data()
{
    QTest::addColumn<QList<QByteArray>>("frames");
    QTest::addColumn<qint64>("begun");
    QTest::addColumn<QByteArray>("withoutOldest");
    QTest::addColumn<QByteArray>("withoutMessages");
    const auto row = [](const char *rule, const QList<QByteArray> &frames, qint64 begun, const char *withoutOldest,
                        const char *withoutMessages) {
        QTest::newRow(rule) << frames << begun << QByteArray(withoutOldest) << QByteArray(withoutMessages);
    };
    row("none", {}, 0, "", "");
    row("messages", {message('a'), message('b')}, 0, "b", "");
    row("one that has begun stays", {message('a'), message('b'), message('c')}, 1, "ac", "a");
    row("fragments stay", {firstFragment('a'), middleFragment('b'), lastFragment('c'), message('d'), message('e')}, 0,
        "abce", "abc");
    row("fragments alone", {middleFragment('b'), lastFragment('c')}, 0, "bc", "bc");
}

void TestOutbox::dropping()
{
    QFETCH(const QList<QByteArray>, frames);
    QFETCH(const qint64, begun);
    QFETCH(const QByteArray, withoutOldest);
    QFETCH(const QByteArray, withoutMessages);
    Outbox outbox;
    for (const QByteArray &frame : frames)
        outbox.append(frame, outbox.isEmpty() ? begun : 0);
    Outbox other = outbox;
    QCOMPARE(outbox.dropOldest(), withoutOldest.size() < frames.size());
    QCOMPARE(namesIn(outbox), withoutOldest);
    QCOMPARE(outbox.bytes(), 2 * withoutOldest.size() - begun);
    other.dropMessages();
    QCOMPARE(namesIn(other), withoutMessages);
    QCOMPARE(other.bytes(), 2 * withoutMessages.size() - begun);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
