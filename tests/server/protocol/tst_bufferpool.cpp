// SPDX-License-Identifier: MIT
#include "server/protocol/bufferpool.h"

#include <QTest>

#include <vector>

#include <cstring>

using namespace porthole::protocol;

class TestBufferPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAndGrows();
    void keepsBytesWhenItGrows();
    void movedFromIsEmpty();
    void usesAgainWhatWasGiven();
    void takesTheSmallestThatFits();
    void takesTheLastThatCameBack();
    void keepsNoMoreThanAllowed();
    void trimKeepsNone();
};

void TestBufferPool::appendsAndGrows()
{
    Buffer buffer;
    QVERIFY(buffer.isNull());
    buffer.append("");
    QVERIFY(buffer.isNull());
    std::string expected;
    for (int i = 0; i < 1000; ++i) {
        buffer.append("abc");
        expected += "abc";
    }
    QVERIFY(buffer.view() == expected);
    QVERIFY(buffer.capacity() >= buffer.size());
    buffer.clear();
    QCOMPARE(buffer.size(), std::size_t(0));
    QVERIFY(!buffer.isNull());
}

void TestBufferPool::keepsBytesWhenItGrows()
{
    Buffer buffer;
    buffer.append("hello");
    buffer.reserve(100000);
    QVERIFY(buffer.room().size() >= 99995);
    std::memset(buffer.room().data(), 'x', 3);
    buffer.grow(3);
    QVERIFY(buffer.view() == "helloxxx");
}

void TestBufferPool::movedFromIsEmpty()
{
    Buffer one;
    one.append("hello");
    const Buffer other = std::move(one);
    QVERIFY(other.view() == "hello");
    QVERIFY(one.isNull());
    QVERIFY(one.view().empty());
    one.append("again");
    QVERIFY(one.view() == "again");
}

void TestBufferPool::usesAgainWhatWasGiven()
{
    BufferPool pool;
    Buffer buffer = pool.take(5000);
    buffer.append("left over");
    const void *const memory = buffer.view().data();
    pool.give(std::move(buffer));
    QVERIFY(pool.keptBytes() >= 5000);
    const Buffer again = pool.take(4000);
    QVERIFY(again.view().data() == memory);
    QVERIFY(again.view().empty());
    QCOMPARE(pool.keptBytes(), std::size_t(0));
}

void TestBufferPool::takesTheSmallestThatFits()
{
    BufferPool pool;
    for (const std::size_t capacity : {100000, 2000, 5000})
        pool.give([&] {
            Buffer b;
            b.reserve(capacity);
            return b;
        }());
    QCOMPARE(pool.take(3000).capacity(), std::size_t(5000));
    QCOMPARE(pool.take(1).capacity(), std::size_t(2000));
    QVERIFY(pool.take(200000).capacity() >= 200000);
    QCOMPARE(pool.take(1).capacity(), std::size_t(100000));
}

void TestBufferPool::takesTheLastThatCameBack()
{
    BufferPool pool;
    std::vector<Buffer> buffers;
    for (int count = 0; count < 3; ++count)
        buffers.push_back(pool.take(1000));
    const char *const last = buffers.back().room().data();
    for (Buffer &buffer : buffers)
        pool.give(std::move(buffer));
    for (int time = 0; time < 2; ++time) {
        Buffer buffer = pool.take(1000);
        QCOMPARE(static_cast<const void *>(buffer.room().data()), static_cast<const void *>(last));
        pool.give(std::move(buffer));
    }
}

void TestBufferPool::keepsNoMoreThanAllowed()
{
    BufferPool pool(10000);
    std::vector<Buffer> buffers;
    for (int i = 0; i < 3; ++i)
        buffers.push_back(pool.take(4000));
    for (Buffer &buffer : buffers)
        pool.give(std::move(buffer));
    QCOMPARE(pool.keptBytes(), std::size_t(8000));
    pool.give(Buffer());
    QCOMPARE(pool.keptBytes(), std::size_t(8000));
}

void TestBufferPool::trimKeepsNone()
{
    BufferPool pool;
    pool.give(pool.take(4000));
    pool.trim();
    QCOMPARE(pool.keptBytes(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestBufferPool)
#include "tst_bufferpool.moc"
