// SPDX-License-Identifier: MIT
#include "server/server.h"
#include "server/table.h"

#include <QTest>

#include <limits>
#include <thread>
#include <vector>

using namespace porthole;

/// Strings and numbers that all workers share.
class TestTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsStringsAndNumbers();
    void refuses_data();
    void refuses();
    void replaceIfUnchanged_data();
    void replaceIfUnchanged();
    void keysByPrefix();
    void limitHoldsAndIsGivenBack();
    void incrementsOfManyThreadsAddUp();
    void replaceOfManyThreadsLosesNone();
    void limitHoldsAmongManyThreads();
    void serverHasOne();
};

namespace {

constexpr qint64 plenty = 1024 * 1024;
const QString key = QStringLiteral("key");

void onThreads(int count, const std::function<void(int)> &work)
{
    std::vector<std::thread> threads;
    for (int index = 0; index < count; ++index)
        threads.emplace_back(work, index);
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace

void TestTable::holdsStringsAndNumbers()
{
    Table table(plenty);
    QVERIFY(!table.value(key) && !table.contains(key) && !table.remove(key));
    QVERIFY(table.set(key, QStringLiteral("text")));
    QVERIFY(table.value(key) == Table::Value(QStringLiteral("text")));
    QVERIFY(table.set(key, 1.5));
    QVERIFY(table.value(key) == Table::Value(1.5));
    QCOMPARE(table.increment(key).value(), 2.5);
    QCOMPARE(table.increment(key, -4).value(), -1.5);
    QCOMPARE(table.increment(QStringLiteral("new"), 3).value(), 3.0);
    QCOMPARE(table.size(), 2);
    QVERIFY(table.remove(key) && !table.contains(key));
    table.clear();
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.bytes(), 0);
}

void TestTable::refuses_data()
{
    using Act = std::function<Result<>(Table &)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("error");
    const auto counted = [](const Result<double> &sum) { return sum ? Result<>() : Result<>(sum.error()); };
    QTest::addRow("no key") << Act([](Table &table) { return table.set({}, 1.0); })
                            << QStringLiteral("A key of the table has 1 to 255 characters, and this one has 0.");
    QTest::addRow("a long key") << Act([](Table &table) { return table.set(QString(256, QLatin1Char('k')), 1.0); })
                                << QStringLiteral("A key of the table has 1 to 255 characters, and this one has 256.");
    QTest::addRow("not a number") << Act([](Table &table) {
        return table.set(key, std::numeric_limits<double>::quiet_NaN());
    }) << QStringLiteral("The table holds finite numbers only, for the key key too.");
    QTest::addRow("a sum without end") << Act([counted](Table &table) {
        (void)table.set(key, std::numeric_limits<double>::max());
        return counted(table.increment(key, std::numeric_limits<double>::max()));
    }) << QStringLiteral("The table holds finite numbers only, for the key key too.");
    QTest::addRow("increment of a string") << Act([counted](Table &table) {
        (void)table.set(key, QStringLiteral("7"));
        return counted(table.increment(key));
    }) << QStringLiteral("The key key holds a string, which cannot be incremented.");
    QTest::addRow("too much") << Act([](Table &table) { return table.set(key, QString(1000, QLatin1Char('x'))); })
                              << QStringLiteral("The table is full: with the key key it would be longer than 1000 "
                                                "bytes.");
}

void TestTable::refuses()
{
    QFETCH(std::function<Result<>(Table &)>, act);
    QFETCH(QString, error);
    Table table(1000);
    const Result<> done = act(table);
    QCOMPARE(done ? QString() : done.error().message, error);
}

void TestTable::replaceIfUnchanged_data()
{
    using Maybe = std::optional<Table::Value>;
    QTest::addColumn<Maybe>("before");
    QTest::addColumn<Maybe>("expected");
    QTest::addColumn<bool>("replaced");
    const Maybe one(1.0);
    const Maybe text(QStringLiteral("1"));
    QTest::addRow("nothing, and nothing expected") << Maybe() << Maybe() << true;
    QTest::addRow("nothing, but something expected") << Maybe() << one << false;
    QTest::addRow("as expected") << one << one << true;
    QTest::addRow("something, but nothing expected") << one << Maybe() << false;
    QTest::addRow("a string is no number") << text << one << false;
}

void TestTable::replaceIfUnchanged()
{
    QFETCH(std::optional<Table::Value>, before);
    QFETCH(std::optional<Table::Value>, expected);
    QFETCH(bool, replaced);
    Table table(plenty);
    if (before)
        QVERIFY(table.set(key, *before));
    QCOMPARE(table.replace(key, expected, 2.0).value(), replaced);
    QVERIFY(table.value(key) == (replaced ? std::optional<Table::Value>(2.0) : before));
}

void TestTable::keysByPrefix()
{
    Table table(plenty);
    for (const char *name : {"user:2", "user:1", "users", "room:1"})
        QVERIFY(table.set(QString::fromLatin1(name), 0.0));
    QCOMPARE(table.keys(QStringLiteral("user:")), QStringList({QStringLiteral("user:1"), QStringLiteral("user:2")}));
    QCOMPARE(table.keys().size(), 4);
}

void TestTable::limitHoldsAndIsGivenBack()
{
    Table table(1000);
    const QString half(250, QLatin1Char('x'));
    QVERIFY(table.set(QStringLiteral("a"), half));
    QVERIFY(!table.set(QStringLiteral("b"), half));
    QVERIFY2(!table.contains(QStringLiteral("b")), "nothing of it is there");
    QVERIFY(table.set(QStringLiteral("a"), QStringLiteral("short")));
    QVERIFY(table.set(QStringLiteral("b"), half));
    QVERIFY(table.remove(QStringLiteral("b")));
    QVERIFY(table.set(QStringLiteral("c"), half));
    QVERIFY(table.bytes() <= 1000);
}

void TestTable::incrementsOfManyThreadsAddUp()
{
    Table table(plenty);
    onThreads(4, [&table](int thread) {
        for (int round = 0; round < 20'000; ++round)
            (void)table.increment(QStringLiteral("counter %1").arg(round % 3), thread % 2 == 0 ? 1 : 2);
    });
    double sum = 0;
    for (const QString &name : table.keys())
        sum += std::get<double>(*table.value(name));
    QCOMPARE(sum, 120'000.0);
}

void TestTable::replaceOfManyThreadsLosesNone()
{
    Table table(plenty);
    onThreads(4, [&table](int) {
        for (int done = 0; done < 2000;) {
            const auto before = table.value(key);
            const double next = before ? std::get<double>(*before) + 1 : 1;
            done += table.replace(key, before, next).value();
        }
    });
    QVERIFY(table.value(key) == Table::Value(8000.0));
}

void TestTable::limitHoldsAmongManyThreads()
{
    constexpr qint64 most = 50'000;
    Table table(most);
    onThreads(4, [&](int thread) {
        for (int round = 0; round < 5000; ++round) {
            const QString name = QStringLiteral("%1 %2").arg(thread).arg(round % 400);
            (void)table.set(name, QString(round % 90, QLatin1Char('x')));
            if (round % 3 == 0)
                table.remove(name);
        }
    });
    qint64 held = 0;
    for (const QString &name : table.keys())
        held += std::get<QString>(*table.value(name)).size() * 2 + name.size() * 2;
    QVERIFY(held > 0 && held <= most);
    QVERIFY(table.bytes() <= most);
    table.clear();
    QCOMPARE(table.bytes(), 0);
}

void TestTable::serverHasOne()
{
    Settings settings;
    settings.tableMaxBytes = 1000;
    Server server(settings);
    QVERIFY(server.table().set(key, 1.0));
    QVERIFY(!server.table().set(QStringLiteral("long"), QString(1000, QLatin1Char('x'))));
    const Server &same = server;
    QVERIFY(same.table().contains(key));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
